#include "core/registers/low_value.h"

#include "core/registers/register_rules.h"
#include "core/registers/rule_parts.h"

namespace guanwu {

namespace {

    constexpr RegisterChoice kDirections[] = {
        {"in", "入", "In"},
        {"out", "出", "Out"},
    };
    constexpr RegisterChoice kCauses[] = {
        {"purchase", "购入", "Purchase"},
        {"transfer_in", "调入", "Transfer in"},
        {"return", "交回", "Return"},
        {"surplus", "盘盈", "Surplus"},
        {"issue", "领用", "Issue"},
        {"transfer_out", "调出", "Transfer out"},
        {"scrap", "报废", "Scrap"},
        {"shortage", "盘亏", "Shortage"},
    };
    constexpr std::string_view kCausesIn = "purchase|transfer_in|return|surplus";

    std::int64_t signedQuantity(const RegisterEntry& movement)
    {
        if (movement.isVoid())
            return 0;
        const std::int64_t quantity = movement.whole("quantity");
        return movement.text("direction") == "in" ? quantity : -quantity;
    }

    Result<void> checkMovement(const RegisterChange& change)
    {
        RegisterEntry& movement = change.after;
        const auto on = movement.day("moved_on");
        std::int64_t balance = 0;
        std::int64_t newest = 0;
        std::optional<Day> last;
        for (const RegisterEntry& other : change.siblings) {
            balance += signedQuantity(other);
            if (other.isVoid())
                continue;
            newest = std::max(newest, other.id.value);
            last = std::max(last.value_or(Day {}), other.day("moved_on").value_or(Day {}));
        }
        // The balance behind each line stands in it: only the last one can be taken back.
        if (change.before && newest > movement.id.value)
            return fail(ErrorCode::RuleViolated, "low_value.not_last", movement.entryNo);
        if (movement.isVoid())
            return balance < 0 ? fail(ErrorCode::RuleViolated, "low_value.balance", std::to_string(balance))
                               : Result<void>();
        if (const auto order = daysInOrder(movement, change.today, {"moved_on"}); !order)
            return order;
        if (last && on && *on < *last)
            return fail(ErrorCode::RuleViolated, "register.date_order", "moved_on");
        if (movement.whole("quantity") == 0)
            return fail(ErrorCode::InvalidArgument, "register.value", "quantity");
        if (isOneOfNames(kCausesIn, movement.text("cause")) != (movement.text("direction") == "in"))
            return fail(ErrorCode::RuleViolated, "low_value.cause", movement.text("cause"));
        balance += signedQuantity(movement);
        if (balance < 0)
            return fail(ErrorCode::RuleViolated, "low_value.balance", std::to_string(balance));
        movement.set("balance_after", std::to_string(balance));
        return {};
    }

    void keepBalance(const RegisterChange& change, RegisterEntry& item)
    {
        std::int64_t balance = signedQuantity(change.after);
        for (const RegisterEntry& other : change.siblings)
            balance += signedQuantity(other);
        item.set("balance", std::to_string(balance));
    }

    Result<void> checkItem(const RegisterChange& change)
    {
        if (change.step && change.step->token == "close" && change.after.whole("balance") != 0)
            return fail(ErrorCode::RuleViolated, "low_value.left", change.after.text("balance"));
        return daysInOrder(change.after, change.today, {"closed_on"});
    }

    void compute(RegisterEntry& item, Day)
    {
        if (const auto price = item.money("unit_price_yuan"))
            item.set("value_yuan", Money::fromFen(price->fen() * item.whole("balance")).toYuanString());
    }

    std::vector<Error> findings(const RegisterEntry& item, Day today)
    {
        const auto limit = RegisterRules::current().money("low-value", "fixed_asset_yuan", "", today);
        const auto price = item.money("unit_price_yuan");
        if (!limit || !price || *price < *limit)
            return {};
        return {finding("low_value.fixed_asset", price->toYuanString() + " >= " + limit->toYuanString())};
    }

    RegisterType itemType()
    {
        using enum RegisterValue;
        using enum FieldUse;
        RegisterType type;
        type.kind = RegisterKind::LowValue;
        type.token = "low_value_item";
        type.nameZh = "低值品";
        type.nameEn = "Low-value item";
        type.numberPrefix = "DZ";
        type.fields = {
            {"name", "名称", "Name", Text, Free, true, {}, {}, false, 16},
            {"model", "规格型号", "Model", Text, Free, false, {}, {}, false, 14},
            {"unit_of_measure", "计量单位", "Unit of measure", Text, Free, true, {}, {}, false, 8},
            {"unit_price_yuan", "单价", "Unit price", Money, Free, false, {}, {}, false, 12, true},
            {"balance", "结存数量", "Balance", Whole, Effect, false, {}, {}, false, 9},
            {"value_yuan", "结存金额", "Value", Money, Computed},
            {"keeper", "保管人", "Keeper", Text, Free, false, {}, {}, false, 8},
            {"kept_at", "存放地点", "Kept at", Text, Free},
            {"closed_on", "销册日期", "Closed on", Date, ByStep},
            {"remark", "备注", "Remark", Text, Free, false, {}, {}, false, 14},
        };
        type.states = {{"kept", "在册", "Kept"}, {"closed", "已销册", "Closed", false}};
        type.steps = {{"close", "销册", "Close", "kept", "closed", "closed_on"}};
        type.check = checkItem;
        type.findings = findings;
        type.compute = compute;
        return type;
    }

    RegisterType movementType()
    {
        using enum RegisterValue;
        using enum FieldUse;
        RegisterType type;
        type.kind = RegisterKind::LowValue;
        type.token = "movement";
        type.nameZh = "低值品收发";
        type.nameEn = "Movement";
        type.numberPrefix = "SF";
        type.parent = "low_value_item";
        type.openParents = "kept";
        type.fields = {
            {"moved_on", "日期", "On", Date, First, true},
            {"direction", "收发", "In or out", Choice, First, true, kDirections, {}, false, 5},
            {"cause", "事由", "Cause", Choice, First, true, kCauses, {}, false, 8},
            // What came and what went add up to nothing.
            {"quantity", "数量", "Quantity", Whole, First, true, {}, {}, false, 7, true},
            {"balance_after", "结存", "Balance", Whole, Effect, false, {}, {}, false, 7, true},
            {"person", "经手人", "Person", Text, First, false, {}, {}, false, 8},
            {"voucher_no", "凭证号", "Voucher", Text, First},
            {"remark", "备注", "Remark", Text, First},
        };
        type.states = {{"entered", "已登记", "Entered", false}};
        type.check = checkMovement;
        type.effect = keepBalance;
        return type;
    }

} // namespace

std::vector<RegisterType> lowValueTypes() { return {itemType(), movementType()}; }

} // namespace guanwu
