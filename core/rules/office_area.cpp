#include "core/rules/office_area.h"

#include "core/values/ratio.h"

#include <algorithm>
#include <numeric>

namespace guanwu {

OfficeFinding assessOffice(const OfficeUse& office, Area toiletLimit)
{
    OfficeFinding out;
    out.limit = std::accumulate(office.limits.begin(), office.limits.end(), Area());
    out.over = std::max(Area(), office.usable - out.limit);
    out.toiletForbidden = office.toilet > Area() && !office.toiletAllowed;
    if (office.toiletAllowed)
        out.toiletOver = std::max(Area(), office.toilet - toiletLimit);
    return out;
}

Area floorAreaOf(const std::vector<FloorStep>& steps, std::int64_t count)
{
    Area out;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::int64_t end = i + 1 < steps.size() ? std::min(count, steps[i + 1].over) : count;
        out += Area::fromHundredths(
            std::max<std::int64_t>(end - steps[i].over, 0) * steps[i].each.hundredths());
    }
    return out;
}

Result<UnitSpace> unitSpace(const std::vector<PostGroup>& posts, const SpaceRates& rates, Area ancillary)
{
    UnitSpace out;
    std::int64_t count = 0;
    for (const PostGroup& group : posts) {
        out.offices += Area::fromHundredths(group.limit.hundredths() * group.posts);
        count += group.posts;
    }
    const auto band = std::find_if(rates.service.begin(), rates.service.end(),
        [&](const ServiceBand& row) { return count >= row.over && (!row.to || count <= *row.to); });
    if (band == rates.service.end())
        return fail(ErrorCode::NotFound, "office.no_service_rule", std::to_string(count));
    out.service = Area::fromHundredths(
        roundedHalfUp(static_cast<Int128>(count) * (band->constant - band->slope * count), band->divisor));

    const Int128 rooms = (out.offices + out.service).hundredths();
    out.equipment = Area::fromHundredths(roundedHalfUp(rooms * rates.equipmentPercent, 100));
    out.net = out.offices + out.service + out.equipment;
    out.mainFloor
        = Area::fromHundredths(roundedHalfUp(rooms * (100 + rates.equipmentPercent), rates.usePercent));
    out.ancillary = ancillary;
    out.floor = out.mainFloor + ancillary;
    return out;
}

} // namespace guanwu
