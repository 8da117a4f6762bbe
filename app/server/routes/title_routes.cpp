// Property certificates, what hangs on them, and the worklist of gaps.
#include "app/premises/title_json.h"
#include "app/server/routes/paging.h"
#include "app/server/routes/routes.h"
#include "app/server/routes/write_once.h"
#include "app/server/server_context.h"
#include "core/premises/title_service.h"
#include "core/values/calendar.h"
#include "schema/premises/soci_title_store.h"
#include "schema/premises/title_register.h"

namespace guanwu {

namespace title_routes {

    using Json = nlohmann::ordered_json;

    Result<HttpResponse> list(RouteCall& call)
    {
        const auto limit = pageLimit(call);
        if (!limit)
            return fail(limit.error());
        TitleQuery query;
        query.unitCode = call.queryValue("unit");
        query.after = call.queryValue("after");
        query.onlyCurrent = call.queryValue("current") == "true";
        query.limit = *limit + 1;
        const auto found = TitleRegister(call.session, call.scope()).titles(query);
        Json rows = Json::array();
        for (const TitleLine& title : found)
            if (rows.size() < static_cast<std::size_t>(*limit))
                rows.push_back(titleJson(title));
        const bool isMore = found.size() > rows.size();
        return jsonResponse({{"titles", rows}, {"next", isMore ? rows.back()["cert_no"] : Json()}});
    }

    Result<HttpResponse> one(RouteCall& call)
    {
        TitleRegister titles(call.session, call.scope());
        const auto title = titles.find(call.pathValue("cert_no"));
        if (!title)
            return fail(title.error());
        Json out = titleJson(*title);
        Json log = Json::array();
        for (const TitleCustody& step : titles.custody(title->id))
            log.push_back(custodyJson(step));
        out["custody_log"] = log;
        return jsonResponse(out);
    }

    Result<HttpResponse> gaps(RouteCall& call)
    {
        TitleRegister titles(call.session, call.scope());
        Json rows = Json::array();
        for (const TitleGap& gap : titleGaps(
                 titles.titles({}), titles.buildings(), titles.chiefHolder(), call.server.today()))
            rows.push_back(gapJson(gap, call.language));
        return jsonResponse({{"gaps", rows}});
    }

    /// One change of the certificate that the path names, once for a key.
    template <class Work> Result<HttpResponse> change(RouteCall& call, const Work& work)
    {
        return writeOnce(call, [&]() -> Result<HttpResponse> {
            SociTitleStore store(call.session, call.scope());
            TitleService service(store, call.scope(), call.caller.account.login, call.server.now);
            const auto title = work(service, call.pathValue("cert_no"));
            return title ? Result<HttpResponse>(jsonResponse(titleJson(*title))) : fail(title.error());
        });
    }

    Result<HttpResponse> encumber(RouteCall& call)
    {
        const auto kind = parseToken(kEncumbranceKinds, call.text("kind"), "title.encumbrance");
        const auto from = dayOrToday(call, "from");
        if (!kind || !from)
            return fail(!kind ? kind.error() : from.error());
        return change(call, [&](TitleService& service, const std::string& certNo) {
            return service.encumber(certNo, {0, *kind, call.text("paper_no"), call.text("party"), *from, {}});
        });
    }

    Result<HttpResponse> release(RouteCall& call)
    {
        const auto on = dayOrToday(call, "on");
        if (!on)
            return fail(on.error());
        return change(call, [&](TitleService& service, const std::string& certNo) {
            return service.release(certNo, call.text("paper_no"), *on, call.text("release_no"));
        });
    }

    Result<HttpResponse> missing(RouteCall& call)
    {
        const auto due = parseDate(call.text("due_on"));
        if (!due)
            return fail(due.error());
        return change(call, [&](TitleService& service, const std::string& certNo) {
            return service.addMissing(certNo, {0, call.text("name"), call.text("owed_by"), *due, {}});
        });
    }

    Result<HttpResponse> supply(RouteCall& call)
    {
        const auto on = dayOrToday(call, "on");
        if (!on)
            return fail(on.error());
        return change(call, [&](TitleService& service, const std::string& certNo) {
            return service.supply(certNo, call.text("name"), *on);
        });
    }

