#include "core/rules/office_standard.h"

#include "core/base/text.h"
#include "core/reference/embedded.h"
#include "core/reference/reference_table.h"

#include <algorithm>
#include <cstdio>

namespace guanwu {

namespace {

    std::int64_t wholeNumber(std::string_view text)
    {
        return text.empty() ? 0 : std::stoll(std::string(text));
    }

    Area areaOf(std::string_view text) { return Area::parse(text).value_or(Area()); }

    /// "(1000-x)/100" or "8", in square metres.
    ServiceBand serviceBandOf(std::string_view formula)
    {
        ServiceBand band;
        long long constant = 0;
        long long divisor = 0;
        if (std::sscanf(std::string(formula).c_str(), "(%lld-x)/%lld", &constant, &divisor) == 2) {
            band.constant = constant * 100;
            band.slope = 100;
            band.divisor = divisor;
        } else {
            band.constant = areaOf(formula).hundredths();
        }
        return band;
    }

    /// 正局(处)级 stands for 正局级 and 正处级; 处级 also for 正处级 and 副处级.
    bool isPost(std::string_view post, std::string_view rank)
    {
        std::string full(rank);
        if (!full.ends_with("级") && !full.ends_with("职"))
            full += "级";
        const auto open = post.find('(');
        const auto close = post.find(')');
        if (open == std::string_view::npos || close == std::string_view::npos || open < 3)
            return post == rank || post == full
                || (!post.starts_with("正") && !post.starts_with("副")
                    && (full == "正" + std::string(post) || full == "副" + std::string(post)));
        // One Chinese character, three bytes, stands before the bracket and gives way to the one inside.
        const std::string before(post.substr(0, open - 3));
        const std::string after(post.substr(close + 1));
        const std::string first(post.substr(open - 3, 3));
        const std::string second(post.substr(open + 1, close - open - 1));
        return post == rank || full == before + first + after || full == before + second + after;
    }

} // namespace

OfficeStandard::OfficeStandard()
{
    const ReferenceTable table(embeddedTable("office_standard"));
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.cell(row, "in_force") != "yes")
            continue;
        const auto kind = table.cell(row, "kind");
        const auto value = table.cell(row, "value");
        const std::int64_t over = wholeNumber(table.cell(row, "staff_over"));
        const auto level = parseToken(kOrganLevels, table.cell(row, "organ_level"), "office.level");
        if (kind == "office_per_person" && level && !value.empty()) {
            m_levels[static_cast<std::size_t>(*level)].limits.push_back(
                {std::string(table.cell(row, "post_zh")), areaOf(value),
                    std::string(table.cell(row, "source"))});
        } else if (kind == "service_per_staff" && level) {
            ServiceBand band = serviceBandOf(table.cell(row, "formula"));
            band.over = over;
            if (const auto to = table.cell(row, "staff_to"); !to.empty())
                band.to = wholeNumber(to);
            m_levels[static_cast<std::size_t>(*level)].service.push_back(band);
        } else if (kind == "equipment_rooms") {
            m_equipmentPercent = wholeNumber(value.substr(0, value.find('%')));
        } else if (kind == "use_coefficient_K") {
            const bool high = table.cell(row, "post_zh") == "高层建筑";
            m_usePercent[high ? 1 : 0] = areaOf(value).hundredths();
        } else if (kind == "canteen") {
            m_canteen.push_back({over, areaOf(value)});
        } else if (kind == "car_park") {
            m_carPark.push_back({over, areaOf(value)});
        } else if (kind == "private_toilet") {
            m_toiletLimit = areaOf(value);
        }
    }
}

const OfficeStandard& OfficeStandard::current()
{
    static const OfficeStandard instance;
    return instance;
}

Result<OfficeLimit> OfficeStandard::limitOf(OrganLevel level, std::string_view rank) const
{
    const auto& limits = m_levels[static_cast<std::size_t>(level)].limits;
    if (limits.empty())
        return fail(ErrorCode::NotFound, "office.no_limit", std::string(rank));
    const std::string tidy = normalized(rank);
    const auto found = std::find_if(
        limits.begin(), limits.end(), [&](const OfficeLimit& row) { return isPost(row.post, tidy); });
    return found == limits.end() ? limits.back() : *found;
}

bool OfficeStandard::mayHaveToilet(OrganLevel level, std::string_view rank) const
{
    const auto limit = limitOf(level, rank);
    if (!limit)
        return false;
    const auto& limits = m_levels[static_cast<std::size_t>(level)].limits;
    const auto place = std::find_if(
        limits.begin(), limits.end(), [&](const OfficeLimit& row) { return row.post == limit->post; });
    // Rows stand highest first: ministers and deputies; governors, deputies and heads of departments; first
    // heads.
    constexpr std::array<std::ptrdiff_t, kOrganLevels.size()> kHighestPosts {2, 3, 1, 1, 0};
    return place - limits.begin() < kHighestPosts[static_cast<std::size_t>(level)];
}

SpaceRates OfficeStandard::ratesOf(OrganLevel level, BuildingHeight height) const
{
    return {m_levels[static_cast<std::size_t>(level)].service, m_equipmentPercent,
        m_usePercent[static_cast<std::size_t>(height)]};
}

} // namespace guanwu
