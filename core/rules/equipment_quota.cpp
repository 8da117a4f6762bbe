#include "core/rules/equipment_quota.h"

#include "core/base/text.h"
#include "core/reference/embedded.h"
#include "core/reference/reference_table.h"
#include "core/values/calendar.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace guanwu {

namespace {

    std::int64_t dividedUp(std::int64_t count, std::int64_t by) { return (count + by - 1) / by; }

    std::optional<std::int64_t> numberOf(std::string_view text)
    {
        std::int64_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        return error == std::errc {} ? std::optional(value) : std::nullopt;
    }

    /// "1 set / person", "2 / person": so many for each, whose share of the people in post is `percent`.
    /// Where levels have different numbers ("司局级 2 / person; 处级及以下 1 / person") the one of the level
    /// of the row.
    std::optional<std::int64_t> percentEach(const std::string& rule, const std::string& level)
    {
        const auto of = level.empty() ? std::string::npos : rule.find(level + " ");
        const char* text = rule.c_str() + (of == std::string::npos ? 0 : of + level.size() + 1);
        long long each = 0;
        int end = 0;
        for (const char* form : {"%lld / person%n", "%lld set / person%n"})
            if (std::sscanf(text, form, &each, &end) == 1 && end > 0)
                return each * 100;
        return std::nullopt;
    }

    /// "up to 100 staff: 1 per 20, part of 20 counts as 20; above 100: the excess 1 per 30, ..."
    std::optional<BandQuota> bandOf(const std::string& rule)
    {
        long long upTo = 0;
        long long onePer = 0;
        long long thenOnePer = 0;
        const auto excess = rule.find("the excess 1 per ");
        if (excess == std::string::npos
            || std::sscanf(rule.c_str(), "up to %lld staff: 1 per %lld", &upTo, &onePer) != 2
            || std::sscanf(rule.c_str() + excess, "the excess 1 per %lld", &thenOnePer) != 1 || onePer < 1
            || thenOnePer < 1)
            return std::nullopt;
        return BandQuota {upTo, onePer, thenOnePer};
    }

} // namespace

std::optional<std::int64_t> quotaOf(const EquipmentRule& rule, std::int64_t people, UnitSecrecy secrecy)
{
    if (rule.band) {
        const std::int64_t first = std::min(people, rule.band->upTo);
        return dividedUp(first, rule.band->onePer) + dividedUp(people - first, rule.band->thenOnePer);
    }
    const bool classified = secrecy == UnitSecrecy::Classified && rule.classifiedPercent;
    const auto percent = classified ? rule.classifiedPercent : rule.percent;
    return percent ? std::optional(std::max(people * *percent / 100, rule.atLeast)) : std::nullopt;
}

std::int64_t stockAfter(const PurchaseRequest& request)
{
    const auto goes = std::count_if(request.replaced.begin(), request.replaced.end(),
        [](const ReplacedPiece& piece) { return piece.isCounted; });
    return request.stock + request.wanted - goes;
}

std::vector<Error> problemsOf(const PurchaseRequest& request, const EquipmentRule& rule,
    std::optional<std::int64_t> quota, std::chrono::year_month_day today)
{
    std::vector<Error> out;
    const auto report = [&](const char* subject, std::string detail) {
        out.push_back({ErrorCode::RuleViolated, subject, std::move(detail)});
    };
    if (const auto after = stockAfter(request); quota && after > *quota)
        report("purchase.above_quota", std::to_string(after) + " > " + std::to_string(*quota));
    if (rule.priceCeiling && request.unitPrice > *rule.priceCeiling)
        report("purchase.above_ceiling",
            request.unitPrice.toYuanString() + " > " + rule.priceCeiling->toYuanString());
    for (const ReplacedPiece& piece : request.replaced) {
        if (rule.minYears && !hasTermPassed(piece.acquiredOn, *rule.minYears * 12, today))
            report("purchase.replaced_too_young", piece.assetNo);
        if (!piece.disposalApproved)
            report("purchase.replaced_in_books", piece.assetNo);
    }
    return out;
}