    Result<HttpResponse> custody(RouteCall& call)
    {
        const auto step = parseToken(kCustodySteps, call.text("step"), "title.custody_step");
        const auto on = dayOrToday(call, "on");
        if (!step || !on)
            return fail(!step ? step.error() : on.error());
        std::optional<Day> due;
        if (call.has("due_on")) {
            const auto day = parseDate(call.text("due_on"));
            if (!day)
                return fail(day.error());
            due = *day;
        }
        return change(call, [&](TitleService& service, const std::string& certNo) {
            return service.custody(
                certNo, {*step, call.text("person"), call.text("place"), *on, due, call.text("reason")});
        });
    }

    constexpr RouteField kListQuery[] = {kLimitField, kAfterField,
        {"unit", FieldKind::Text, FieldNeed::Optional, "Code of the holder or of a user."},
        {"current", FieldKind::Boolean, FieldNeed::Optional, "true: without what is history."}};
    constexpr RouteField kEncumberBody[]
        = {{"kind", FieldKind::Text, FieldNeed::Required, "mortgage, seizure or dispute."},
            {"paper_no", FieldKind::Text, FieldNeed::Required}, {"party", FieldKind::Text},
            {"from", FieldKind::Text, FieldNeed::Optional, "Default: today."}};
    constexpr RouteField kReleaseBody[] = {{"paper_no", FieldKind::Text, FieldNeed::Required},
        {"release_no", FieldKind::Text}, {"on", FieldKind::Text}};
    constexpr RouteField kMissingBody[] = {{"name", FieldKind::Text, FieldNeed::Required},
        {"owed_by", FieldKind::Text, FieldNeed::Required}, {"due_on", FieldKind::Text, FieldNeed::Required}};
    constexpr RouteField kSupplyBody[] = {{"name", FieldKind::Text, FieldNeed::Required}, {"on", FieldKind::Text}};
    constexpr RouteField kCustodyBody[] = {
        {"step", FieldKind::Text, FieldNeed::Required, "stored, issued or returned."},
        {"person", FieldKind::Text, FieldNeed::Required}, {"place", FieldKind::Text}, {"on", FieldKind::Text},
        {"due_on", FieldKind::Text}, {"reason", FieldKind::Text}};

    const Route kRoutes[] = {
        {"GET", "/titles", Admission::Permitted, Permission::ReadRegistry, Reach::OwnRows,
            "Property certificates that units of the scope hold or use.", list, kListQuery},
        {"GET", "/title-gaps", Admission::Permitted, Permission::ReadRegistry, Reach::OwnRows,
            "What does not fit: buildings without papers, papers without buildings, areas, holders, terms.",
            gaps, {}, BodyKind::None, {}, 0, Lane::Long},
        {"GET", "/titles/{cert_no}", Admission::Permitted, Permission::ReadRegistry, Reach::OwnUnit,
            "A certificate with the log of its paper; a former number leads to what it became.", one},
        {"POST", "/titles/{cert_no}/encumbrances", Admission::Permitted, Permission::FileDocuments,
            Reach::OwnUnit, "A mortgage or a seizure: it blocks disposal and transfer.",
            {AuditAction::EncumberTitle, encumber}, {}, BodyKind::Json, kEncumberBody},
        {"POST", "/titles/{cert_no}/releases", Admission::Permitted, Permission::FileDocuments,
            Reach::OwnUnit, "Releases a mortgage or a seizure.", {AuditAction::ReleaseTitle, release}, {},
            BodyKind::Json, kReleaseBody},
        {"POST", "/titles/{cert_no}/missing-papers", Admission::Permitted, Permission::FileDocuments,
            Reach::OwnUnit, "A paper that is missing, who owes it and until when.",
            {AuditAction::MissPaper, missing}, {}, BodyKind::Json, kMissingBody},
        {"POST", "/titles/{cert_no}/supplied-papers", Admission::Permitted, Permission::FileDocuments,
            Reach::OwnUnit, "A missing paper has come.", {AuditAction::SupplyPaper, supply}, {},
            BodyKind::Json, kSupplyBody},
        {"POST", "/titles/{cert_no}/custody", Admission::Permitted, Permission::FileDocuments, Reach::OwnUnit,
            "The paper is stored, issued or returned.", {AuditAction::KeepPaper, custody}, {}, BodyKind::Json,
            kCustodyBody},
    };

} // namespace title_routes

std::span<const Route> titleRoutes() { return title_routes::kRoutes; }

} // namespace guanwu
