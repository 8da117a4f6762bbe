#include "schema/repositories/import_batches.h"

#include "schema/access/scope_condition.h"
#include "schema/audit/audit_trail.h"
#include "schema/connection/storage_error.h"
#include "schema/connection/unit_of_work.h"
#include "schema/migrations/late_indexes.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <soci/soci.h>
#include <span>
#include <unistd.h>
#include <vector>

namespace guanwu {

namespace {

    constexpr std::int64_t kSilentMilliseconds
        = 600'000; // a batch of another machine is dead after ten minutes

    /// A table that a kind fills, the column that orders its rows, and the tables that hang on them.
    struct BatchTable {
        std::string_view name;
        std::string_view key;
        std::span<const std::string_view> children; ///< "table.column"
    };

    constexpr std::array<std::string_view, 3> kAssetChildren {
        "asset_value.asset_id", "asset_vehicle.asset_id", "asset_estate.asset_id"};
    constexpr std::array<std::string_view, 3> kCertificateChildren {"certificate_building.certificate_id",
        "certificate_user.certificate_id", "certificate_property_unit.certificate_id"};
    constexpr std::array<std::string_view, 1> kRepairChildren {"repair_work.repair_id"};

    std::vector<BatchTable> tablesOf(std::string_view kind)
    {
        if (kind == "units")
            return {{"unit", "id", {}}};
        if (kind == "people")
            return {{"person", "id", {}}, {"department", "id", {}}};
        if (kind == "places")
            return {{"place", "id", {}}};
        if (kind == "assets")
            return {{"asset", "id", kAssetChildren}, {"department", "id", {}}};
        if (kind == "rooms")
            return {{"room", "place_id", {}}};
        if (kind == "allocations")
            return {{"room_allocation", "id", {}}};
        if (kind == "certificates")
            return {{"certificate", "id", kCertificateChildren}};
        if (kind == "repairs")
            return {{"repair", "id", kRepairChildren}};
        if (kind == "occupants")
            return {{"room_occupant", "id", {}}};
        return {{"ledger_balance", "id", {}}};
    }

    std::vector<std::string> allTablesOf(std::string_view kind)
    {
        std::vector<std::string> out;
        for (const BatchTable& table : tablesOf(kind)) {
            out.emplace_back(table.name);
            for (const std::string_view child : table.children)
                out.emplace_back(child.substr(0, child.find('.')));
        }
        return out;
    }

    /// A question that finds a row which stands on the batch and does not belong to it.
    struct Use {
        std::string_view kind;
        std::string_view table;
        std::string_view sql;
    };

    constexpr Use kUses[] = {
        {"units", "asset",
            "SELECT count(*) FROM unit u JOIN asset a ON a.unit_id = u.id WHERE u.batch_id = ?"},
        {"units", "person",
            "SELECT count(*) FROM unit u JOIN person p ON p.unit_id = u.id WHERE u.batch_id = ?"},
        {"units", "place",
            "SELECT count(*) FROM unit u JOIN place p ON p.unit_id = u.id WHERE u.batch_id = ?"},
        {"units", "count_sheet",
            "SELECT count(*) FROM unit u JOIN count_sheet s ON s.unit_id = u.id WHERE u.batch_id = ?"},
        {"units", "certificate",
            "SELECT count(*) FROM unit u JOIN certificate c ON c.right_holder_id = u.id WHERE u.batch_id = "
            "?"},
        {"people", "asset",
            "SELECT count(*) FROM asset a JOIN person p ON p.id = a.user_id OR p.id = a.keeper_id WHERE "
            "p.batch_id = ?"},
        {"places", "asset",
            "SELECT count(*) FROM asset a JOIN place p ON p.id = a.place_id WHERE p.batch_id = ?"},
        {"places", "room",
            "SELECT count(*) FROM place p JOIN room r ON r.place_id = p.id WHERE p.batch_id = ?"},
        {"places", "room_allocation",
            "SELECT count(*) FROM place p JOIN room_allocation r ON r.place_id = p.id WHERE p.batch_id = ?"},
        {"places", "certificate",
            "SELECT count(*) FROM place p JOIN certificate_building c ON c.place_id = p.id WHERE p.batch_id "
            "= ?"},
        {"places", "room_occupant",
            "SELECT count(*) FROM place p JOIN room_occupant o ON o.place_id = p.id WHERE p.batch_id = ?"},
        {"people", "room_occupant",
            "SELECT count(*) FROM person p JOIN room_occupant o ON o.person_id = p.id WHERE p.batch_id = ?"},
        {"places", "floor_plan",
            "SELECT count(*) FROM place p JOIN floor_plan f ON f.place_id = p.id WHERE p.batch_id = ?"},
        {"places", "repair",
            "SELECT count(*) FROM place p JOIN repair r ON r.place_id = p.id WHERE p.batch_id = ?"},
        {"rooms", "room_change",
            "SELECT count(*) FROM room_change c JOIN room r ON r.place_id = c.place_id WHERE r.batch_id = ?"},
        {"allocations", "use_certificate_reissue",
            "SELECT count(*) FROM use_certificate_reissue w JOIN room_allocation a ON a.certificate_no = w.old_no WHERE "
            "a.batch_id = ?"},
        {"assets", "sheet_line",
            "SELECT count(*) FROM sheet_line l JOIN asset a ON a.id = l.asset_id WHERE a.batch_id = ?"},
        {"assets", "book_entry",
            "SELECT count(*) FROM book_entry e JOIN asset a ON a.id = e.asset_id WHERE a.batch_id = ?"},
        {"assets", "asset_event",
            "SELECT count(*) FROM asset_event e JOIN asset a ON a.id = e.asset_id WHERE a.batch_id = ?"},
    };