EquipmentStandard::EquipmentStandard()
{
    const ReferenceTable table(embeddedTable("equipment_standard"));
    std::optional<BandQuota> bandOfCopiers;
    for (std::size_t i = 0; i < table.size(); ++i) {
        Row row;
        row.rule.scheme = table.cell(i, "scheme");
        row.rule.item = table.cell(i, "item_zh");
        row.rule.source = table.cell(i, "source");
        const std::string quantity(table.cell(i, "quantity_rule"));
        row.rule.band = quantity.starts_with("as copier") ? bandOfCopiers : bandOf(quantity);
        if (row.rule.item == "复印机")
            bandOfCopiers = row.rule.band;
        if (const auto least = quantity.find("may have "); least != std::string::npos)
            row.rule.atLeast = numberOf(std::string_view(quantity).substr(least + 9)).value_or(0);
        const auto percent = table.cell(i, "quantity_pct");
        row.rule.percent = numberOf(percent);
        if (const auto either = percent.find(" or "); either != std::string_view::npos)
            row.rule.classifiedPercent = numberOf(percent.substr(either + 4));
        if (const auto price = Money::parseYuan(table.cell(i, "price_ceiling_yuan")))
            row.rule.priceCeiling = *price;
        if (const auto years = numberOf(table.cell(i, "min_years")))
            row.rule.minYears = static_cast<int>(*years);
        row.priceCondition = table.cell(i, "price_condition");
        if (!row.rule.percent && table.cell(i, "quantity_basis") == "人")
            row.rule.percent = percentEach(quantity, row.priceCondition);
        row.provincial = row.rule.scheme.find("Hunan") != std::string::npos;
        m_rows.push_back(std::move(row));
    }
    const ReferenceTable classes(embeddedTable("equipment_classes"));
    for (std::size_t i = 0; i < classes.size(); ++i)
        m_classes.push_back(
            {std::string(classes.cell(i, "item_zh")), std::string(classes.cell(i, "class_prefix"))});
    const ReferenceTable groups(embeddedTable("equipment_groups"));
    for (std::size_t i = 0; i < groups.size(); ++i)
        m_groups.push_back({std::string(groups.cell(i, "group_zh")), split(groups.cell(i, "items"), '|'),
            numberOf(groups.cell(i, "quantity_pct")).value_or(0), std::string(groups.cell(i, "source"))});
}

const EquipmentStandard& EquipmentStandard::current()
{
    static const EquipmentStandard instance;
    return instance;
}

const EquipmentRule* EquipmentStandard::find(std::string_view item, std::string_view priceCondition) const
{
    const Row* best = nullptr;
    const Row* lowest = nullptr;
    for (const Row& row : m_rows) {
        if (row.rule.item != item)
            continue;
        if (row.rule.priceCeiling && (!lowest || *row.rule.priceCeiling < *lowest->rule.priceCeiling))
            lowest = &row;
        if (row.priceCondition != priceCondition)
            continue;
        const bool saysNumber = row.rule.percent || row.rule.band || row.rule.priceCeiling;
        if (!best || (row.provincial && saysNumber))
            best = &row;
    }
    if (!best && priceCondition.empty())
        best = lowest;
    return best ? &best->rule : nullptr;
}

std::vector<std::string> EquipmentStandard::itemsOf(std::string_view classCode) const
{
    std::vector<std::string> out;
    for (const ItemClass& one : m_classes)
        if (!classCode.empty() && classCode.starts_with(one.prefix))
            out.push_back(one.item);
    return out;
}

std::vector<std::string> EquipmentStandard::classesOf(std::string_view item) const
{
    std::vector<std::string> out;
    for (const ItemClass& one : m_classes)
        if (one.item == item)
            out.push_back(one.prefix);
    return out;
}

std::vector<EquipmentGroup> EquipmentStandard::groupsOf(std::string_view item) const
{
    std::vector<EquipmentGroup> out;
    for (const EquipmentGroup& group : m_groups)
        if (std::find(group.items.begin(), group.items.end(), item) != group.items.end())
            out.push_back(group);
    return out;
}

} // namespace guanwu
