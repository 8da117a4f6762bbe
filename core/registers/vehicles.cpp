#include "core/registers/vehicles.h"

#include "core/registers/register_rules.h"
#include "core/registers/rule_parts.h"
#include "core/values/calendar.h"
#include "core/values/ratio.h"

#include <algorithm>
#include <charconv>

namespace guanwu {

namespace {

    constexpr std::string_view kRegister = "vehicles";
    constexpr std::size_t kVinLength = 17;
    constexpr int kMonthsAYear = 12;

    constexpr RegisterChoice kUses[] = {
        {"confidential", "机要通信用车", "Confidential mail"},
        {"emergency", "应急保障用车", "Emergency"},
        {"enforcement", "执法执勤用车", "Law enforcement"},
        {"special", "特种专业技术用车", "Special technical"},
        {"other", "其他按照规定配备的公务用车", "Other official"},
    };
    constexpr RegisterChoice kQuotas[] = {
        {"funded", "财政在编", "Funded quota"},
        {"other", "非财政在编", "Other"},
    };
    constexpr RegisterChoice kFinders[] = {
        {"fitted", "已装", "Fitted"},
        {"not_fitted", "未装", "Not fitted"},
        {"exempt", "免装", "Exempt"},
    };
    constexpr RegisterChoice kExempt[] = {
        {"investigation", "侦查办案", "Investigation"},
        {"national_security", "国家安全", "National security"},
        {"material_support", "实物保障", "Material support"},
    };
    constexpr RegisterChoice kExceptions[] = {
        {"approved", "经批准的特殊情况", "Approved special case"},
        {"large_coach", "大型客车", "Large coach"},
    };
    constexpr RegisterChoice kCosts[] = {
        {"fuel", "燃油或充电", "Fuel or power"},
        {"repair", "维修保养", "Repair"},
        {"other", "保险等其他", "Insurance and other"},
    };

    bool isNewEnergy(const RegisterEntry& vehicle)
    {
        return vehicle.text("new_energy") == "true"
            || vehicle.text("displacement_l").find("电") != std::string::npos;
    }

    /// The row of the limits that a vehicle falls under.
    std::string limitKey(const RegisterEntry& vehicle)
    {
        const std::string exception = vehicle.text("exception");
        if (!exception.empty())
            return exception;
        return isNewEnergy(vehicle) ? "new_energy" : vehicle.text("official_use");
    }

    /// The day by whose limits it is judged; nullopt = nobody knows, and nothing is judged.
    std::optional<Day> boughtOn(const RegisterEntry& vehicle)
    {
        const auto acquired = vehicle.day("acquired_on");
        return acquired ? acquired : vehicle.day("registered_on");
    }

    /// The term is the one of today: it says what may be done now, not what was right then.
    std::optional<Day> replaceOn(const RegisterEntry& vehicle, Day today)
    {
        const auto registered = vehicle.day("registered_on");
        const auto since = registered ? registered : vehicle.day("acquired_on");
        const auto years = RegisterRules::current().whole(kRegister, "replacement_years", "", today);
        return since && years ? std::optional(addMonths(*since, *years * kMonthsAYear)) : std::nullopt;
    }

    /// Litres in hundredths: "1.8" is 180. nullopt for anything else, such as the power of a motor.
    std::optional<int> litresOf(std::string_view text)
    {
        int whole = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
        if (error != std::errc() || whole < 0)
            return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (text.empty())
            return whole * 100;
        if (text.front() != '.' || text.size() > 3 || text.find_first_not_of("0123456789", 1) != text.npos)
            return std::nullopt;
        const int tenths = text.size() > 1 ? text[1] - '0' : 0;
        const int hundredths = text.size() > 2 ? text[2] - '0' : 0;
        return whole * 100 + tenths * 10 + hundredths;
    }

    Result<void> check(const RegisterChange& change)
    {
        const RegisterEntry& vehicle = change.after;
        const bool isLinked = !vehicle.text("asset_no").empty();
        const std::string vin = vehicle.text("vin");
        if (!vin.empty() && (vin.size() != kVinLength || vin.find_first_of("IOQioq") != std::string::npos))
            return fail(ErrorCode::RuleViolated, "vehicle.vin", vin);
        if (!isLinked && vehicle.text("plate_no").empty() && vin.empty())
            return fail(ErrorCode::RuleViolated, "vehicle.unnamed");
        if (!isLinked && vehicle.unit.id == 0 && vehicle.text("holder").empty())
            return fail(ErrorCode::RuleViolated, "vehicle.holder");
        if (!isLinked && vehicle.text("gps_state") == "exempt" && vehicle.text("gps_exempt").empty())
            return fail(ErrorCode::RuleViolated, "vehicle.exempt_reason");
        // What is in the books leaves by its card.
        if (isLinked && change.step && change.step->token == "retire")
            return fail(ErrorCode::RuleViolated, "register.from_card", vehicle.text("asset_no"));
        return daysInOrder(vehicle, change.today, {"acquired_on", "registered_on", "retired_on"});
    }

