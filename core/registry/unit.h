#pragma once

#include "core/base/token_table.h"
#include "core/values/ids.h"

#include <cstdint>
#include <optional>
#include <string>

namespace guanwu {

enum class OrgType : std::uint8_t { Administrative, Participating, Institution, MassOrganisation, Temporary };

inline constexpr TokenTable<OrgType, 5> kOrgTypes {{
    {OrgType::Administrative, "administrative", "行政单位", "Administrative unit"},
    {OrgType::Participating, "participating", "参公事业单位", "Institution under civil-service rules"},
    {OrgType::Institution, "institution", "事业单位", "Institution"},
    {OrgType::MassOrganisation, "mass_organisation", "群团", "Mass organisation"},
    {OrgType::Temporary, "temporary", "临时机构", "Temporary body"},
}};
static_assert(isDense(kOrgTypes));

/// Picks the office limits that apply to a unit.
enum class OrganLevel : std::uint8_t { Central, Provincial, Municipal, County, Township };

inline constexpr TokenTable<OrganLevel, 5> kOrganLevels {{
    {OrganLevel::Central, "central", "中央机关", "Central organ"},
    {OrganLevel::Provincial, "provincial", "省级机关", "Provincial organ"},
    {OrganLevel::Municipal, "municipal", "市级机关", "Municipal organ"},
    {OrganLevel::County, "county", "县级机关", "County organ"},
    {OrganLevel::Township, "township", "乡级机关", "Township organ"},
}};
static_assert(isDense(kOrganLevels));

/// A public body: accounting entity, user or right holder of assets; three different things (rule R1).
struct Unit {
    UnitId id;
    std::string code;
    std::string name;
    std::string uscc; ///< empty for an internal body without a code
    OrgType orgType = OrgType::Administrative;
    OrganLevel organLevel = OrganLevel::Municipal;
    std::optional<UnitId> parent; ///< supervising department
    std::string division;
    std::int64_t postsEstablished = 0; ///< 编制数, drives office space
    std::int64_t postsFilled = 0; ///< 编制内实有人数, drives equipment counts
    bool inInventory = true;

    bool operator==(const Unit&) const = default;
};

} // namespace guanwu
