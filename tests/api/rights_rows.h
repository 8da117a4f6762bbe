#pragma once

#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace guanwu::test {

using nlohmann::json;

/// Whose a record is, seen from a clerk of the office of U001.
enum class Whose { OwnDepartment, OtherDepartment, Child, OtherUnit };
inline constexpr Whose kWhose[] = {Whose::OwnDepartment, Whose::OtherDepartment, Whose::Child, Whose::OtherUnit};

struct Spot {
    Whose whose {};
    std::string unit;
    std::int64_t unitId = 0;
    std::int64_t departmentId = 0; ///< 0 = none
    std::string department;
    std::string person;
    std::string room;
    std::string assetNo {};
    std::string attachment {};
    std::string document {};
    std::string entryNo {}; ///< of a gift
};

struct Ask {
    std::string target; ///< below /api/v1
    json body {};
    std::vector<std::string> headers {};
};

/// What a route does with the record it is asked about.
/// …OfWholeUnit: of all departments together, so that none of them is told.
/// ChangesCity: the bureau alone, who sees everything; 403 for whoever sees it else.
/// ChangesMany: says of each card that it is not there, instead of 404 for all.
enum class Does {
    Reads,
    ReadsOfUnit,
    ReadsOfWholeUnit,
    Changes,
    ChangesMany,
    ChangesUnit,
    ChangesCity,
    Lists,
    ListsOfUnit,
    ListsOfWholeUnit,
    Common
};

struct Row {
    std::string_view route; ///< "GET /assets/{no}"
    Does does {};
    std::function<Ask(const Spot&)> ask;
    /// In a list: what names the record of the spot.
    std::function<std::string(const Spot&)> mark {};
};

/// The numbers of what belongs to a spot.
[[nodiscard]] std::string idleOf(const Spot& spot);
[[nodiscard]] std::string leaseOf(const Spot& spot);
[[nodiscard]] std::string keptOf(const Spot& spot); ///< title of a kept report
[[nodiscard]] std::string scheduleOf(const Spot& spot); ///< who set a schedule up, and why a run of it failed
[[nodiscard]] std::string repairOf(const Spot& spot);
[[nodiscard]] std::string titleOf(const Spot& spot);

/// The matrix of rights: a row for every route.
[[nodiscard]] const std::vector<Row>& rightsRows();

} // namespace guanwu::test