    void compute(RegisterEntry& vehicle, Day today)
    {
        if (const auto on = replaceOn(vehicle, today))
            vehicle.set("replace_on", formatDate(*on));
    }

    std::vector<Error> findings(const RegisterEntry& vehicle, Day today)
    {
        std::vector<Error> out;
        if (vehicle.state == "retired")
            return out;
        const RegisterRules& rules = RegisterRules::current();
        const std::string key = limitKey(vehicle);
        if (const auto bought = boughtOn(vehicle); bought && !key.empty()) {
            const auto price = vehicle.money("price_yuan");
            const auto ceiling = rules.money(kRegister, "price_ceiling_yuan", key, *bought);
            if (price && ceiling && *price > *ceiling)
                out.push_back(
                    finding("vehicle.above_price", price->toYuanString() + " > " + ceiling->toYuanString()));
            const RegisterRule* litres = rules.find(kRegister, "displacement_ceiling_l", key, *bought);
            const auto has = litresOf(vehicle.text("displacement_l"));
            const auto most = litres ? litresOf(litres->value) : std::nullopt;
            if (has && most && *has > *most)
                out.push_back(finding(
                    "vehicle.above_displacement", vehicle.text("displacement_l") + " > " + litres->value));
        }
        if (const auto on = replaceOn(vehicle, today); on && *on <= today)
            out.push_back(finding("vehicle.replaceable", formatDate(*on)));
        if (vehicle.text("gps_state") == "not_fitted")
            out.push_back(finding("vehicle.not_fitted", {}));
        return out;
    }

    /// What a vehicle has cost until now, by kind.
    void addUp(const RegisterChange& change, RegisterEntry& vehicle)
    {
        std::map<std::string, Money> sums;
        const auto add = [&](const RegisterEntry& cost) {
            if (!cost.isVoid())
                sums[cost.text("cost_kind")] += cost.money("amount_yuan").value_or(Money());
        };
        std::for_each(change.siblings.begin(), change.siblings.end(), add);
        add(change.after);
        for (const RegisterChoice& kind : kCosts) {
            const Money sum = sums[std::string(kind.token)];
            vehicle.set(
                std::string(kind.token) + "_cost_yuan", sum == Money() ? std::string() : sum.toYuanString());
        }
    }

    Result<void> checkCost(const RegisterChange& change)
    {
        return daysInOrder(change.after, change.today, {"spent_on"});
    }

    Result<void> checkQuota(const RegisterChange& change)
    {
        const auto from = change.after.day("valid_from");
        const auto to = change.after.day("valid_to");
        if (from && to && *to < *from)
            return fail(ErrorCode::RuleViolated, "register.date_order", "valid_to");
        return daysInOrder(change.after, change.today, {"approved_on"});
    }

    std::vector<RegisterField> vehicleFields()
    {
        using enum RegisterValue;
        using enum FieldUse;
        return {
            {"asset_no", "资产编号", "Asset number", Asset, First, false, {}, {}, false, 14},
            {"holder", "用车单位", "Holder", Text, Free, false, {}, {}, false, 18},
            {"plate_no", "车牌号", "Plate", Plate, Free, false, {}, "plate_no", false, 10},
            {"vin", "车辆识别代号", "VIN", Text, Free, false, {}, "vin", false, 21},
            {"make_model", "厂牌型号", "Make and model", Text, Free, false, {}, "make_model", false, 14},
            {"official_use", "公务用车类别", "Official use", Choice, Free, false, kUses, "official_use",
                false, 14},
            {"quota_state", "编制情况", "Quota", Choice, Free, false, kQuotas, "quota_state", false, 9},
            {"displacement_l", "排气量(升)", "Displacement (l)", Text, Free, false, {}, "displacement_l",
                false, 7},
            {"new_energy", "新能源", "New energy", YesNo, Free, false, {}, {}, false, 6},
            {"exception", "特殊情况", "Special case", Choice, Free, false, kExceptions, {}, false, 10},
            {"price_yuan", "价格", "Price", Money, Free, false, {}, "original_yuan"},
            {"acquired_on", "取得日期", "Acquired on", Date, Free, false, {}, "acquired_on"},
            {"registered_on", "注册登记日期", "Registered on", Date, Free, false, {}, "registered_on"},
            {"replace_on", "满更新年限日期", "May be replaced from", Date, Computed},
            {"gps_state", "卫星定位终端", "Position finder", Choice, Free, false, kFinders, "gps_state",
                false, 7},
            {"gps_exempt", "免装原因", "Exempt because", Choice, Free, false, kExempt, {}, false, 9},
            {"on_platform", "平台车辆", "On the platform", YesNo, Free, false, {}, "on_platform", false, 6},
            {"fuel_cost_yuan", "燃油费", "Fuel", Money, Effect},
            {"repair_cost_yuan", "维修费", "Repairs", Money, Effect},
            {"other_cost_yuan", "其他费用", "Other costs", Money, Effect},
            {"retired_on", "退出日期", "Left on", Date, ByStep},
            {"retire_reason", "退出原因", "Left because", Text, ByStep},
            {"remark", "备注", "Remark", Text, Free, false, {}, {}, false, 14},
        };
    }

