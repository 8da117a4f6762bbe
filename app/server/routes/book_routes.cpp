// The books: months of depreciation with their lines and vouchers, and the reconciliation with its reasons.
#include "app/books/book_json.h"
#include "app/books/movements.h"
#include "app/books/reconcile.h"
#include "app/books/yearly_moves.h"
#include "app/reporting/report_words.h"
#include "app/server/routes/campaign_call.h"
#include "app/server/routes/paging.h"
#include "app/server/routes/routes.h"
#include "app/server/routes/write_once.h"
#include "app/server/server_context.h"
#include "core/values/calendar.h"
#include "schema/books/reconciliation_store.h"
#include "schema/repositories/units.h"

#include <algorithm>

namespace guanwu {

namespace book_routes {

    using Json = nlohmann::ordered_json;
    using Month = std::chrono::year_month;

    /// The unit and the month that the path names.
    struct BookPlace {
        UnitId unit;
        Month month {};
    };

    Result<BookPlace> placeOf(const RouteCall& call)
    {
        const auto month = parseMonth(call.pathValue("month"));
        const auto unit = findUnit(call.session, call.scope(), call.pathValue("code"));
        if (!unit || !month)
            return fail(!unit ? unit.error() : month.error());
        return BookPlace {*unit, *month};
    }

    Result<Month> monthOf(const std::string& text, Month otherwise)
    {
        return text.empty() ? Result<Month>(otherwise) : parseMonth(text);
    }

    Result<DepreciationPosting::Request> requestOf(const RouteCall& call)
    {
        DepreciationPosting::Request out;
        const auto through = parseMonth(call.text("through"));
        if (!through)
            return fail(through.error());
        out.through = *through;
        if (const auto text = call.text("opening"); !text.empty()) {
            const auto opening = parseMonth(text);
            if (!opening)
                return fail(opening.error());
            out.opening = *opening;
        }
        if (call.has("units"))
            for (const auto& code : call.body["units"]) {
                if (!code.is_string())
                    return fail(ErrorCode::InvalidArgument, "request.type", "units");
                const auto unit = findUnit(call.session, call.scope(), code.get<std::string>());
                if (!unit)
                    return fail(unit.error());
                out.units.push_back(*unit);
            }
        out.actor = call.caller.account.login;
        out.at = call.server.now();
        return out;
    }

    Result<HttpResponse> preview(RouteCall& call)
    {
        const auto request = requestOf(call);
        if (!request)
            return fail(request.error());
        const auto plan = DepreciationPosting(call.session, call.scope()).plan(*request);
        if (!plan)
            return fail(plan.error());
        return jsonResponse({{"units", planJson(*plan, request->through)}});
    }

    /// Safe to send again: what is posted stays, and a posting that was cut off goes on. Where somebody else posts the
    /// same months, what was posted before that was seen is told as done: it is.
    Result<HttpResponse> post(RouteCall& call)
    {
        const auto request = requestOf(call);
        if (!request)
            return fail(request.error());
        DepreciationPosting posting(call.session, call.scope());
        const auto plan = posting.plan(*request);
        if (!plan)
            return fail(plan.error());
        Json months = Json::array();
        bool ties = true;
        bool isAnyStored = false;
        DepreciationPosting::Listener listener;
        listener.piece = [&] { isAnyStored = true; };
        listener.month = [&](const PostedMonth& month) {
            const auto of = std::find_if(
                plan->begin(), plan->end(), [&](const auto& unit) { return unit.unit == month.unit; });
            Json row {{"unit", of == plan->end() ? Json() : Json(of->code)}};
            row.update(monthJson(month));
            months.push_back(std::move(row));
            ties = ties && month.ties();
        };
        const auto posted = posting.run(*request, listener);
        if (!posted && !isAnyStored)
            return fail(posted.error());
        const auto count = months.size();
        return jsonResponse({{"posted", count}, {"ties", ties}, {"months", std::move(months)},
            {"stopped_by", posted ? Json() : Json(posted.error().subject)}});
    }

    Result<HttpResponse> months(RouteCall& call)
    {
        const auto limit = pageLimit(call);
        const auto today = call.server.today();
        const auto before = monthOf(call.queryValue("after"), today.year() / today.month() + std::chrono::years(100));
        const auto unit = findUnit(call.session, call.scope(), call.pathValue("code"));
        if (!limit || !before || !unit)
            return fail(!limit ? limit.error() : !unit ? unit.error() : before.error());
        BookReader reader(call.session, call.scope());
        if (!reader.seesTotals())
            return fail(ErrorCode::Forbidden, "access.forbidden");
        const auto found = reader.months(*unit, *before, *limit + 1);
        Json rows = Json::array();
        Json next;
        for (const PostedMonth& month : found) {
            if (rows.size() == static_cast<std::size_t>(*limit)) {
                next = rows.back()["month"];
                break;
            }
            rows.push_back(monthJson(month));
        }
        return jsonResponse({{"months", rows}, {"next", next}});
    }

