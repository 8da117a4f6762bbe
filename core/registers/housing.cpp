#include "core/registers/housing.h"

#include "core/registers/rule_parts.h"
#include "core/values/calendar.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr RegisterChoice kKinds[] = {
        {"public", "存量公有住房", "Public housing"},
        {"turnover", "周转房", "Turnover housing"},
    };

    using Days = std::chrono::sys_days;

    /// The first day on which it is free again; the far end of time where no term was set.
    Days freeFrom(const RegisterEntry& stay, Day today)
    {
        if (const auto left = stay.day("vacated_on"))
            return Days(*left);
        const auto to = stay.day("to_on");
        if (!to)
            return Days::max();
        return std::max(Days(*to), Days(today)) + std::chrono::days(1);
    }

    bool isShared(const RegisterEntry& stay) { return stay.text("is_shared") == "true"; }

    Result<void> checkStay(const RegisterChange& change)
    {
        const RegisterEntry& stay = change.after;
        const auto from = stay.day("from_on");
        for (const std::string_view end : {"to_on", "vacated_on"})
            if (const auto day = stay.day(end); day && from && *day < *from)
                return fail(ErrorCode::RuleViolated, "register.date_order", std::string(end));
        for (const std::string_view past : {"vacated_on", "approved_on"})
            if (const auto day = stay.day(past); day && *day > change.today)
                return fail(ErrorCode::RuleViolated, "register.date_future", std::string(past));
        if (stay.isVoid())
            return {};
        for (const RegisterEntry& other : change.siblings)
            if (!other.isVoid() && !(isShared(stay) && isShared(other)) && overlap(stay, other, change.today))
                return fail(ErrorCode::RuleViolated, "housing.occupied_by", other.text("occupant"));
        return {};
    }

    std::vector<Error> stayFindings(const RegisterEntry& stay, Day today)
    {
        const auto to = stay.day("to_on");
        if (stay.state != "living" || !to || *to >= today)
            return {};
        return {finding("housing.overdue", std::to_string(daysBetween(*to, today)))};
    }

    void nameOccupants(const RegisterChange& change, RegisterEntry& dwelling)
    {
        std::string names;
        const auto add = [&](const RegisterEntry& stay) {
            if (stay.state == "living")
                names += (names.empty() ? "" : "、") + stay.text("occupant");
        };
        std::for_each(change.siblings.begin(), change.siblings.end(), add);
        add(change.after);
        dwelling.set("occupants", names);
    }

    Result<void> checkDwelling(const RegisterChange& change)
    {
        const bool isLivedIn = std::any_of(change.parts.begin(), change.parts.end(),
            [](const RegisterEntry& stay) { return stay.state == "living"; });
        if (change.step && change.step->token == "withdraw" && isLivedIn)
            return fail(ErrorCode::RuleViolated, "housing.lived_in", change.after.text("occupants"));
        return daysInOrder(change.after, change.today, {"withdrawn_on"});
    }

    RegisterType dwellingType()
    {
        using enum RegisterValue;
        using enum FieldUse;
        RegisterType type;
        type.kind = RegisterKind::Housing;
        type.token = "dwelling";
        type.nameZh = "住房";
        type.nameEn = "Dwelling";
        type.numberPrefix = "ZF";
        type.section = Role::SpaceSection;
        type.fields = {
            {"house_kind", "住房类别", "Kind", Choice, First, true, kKinds},
            {"address", "坐落", "Address", Text, Free, true, {}, {}, false, 22},
            {"rooms", "户型", "Rooms", Text, Free, false, {}, {}, false, 10},
            {"floor_m2", "建筑面积", "Floor area", Area, Free},
            {"rent_yuan", "月租金标准", "Monthly rent", Money, Free},
            {"occupants", "现居住人", "Lived in by", Text, Effect, false, {}, {}, false, 14},
            {"withdrawn_on", "退出日期", "Withdrawn on", Date, ByStep},
            {"approval_no", "批准文号", "Approval no.", Text, ByStep, false, {}, {}, false, 16},
            {"remark", "备注", "Remark", Text, Free, false, {}, {}, false, 14},
        };
        type.states = {{"in_service", "可用", "In service"}, {"withdrawn", "停用", "Withdrawn"}};
        type.steps = {
            {"withdraw", "停用", "Withdraw", "in_service", "withdrawn", "withdrawn_on|approval_no", {},
                Doer::Section},
            {"restore", "恢复使用", "Restore", "withdrawn", "in_service", "approval_no", {}, Doer::Section,
                true},
        };
        type.check = checkDwelling;
        return type;
    }

    RegisterType stayType()
    {
        using enum RegisterValue;
        using enum FieldUse;
        RegisterType type;
        type.kind = RegisterKind::Housing;
        type.token = "occupancy";
        type.nameZh = "居住登记";
        type.nameEn = "Occupancy";
        type.numberPrefix = "JZ";
        type.parent = "dwelling";
        type.section = Role::SpaceSection;
        type.fields = {
            {"occupant", "居住人", "Occupant", Text, First, true, {}, {}, false, 10},
            {"occupant_unit", "所在单位", "Unit of the occupant", Text, Free, false, {}, {}, false, 16},
            {"post", "职务", "Post", Text, Free, false, {}, {}, false, 10},
            {"from_on", "入住日期", "From", Date, First, true},
            {"to_on", "到期日期", "To", Date, First},
            {"is_shared", "合住", "Shared", YesNo, First, false, {}, {}, false, 6},
            {"rent_yuan", "月租金", "Monthly rent", Money, Free},
            {"approval_no", "批准文号", "Approval no.", Text, First, true, {}, {}, false, 16},
            {"approved_on", "批准日期", "Approved on", Date, First},
            {"vacated_on", "腾退日期", "Left on", Date, ByStep},
            {"remark", "备注", "Remark", Text, Free, false, {}, {}, false, 14},
        };
        type.states = {{"living", "居住中", "Living there"}, {"vacated", "已腾退", "Left", false}};
        type.steps = {
            {"extend", "续期", "Extend", "living", {}, "to_on|approval_no", "approved_on", Doer::Section},
            {"vacate", "腾退", "Leave", "living", "vacated", "vacated_on"},
        };
        type.openParents = "in_service";
        type.check = checkStay;
        type.findings = stayFindings;
        type.effect = nameOccupants;
        return type;
    }

} // namespace

bool overlap(const RegisterEntry& one, const RegisterEntry& other, Day today)
{
    const auto from = one.day("from_on");
    const auto otherFrom = other.day("from_on");
    return from && otherFrom && Days(*from) < freeFrom(other, today)
        && Days(*otherFrom) < freeFrom(one, today);
}

std::vector<RegisterType> housingTypes() { return {dwellingType(), stayType()}; }

} // namespace guanwu