    std::string owner()
    {
        std::array<char, 65> host {};
        gethostname(host.data(), host.size() - 1);
        return std::string(host.data()) + ':' + std::to_string(getpid());
    }

    /// Whether the program that was loading is certainly gone.
    bool isGone(const std::string& batchOwner, std::int64_t heartbeat, std::int64_t now)
    {
        const auto colon = batchOwner.rfind(':');
        const std::string self = owner();
        int pid = 0;
        std::from_chars(batchOwner.data() + colon + 1, batchOwner.data() + batchOwner.size(), pid);
        if (batchOwner.substr(0, colon) == self.substr(0, self.rfind(':')))
            return pid == getpid() || (kill(pid, 0) != 0 && errno == ESRCH);
        return now - heartbeat > kSilentMilliseconds;
    }

    std::int64_t firstInteger(Bulk& bulk, const std::string& sql, const std::vector<std::int64_t>& values)
    {
        const auto rows = bulk.stream(sql, values);
        return rows->next() ? rows->integer(0) : 0;
    }

} // namespace

int ImportBatches::recover()
{
    struct Interrupted {
        std::int64_t id;
        std::string kind;
        std::string owner;
        std::int64_t heartbeat;
    };
    std::vector<Interrupted> found;
    {
        const auto rows = m_session.bulk().stream(
            "SELECT id, kind, owner, heartbeat_at FROM import_batch WHERE state = 'loading' ORDER BY id", {});
        while (rows->next())
            found.push_back(
                {rows->integer(0), std::string(rows->text(1)), std::string(rows->text(2)), rows->integer(3)});
    }
    const std::int64_t now = (m_session.newId() >> 22) + 1577836800000;
    int recovered = 0;
    for (const Interrupted& batch : found) {
        if (!isGone(batch.owner, batch.heartbeat, now))
            continue;
        removeRows(BatchId {batch.id}, batch.kind);
        completeIndexes(batch.kind);
        setState(BatchId {batch.id}, "undone");
        ++recovered;
    }
    return recovered;
}

std::vector<ImportBatches::Row> ImportBatches::list(BatchId before, std::int64_t most)
{
    std::vector<Row> out;
    if (m_scope != Scope::everything())
        return out;
    const auto rows = m_session.bulk().stream(
        "SELECT id, kind, file_name, state, row_count, warning_count, started_at, COALESCE(finished_at, 0) "
        "FROM import_batch WHERE id < ? ORDER BY id DESC LIMIT ?",
        {before.value == 0 ? std::numeric_limits<std::int64_t>::max() : before.value, most});
    while (rows->next())
        out.push_back({BatchId {rows->integer(0)}, std::string(rows->text(1)), std::string(rows->text(2)),
            std::string(rows->text(3)), rows->integer(4), rows->integer(5), rows->integer(6),
            rows->integer(7)});
    return out;
}

void ImportBatches::begin(BatchId batch, const Start& start, std::int64_t firstId)
{
    guarded("begin the import", [&] {
        const std::string who = owner();
        m_session.sql() << "INSERT INTO import_batch (id, kind, file_name, state, row_count, warning_count, "
                           "owner, first_id, "
                           "last_id, started_at, heartbeat_at) VALUES (:id, :kind, :file, 'loading', 0, "
                           ":warnings, :owner, "
                           ":first, 0, :started, :alive)",
            soci::use(batch.value, "id"), soci::use(start.kind, "kind"), soci::use(start.fileName, "file"),
            soci::use(start.warnings, "warnings"), soci::use(who, "owner"), soci::use(firstId, "first"),
            soci::use(start.now, "started"), soci::use(start.now, "alive");
    });
}

void ImportBatches::putIndexesOff(std::string_view kind) { dropIndexesOfEmpty(m_session, allTablesOf(kind)); }

void ImportBatches::completeIndexes(std::string_view kind) { makeIndexes(m_session, allTablesOf(kind)); }

void ImportBatches::heartbeat(BatchId batch, std::int64_t now)
{
    m_session.bulk().execute("UPDATE import_batch SET heartbeat_at = ? WHERE id = ?", {now, batch.value});
}

void ImportBatches::apply(BatchId batch, std::int64_t rows, std::int64_t lastId, std::int64_t now)
{
    guarded("finish the import", [&] {
        UnitOfWork work(m_session);
        m_session.audit().note({"imports/" + std::to_string(batch.value), "loading", "applied"});
        m_session.sql() << "UPDATE import_batch SET state = 'applied', row_count = :rows, last_id = :last, "
                           "finished_at = :at WHERE id = :id AND state = 'loading'",
            soci::use(rows, "rows"), soci::use(lastId, "last"), soci::use(now, "at"),
            soci::use(batch.value, "id");
        work.commit();
    });
}

void ImportBatches::setState(BatchId batch, const std::string& state)
{
    guarded("change the batch", [&] {
        m_session.sql() << "UPDATE import_batch SET state = :state WHERE id = :id", soci::use(state, "state"),
            soci::use(batch.value, "id");
    });
}

Result<void> ImportBatches::checkUnused(BatchId batch, std::string_view kind)
{
    for (const Use& use : kUses)
        if (use.kind == kind)
            if (const auto rows = firstInteger(m_session.bulk(), std::string(use.sql), {batch.value});
                rows > 0)
                return fail(ErrorCode::Conflict, "import.undo_in_use",
                    std::string(use.table) + " " + std::to_string(rows));
    return {};
}

bool ImportBatches::reaches(BatchId batch, std::string_view kind)
{
    if (m_scope == Scope::everything())
        return true;
    if (kind != "ledger")
        return false;
    const auto rows = [&](const ScopeCondition& condition) {
        return firstInteger(m_session.bulk(),
            "SELECT count(*) FROM ledger_balance t WHERE t.batch_id = ?" + condition.positional(),
            condition.valuesBehind({batch.value}));
    };
    const std::int64_t all = rows(ScopeCondition(Scope::everything(), "t.unit_id"));
    return all > 0 && all == rows(ScopeCondition(m_scope, "t.unit_id"));
}

Result<std::string> ImportBatches::checkUndo(BatchId batch)
{
    std::string kind;
    std::string state;
    guarded("find the batch", [&] {
        m_session.sql() << "SELECT kind, state FROM import_batch WHERE id = :id",
            soci::use(batch.value, "id"), soci::into(kind), soci::into(state);
    });
    if (kind.empty() || !reaches(batch, kind))
        return fail(ErrorCode::NotFound, "import.no_batch", std::to_string(batch.value));
    if (state != "applied")
        return fail(ErrorCode::Conflict, "import.undone_already", std::to_string(batch.value));
    if (auto unused = checkUnused(batch, kind); !unused)
        return fail(unused.error());
    return kind;
}

Result<void> ImportBatches::undo(BatchId batch)
{
    const auto kind = checkUndo(batch);
    if (!kind)
        return fail(kind.error());
    // From here the rows are hidden at once; should this program die, the next import finishes the work.
    guarded("take the batch back", [&] {
        const std::string who = owner();
        UnitOfWork work(m_session);
        m_session.audit().note({"imports/" + std::to_string(batch.value), "applied", "undone"});
        m_session.sql() << "UPDATE import_batch SET state = 'loading', owner = :owner WHERE id = :id",
            soci::use(who, "owner"), soci::use(batch.value, "id");
        work.commit();
    });
    removeRows(batch, *kind);
    setState(batch, "undone");
    return {};
}

void ImportBatches::removeRows(BatchId batch, std::string_view kind)
{
    Bulk& bulk = m_session.bulk();
    const std::int64_t firstId
        = firstInteger(bulk, "SELECT first_id FROM import_batch WHERE id = ?", {batch.value});
    for (const BatchTable& table : tablesOf(kind)) {
        const std::string name(table.name);
        const std::string key(table.key);
        // Ids of a batch lie above its first; a room's key is the place's, which is older.
        std::int64_t from = table.key == "id" ? firstId : 0;
        const std::string pieceEnd = "SELECT COALESCE(MAX(k), 0) FROM (SELECT " + key + " AS k FROM " + name
            + " WHERE " + key + " > ? AND batch_id = ? ORDER BY " + key + " LIMIT 5000) piece";
        const std::string ofPiece = " WHERE " + key + " > ? AND " + key + " <= ? AND batch_id = ?";
        while (const std::int64_t to = firstInteger(bulk, pieceEnd, {from, batch.value})) {
            BulkTransaction piece(bulk);
            for (const std::string_view child : table.children) {
                const auto dot = child.find('.');
                bulk.execute("DELETE FROM " + std::string(child.substr(0, dot)) + " WHERE "
                        + std::string(child.substr(dot + 1)) + " IN (SELECT " + key + " FROM " + name
                        + ofPiece + ")",
                    {from, to, batch.value});
            }
            bulk.execute("DELETE FROM " + name + ofPiece, {from, to, batch.value});
            piece.commit();
            from = to;
        }
    }
}

} // namespace guanwu
