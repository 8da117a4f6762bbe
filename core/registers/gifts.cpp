#include "core/registers/gifts.h"

#include "core/registers/register_rules.h"
#include "core/registers/rule_parts.h"
#include "core/values/calendar.h"

namespace guanwu {

namespace {

    constexpr std::string_view kRegister = "gifts";

    constexpr RegisterChoice kSources[] = {
        {"foreign", "外事礼品", "In foreign affairs"},
        {"domestic", "国内公务收受", "In domestic business"},
    };
    constexpr RegisterChoice kCategories[] = {
        {"goods", "实物", "Goods"},
        {"money", "礼金", "Money"},
        {"securities", "有价证券", "Securities"},
    };

    bool isMoney(const RegisterEntry& gift)
    {
        return gift.text("category") == "money" || gift.text("category") == "securities";
    }

    Day startOf(const RegisterEntry& gift)
    {
        // Received abroad: the month runs from the return (Decree 133 article 7).
        const auto home = gift.text("received_abroad") == "true" ? gift.day("home_on") : std::nullopt;
        return home.value_or(gift.day("received_on").value_or(Day {}));
    }

    /// The price at home: what was appraised goes before what was stated.
    std::optional<Money> valueOf(const RegisterEntry& gift)
    {
        const auto appraised = gift.money("appraised_yuan");
        return appraised ? appraised : gift.money("stated_yuan");
    }

    /// Below the limit a foreign gift is kept by who received it; without a price nobody knows.
    bool isBelowLimit(const RegisterEntry& gift)
    {
        if (isMoney(gift) || gift.text("source_kind") != "foreign")
            return false;
        const auto limit = RegisterRules::current().money(
            kRegister, "value_limit_yuan", gift.text("source_kind"), startOf(gift));
        const auto value = valueOf(gift);
        return limit && value && *value < *limit;
    }

    bool isDecision(std::string_view step)
    {
        return isOneOfNames("keep|use|donate|sell|destroy|return", step);
    }

    Result<void> check(const RegisterChange& change)
    {
        const RegisterEntry& gift = change.after;
        if (const auto order = daysInOrder(gift, change.today,
                {"received_on", "declared_on", "handed_in_on", "registered_on", "appraised_on", "decided_on",
                    "closed_on"});
            !order)
            return order;
        if (!change.step)
            return {};
        if (isDecision(change.step->token) && isMoney(gift))
            return fail(ErrorCode::RuleViolated, "gift.money_to_treasury", gift.entryNo);
        if (change.step->token == "pay_in" && !isMoney(gift))
            return fail(ErrorCode::RuleViolated, "gift.not_money", gift.entryNo);
        if (change.step->token == "return" && !isBelowLimit(gift))
            return fail(ErrorCode::RuleViolated, "gift.not_returned", gift.entryNo);
        if (change.step->token == "close" && change.before->state == "sold")
            for (const std::string_view field : {"income_yuan", "treasury_voucher"})
                if (gift.text(field).empty())
                    return fail(ErrorCode::RuleViolated, "register.step_needs", std::string(field));
        return {};
    }

    void compute(RegisterEntry& gift, Day)
    {
        if (const auto due = giftDueOn(gift))
            gift.set("due_on", formatDate(*due));
    }

    std::vector<Error> findings(const RegisterEntry& gift, Day today)
    {
        std::vector<Error> out;
        if (const auto due = giftDueOn(gift)) {
            const Day handed = gift.day("handed_in_on").value_or(today);
            if (handed > *due)
                out.push_back(finding("gift.late", std::to_string(daysBetween(*due, handed))));
        }
        const auto registered = gift.day("registered_on");
        const auto term = RegisterRules::current().whole(kRegister, "notice_months", "", today);
        const auto told = gift.day("notice_on");
        const bool isOver = gift.state == "closed" && told;
        if (registered && term && !isOver && hasTermPassed(told.value_or(*registered), *term, today))
            out.push_back(finding("gift.notice_due", formatDate(told.value_or(*registered))));
        return out;
    }