    Result<HttpResponse> month(RouteCall& call)
    {
        const auto place = placeOf(call);
        if (!place)
            return fail(place.error());
        BookReader reader(call.session, call.scope());
        const auto month = reader.month(place->unit, place->month);
        if (!month)
            return fail(month.error());
        const auto totals = reader.totals(place->unit, place->month);
        Json out = monthJson(*month);
        out["classes"] = classTotalsJson(totals);
        out["voucher"] = voucherJson(totals);
        return jsonResponse(out);
    }

    Result<HttpResponse> lines(RouteCall& call)
    {
        const auto limit = pageLimit(call);
        const auto start = pageStart(call);
        const auto place = placeOf(call);
        if (!limit || !start || !place)
            return fail(!limit ? limit.error() : !start ? start.error() : place.error());
        std::optional<std::int64_t> classKey;
        if (const auto text = call.queryValue("class_key"); !text.empty()) {
            classKey = wholeNumber(text);
            if (!classKey)
                return fail(ErrorCode::InvalidArgument, "request.type", "class_key");
        }
        BookReader reader(call.session, call.scope());
        if (const auto posted = reader.posted(place->unit, place->month); !posted)
            return fail(posted.error());
        const auto page = reader.page(place->unit, place->month, *start, *limit, classKey);
        Json rows = Json::array();
        for (const PostedLine& line : page.lines)
            rows.push_back(lineJson(line));
        return jsonResponse(
            {{"lines", rows}, {"next", page.next ? Json(std::to_string(*page.next)) : Json()}});
    }

    Result<HttpResponse> movements(RouteCall& call)
    {
        const auto place = placeOf(call);
        if (!place)
            return fail(place.error());
        const auto from = monthOf(call.queryValue("from"), place->month);
        if (!from)
            return fail(from.error());
        if (*from > place->month)
            return fail(ErrorCode::InvalidArgument, "report.months", call.queryValue("from"));
        BookReader reader(call.session, call.scope());
        if (const auto month = reader.month(place->unit, place->month); !month)
            return fail(month.error());
        const auto rows = movementsOf(reader, std::vector {place->unit}, *from, place->month);
        const bool ties = std::all_of(rows.begin(), rows.end(), [](const auto& row) { return row.ties(); });
        return jsonResponse({{"classes", movementsJson(rows)}, {"ties", ties}});
    }

    /// The table of a unit, with the objects of a count where one is named.
    Result<Reconciliation> tableOf(RouteCall& call, const BookPlace& place)
    {
        const std::string taskNo = call.queryValue("task");
        if (taskNo.empty())
            return reconcile(call.session, call.scope(), place.unit, place.month, std::nullopt);
        CampaignCall campaign(call);
        const auto task = campaign.store.findTask(taskNo);
        if (!task)
            return fail(task.error());
        for (const CountSheet& sheet : campaign.store.sheets(task->id))
            if (sheet.unit == place.unit) {
                const CountedSheet counted = campaign.service.countedSheet(*task, sheet);
                return reconcile(
                    call.session, call.scope(), place.unit, place.month, CountedUnit {taskNo, &counted});
            }
        return fail(ErrorCode::NotFound, "inventory.no_sheet", call.pathValue("code"));
    }

    Result<HttpResponse> table(RouteCall& call)
    {
        const auto place = placeOf(call);
        if (!place)
            return fail(place.error());
        const auto table = tableOf(call, *place);
        return table ? jsonResponse(reconciliationJson(*table)) : Result<HttpResponse>(fail(table.error()));
    }

    Result<HttpResponse> tables(RouteCall& call)
    {
        const auto limit = pageLimit(call);
        const auto month = parseMonth(call.queryValue("month"));
        if (!limit || !month)
            return fail(!limit ? limit.error() : month.error());
        const std::string after = call.queryValue("after");
        Json rows = Json::array();
        Json next;
        BookReader reader(call.session, call.scope());
        if (!reader.seesTotals())
            return fail(ErrorCode::Forbidden, "access.forbidden");
        for (const BookUnit& unit : reader.units(*month)) {
            if (!after.empty() && unit.code <= after)
                continue;
            if (rows.size() == static_cast<std::size_t>(*limit)) {
                next = rows.back()["unit"];
                break;
            }
            const auto table = reconcile(call.session, call.scope(), unit.id, *month, std::nullopt);
            if (!table)
                return fail(table.error());
            const auto rest = table->unexplained().size();
            rows.push_back({{"unit", unit.code}, {"name", unit.name}, {"lines", table->lines.size()},
                {"items", table->items.size()}, {"unexplained", rest}, {"passes", table->passes()}});
        }
        return jsonResponse({{"units", rows}, {"next", next}});
    }

