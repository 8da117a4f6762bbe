#include "schema/cards/attachments.h"

#include "schema/access/scope_condition.h"
#include "schema/audit/audit_trail.h"
#include "schema/connection/column_types.h"
#include "schema/connection/content_pieces.h"
#include "schema/connection/query.h"
#include "schema/connection/sha256.h"
#include "schema/connection/stored_token.h"
#include "schema/connection/unit_of_work.h"
#include "schema/documents/document_scope.h"

namespace guanwu {

Result<Attachment> Attachments::store(std::string_view bytes, const std::string& actor, Instant now)
{
    const auto type = inspectAttachment(bytes);
    if (!type)
        return fail(type.error());
    const Attachment out {sha256Hex(bytes), *type, static_cast<std::int64_t>(bytes.size())};
    const auto storeOnce = [&] {
        UnitOfWork work(m_session);
        Query known(m_session);
        known.add("SELECT hash FROM attachment WHERE hash = ", out.hash);
        if (!known.next(1)) {
            insertRow(m_session, "attachment",
                {{"hash", out.hash}, {"media_type", tokenRow(kMediaTypes, out.type).token},
                    {"byte_count", out.bytes}, {"stored_at", toInstantColumn(now)}});
            storePieces(m_session, "attachment_piece", out.hash, bytes);
        }
        Query owned(m_session);
        owned.add("SELECT hash FROM attachment_owner WHERE hash = ", out.hash);
        owned.add(" AND unit_id = ", m_scope.unit().value)
            .add(" AND department_id = ", m_scope.department().value);
        m_session.audit().note({"attachments/" + out.hash, {}, out.hash});
        if (!owned.next(1))
            insertRow(m_session, "attachment_owner",
                {{"hash", out.hash}, {"unit_id", m_scope.unit().value},
                    {"department_id", m_scope.department().value}, {"stored_by", actor},
                    {"stored_at", toInstantColumn(now)}});
        work.commit();
    };
    try {
        retrying(m_session, storeOnce);
    } catch (const DuplicateKey&) {
        retrying(m_session, storeOnce); // the same photo arrived twice at once
    }
    return out;
}

Result<Attachment> Attachments::find(const std::string& hash)
{
    Query query(m_session);
    query.add("SELECT t.media_type, t.byte_count FROM attachment t WHERE t.hash = ", hash);
    query.add(" AND (EXISTS (SELECT 1 FROM attachment_owner o WHERE o.hash = t.hash");
    query.add(ScopeCondition(m_scope, "o.unit_id", "o.department_id"));
    query.add(") OR EXISTS (SELECT 1 FROM asset_attachment h JOIN registered_asset a ON a.id = h.asset_id "
              "WHERE h.hash = t.hash");
    query.add(ScopeCondition(m_scope, "a.unit_id", "a.department_id"));
    query.add(") OR EXISTS (SELECT 1 FROM document_paper w JOIN document d ON d.id = w.document_id "
              "WHERE w.hash = t.hash");
    addDocumentScope(query, m_scope);
    query.add("))");
    if (!query.next(2))
        return fail(ErrorCode::NotFound, "attachment.not_found", hash);
    return Attachment {hash, storedToken(kMediaTypes, query.text(0)), query.integer(1)};
}

Result<AttachmentContent> Attachments::read(const std::string& hash)
{
    const auto found = find(hash);
    if (!found)
        return fail(found.error());
    AttachmentContent out {*found, readPieces(m_session, "attachment_piece", hash)};
    if (sha256Hex(out.bytes) != hash)
        throw CorruptData("an attachment is not what was stored");
    return out;
}

Result<Attachments::Card> Attachments::findCard(const std::string& assetNo)
{
    Query query(m_session);
    query.add(
        "SELECT a.id, a.unit_id, a.department_id, a.revision FROM registered_asset a WHERE a.asset_no = ",
        assetNo);
    query.add(ScopeCondition(m_scope, "a.unit_id", "a.department_id"));
    if (!query.next(4))
        return fail(ErrorCode::NotFound, "card.not_found", assetNo);
    return Card {query.integer(0), query.integer(1), query.integer(2), query.integer(3)};
}

Result<void> Attachments::attach(
    const std::string& assetNo, const std::string& hash, const std::string& actor, Instant now)
{
    const auto card = findCard(assetNo);
    if (!card)
        return fail(card.error());
    if (const auto found = find(hash); !found)
        return fail(found.error());
    if (!m_scope.mayChange(UnitId {card->unit}, DepartmentId {card->department}))
        return fail(ErrorCode::Forbidden, "access.forbidden");
    try {
        retrying(m_session, [&] {
            UnitOfWork work(m_session);
            const std::int64_t event = m_session.newId();
            m_session.audit().note({"assets/" + assetNo, {}, hash});
            insertRow(m_session, "asset_attachment",
                {{"asset_id", card->id}, {"hash", hash}, {"added_at", toInstantColumn(now)},
                    {"added_by", actor}});
            insertRow(m_session, "asset_event",
                {{"id", event}, {"asset_id", card->id}, {"kind", std::string("attached")},
                    {"at", toInstantColumn(now)}, {"actor", actor}, {"revision", card->revision}});
            insertRow(m_session, "asset_event_field",
                {{"event_id", event}, {"field", std::string("attachment")}, {"after_value", hash}});
            work.commit();
        });
    } catch (const DuplicateKey&) {
        // It hangs there already.
    }
    return {};
}

Result<std::vector<Attachment>> Attachments::ofCard(const std::string& assetNo)
{
    const auto card = findCard(assetNo);
    if (!card)
        return fail(card.error());
    std::vector<Attachment> out;
    Query query(m_session);
    query.add(
        "SELECT t.hash, t.media_type, t.byte_count FROM asset_attachment h JOIN attachment t ON t.hash = h.hash "
        "WHERE h.asset_id = ",
        card->id);
    query.add(" ORDER BY h.added_at, h.hash");
    while (query.next(3))
        out.push_back({query.text(0), storedToken(kMediaTypes, query.text(1)), query.integer(2)});
    return out;
}

} // namespace guanwu
