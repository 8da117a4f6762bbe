#include "schema/access/soci_device_store.h"

#include "schema/audit/audit_trail.h"
#include "schema/connection/column_types.h"
#include "schema/connection/session.h"
#include "schema/connection/unit_of_work.h"

#include <soci/soci.h>

namespace guanwu {

namespace {

#define GUANWU_DEVICE_COLUMNS                                                                                \
    "SELECT d.id, d.name, d.public_key, d.offered_by, d.enrolled_at, d.revoked_at, d.revision FROM device d"

    struct DeviceRow {
        long long id = 0;
        std::string name;
        std::string publicKey;
        std::string offeredBy;
        long long enrolledAt = 0;
        long long revokedAt = 0;
        soci::indicator isRevoked = soci::i_null;
        long long revision = 0;

        [[nodiscard]] Device toDevice() const
        {
            Device device {
                DeviceId {id}, name, publicKey, offeredBy, fromInstantColumn(enrolledAt), {}, revision};
            if (isRevoked == soci::i_ok)
                device.revokedAt = fromInstantColumn(revokedAt);
            return device;
        }
        template <class Statement> auto into(Statement&& statement)
        {
            return std::forward<Statement>(statement), soci::into(id), soci::into(name),
                   soci::into(publicKey), soci::into(offeredBy), soci::into(enrolledAt),
                   soci::into(revokedAt, isRevoked), soci::into(revision);
        }
    };

} // namespace

void SociDeviceStore::offer(const EnrolmentOffer& offer, Instant now)
{
    guarded("offer an enrolment", [&] {
        soci::session& sql = m_session.sql();
        const long long expired = toInstantColumn(now);
        const long long expiresAt = toInstantColumn(offer.expiresAt);
        UnitOfWork work(m_session);
        sql << "DELETE FROM device_offer WHERE expires_at <= :now", soci::use(expired, "now");
        sql << "INSERT INTO device_offer (code_digest, offered_by, expires_at) VALUES (:digest, :by, :at)",
            soci::use(offer.codeDigest, "digest"), soci::use(offer.offeredBy, "by"),
            soci::use(expiresAt, "at");
        work.commit();
    });
}

Result<Device> SociDeviceStore::enrol(const std::string& codeDigest, const Device& device)
{
    try {
        return guarded("enrol a handheld", [&]() -> Result<Device> {
            soci::session& sql = m_session.sql();
            const long long at = toInstantColumn(device.enrolledAt);
            Device enrolled = device;
            enrolled.id = DeviceId {m_session.newId()};
            UnitOfWork work(m_session);
            // The read tells the name only; that the code is used once, the delete decides.
            sql << "SELECT offered_by FROM device_offer WHERE code_digest = :digest",
                soci::use(codeDigest, "digest"), soci::into(enrolled.offeredBy);
            soci::statement use = (sql.prepare
                    << "DELETE FROM device_offer WHERE code_digest = :digest AND expires_at > :now",
                soci::use(codeDigest, "digest"), soci::use(at, "now"));
            use.execute(true);
            if (use.get_affected_rows() != 1)
                return fail(ErrorCode::Forbidden, "device.code");
            m_session.audit().note({"devices/" + std::to_string(enrolled.id.value), {}, enrolled.publicKey});
            sql << "INSERT INTO device (id, name, public_key, offered_by, enrolled_at) VALUES (:id, :name, "
                   ":key, :by, :at)",
                soci::use(enrolled.id.value, "id"), soci::use(enrolled.name, "name"),
                soci::use(enrolled.publicKey, "key"), soci::use(enrolled.offeredBy, "by"),
                soci::use(at, "at");
            work.commit();
            return enrolled;
        });
    } catch (const DuplicateKey&) {
        return fail(ErrorCode::Conflict, "device.key_taken");
    }
}

std::vector<Device> SociDeviceStore::devices()
{
    return guarded("list the handhelds", [&] {
        std::vector<Device> out;
        DeviceRow row;
        soci::statement query
            = row.into(m_session.sql().prepare << GUANWU_DEVICE_COLUMNS " ORDER BY d.id DESC");
        query.execute();
        while (query.fetch())
            out.push_back(row.toDevice());
        return out;
    });
}

Result<Device> SociDeviceStore::findDevice(DeviceId id)
{
    return guarded("find a handheld", [&]() -> Result<Device> {
        DeviceRow row;
        soci::statement query = row.into((
            m_session.sql().prepare << GUANWU_DEVICE_COLUMNS " WHERE d.id = :id", soci::use(id.value, "id")));
        if (!query.execute(true))
            return fail(ErrorCode::NotFound, "device.not_found", std::to_string(id.value));
        return row.toDevice();
    });
}

Result<void> SociDeviceStore::rename(const Device& device)
{
    return guarded("rename a handheld", [&]() -> Result<void> {
        UnitOfWork work(m_session);
        m_session.audit().note({"devices/" + std::to_string(device.id.value), {}, device.name});
        soci::statement update = (m_session.sql().prepare
                << "UPDATE device SET name = :name, revision = revision + 1 WHERE id = :id AND revision = "
                   ":revision",
            soci::use(device.name, "name"), soci::use(device.id.value, "id"),
            soci::use(device.revision, "revision"));
        update.execute(true);
        if (update.get_affected_rows() != 1)
            return fail(ErrorCode::StaleRevision, "device.changed", device.name);
        work.commit();
        return {};
    });
}

void SociDeviceStore::revoke(DeviceId id, Instant at)
{
    guarded("revoke a handheld", [&] {
        soci::session& sql = m_session.sql();
        const long long revokedAt = toInstantColumn(at);
        UnitOfWork work(m_session);
        m_session.audit().note({"devices/" + std::to_string(id.value), "admitted", "revoked"});
        sql << "UPDATE device SET revoked_at = :at, revision = revision + 1 WHERE id = :id AND revoked_at IS "
               "NULL",
            soci::use(revokedAt, "at"), soci::use(id.value, "id");
        sql << "DELETE FROM access_session WHERE device_id = :id", soci::use(id.value, "id");
        work.commit();
    });
}

} // namespace guanwu