    Result<HttpResponse> choices(RouteCall&) { return jsonResponse(reconcileChoicesJson()); }

    Result<HttpResponse> explain(RouteCall& call)
    {
        const auto place = placeOf(call);
        if (!place)
            return fail(place.error());
        return writeOnce(call, [&]() -> Result<HttpResponse> {
            const auto item = reconcileItemOf(
                {call.text("side"), call.text("class"), call.text("account"), call.text("amount"),
                    call.text("reason"), call.text("asset_no"), call.text("note"), call.text("adjustment_no"),
                    call.text("done_on")},
                call.caller.account.login);
            if (!item)
                return fail(item.error());
            const auto id = ReconciliationStore(call.session, call.scope())
                                .add(place->unit, place->month, *item, call.server.now());
            if (!id)
                return fail(id.error());
            return jsonResponse({{"id", std::to_string(*id)}}, 201);
        });
    }

    Result<HttpResponse> takeBack(RouteCall& call)
    {
        const auto place = placeOf(call);
        if (!place)
            return fail(place.error());
        const auto id = wholeNumber(call.pathValue("item"));
        ReconciliationStore store(call.session, call.scope());
        const auto items = store.items(place->unit, place->month);
        if (!id || std::none_of(items.begin(), items.end(), [&](const auto& one) { return one.id == *id; }))
            return fail(ErrorCode::NotFound, "reconcile.no_item", call.pathValue("item"));
        if (const auto removed = store.remove(*id); !removed)
            return fail(removed.error());
        return emptyResponse();
    }

    /// The unit that was named, which has to be within reach; empty = the city.
    Result<std::string> unitNamed(const RouteCall& call, const std::string& code)
    {
        if (!code.empty())
            if (const auto unit = findUnit(call.session, call.scope(), code); !unit)
                return fail(unit.error());
        return code;
    }

    Result<HttpResponse> moves(RouteCall& call)
    {
        const auto year = parseReportYear(call.pathValue("year"));
        const auto unit = unitNamed(call, call.queryValue("unit"));
        if (!year || !unit)
            return fail(!year ? year.error() : unit.error());
        const auto table = yearlyTable(call.session, call.scope(), *year, *unit);
        return table ? Result<HttpResponse>(jsonResponse(yearlyJson(*table))) : fail(table.error());
    }

    Result<HttpResponse> explainOne(RouteCall& call)
    {
        const auto year = parseReportYear(call.pathValue("year"));
        const auto unit = unitNamed(call, call.text("unit"));
        if (!year || !unit)
            return fail(!year ? year.error() : unit.error());
        const auto done = explainMove(call.session, call.scope(), *year, *unit,
            {call.text("class"), call.text("reason"), call.caller.account.login, call.server.now()});
        return done ? Result<HttpResponse>(emptyResponse()) : fail(done.error());
    }

    constexpr RouteField kMovesQuery[]
        = {{"unit", FieldKind::Text, FieldNeed::Optional, "Code of a unit; the whole city if not given."}};
    constexpr RouteField kMoveBody[]
        = {{"unit", FieldKind::Text, FieldNeed::Optional, "Code of a unit; the whole city if not given."},
            {"class", FieldKind::Text, FieldNeed::Required,
                "Class of the first level; empty for older editions."},
            {"reason", FieldKind::Text, FieldNeed::Required,
                "In place of what was said before; empty takes it back."}};
    constexpr RouteField kPostBody[] = {
        {"through", FieldKind::Text, FieldNeed::Required, "Last month to be posted, YYYY-MM."},
        {"opening", FieldKind::Text, FieldNeed::Optional,
            "Month whose closing balances a unit without posted months opens with, YYYY-MM."},
        {"units", FieldKind::List, FieldNeed::Optional, "Codes; all of the caller's if not given."},
    };
    constexpr RouteField kMonthsQuery[] = {kLimitField, kAfterField};
    constexpr RouteField kLinesQuery[] = {
        {"class_key", FieldKind::Text, FieldNeed::Optional, "Key of a class of the month's totals."},
        kLimitField, kAfterField};
    constexpr RouteField kMovementsQuery[] = {
        {"from", FieldKind::Text, FieldNeed::Optional, "First month, YYYY-MM; the month alone if not given."}};
    constexpr RouteField kTableQuery[] = {
        {"task", FieldKind::Text, FieldNeed::Optional, "Number of the count whose objects are compared."}};
    constexpr RouteField kTablesQuery[] = {
        {"month", FieldKind::Text, FieldNeed::Required, "YYYY-MM."}, kLimitField, kAfterField};
    constexpr RouteField kItemBody[] = {
        {"side", FieldKind::Text, FieldNeed::Required, "a-b, b-c, a-c, c-d or c-e."},
        {"class", FieldKind::Text, FieldNeed::Optional, "Class of the line, empty for all classes."},
        {"account", FieldKind::Text, FieldNeed::Required, "Account of the line."},
        {"amount", FieldKind::Text, FieldNeed::Required, "Yuan, or square metres; may be negative."},
        {"reason", FieldKind::Text, FieldNeed::Required, "Token of a reason."},
        {"asset_no", FieldKind::Text}, {"note", FieldKind::Text, FieldNeed::Optional, "Needed for other."},
        {"adjustment_no", FieldKind::Text}, {"done_on", FieldKind::Text}};

