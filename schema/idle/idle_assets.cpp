#include "schema/idle/idle_assets.h"

#include "core/values/calendar.h"
#include "schema/access/scope_condition.h"
#include "schema/audit/audit_trail.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"
#include "schema/connection/unit_of_work.h"

namespace guanwu {

namespace {

// Whether a certificate is encumbered so, by its state or by what is entered on it and not released.
#define GUANWU_ENCUMBERED(state, kind)                                                                       \
    "CASE WHEN c.state = '" state "' OR EXISTS (SELECT 1 FROM title_encumbrance x WHERE x.certificate_id = " \
    "c.id AND x.released_on IS NULL AND x.kind = '" kind "') THEN 1 ELSE 0 END, "

#define GUANWU_NOTE_COLUMNS                                                                                  \
    "n.reason, n.idle_condition, n.way, n.expected_fen, n.measure, n.responsible, n.due_on, "               \
    "n.remark, n.revision"

    // The certificates of an estate are those that name it; several buildings on one have a share each, which
    // no record splits, so a certificate of one building only gives its land share.
    constexpr std::string_view kLines
        = "SELECT a.id, a.asset_no, a.name, a.class_code, a.model, a.card_kind, u.code, u.name, uu.name, "
          "COALESCE(e.address, p.name), a.quantity, e.floor_m2_x100, v.original_fen, v.depreciation_base_fen, "
          "v.depreciation_from, v.depreciation_months, v.depreciation_opening_fen, a.idle_since, e.cert_no, "
          "e.title_state, e.safety_grade, c.land_share_m2_x100, c.incomplete, e.land_m2_x100, " GUANWU_ENCUMBERED(
              "mortgaged", "mortgage") GUANWU_ENCUMBERED("sealed", "seizure")
              GUANWU_ENCUMBERED("disputed", "dispute") GUANWU_NOTE_COLUMNS
        " FROM registered_asset a JOIN asset_value v ON v.asset_id = a.id JOIN unit u ON u.id = a.unit_id "
        "JOIN unit uu ON uu.id = a.using_unit_id LEFT JOIN place p ON p.id = a.place_id "
        "LEFT JOIN asset_estate e ON e.asset_id = a.id LEFT JOIN certificate c ON c.cert_no = e.cert_no "
        "LEFT JOIN idle_note n ON n.asset_id = a.id "
        "WHERE a.unit_id = ";
    constexpr int kNote = 27; ///< first column of the note
    constexpr std::size_t kColumns = 36;

    std::optional<Money> moneyOrNone(const std::optional<std::int64_t>& fen)
    {
        return fen ? std::optional(Money::fromFen(*fen)) : std::nullopt;
    }

    IdleNote readNote(const Query& row, std::size_t first)
    {
        IdleNote note;
        if (row.isNull(first))
            return note;
        note.reason = storedToken(kIdleReasons, row.text(first));
        note.condition = storedToken(kIdleConditions, row.text(first + 1));
        note.way = storedToken(kProposedWays, row.text(first + 2));
        note.expectedIncome = moneyOrNone(row.integerOrNone(first + 3));
        note.measure = row.text(first + 4);
        note.responsible = row.text(first + 5);
        note.dueOn = fromDayColumn(row.text(first + 6));
        note.remark = row.text(first + 7);
        note.revision = row.integer(first + 8);
        return note;
    }

    IdleLine readLine(const Query& row)
    {
        IdleLine line;
        line.asset = AssetId {row.integer(0)};
        line.assetNo = row.text(1);
        line.name = row.text(2);
        line.classCode = row.text(3);
        line.model = row.text(4);
        line.kind = storedToken(kCardKinds, row.text(5));
        line.unitCode = row.text(6);
        line.unitName = row.text(7);
        line.usingUnitName = row.text(8);
        line.location = row.text(9);
        line.quantity = row.integer(10);
        line.floorArea = Area::fromHundredths(row.integer(11));
        line.original = Money::fromFen(row.integer(12));
        line.schedule.base = Money::fromFen(row.integer(13));
        line.schedule.from = fromMonthColumn(row.integer(14));
        line.schedule.months = static_cast<std::int32_t>(row.integer(15));
        line.schedule.opening = Money::fromFen(row.integer(16));
        line.idleSince = *fromDayColumn(row.text(17));
        line.certificateNo = row.text(18);
        line.title = storedTokenOrNone(kTitleStates, row.text(19));
        line.safety = storedTokenOrNone(kSafetyGrades, row.text(20));
        line.landShare = Area::fromHundredths(row.isNull(21) ? row.integer(23) : row.integer(21));
        line.isCertificateIncomplete = row.integer(22) != 0;
        line.isMortgaged = row.integer(24) != 0;
        line.isSealed = row.integer(25) != 0;
        line.isDisputed = row.integer(26) != 0;
        line.note = readNote(row, kNote);
        return line;
    }