    RegisterType vehicleType()
    {
        RegisterType type;
        type.kind = RegisterKind::Vehicles;
        type.token = "vehicle";
        type.nameZh = "车辆";
        type.nameEn = "Vehicle";
        type.numberPrefix = "GC";
        type.unitNeed = UnitNeed::Optional;
        type.fields = vehicleFields();
        type.states = {{"in_use", "在用", "In use"}, {"retired", "已退出", "Left", false}};
        type.steps = {
            {"retire", "退出", "Leave", "in_use", "retired", "retired_on|retire_reason", {}, Doer::Anyone}};
        type.check = check;
        type.findings = findings;
        type.compute = compute;
        return type;
    }

    RegisterType quotaType()
    {
        using enum RegisterValue;
        using enum FieldUse;
        RegisterType type;
        type.kind = RegisterKind::Vehicles;
        type.token = "vehicle_quota";
        type.nameZh = "车辆编制";
        type.nameEn = "Vehicle quota";
        type.numberPrefix = "BZ";
        type.doer = Doer::Section;
        type.fields = {
            {"official_use", "公务用车类别", "Official use", Choice, First, true, kUses, {}, false, 14},
            {"number", "编制数", "Number", Whole, First, true, {}, {}, false, 7},
            {"valid_from", "起始日期", "From", Date, First, true},
            {"valid_to", "终止日期", "To", Date, ByStep},
            {"approval_no", "批准文号", "Approval no.", Text, First, true, {}, {}, false, 16},
            {"approved_on", "批准日期", "Approved on", Date, First, true},
            {"remark", "备注", "Remark"},
        };
        type.states = {{"in_force", "有效", "In force"}, {"ended", "终止", "Ended", false}};
        type.steps = {{"end", "终止", "End", "in_force", "ended", "valid_to", {}, Doer::Section}};
        type.check = checkQuota;
        return type;
    }

    RegisterType costType()
    {
        using enum RegisterValue;
        using enum FieldUse;
        RegisterType type;
        type.kind = RegisterKind::Vehicles;
        type.token = "vehicle_cost";
        type.nameZh = "单车费用";
        type.nameEn = "Cost of a vehicle";
        type.numberPrefix = "CF";
        type.parent = "vehicle";
        type.unitNeed = UnitNeed::Optional;
        type.fields = {
            {"spent_on", "日期", "On", Date, First, true},
            {"cost_kind", "费用类别", "Kind", Choice, First, true, kCosts, {}, false, 10},
            {"amount_yuan", "金额", "Amount", Money, First, true},
            {"mileage_km", "里程(公里)", "Mileage (km)", Whole, Free, false, {}, {}, false, 10},
            {"voucher_no", "凭证号", "Voucher", Text, Free},
            {"remark", "备注", "Remark"},
        };
        type.states = {{"entered", "已登记", "Entered"}};
        type.check = checkCost;
        type.effect = addUp;
        return type;
    }

} // namespace

std::vector<RegisterType> vehicleTypes() { return {vehicleType(), quotaType(), costType()}; }

void Fleet::addVehicle(const RegisterEntry& vehicle)
{
    if (vehicle.state == "retired" || vehicle.isVoid())
        return;
    Count& count = m_counts[{vehicle.unit.code, vehicle.unit.name, vehicle.text("official_use")}];
    const std::string gps = vehicle.text("gps_state");
    ++count.vehicles;
    count.fitted += gps == "fitted" ? 1 : 0;
    count.exempt += gps == "exempt" ? 1 : 0;
    ++m_byState[gps];
    m_inBooks += vehicle.text("asset_no").empty() ? 0 : 1;
}

void Fleet::addQuota(const RegisterEntry& quota)
{
    const auto from = quota.day("valid_from");
    const auto to = quota.day("valid_to");
    if (quota.isVoid() || !from || *from > m_today || (to && *to < m_today))
        return;
    const Key key {quota.unit.code, quota.unit.name, quota.text("official_use")};
    // Of several in force the newest counts.
    const auto known = m_quotaSince.find(key);
    if (known != m_quotaSince.end() && known->second > *from)
        return;
    m_quotaSince[key] = *from;
    m_counts[key].quota = quota.whole("number");
}

Fleet::Count Fleet::total() const
{
    Count out;
    for (const auto& [key, count] : m_counts) {
        out.vehicles += count.vehicles;
        out.fitted += count.fitted;
        out.exempt += count.exempt;
    }
    return out;
}

std::int64_t Fleet::withState(const std::string& gpsState) const
{
    const auto found = m_byState.find(gpsState);
    return found == m_byState.end() ? 0 : found->second;
}

std::string Fleet::rateOfAll() const { return percentText(total().fitted, total().vehicles); }

std::string Fleet::rateOfDue() const
{
    const Count all = total();
    return percentText(all.fitted, all.vehicles - all.exempt);
}

} // namespace guanwu
