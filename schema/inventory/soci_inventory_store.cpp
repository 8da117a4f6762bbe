#include "schema/inventory/soci_inventory_store.h"

#include "core/values/calendar.h"
#include "schema/access/scope_condition.h"
#include "schema/audit/audit_trail.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"
#include "schema/connection/unit_of_work.h"

#include <algorithm>
#include <soci/soci.h>
#include <stdexcept>

namespace guanwu {

namespace {

    struct TaskRow {
        long long id = 0;
        std::string taskNo;
        std::string name;
        std::string baseDate;
        std::string state;
        long long revision = 0;

        [[nodiscard]] InventoryTask toTask() const
        {
            InventoryTask task;
            task.id = TaskId {id};
            task.taskNo = taskNo;
            task.name = name;
            task.baseDate = fromDayColumn(baseDate).value_or(std::chrono::year_month_day {});
            task.state = storedToken(kSheetStates, state);
            task.revision = revision;
            return task;
        }
    };

    constexpr std::string_view kSelectSheets
        = "SELECT s.id, s.task_id, s.unit_id, s.state, s.stale, s.revision, u.code, u.name, p.name FROM "
          "inventory_task t JOIN count_sheet s ON s.task_id = t.id JOIN unit u ON u.id = s.unit_id LEFT JOIN "
          "unit p ON p.id = u.parent_id WHERE ";

} // namespace

SociInventoryStore::SociInventoryStore(Session& session, const Scope& scope)
    : m_session(session)
    , m_scope(scope)
{
}

SociInventoryStore::Right SociInventoryStore::rightOn(SheetId sheet)
{
    if (m_scope.reach() == Scope::Reach::Everything)
        return Right::Change;
    if (const auto known = m_rights.find(sheet.value); known != m_rights.end())
        return known->second;
    return guarded("look whose sheet it is", [&] {
        const ScopeCondition scope(m_scope, "s.unit_id");
        long long unit = 0;
        auto question = (m_session.sql().prepare
                << "SELECT s.unit_id FROM count_sheet s WHERE s.id = :sheet" + scope.named(),
            soci::use(sheet.value, "sheet"), soci::into(unit));
        scope.bindTo(question);
        soci::statement query(question);
        const bool isThere = query.execute(true);
        const Right right = !isThere                                 ? Right::None
            : m_scope.mayChange(UnitId {unit}, m_scope.department()) ? Right::Change
                                                                     : Right::Read;
        return m_rights[sheet.value] = right;
    });
}

void SociInventoryStore::requireChange(SheetId sheet)
{
    if (rightOn(sheet) != Right::Change)
        throw std::logic_error("a count sheet outside the scope would have been changed");
}

Result<InventoryTask> SociInventoryStore::findTask(const std::string& taskNo)
{
    return guarded("find the task", [&]() -> Result<InventoryTask> {
        TaskRow row;
        m_session.sql()
            << "SELECT id, task_no, name, base_date, state, revision FROM inventory_task WHERE task_no = :no",
            soci::use(taskNo, "no"), soci::into(row.id), soci::into(row.taskNo), soci::into(row.name),
            soci::into(row.baseDate), soci::into(row.state), soci::into(row.revision);
        if (!m_session.sql().got_data())
            return fail(ErrorCode::NotFound, "inventory.no_task", taskNo);
        return row.toTask();
    });
}

std::vector<InventoryTask> SociInventoryStore::tasks()
{
    return guarded("list the tasks", [&] {
        std::vector<InventoryTask> out;
        TaskRow row;
        soci::statement query = (m_session.sql().prepare
                << "SELECT id, task_no, name, base_date, state, revision FROM inventory_task ORDER BY id",
            soci::into(row.id), soci::into(row.taskNo), soci::into(row.name), soci::into(row.baseDate),
            soci::into(row.state), soci::into(row.revision));
        query.execute();
        while (query.fetch())
            out.push_back(row.toTask());
        return out;
    });
}

Result<TaskId> SociInventoryStore::createTask(const InventoryTask& task, std::span<const UnitId> units)
{
    if (m_scope.reach() != Scope::Reach::Everything)
        return fail(ErrorCode::Forbidden, "access.forbidden");
    return guarded("create the task", [&]() -> Result<TaskId> {
        soci::session& sql = m_session.sql();
        const long long id = m_session.newId();
        const std::string baseDate = formatDate(task.baseDate);
        const std::string state(tokenRow(kSheetStates, SheetState::Draft).token);
        const long long createdAt = id >> 22;
        try {
            UnitOfWork work(m_session);
            m_session.audit().note({"tasks/" + task.taskNo, {}, state + ' ' + baseDate});
            sql << "INSERT INTO inventory_task (id, task_no, name, base_date, state, created_at) "
                   "VALUES (:id, :no, :name, :base, :state, :at)",
                soci::use(id, "id"), soci::use(task.taskNo, "no"), soci::use(task.name, "name"),
                soci::use(baseDate, "base"), soci::use(state, "state"), soci::use(createdAt, "at");
            long long sheetId = 0;
            long long unitId = 0;
            soci::statement insert = (sql.prepare << "INSERT INTO count_sheet (id, task_id, unit_id, state) "
                                                     "VALUES (:id, :task, :unit, :state)",
                soci::use(sheetId, "id"), soci::use(id, "task"), soci::use(unitId, "unit"),
                soci::use(state, "state"));
            for (const UnitId unit : units) {
                sheetId = m_session.newId();
                unitId = unit.value;
                insert.execute(true);
            }
            work.commit();
        } catch (const StorageError&) {
            throw;
        } catch (...) {
            try {
                rethrowAsStorageError("create the task");
            } catch (const DuplicateKey&) {
                return fail(ErrorCode::Conflict, "inventory.task_exists", task.taskNo);
            }
        }
        return TaskId {id};
    });
}

std::vector<CountSheet> SociInventoryStore::sheets(TaskId task)
{
    Query query(m_session);
    query.add(kSelectSheets).add("s.task_id = ", task.value);
    return listed(query);
}

Result<std::vector<CountSheet>> SociInventoryStore::sheets(const std::string& taskNo)
{
    Query query(m_session, Query::Lifetime::Kept);
    query.add(kSelectSheets).add("t.task_no = ", taskNo);
    auto out = listed(query);
    if (out.empty())
        if (const auto task = findTask(taskNo); !task)
            return fail(task.error());
    return out;
}

std::vector<CountSheet> SociInventoryStore::listed(Query& query)
{
    query.add(ScopeCondition(m_scope, "s.unit_id")).add(" ORDER BY u.code");
    std::vector<CountSheet> out;
    while (query.next(9)) {
        CountSheet& sheet = out.emplace_back();
        sheet.id = SheetId {query.integer(0)};
        sheet.task = TaskId {query.integer(1)};
        sheet.unit = UnitId {query.integer(2)};
        sheet.state = storedToken(kSheetStates, query.text(3));
        sheet.stale = query.integer(4);
        sheet.revision = query.integer(5);
        sheet.unitCode = query.text(6);
        sheet.unitName = query.text(7);
        sheet.parentName = query.text(8);
    }
    return out;
}

std::optional<SheetState> SociInventoryStore::slowestState(TaskId task)
{
    return guarded("look how far the task is", [&] {
        std::optional<SheetState> slowest;
        std::string text;
        soci::statement query
            = (m_session.sql().prepare << "SELECT DISTINCT state FROM count_sheet WHERE task_id = :task",
                soci::use(task.value, "task"), soci::into(text));
        query.execute();
        while (query.fetch()) {
            const SheetState state = storedToken(kSheetStates, text);
            slowest = std::min(slowest.value_or(state), state);
        }
        return slowest;
    });
}

Result<void> SociInventoryStore::moveSheet(const CountSheet& sheet, SheetState to, const std::string& reason)
{
    const Right right = rightOn(sheet.id);
    // What a unit has signed is reviewed by the one above it, which changes nothing else of it. Whether the
    // sheet is still signed the revision says.
    const bool reviews = right == Right::Read && m_scope.reach() == Scope::Reach::UnitAndSubordinates
        && sheet.state == SheetState::UnitChecked && to == SheetState::DeptReviewed;
    if (right != Right::Change && !reviews)
        return fail(ErrorCode::NotFound, "inventory.no_sheet", sheet.unitCode);
    return guarded("move the count sheet", [&]() -> Result<void> {
        soci::session& sql = m_session.sql();
        const std::string state(tokenRow(kSheetStates, to).token);
        UnitOfWork work(m_session);
        m_session.audit().note({"sheets/" + sheet.unitCode,
            std::string(tokenRow(kSheetStates, sheet.state).token) + ' ' + std::to_string(sheet.revision),
            state + ' ' + std::to_string(sheet.revision + 1)});
        soci::statement update = (sql.prepare
                << "UPDATE count_sheet SET state = :state, state_reason = :reason, stale = stale + 1, "
                   "revision = revision + 1 WHERE id = :id AND revision = :revision",
            soci::use(state, "state"), soci::use(reason, "reason"), soci::use(sheet.id.value, "id"),
            soci::use(sheet.revision, "revision"));
        update.execute(true);
        if (update.get_affected_rows() != 1)
            return fail(ErrorCode::StaleRevision, "inventory.sheet_changed", sheet.unitCode);
        // Events that came after the sheet was signed are taken up again once it is open.
        if (takesEvents(to))
            sql << "UPDATE scan_event SET late = 0 WHERE sheet_id = :id AND late = 1",
                soci::use(sheet.id.value, "id");
        work.commit();
        return {};
    });
}

Result<void> SociInventoryStore::moveTask(const InventoryTask& task, SheetState to)
{
    return guarded("move the task", [&]() -> Result<void> {
        const std::string state(tokenRow(kSheetStates, to).token);
        UnitOfWork work(m_session);
        m_session.audit().note({"tasks/" + task.taskNo,
            std::string(tokenRow(kSheetStates, task.state).token) + ' ' + std::to_string(task.revision),
            state + ' ' + std::to_string(task.revision + 1)});
        soci::statement update = (m_session.sql().prepare
                << "UPDATE inventory_task SET state = :state, revision = revision + 1 "
                   "WHERE id = :id AND revision = :revision",
            soci::use(state, "state"), soci::use(task.id.value, "id"), soci::use(task.revision, "revision"));
        update.execute(true);
        if (update.get_affected_rows() != 1)
            return fail(ErrorCode::StaleRevision, "inventory.task_changed", task.taskNo);
        work.commit();
        return {};
    });
}

std::optional<CardElsewhere> SociInventoryStore::findCard(const InventoryTask& task, const std::string& code)
{
    return guarded("find the card", [&]() -> std::optional<CardElsewhere> {
        soci::session& sql = m_session.sql();
        long long asset = 0;
        CardElsewhere card;
        bool found = false;
        for (const std::string& form : codeForms(code)) {
            // A number of the registry goes before a legacy number that reads the same.
            sql << "SELECT a.id, a.asset_no, u.code FROM registered_asset a JOIN unit u ON u.id = a.unit_id "
                   "WHERE a.asset_no = :no",
                soci::use(form, "no"), soci::into(asset), soci::into(card.assetNo), soci::into(card.unit);
            found = sql.got_data();
            if (!found) {
                sql << "SELECT a.id, a.asset_no, u.code FROM registered_asset a JOIN unit u ON u.id = "
                       "a.unit_id "
                       "WHERE a.legacy_no = :no ORDER BY a.asset_no LIMIT 1",
                    soci::use(form, "no"), soci::into(asset), soci::into(card.assetNo), soci::into(card.unit);
                found = sql.got_data();
            }
            if (found)
                break;
        }
        if (!found)
            return std::nullopt;
        std::string sheetUnit;
        sql << "SELECT u.code FROM count_sheet s JOIN sheet_line l ON l.sheet_id = s.id AND l.asset_id = "
               ":asset "
               "JOIN unit u ON u.id = s.unit_id WHERE s.task_id = :task LIMIT 1",
            soci::use(asset, "asset"), soci::use(task.id.value, "task"), soci::into(sheetUnit);
        card.inTask = sql.got_data();
        if (card.inTask)
            card.unit = sheetUnit;
        return card;
    });
}

} // namespace guanwu
