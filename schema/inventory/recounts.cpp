#include "schema/inventory/recounts.h"

#include "schema/access/scope_condition.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"
#include "schema/connection/unit_of_work.h"

#include <algorithm>

namespace guanwu {

namespace {

    // Answered and wrong lines are counted, never stored: there are few.
    constexpr std::string_view kSelect
        = "SELECT r.id, r.seed, r.sheet_lines, r.sample_size, r.confidence, r.created_by, r.created_at, "
          "(SELECT count(*) FROM recount_line l WHERE l.recount_id = r.id AND l.outcome IS NOT NULL), "
          "(SELECT count(*) FROM recount_line l WHERE l.recount_id = r.id AND l.outcome <> 'agrees') "
          "FROM recount r JOIN count_sheet s ON s.id = r.sheet_id WHERE r.sheet_id = ";
    constexpr std::size_t kColumns = 9;

    constexpr std::string_view kLines
        = "SELECT l.asset_id, b.asset_no, b.name, p.code, p.name, l.outcome, l.note, l.answered_by, "
          "l.answered_at FROM recount r JOIN count_sheet s ON s.id = r.sheet_id "
          "JOIN recount_line l ON l.recount_id = r.id "
          "JOIN sheet_line b ON b.sheet_id = r.sheet_id AND b.asset_id = l.asset_id "
          "LEFT JOIN place p ON p.id = b.place_id WHERE r.id = ";
    constexpr std::size_t kLineColumns = 9;

} // namespace

std::vector<Recount> Recounts::read(Query& query)
{
    std::vector<Recount> out;
    while (query.next(kColumns))
        out.push_back(
            {query.integer(0), query.integer(1), query.integer(2), query.integer(3), query.integer(4),
                query.integer(7), query.integer(8), query.text(5), fromInstantColumn(query.integer(6))});
    return out;
}

std::vector<std::int64_t> Recounts::assetsOf(SheetId sheet)
{
    std::vector<std::int64_t> out;
    Query query(m_session);
    query.add("SELECT l.asset_id FROM sheet_line l WHERE l.sheet_id = ", sheet.value)
        .add(" ORDER BY l.asset_id");
    while (query.next(1))
        out.push_back(query.integer(0));
    return out;
}

Result<Recount> Recounts::draw(const CountSheet& sheet, const RecountDraw& draw)
{
    if (!mayChange(sheet))
        return fail(ErrorCode::NotFound, "inventory.no_sheet", sheet.unitCode);
    if (auto sound = checkDraw(draw); !sound)
        return fail(sound.error());
    Recount recount;
    recount.seed = draw.seed;
    recount.confidence = draw.goal.confidence;
    recount.createdBy = draw.by;
    recount.createdAt = draw.at;
    const auto store = [&]() -> Result<Recount> {
        UnitOfWork work(m_session);
        const auto assets = assetsOf(sheet.id);
        if (assets.empty())
            return fail(ErrorCode::RuleViolated, "recount.no_lines", sheet.unitCode);
        recount.id = m_session.newId();
        recount.sheetLines = static_cast<std::int64_t>(assets.size());
        const std::int64_t wanted = draw.size ? *draw.size : recountSize(recount.sheetLines, draw.goal);
        recount.size = std::min({wanted, recount.sheetLines, kMostRecounted});
        insertRow(m_session, "recount",
            {{"id", recount.id}, {"sheet_id", sheet.id.value}, {"open_sheet_id", sheet.id.value},
                {"seed", recount.seed}, {"sheet_lines", recount.sheetLines}, {"sample_size", recount.size},
                {"confidence", recount.confidence}, {"created_by", recount.createdBy},
                {"created_at", toInstantColumn(recount.createdAt)}});
        for (const std::int64_t line :
            sampleOf(recount.sheetLines, recount.size, static_cast<std::uint64_t>(recount.seed)))
            insertRow(m_session, "recount_line",
                {{"recount_id", recount.id}, {"asset_id", assets[static_cast<std::size_t>(line)]}});
        work.commit();
        return recount;
    };
    try {
        return retrying(m_session, store);
    } catch (const DuplicateKey&) {
        return fail(ErrorCode::Conflict, "recount.open", sheet.unitCode);
    }
}

std::vector<Recount> Recounts::ofSheet(SheetId sheet)
{
    Query query(m_session);
    query.add(kSelect, sheet.value).add(ScopeCondition(m_scope, "s.unit_id")).add(" ORDER BY r.id DESC");
    return read(query);
}

Result<Recount> Recounts::find(SheetId sheet, std::int64_t id)
{
    Query query(m_session);
    query.add(kSelect, sheet.value).add(" AND r.id = ", id).add(ScopeCondition(m_scope, "s.unit_id"));
    auto found = read(query);
    if (found.empty())
        return fail(ErrorCode::NotFound, "recount.not_found", std::to_string(id));
    return std::move(found.front());
}

std::vector<RecountLine> Recounts::lines(const Recount& recount)
{
    std::vector<RecountLine> out;
    Query query(m_session);
    query.add(kLines, recount.id).add(ScopeCondition(m_scope, "s.unit_id", "b.department_id"));
    query.add(" ORDER BY l.asset_id");
    while (query.next(kLineColumns)) {
        RecountLine line;
        line.asset = AssetId {query.integer(0)};
        line.assetNo = query.text(1);
        line.name = query.text(2);
        line.place = query.text(3);
        line.placeName = query.text(4);
        line.outcome = storedTokenOrNone(kRecountOutcomes, query.text(5));
        line.note = query.text(6);
        line.by = query.text(7);
        if (!query.isNull(8))
            line.at = fromInstantColumn(query.integer(8));
        out.push_back(std::move(line));
    }
    return out;
}

std::optional<std::int64_t> Recounts::assetIn(
    const Recount& recount, SheetId sheet, const std::string& assetNo)
{
    Query query(m_session);
    query.add("SELECT l.asset_id FROM recount_line l JOIN sheet_line b ON b.asset_id = l.asset_id "
              "WHERE l.recount_id = ",
        recount.id);
    query.add(" AND b.sheet_id = ", sheet.value).add(" AND b.asset_no = ", assetNo);
    return query.next(1) ? std::optional(query.integer(0)) : std::nullopt;
}

Result<void> Recounts::answer(
    const CountSheet& sheet, const Recount& recount, const std::string& assetNo, const RecountLine& found)
{
    if (!mayChange(sheet))
        return fail(ErrorCode::NotFound, "inventory.no_sheet", sheet.unitCode);
    return retrying(m_session, [&]() -> Result<void> {
        UnitOfWork work(m_session);
        const auto asset = assetIn(recount, sheet.id, assetNo);
        if (!asset)
            return fail(ErrorCode::NotFound, "recount.no_line", assetNo);
        Query update(m_session);
        update.add("UPDATE recount_line SET outcome = ", tokenRow(kRecountOutcomes, *found.outcome).token);
        update.add(", note = ", SqlValue::textOrNull(found.note)).add(", answered_by = ", found.by);
        update.add(", answered_at = ", toInstantColumn(*found.at));
        update.add(" WHERE recount_id = ", recount.id).add(" AND asset_id = ", *asset);
        update.run();
        Query close(m_session);
        close.add("UPDATE recount SET open_sheet_id = NULL WHERE id = ", recount.id);
        close.add(" AND NOT EXISTS (SELECT 1 FROM recount_line l WHERE l.outcome IS NULL AND l.recount_id = ",
            recount.id);
        close.add(")").run();
        work.commit();
        return {};
    });
}

std::unordered_map<std::int64_t, RecountState> Recounts::states(TaskId task)
{
    std::unordered_map<std::int64_t, RecountState> out;
    Query query(m_session);
    query.add("SELECT r.sheet_id, count(r.open_sheet_id) FROM count_sheet s JOIN recount r ON r.sheet_id = "
              "s.id WHERE s.task_id = ",
        task.value);
    query.add(ScopeCondition(m_scope, "s.unit_id")).add(" GROUP BY r.sheet_id");
    while (query.next(2))
        out[query.integer(0)] = query.integer(1) > 0 ? RecountState::Open : RecountState::Complete;
    return out;
}

RecountState Recounts::state(SheetId sheet)
{
    Query query(m_session);
    query.add("SELECT count(*), count(r.open_sheet_id) FROM recount r JOIN count_sheet s ON s.id = "
              "r.sheet_id WHERE r.sheet_id = ",
        sheet.value);
    query.add(ScopeCondition(m_scope, "s.unit_id"));
    if (!query.next(2) || query.integer(0) == 0)
        return RecountState::None;
    return query.integer(1) > 0 ? RecountState::Open : RecountState::Complete;
}

} // namespace guanwu