    std::vector<RegisterField> fields()
    {
        using enum RegisterValue;
        using enum FieldUse;
        return {
            {"source_kind", "来源类别", "Source", Choice, First, true, kSources},
            {"category", "种类", "Category", Choice, First, true, kCategories, {}, false, 8},
            {"name", "名称", "Name", Text, Free, true, {}, {}, false, 16},
            {"description", "特征描述", "Description", Text, Free, false, {}, {}, false, 16},
            {"quantity", "数量", "Quantity", Whole, First, true, {}, {}, false, 6},
            {"unit_of_measure", "计量单位", "Unit of measure", Text, Free, false, {}, {}, false, 6},
            {"giver", "赠送方", "Giver", Text, First, true, {}, {}, false, 14},
            {"occasion", "事由场合", "Occasion", Text, Free, false, {}, {}, false, 14},
            {"received_by", "受礼人", "Received by", Text, First, true, {}, {}, false, 8},
            {"received_on", "接收日期", "Received on", Date, First, true},
            {"received_abroad", "境外接收", "Received abroad", YesNo, First, false, {}, {}, false, 6},
            {"home_on", "回国日期", "Home on", Date, First},
            {"stated_yuan", "申报价值", "Stated value", Money, First},
            {"due_on", "应上交日期", "Due on", Date, Computed},
            {"declared_on", "申报日期", "Declared on", Date, ByStep},
            {"handed_in_on", "上交日期", "Handed in on", Date, ByStep},
            {"handed_by", "上交经办人", "Handed in by", Text, ByStep, false, {}, {}, false, 8},
            {"registered_on", "入库日期", "Registered on", Date, ByStep},
            {"custody_place", "保管地点", "Kept at", Text, ByStep},
            {"keeper", "保管人", "Keeper", Text, ByStep, false, {}, {}, false, 8},
            {"photos", "照片散列", "Photos", Digests, Free, false, {}, {}, false, 0},
            {"appraised_yuan", "估价", "Appraised value", Money, ByStep},
            {"appraised_on", "估价日期", "Appraised on", Date, ByStep},
            {"appraiser", "估价人或机构", "Appraiser", Text, ByStep},
            {"decision_no", "批准文号", "Decision no.", Text, ByStep, false, {}, {}, false, 16},
            {"decided_on", "批准日期", "Decided on", Date, ByStep},
            {"destination", "去向", "Destination", Text, ByStep, false, {}, {}, false, 14},
            {"income_yuan", "收入", "Income", Money, ByStep},
            {"treasury_voucher", "缴库凭证号", "Treasury voucher", Text, ByStep},
            {"closed_on", "办结日期", "Closed on", Date, ByStep},
            {"notice_on", "告知上交单位日期", "Notice on", Date, ByStep},
            {"remark", "备注", "Remark", Text, Free, false, {}, {}, false, 14},
        };
    }

    std::vector<RegisterState> states()
    {
        return {
            {"received", "接收", "Received"},
            {"declared", "申报", "Declared"},
            {"handed_in", "上交", "Handed in"},
            {"registered", "登记入库", "Registered"},
            {"appraised", "估价", "Appraised"},
            {"kept", "留存展示", "Kept for display"},
            {"used", "公务使用", "Used on duty"},
            {"donated", "捐赠", "Donated"},
            {"sold", "拍卖变卖", "Sold"},
            {"destroyed", "销毁", "Destroyed"},
            {"returned", "退还受礼人", "Returned to the recipient"},
            {"closed", "办结", "Closed", false},
        };
    }

    RegisterStep decision(
        std::string_view token, std::string_view zh, std::string_view en, std::string_view to)
    {
        return {token, zh, en, "appraised", to, "decision_no|decided_on",
            "destination|income_yuan|treasury_voucher", Doer::Section};
    }

    std::vector<RegisterStep> steps()
    {
        constexpr std::string_view kDecided = "kept|used|donated|sold|destroyed|returned";
        return {
            {"declare", "申报", "Declare", "received", "declared", "declared_on", {}, Doer::Unit},
            {"hand_in", "上交", "Hand in", "declared", "handed_in", "handed_in_on", "handed_by", Doer::Unit},
            {"register", "登记入库", "Register", "handed_in", "registered",
                "registered_on|custody_place|keeper", {}, Doer::Section},
            {"appraise", "估价", "Appraise", "registered", "appraised", "appraised_yuan|appraised_on",
                "appraiser", Doer::Section},
            decision("keep", "留存展示", "Keep for display", "kept"),
            decision("use", "公务使用", "Use on duty", "used"),
            decision("donate", "捐赠", "Donate", "donated"),
            decision("sell", "拍卖变卖", "Sell", "sold"),
            decision("destroy", "销毁", "Destroy", "destroyed"),
            decision("return", "退还受礼人", "Return to the recipient", "returned"),
            // Money and securities go to the treasury, whatever the amount (Decree 133 article 7).
            {"pay_in", "上缴国库", "Pay into the treasury", "appraised", "closed",
                "income_yuan|treasury_voucher|closed_on", "decision_no|decided_on", Doer::Section},
            {"close", "办结", "Close", kDecided, "closed", "closed_on",
                "destination|income_yuan|treasury_voucher", Doer::Section},
            {"notice", "告知上交单位", "Tell the unit",
                "registered|appraised|kept|used|donated|sold|destroyed|returned|closed", {}, "notice_on", {},
                Doer::Section},
        };
    }

} // namespace

std::optional<Day> giftDueOn(const RegisterEntry& gift)
{
    if (isBelowLimit(gift) || !gift.day("received_on"))
        return std::nullopt;
    const Day start = startOf(gift);
    const auto months
        = RegisterRules::current().whole(kRegister, "due_months", gift.text("source_kind"), start);
    return months ? std::optional(addMonths(start, *months)) : std::nullopt;
}

int giftYear(const RegisterEntry& gift)
{
    const auto day = gift.day("handed_in_on");
    return day && !gift.isVoid() ? static_cast<int>(day->year()) : 0;
}

std::vector<RegisterType> giftTypes()
{
    RegisterType type;
    type.kind = RegisterKind::Gifts;
    type.token = "gift";
    type.nameZh = "礼品";
    type.nameEn = "Gift";
    type.numberPrefix = "LP";
    type.fields = fields();
    type.states = states();
    type.steps = steps();
    type.check = check;
    type.findings = findings;
    type.compute = compute;
    return {std::move(type)};
}

} // namespace guanwu