    constexpr auto kPermitted = Admission::Permitted;
    const Route kRoutes[] = {
        {"POST", "/depreciation/preview", kPermitted, Permission::KeepBooks, Reach::OwnRows,
            "The units of the caller and the months of theirs that would be posted.", preview, {},
            BodyKind::Json, kPostBody},
        {"POST", "/depreciation", kPermitted, Permission::KeepBooks, Reach::OwnRows,
            "Posts every month not yet posted; sent again it changes nothing.",
            {AuditAction::PostDepreciation, post}, {}, BodyKind::Json, kPostBody, 0, Lane::Long},
        {"GET", "/units/{code}/depreciation", kPermitted, Permission::ReadRegistry, Reach::OwnUnit,
            "The posted months of a unit, the newest first.", months, kMonthsQuery},
        {"GET", "/units/{code}/depreciation/{month}", kPermitted, Permission::ReadRegistry, Reach::OwnUnit,
            "A posted month with its identity, its totals by class and its voucher.", month},
        {"GET", "/units/{code}/depreciation/{month}/lines", kPermitted, Permission::ReadRegistry,
            Reach::OwnUnit, "The cards of a posted month as they were posted.", lines, kLinesQuery},
        {"GET", "/units/{code}/movements/{month}", kPermitted, Permission::ReadRegistry, Reach::OwnUnit,
            "What came and went by class and way, up to the end of a posted month.", movements,
            kMovementsQuery, BodyKind::None, {}, 0, Lane::Long},
        {"GET", "/yearly-moves/{year}", kPermitted, Permission::ReadRegistry, Reach::OwnUnit,
            "Where the classes stood at both ends of a year, which moves ask for a reason, and the reasons.",
            moves, kMovesQuery, BodyKind::None, {}, 0, Lane::Long},
        {"PUT", "/yearly-moves/{year}", kPermitted, Permission::KeepBooks, Reach::OwnUnit,
            "Says why a class moved over a year, or takes it back.", {AuditAction::ExplainMove, explainOne},
            {}, BodyKind::Json, kMoveBody, 0, Lane::Long},
        {"GET", "/reconciliation-choices", kPermitted, Permission::ReadRegistry, Reach::Common,
            "Between what a difference may lie, and which reasons it may have.", choices},
        {"GET", "/reconciliations", kPermitted, Permission::ReadRegistry, Reach::OwnRows,
            "The units that posted a month, and how many of their differences nobody explained.", tables,
            kTablesQuery, BodyKind::None, {}, 0, Lane::Long},
        {"GET", "/units/{code}/reconciliation/{month}", kPermitted, Permission::ReadRegistry, Reach::OwnUnit,
            "Ledgers, cards, objects and certificates side by side, with what explains the differences.",
            table, kTableQuery, BodyKind::None, {}, 0, Lane::Long},
        {"POST", "/units/{code}/reconciliation/{month}/items", kPermitted, Permission::KeepBooks,
            Reach::OwnUnit, "Enters the reason of a difference.", {AuditAction::ExplainDifference, explain},
            {}, BodyKind::Json, kItemBody},
        {"DELETE", "/units/{code}/reconciliation/{month}/items/{item}", kPermitted, Permission::KeepBooks,
            Reach::OwnUnit, "Takes a reason back.", {AuditAction::TakeReasonBack, takeBack}},
    };

} // namespace book_routes

std::span<const Route> bookRoutes() { return book_routes::kRoutes; }

} // namespace guanwu
