// 办公用房维修: the five unified steps (lifecycle 4.4). Applying is filing, inspecting and planning are steps
// with facts of their own, approving is the last signature, carrying out is execution and acceptance.
#include "core/documents/document_rules.h"
#include "core/documents/document_terms.h"
#include "core/rules/limits.h"
#include "core/values/calendar.h"
#include "core/values/ratio.h"

namespace guanwu {

namespace {

    void require(std::vector<Error>& out, bool holds, const char* subject, std::string detail)
    {
        if (!holds)
            out.push_back({ErrorCode::RuleViolated, subject, std::move(detail)});
    }

    /// Which share of the decoration standard may be spent: all of it on premises of one's own, on rented
    /// ones the less the shorter the lease is (lifecycle 4.4).
    std::int64_t decorationPercent(std::optional<std::int64_t> leaseYears, Day today)
    {
        const auto limit = [&](const char* name) { return limitOn(name, today).value; };
        if (!leaseYears)
            return limit("repair_decoration_percent");
        if (*leaseYears >= limit("repair_lease_long_years"))
            return limit("repair_decoration_long_percent");
        return *leaseYears >= limit("repair_lease_medium_years") ? limit("repair_decoration_medium_percent")
                                                                 : limit("repair_decoration_short_percent");
    }

    /// Decorating above the standard is forbidden, not a matter of who approves it (楼堂馆所条例 art. 28).
    /// The standard of a square metre is local and stands in the application.
    void checkDecoration(std::vector<Error>& out, const Document& document, const RuleContext& context)
    {
        const auto cost = document.moneyFact("decoration_yuan");
        const auto standard = document.moneyFact("decoration_standard_yuan");
        const auto leaseYears = document.numberFact("lease_years");
        for (const RoomLine& room : context.rooms)
            require(out, !room.isRented || leaseYears, "repair.lease_years", room.room.code);
        require(out, cost.has_value() == standard.has_value() && (cost || !leaseYears),
            "repair.decoration_standard", document.no);
        if (!cost || !standard)
            return;
        const Money estimate = document.moneyFact("estimate_yuan").value_or(Money());
        require(out, *cost <= estimate, "repair.decoration_part",
            cost->toYuanString() + " > " + estimate.toYuanString());
        const Area area = Area::parse(document.fact("area_m2")).value_or(Area());
        const std::int64_t percent = decorationPercent(leaseYears, context.today);
        const Money most = Money::fromFen(
            roundedHalfUp(Int128 {standard->fen()} * area.hundredths() * percent, 100 * 100));
        require(out, *cost <= most, "repair.decoration",
            cost->toYuanString() + " > " + most.toYuanString() + " (" + std::to_string(percent) + " %)");
    }

    void checkFiling(std::vector<Error>& out, const Document& document, const RuleContext& context)
    {
        const Area area = Area::parse(document.fact("area_m2")).value_or(Area());
        const Area more = Area::parse(document.fact("extension_m2")).value_or(Area());
        require(out, area > Area(), "repair.area", area.toString());
        // Only a full repair may add area, and only a little.
        const std::int64_t percent = limitOn("repair_extension_percent", context.today).value;
        const Area most = document.fact("repair_kind") == "full"
            ? Area::fromHundredths(roundedHalfUp(Int128 {area.hundredths()} * percent, 100))
            : Area();
        require(out, more <= most, "repair.extension", more.toString() + " > " + most.toString());
        checkDecoration(out, document, context);
    }

    void checkDecision(std::vector<Error>& out, const Document& document, const RuleContext& context)
    {
        const std::int64_t most = limitOn("repair_most_a_year", context.today).value;
        require(out, document.fact("repair_kind") == "daily" || context.repairsOfYear < most,
            "repair.once_a_year", std::string(document.fact("plan_year")));
        const Area asked = Area::parse(document.fact("area_m2")).value_or(Area());
        const Area approved = Area::parse(document.fact("approved_m2")).value_or(Area());
        require(out, approved > Area() && approved <= asked, "repair.approved_area", approved.toString());
    }

