#include "core/registers/building_safety.h"

#include "core/registers/register_rules.h"
#include "core/registers/rule_parts.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr RegisterChoice kSubjects[] = {
        {"building", "房屋", "Building"},
        {"project", "在建项目", "Project"},
    };
    constexpr RegisterChoice kGrades[] = {
        {"A", "A级", "A"},
        {"B", "B级", "B"},
        {"C", "C级", "C"},
        {"D", "D级", "D"},
    };
    constexpr RegisterChoice kHazards[] = {
        {"structure", "结构", "Structure"},
        {"fire", "消防", "Fire"},
        {"electric", "用电", "Electricity"},
        {"gas", "燃气", "Gas"},
        {"lift", "电梯", "Lift"},
        {"wall", "外墙屋面", "Walls and roof"},
        {"other", "其他", "Other"},
    };
    constexpr RegisterChoice kLevels[] = {
        {"general", "一般隐患", "General"},
        {"major", "重大隐患", "Major"},
    };
    constexpr std::string_view kOpen = "open|rectifying|finished";

    Result<void> checkBuilding(const RegisterChange& change)
    {
        const RegisterEntry& building = change.after;
        if (building.unit.id == 0 && building.text("holder").empty() && building.text("asset_no").empty())
            return fail(ErrorCode::RuleViolated, "safety.holder");
        return daysInOrder(building, change.today, {"graded_on", "removed_on"});
    }

    std::vector<Error> buildingFindings(const RegisterEntry& building, Day today)
    {
        const std::string grade = building.text("grade");
        if (building.state != "in_use"
            || !RegisterRules::current().find("building-safety", "unsafe_grade", grade, today))
            return {};
        return {finding("safety.unsafe", grade)};
    }

    Result<void> checkHazard(const RegisterChange& change)
    {
        const RegisterEntry& hazard = change.after;
        const auto found = hazard.day("found_on");
        const auto due = hazard.day("due_on");
        if (found && due && *due < *found)
            return fail(ErrorCode::RuleViolated, "register.date_order", "due_on");
        // Who puts it right does not say himself that it is (README 1).
        if (change.step && change.step->token == "verify"
            && nameKey(hazard.text("checker")) == nameKey(hazard.text("responsible")))
            return fail(ErrorCode::RuleViolated, "safety.own_check", hazard.text("checker"));
        return daysInOrder(hazard, change.today, {"found_on", "finished_on", "verified_on"});
    }

    std::vector<Error> hazardFindings(const RegisterEntry& hazard, Day today)
    {
        const auto due = hazard.day("due_on");
        if (!due)
            return {};
        if (const auto finished = hazard.day("finished_on")) {
            if (*finished > *due)
                return {finding("safety.finished_late", std::to_string(daysBetween(*due, *finished)))};
            return {};
        }
        if (today > *due)
            return {finding("safety.overdue", std::to_string(daysBetween(*due, today)))};
        return {};
    }

    void countOpen(const RegisterChange& change, RegisterEntry& building)
    {
        const auto isOpen = [](const RegisterEntry& hazard) { return isOneOfNames(kOpen, hazard.state); };
        const auto open = std::count_if(change.siblings.begin(), change.siblings.end(), isOpen)
            + (isOpen(change.after) ? 1 : 0);
        building.set("open_hazards", std::to_string(open));
    }

    RegisterType buildingType()
    {
        using enum RegisterValue;
        using enum FieldUse;
        RegisterType type;
        type.kind = RegisterKind::BuildingSafety;
        type.token = "safety_building";
        type.nameZh = "房屋";
        type.nameEn = "Building";
        type.numberPrefix = "AQ";
        type.unitNeed = UnitNeed::Optional;
        type.section = Role::SpaceSection;
        type.fields = {
            {"asset_no", "资产编号", "Asset number", Asset, First, false, {}, {}, false, 14},
            {"subject", "对象", "Subject", Choice, First, true, kSubjects, {}, false, 8},
            {"name", "名称", "Name", Text, Free, true, {}, {}, false, 18},
            {"holder", "使用单位", "Holder", Text, Free, false, {}, {}, false, 16},
            {"address", "坐落", "Address", Text, Free, false, {}, "address", false, 20},
            {"floor_m2", "建筑面积", "Floor area", Area, Free, false, {}, "floor_m2"},
            {"grade", "安全等级", "Safety grade", Choice, Free, false, kGrades, "safety_grade", false, 8},
            {"graded_on", "鉴定日期", "Graded on", Date, Free},
            {"graded_by", "鉴定机构", "Graded by", Text, Free},
            {"open_hazards", "未销号隐患", "Open hazards", Whole, Effect, false, {}, {}, false, 9},
            {"removed_on", "退出日期", "Left on", Date, ByStep},
            {"remark", "备注", "Remark", Text, Free, false, {}, {}, false, 14},
        };
        type.states = {{"in_use", "在用", "In use"}, {"removed", "已退出", "Left", false}};
        type.steps = {{"remove", "退出", "Leave", "in_use", "removed", "removed_on", {}, Doer::Anyone, true}};
        type.check = checkBuilding;
        type.findings = buildingFindings;
        return type;
    }

    RegisterType hazardType()
    {
        using enum RegisterValue;
        using enum FieldUse;
        RegisterType type;
        type.kind = RegisterKind::BuildingSafety;
        type.token = "hazard";
        type.nameZh = "隐患";
        type.nameEn = "Hazard";
        type.numberPrefix = "YH";
        type.parent = "safety_building";
        type.openParents = "in_use";
        type.unitNeed = UnitNeed::Optional;
        type.section = Role::SpaceSection;
        type.fields = {
            {"found_on", "排查日期", "Found on", Date, First, true},
            {"hazard_kind", "隐患类别", "Kind", Choice, First, true, kHazards, {}, false, 10},
            {"level", "隐患级别", "Level", Choice, First, true, kLevels, {}, false, 9},
            {"description", "隐患描述", "Description", Text, First, true, {}, {}, false, 22},
            {"responsible", "整改责任人", "Responsible", Text, Free, true, {}, {}, false, 9},
            {"due_on", "整改期限", "Due on", Date, First, true},
            {"measure", "整改措施", "Measure", Text, Free, false, {}, {}, false, 18},
            {"finished_on", "整改完成日期", "Finished on", Date, ByStep},
            {"verified_on", "验收日期", "Verified on", Date, ByStep},
            {"checker", "验收人", "Checker", Text, ByStep, false, {}, {}, false, 8},
            {"remark", "备注", "Remark", Text, Free, false, {}, {}, false, 14},
        };
        type.states = {{"open", "待整改", "Open"}, {"rectifying", "整改中", "Being put right"},
            {"finished", "已整改待验收", "Put right"}, {"verified", "已销号", "Verified", false}};
        type.steps = {
            {"start", "开始整改", "Start", "open", "rectifying", {}, "measure"},
            {"finish", "整改完成", "Finish", "rectifying", "finished", "finished_on|measure"},
            {"verify", "验收销号", "Verify", "finished", "verified", "verified_on|checker"},
            {"reopen", "验收不合格", "Reopen", "finished", "rectifying", {}, "checker", Doer::Anyone, true},
        };
        type.check = checkHazard;
        type.findings = hazardFindings;
        type.effect = countOpen;
        return type;
    }

} // namespace

std::vector<RegisterType> buildingSafetyTypes() { return {buildingType(), hazardType()}; }

} // namespace guanwu
