#pragma once

#include "app/demo/city.h"
#include "app/demo/random.h"
#include "app/demo/unit_names.h"
#include "core/premises/room_line.h"
#include "core/registry/asset_codes.h"
#include "core/registry/place.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

/// Names of the random sequences; a number, once used, keeps its meaning.
enum class DemoStream : std::uint64_t { Units = 1, People, Premises, Certificates, Rooms, Repairs, Assets };

[[nodiscard]] constexpr Random randomOf(
    const CityOptions& options, DemoStream stream, std::uint64_t index = 0)
{
    return Random(options.seed, static_cast<std::uint64_t>(stream), index);
}

struct PlannedPerson {
    std::string code;
    std::string name;
    int unit = 0;
    int department = 0; ///< within the unit
    std::string_view rank; ///< as office_standard.csv names it
    std::string post;
    bool inPost = true;
    int room = 0;
};

struct PlannedUnit {
    std::string code;
    NamedUnit named;
    std::string uscc; ///< empty for temporary bodies
    std::int64_t postsEstablished = 0;
    std::int64_t postsFilled = 0;
    std::vector<std::string> departments;
    std::size_t firstPerson = 0; ///< the head; the next in post follow, those not in post come last
    std::size_t people = 0;
    std::size_t assetClerk = 0; ///< a person
    std::vector<int> rooms; ///< never empty; the last is the storeroom if there is more than one
};

struct PlannedRoom {
    std::string code;
    std::string name;
    int building = 0;
    int floor = 0;
    RoomKind kind = RoomKind::Office;
    std::string_view serviceKind;
    std::int64_t usable = 0; ///< 0.01 m2
    std::int64_t rest = 0; ///< 0.01 m2 of it
    std::int64_t toilet = 0; ///< 0.01 m2 of it
    int unit = -1; ///< -1 = vacant
    std::optional<RoomState> state; ///< where it is not what follows from its unit
    std::optional<std::chrono::year_month_day> vacateBy;
};

/// Somebody's seat that is not his only one, or that he has to give back.
struct PlannedSeat {
    std::size_t person = 0;
    int room = 0;
    SeatKind kind = SeatKind::Main;
    std::optional<std::chrono::year_month_day> endedOn;
    std::optional<SeatEnd> ground;
};

struct PlannedBuilding {
    std::string code;
    std::string name;
    int compound = 0;
    std::int64_t floorArea = 0; ///< 0.01 m2
    std::int64_t usable = 0; ///< 0.01 m2 of all its rooms
    int floors = 0; ///< with rooms; 0 = a building that stands empty
    Structure structure = Structure::ReinforcedConcrete;
    std::chrono::year_month_day completedOn {};
    int unit = 0; ///< accounting entity: the main user
    int certificate = -1;
    std::int64_t misread = 0; ///< 0.01 m2 by which its card differs from its certificate
    int firstRoom = 0, endRoom = 0;
};

struct PlannedCompound {
    std::string code;
    std::string name;
    std::string address;
};

struct PlannedCertificate {
    std::string number;
    int firstBuilding = 0, endBuilding = 0;
    std::int64_t landShare = 0; ///< 0.01 m2
    std::chrono::year_month_day issuedOn {};
    bool isOfUser = false; ///< still in the name of the unit inside

    [[nodiscard]] bool isLandOnly() const { return firstBuilding == endBuilding; }
};

/// From so many certificates on there is one of each kind of gap among them (TitleGapKind) with which all
/// reports still add up: no building is gone, and no property unit is on two of them.
inline constexpr int kGapsFrom = 20;

/// A room that changes hands in the year of the base date.
struct Reallocation {
    int room = 0;
    int from = 0, to = 0;
    std::chrono::year_month_day approvedOn {};
};

/// Everything of the city but its assets: what grows with the number of units only.
struct City {
    CityOptions options;
    std::vector<PlannedUnit> units;
    std::vector<PlannedPerson> people;
    std::vector<PlannedCompound> compounds;
    std::vector<PlannedBuilding> buildings; ///< those with certificates first
    std::vector<PlannedRoom> rooms; ///< those of buildings with certificates first
    std::vector<PlannedCertificate> certificates;
    std::vector<Reallocation> reallocations;
    std::vector<PlannedSeat> seats; ///< those of which there is something to tell

    /// A headline number of the 219 units, in proportion to the units there are, at least one.
    [[nodiscard]] int scaled(int number) const { return std::max(1, number * options.units / 219); }
    [[nodiscard]] std::chrono::year year() const { return options.baseDate.year(); }
    /// A day of the base date's year, none after it.
    [[nodiscard]] std::chrono::year_month_day dayOfYear(Random& random) const;
    /// A day so many years before the base date, within one year.
    [[nodiscard]] std::chrono::year_month_day dayYearsBefore(Random& random, std::int64_t years) const;
};

/// Code of the unit in whose name a certificate is: the bureau's, or whoever is inside where that was not
/// changed.
[[nodiscard]] std::string_view holderOf(const City& city, const PlannedCertificate& certificate);

[[nodiscard]] City planCity(const CityOptions& options);

/// The number with zeros before it, up to the width.
[[nodiscard]] std::string padded(std::int64_t number, std::size_t width);

/// The day after some time, but not after `latest`.
[[nodiscard]] std::chrono::year_month_day daysLater(
    std::chrono::year_month_day day, std::int64_t days, std::chrono::year_month_day latest);

// Parts of planCity(), in this order.
void planUnits(City& city);
void planPeople(City& city);
void planPremises(City& city);
void moveIn(City& city); ///< gives units and people their rooms, and plans the reallocations
void plantSpaceCases(City& city); ///< one of everything that the desk of office space is to find

} // namespace guanwu
