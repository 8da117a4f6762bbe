#include "core/registers/seized_goods.h"

#include "core/registers/register_rules.h"
#include "core/registers/rule_parts.h"
#include "core/values/calendar.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr std::string_view kRegister = "seized-goods";
    constexpr std::string_view kInCustody = "handed_over|in_custody|appraised|decided";
    constexpr std::string_view kDisposals = "sell|transfer|destroy|return";
    /// Who keeps goods, where and under which seal: set by taking them in and by the custody log alone.
    constexpr std::string_view kCustodyFields[] = {"custody_place", "keeper", "seal_no"};

    constexpr RegisterChoice kSources[] = {
        {"discipline", "纪委监委移交", "Discipline commission"},
        {"temporary_body", "临时机构移交", "Temporary body"},
    };
    constexpr RegisterChoice kSpecial[] = {
        {"none", "一般物品", "Ordinary"},
        {"relic", "文物", "Cultural relic"},
        {"gold", "金银", "Gold and silver"},
        {"tobacco", "烟草", "Tobacco"},
        {"medicine", "药品", "Medicine"},
        {"weapon", "枪支弹药管制器具", "Weapon"},
        {"other", "其他专管物品", "Other special goods"},
    };
    constexpr RegisterChoice kDecisions[] = {
        {"sell", "拍卖变卖", "Sell"},
        {"transfer", "移交主管机关或单位", "Transfer to a body"},
        {"destroy", "销毁", "Destroy"},
        {"return", "退还", "Return"},
    };
    constexpr RegisterChoice kNotes[] = {
        {"check", "清点检查", "Check"},
        {"move", "变更地点", "Move"},
        {"keeper", "变更保管人", "Change of keeper"},
        {"seal", "加封", "Seal"},
        {"unseal", "启封", "Break the seal"},
    };

    bool isDisposal(const RegisterChange& change)
    {
        return change.step && isOneOfNames(kDisposals, change.step->token);
    }

    Result<void> keeperDisposes(std::string_view who)
    {
        return fail(ErrorCode::RuleViolated, "seized.keeper_disposes", std::string(who));
    }

    /// Who keeps goods does not dispose of them (罚没财物管理办法 article 4): not who keeps or kept them, nor
    /// an account that took them in, moved them, sealed them or gave them to another keeper. Who only checked
    /// that they were there may.
    Result<void> separatePeople(const RegisterChange& change)
    {
        const std::string disposer = nameKey(change.after.text("disposer"));
        const auto keeps
            = [&](const std::string& keeper) { return !keeper.empty() && nameKey(keeper) == disposer; };
        bool same = keeps(change.after.text("keeper"));
        for (const RegisterEntry& note : change.parts)
            same = same || keeps(note.text("keeper")) || keeps(note.text("former_keeper"));
        for (const RegisterEvent& event : change.log) {
            for (const FieldDifference& field : event.fields) {
                const bool isCustody
                    = std::ranges::find(kCustodyFields, field.field) != std::end(kCustodyFields);
                if (isCustody && event.actor == change.actor)
                    return keeperDisposes(change.actor);
                same = same || (field.field == "keeper" && (keeps(field.before) || keeps(field.after)));
            }
        }
        if (same)
            return keeperDisposes(change.after.text("disposer"));
        return {};
    }

    Result<void> check(const RegisterChange& change)
    {
        const RegisterEntry& item = change.after;
        if (const auto order = daysInOrder(item, change.today,
                {"handed_over_on", "in_custody_on", "appraised_on", "decided_on", "executed_on", "paid_on",
                    "closed_on"});
            !order)
            return order;
        if (change.step && change.step->token == "hand_over") {
            const std::string people[] = {
                nameKey(item.text("giver")), nameKey(item.text("receiver")), nameKey(item.text("witness"))};
            if (people[0] == people[1] || people[1] == people[2] || people[0] == people[2])
                return fail(ErrorCode::RuleViolated, "seized.three_people");
        }
        const std::string decision = item.text("decision_kind");
        const bool isSpecial = item.text("special_kind") != "none";
        if (isSpecial && (decision == "sell" || decision == "destroy"))
            return fail(ErrorCode::RuleViolated, "seized.special_goods", item.text("name"));
        if (!isDisposal(change))
            return {};
        if (change.step->token != decision)
            return fail(ErrorCode::RuleViolated, "seized.other_decision", decision);
        return separatePeople(change);
    }

    std::vector<Error> findings(const RegisterEntry& item, Day today)
    {
        std::vector<Error> out;
        const auto handedOver = item.day("handed_over_on");
        if (!handedOver)
            return out;
        const auto days = RegisterRules::current().whole(kRegister, "transfer_days", "", *handedOver);
        const Day arrived = item.day("in_custody_on").value_or(today);
        if (days && daysBetween(*handedOver, arrived) > *days)
            out.push_back(
                finding("seized.custody_late", std::to_string(daysBetween(*handedOver, arrived) - *days)));
        // What nobody has priced yet is kept under seal (lifecycle 6.2).
        if (item.state == "in_custody" && item.text("seal_no").empty())
            out.push_back(finding("seized.unsealed", item.entryNo));
        return out;
    }

    Result<void> checkNote(const RegisterChange& change)
    {
        const RegisterEntry& note = change.after;
        // The log is added to and never changed: what was wrong is said by a further line.
        if (change.before)
            return fail(ErrorCode::RuleViolated, "seized.log_kept", note.entryNo);
        if (const auto order = daysInOrder(note, change.today, {"noted_on"}); !order)
            return order;
        const auto on = note.day("noted_on");
        for (const RegisterEntry& other : change.siblings)
            if (const auto before = other.day("noted_on"); before && on && *on < *before)
                return fail(ErrorCode::RuleViolated, "register.date_order", "noted_on");
        const std::string kind = note.text("note_kind");
        const std::string_view needed = kind == "move" ? "custody_place"
            : kind == "keeper"                         ? "keeper"
            : kind == "seal"                           ? "seal_no"
                                                       : "finding";
        if (note.text(needed).empty())
            return fail(ErrorCode::RuleViolated, "register.step_needs", std::string(needed));
        change.after.set("former_keeper", change.parent->text("keeper"));
        return {};
    }

    void keepUp(const RegisterChange& change, RegisterEntry& item)
    {
        const std::string kind = change.after.text("note_kind");
        for (const std::string_view field : kCustodyFields)
            if (const std::string value = change.after.text(field); !value.empty())
                item.set(field, value);
        if (kind == "unseal")
            item.set("seal_no", {});
    }

    std::vector<RegisterField> fields()
    {
        using enum RegisterValue;
        using enum FieldUse;
        return {
            {"case_no", "案件编号", "Case", Text, First, true, {}, {}, true, 12},
            {"source_kind", "来源", "Source", Choice, First, true, kSources},
            {"handed_by_org", "移交单位", "Handed over by", Text, First, true, {}, {}, false, 16},
            {"name", "名称", "Name", Text, First, true, {}, {}, false, 14},
            {"description", "描述", "Description", Text, First, false, {}, {}, false, 18},
            {"quantity", "数量", "Quantity", Whole, First, true, {}, {}, false, 6},
            {"unit_of_measure", "计量单位", "Unit of measure", Text, First, false, {}, {}, false, 6},
            {"condition", "品相", "Condition", Text, First, false, {}, {}, false, 10},
            {"features", "特征(编号、印记、重量)", "Features", Text, First, false, {}, {}, false, 16},
            {"special_kind", "专管类别", "Special goods", Choice, First, true, kSpecial, {}, false, 9},
            {"photos", "照片散列", "Photos", Digests, First, false, {}, {}, false, 0},
            {"handed_over_on", "交接日期", "Handed over on", Date, ByStep},
            {"giver", "移交人", "Giver", Text, ByStep, false, {}, {}, false, 8},
            {"receiver", "接收人", "Receiver", Text, ByStep, false, {}, {}, false, 8},
            {"witness", "见证人", "Witness", Text, ByStep, false, {}, {}, false, 8},
            {"in_custody_on", "入库日期", "In custody on", Date, ByStep},
            {"custody_place", "保管地点", "Kept at", Text, ByStep},
            {"keeper", "保管人", "Keeper", Text, ByStep, false, {}, {}, false, 8},
            {"seal_no", "封条号", "Seal", Text, ByStep},
            {"appraised_yuan", "鉴定价值", "Appraised value", Money, ByStep},
            {"appraised_on", "鉴定日期", "Appraised on", Date, ByStep},
            {"appraiser", "鉴定机构", "Appraiser", Text, ByStep},
            {"appraisal_no", "鉴定报告号", "Appraisal report", Text, ByStep},
            {"decision_kind", "处置方式", "Decision", Choice, ByStep, false, kDecisions},
            {"decision_no", "批准文号", "Decision no.", Text, ByStep, false, {}, {}, false, 16},
            {"decided_on", "批准日期", "Decided on", Date, ByStep},
            {"disposer", "处置人", "Disposer", Text, ByStep, false, {}, {}, false, 8},
            {"executed_on", "执行日期", "Carried out on", Date, ByStep},
            {"receiving_body", "接收单位或买受人", "Receiving body", Text, ByStep, false, {}, {}, false, 14},
            {"income_yuan", "处置收入", "Income", Money, ByStep},
            {"paid_on", "缴库日期", "Paid on", Date, ByStep},
            {"treasury_voucher", "缴库凭证号", "Treasury voucher", Text, ByStep},
            {"closed_on", "办结日期", "Closed on", Date, ByStep},
            {"remark", "备注", "Remark", Text, Free, false, {}, {}, false, 14},
        };
    }

    RegisterType itemType()
    {
        RegisterType type;
        type.kind = RegisterKind::SeizedGoods;
        type.token = "seized_item";
        type.nameZh = "涉案物资";
        type.nameEn = "Item handed over";
        type.numberPrefix = "SA";
        type.doer = Doer::Section;
        type.fields = fields();
        type.states = {
            {"announced", "拟移交", "Announced"},
            {"handed_over", "交接", "Handed over"},
            {"in_custody", "保管", "In custody"},
            {"appraised", "鉴定估价", "Appraised"},
            {"decided", "处置决定", "Decided"},
            {"sold", "拍卖变卖", "Sold"},
            {"transferred", "移交其他机关", "Transferred"},
            {"destroyed", "销毁", "Destroyed"},
            {"returned", "退还", "Returned"},
            {"income_settled", "上缴国库", "Income paid in"},
            {"closed", "办结", "Closed", false},
        };
        constexpr Doer kSection = Doer::Section;
        type.steps = {
            {"hand_over", "交接", "Hand over", "announced", "handed_over",
                "handed_over_on|giver|receiver|witness|photos|description|condition", "features", kSection},
            {"take_in", "入库保管", "Take into custody", "handed_over", "in_custody",
                "in_custody_on|custody_place|keeper", "seal_no", kSection},
            {"appraise", "鉴定估价", "Appraise", "in_custody", "appraised",
                "appraised_yuan|appraised_on|appraiser", "appraisal_no", kSection},
            {"decide", "处置决定", "Decide", "appraised", "decided", "decision_kind|decision_no|decided_on",
                {}, kSection},
            {"sell", "拍卖变卖", "Sell", "decided", "sold", "disposer|executed_on|income_yuan",
                "receiving_body", kSection},
            {"transfer", "移交其他机关", "Transfer", "decided", "transferred",
                "disposer|executed_on|receiving_body", {}, kSection},
            {"destroy", "销毁", "Destroy", "decided", "destroyed", "disposer|executed_on", {}, kSection},
            {"return", "退还", "Return", "decided", "returned", "disposer|executed_on|receiving_body", {},
                kSection},
            {"settle_income", "上缴国库", "Pay the income in", "sold", "income_settled",
                "paid_on|treasury_voucher", "income_yuan", kSection},
            // Without income there is nothing to pay in.
            {"close", "办结", "Close", "income_settled|transferred|destroyed|returned", "closed", "closed_on",
                {}, kSection},
        };
        type.check = check;
        type.findings = findings;
        return type;
    }

    RegisterType noteType()
    {
        using enum RegisterValue;
        using enum FieldUse;
        RegisterType type;
        type.kind = RegisterKind::SeizedGoods;
        type.token = "custody_note";
        type.nameZh = "保管记录";
        type.nameEn = "Custody log";
        type.numberPrefix = "BG";
        type.parent = "seized_item";
        type.openParents = kInCustody;
        type.doer = Doer::Section;
        type.fields = {
            {"noted_on", "日期", "On", Date, First, true},
            {"note_kind", "事项", "What", Choice, First, true, kNotes, {}, false, 10},
            {"custody_place", "保管地点", "Kept at", Text, First, false, {}, {}, false, 14},
            {"former_keeper", "原保管人", "Former keeper", Text, Effect, false, {}, {}, false, 8},
            {"keeper", "保管人", "Keeper", Text, First, false, {}, {}, false, 8},
            {"seal_no", "封条号", "Seal", Text, First, false, {}, {}, false, 12},
            {"finding", "情况", "Finding", Text, First, false, {}, {}, false, 20},
        };
        type.states = {{"noted", "已记录", "Noted", false}};
        type.check = checkNote;
        type.effect = keepUp;
        return type;
    }

} // namespace

std::vector<RegisterType> seizedGoodsTypes() { return {itemType(), noteType()}; }

} // namespace guanwu