    void checkClosing(std::vector<Error>& out, const Document& document, const RuleContext& context)
    {
        const auto started = document.dayFact("started_on");
        const auto finished = document.dayFact("finished_on");
        const auto accepted = document.dayFact("accepted_on");
        if (started && finished && accepted)
            require(out, *started <= *finished && *finished <= *accepted && *accepted <= context.today,
                "repair.day_order", formatDate(*accepted));
        const auto settled = document.moneyFact("settled_yuan");
        const auto approved = document.moneyFact("approved_yuan");
        if (settled && approved)
            require(out, *settled <= *approved, "repair.above_approved", settled->toYuanString());
        // A rebuild that prolongs life goes into the value of the card; a plain repair does not.
        require(out, document.fact("capitalised") != "yes" || !document.fact("asset_no").empty(),
            "repair.asset_no", document.no);
    }

    std::vector<Error> problems(const Document& document, DocumentStage stage, const RuleContext& context)
    {
        std::vector<Error> out;
        if (stage == DocumentStage::Filing)
            checkFiling(out, document, context);
        if (stage == DocumentStage::Decision)
            checkDecision(out, document, context);
        if (stage == DocumentStage::Closing)
            checkClosing(out, document, context);
        return out;
    }

    /// What the customs of the trade say against it. Whoever decides knows why it is asked for all the same.
    std::vector<std::string> warnings(const Document& document, const RuleContext& context)
    {
        std::vector<std::string> out;
        const auto limit = [&](const char* name) { return limitOn(name, context.today); };
        const auto kind = document.fact("repair_kind");
        const int year = static_cast<int>(context.today.year());
        const auto warn = [&](const std::string& text, const char* name) {
            out.push_back(text + "（" + limit(name).basisZh + "）");
        };
        if (const auto built = document.numberFact("build_year");
            built && kind == "full" && year - *built < limit("repair_refit_years").value)
            warn("楼龄 " + std::to_string(year - *built) + " 年，不足 "
                    + std::to_string(limit("repair_refit_years").value) + " 年，整体大修须说明必要性",
                "repair_refit_years");
        if (const auto estimate = document.moneyFact("estimate_yuan")) {
            const auto from = [&](const char* name) { return Money::fromFen(limit(name).value * 100); };
            if (kind == "daily" && *estimate >= from("repair_medium_yuan"))
                warn("日常维修概算 " + estimate->toYuanString() + " 元，达到中修额度", "repair_medium_yuan");
            if (kind == "part" && *estimate >= from("repair_full_yuan"))
                warn("中修概算 " + estimate->toYuanString() + " 元，达到大修额度", "repair_full_yuan");
        }
        if (kind != "daily" && unsigned(context.today.month()) > limit("repair_apply_month").value)
            warn("已过 " + std::to_string(limit("repair_apply_month").value) + " 月底的下一年度申报期",
                "repair_apply_month");
        return out;
    }

    constexpr const char* kPhotos = "inspection_photos";

    /// A step is done with its record: no plan without a finding and the photos it rests on, no decision
    /// without a place in a plan.
    Result<Document> settled(Document after, DocumentAction action, const DocumentActor&, Instant)
    {
        if (action != DocumentAction::Approve)
            return after;
        for (const DocumentStep& step : after.steps) {
            if (!step.isSigned())
                continue;
            const bool isVisit = step.kind == StepKind::SiteInspection;
            const bool lacksFinding = isVisit
                && (after.fact("inspected_on").empty() || after.fact("inspected_by").empty()
                    || after.fact("finding").empty());
            const bool lacksPlan = step.kind == StepKind::YearPlan
                && (after.fact("plan_year").empty() || after.fact("plan_rank").empty());
            if (lacksFinding || lacksPlan)
                return fail(ErrorCode::RuleViolated, "repair.step_record",
                    std::string(tokenRow(kStepKinds, step.kind).token));
            if (isVisit && !after.hasPaper(kPhotos))
                return fail(ErrorCode::RuleViolated, "document.paper_missing",
                    termOf(after.kind, after.method, kPhotos));
        }
        return after;
    }

    Result<DocumentEffect> effect(const Document&, DocumentMoment moment, const RuleContext& context)
    {
        DocumentEffect out;
        const Reference* building = context.find("building");
        if (!building || moment == DocumentMoment::None)
            return out;
        const char* state = "applied";
        if (moment == DocumentMoment::Approved)
            state = "approved";
        else if (moment == DocumentMoment::Begun)
            state = "carried_out";
        else if (moment == DocumentMoment::Closed)
            state = "accepted";
        else if (moment == DocumentMoment::Undone)
            state = "refused";
        out.repair = RepairEffect {PlaceId {building->id}, state};
        return out;
    }

} // namespace

const DocumentRules& repairRules()
{
    static const DocumentRules rules {problems, settled, effect, warnings};
    return rules;
}

} // namespace guanwu