    ColumnValues noteColumns(const IdleNote& note)
    {
        return {{"reason", tokenRow(kIdleReasons, note.reason).token},
            {"idle_condition", tokenRow(kIdleConditions, note.condition).token},
            {"way", tokenRow(kProposedWays, note.way).token},
            {"expected_fen",
                note.expectedIncome ? SqlValue(note.expectedIncome->fen()) : SqlValue()},
            {"measure", SqlValue::textOrNull(note.measure)},
            {"responsible", SqlValue::textOrNull(note.responsible)},
            {"due_on", SqlValue::dayOrNull(note.dueOn)},
            {"remark", SqlValue::textOrNull(note.remark)}};
    }

} // namespace

std::vector<std::int64_t> IdleAssets::units(const IdleQuery& asked)
{
    std::vector<std::int64_t> out;
    Query query(m_session);
    query.add("SELECT u.id FROM unit u WHERE 1 = 1");
    if (!asked.unitCode.empty())
        query.add(" AND u.code = ", asked.unitCode);
    if (!asked.afterUnit.empty())
        query.add(" AND u.code >= ", asked.afterUnit);
    query.add(ScopeCondition(m_scope, "u.id")).add(" ORDER BY u.code");
    while (query.next(1))
        out.push_back(query.integer(0));
    return out;
}

std::unique_ptr<Query> IdleAssets::ofUnit(std::int64_t unit, const IdleQuery& asked)
{
    auto query = std::make_unique<Query>(m_session);
    query->add(kLines, unit);
    addConditions(*query, asked);
    query->add(" ORDER BY a.asset_no");
    return query;
}

void IdleAssets::addConditions(Query& query, const IdleQuery& asked)
{
    query.add(" AND a.idle_since <= ", formatDate(asked.on)).add(" AND a.use_state = 'idle'");
    if (!asked.classPrefix.empty())
        query.add(" AND a.class_code >= ", asked.classPrefix)
            .add(" AND a.class_code < ", asked.classPrefix + "~");
    if (asked.way == ProposedWay::Undecided)
        query.add(" AND (n.way IS NULL OR n.way = 'undecided')");
    else if (asked.way)
        query.add(" AND n.way = ", tokenRow(kProposedWays, *asked.way).token);
    if (asked.isEstate)
        query.add(*asked.isEstate ? " AND a.card_kind IN ('building', 'land')"
                                  : " AND a.card_kind NOT IN ('building', 'land')");
    if (!asked.afterUnit.empty())
        query.add(" AND (u.code > ", asked.afterUnit).add(" OR a.asset_no > ", asked.afterAsset).add(")");
    query.add(ScopeCondition(m_scope, "a.unit_id", "a.department_id"));
}

std::function<bool(IdleLine&)> IdleAssets::lines(const IdleQuery& asked)
{
    // Unit after unit: the whole city at once would be sorted by the store, and held by the client library.
    struct Position {
        std::vector<std::int64_t> units;
        std::size_t next = 0;
        std::unique_ptr<Query> rows;
    };
    auto at = std::make_shared<Position>();
    at->units = units(asked);
    return [this, asked, at = std::move(at)](IdleLine& line) {
        for (;;) {
            if (at->rows && at->rows->next(kColumns)) {
                line = readLine(*at->rows);
                return true;
            }
            if (at->next == at->units.size())
                return false;
            at->rows = ofUnit(at->units[at->next++], asked);
        }
    };
}

IdleTotals IdleAssets::totals(const IdleQuery& asked)
{
    IdleTotals totals;
    for (const std::int64_t unit : units(asked)) {
        Query query(m_session);
        query.add("SELECT count(*), COALESCE(SUM(v.original_fen), 0) FROM registered_asset a JOIN asset_value "
                  "v ON v.asset_id = a.id JOIN unit u ON u.id = a.unit_id LEFT JOIN idle_note n ON n.asset_id = a.id "
                  "WHERE a.unit_id = ",
            unit);
        addConditions(query, asked);
        if (query.next(2)) {
            totals.things += query.integer(0);
            totals.original += Money::fromFen(query.integer(1));
        }
    }
    return totals;
}

IdleNote IdleAssets::note(AssetId asset)
{
    Query query(m_session);
    query.add("SELECT " GUANWU_NOTE_COLUMNS " FROM idle_note n WHERE n.asset_id = ", asset.value);
    return query.next(9) ? readNote(query, 0) : IdleNote {};
}

Result<void> IdleAssets::store(AssetId asset, const IdleNote& note)
{
    ColumnValues columns = noteColumns(note);
    m_session.audit().note({"idle-notes/" + std::to_string(asset.value),
        note.revision == 0 ? "" : std::to_string(note.revision), std::to_string(note.revision + 1)});
    if (note.revision == 0) {
        columns.emplace_back("asset_id", asset.value);
        columns.emplace_back("revision", std::int64_t {1});
        try {
            insertRow(m_session, "idle_note", columns);
        } catch (const DuplicateKey&) {
            return fail(ErrorCode::Conflict, "idle.note_changed");
        }
        return {};
    }
    Query update(m_session);
    update.add("UPDATE idle_note SET ");
    for (const auto& [name, value] : columns)
        update.add(name).add(" = ", value).add(", ");
    update.add("revision = revision + 1 WHERE asset_id = ", asset.value)
        .add(" AND revision = ", note.revision);
    if (update.run() != 1)
        return fail(ErrorCode::Conflict, "idle.note_changed");
    return {};
}
#undef GUANWU_NOTE_COLUMNS
#undef GUANWU_ENCUMBERED

} // namespace guanwu
