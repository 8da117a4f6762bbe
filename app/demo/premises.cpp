#include "app/demo/city_plan.h"

#include <map>

namespace guanwu {

namespace {

    constexpr std::string_view kRoads[]
        = {"迎丰中路", "迎丰东路", "人民南路", "人民北路", "湖天大道", "锦溪北路", "锦溪南路", "红星中路",
            "府星路", "鹤洲北路", "顺天路", "舞水路", "湖天南路", "天星西路", "河西大道"};

    /// Share of the floor area that is usable, in percent: K of the office standard is 0.65 at least.
    constexpr std::int64_t kUsablePercent = 68;

    class PremisesPlanner {
    public:
        explicit PremisesPlanner(City& city)
            : m_city(city)
            , m_random(randomOf(city.options, DemoStream::Premises))
        {
        }

        void plan()
        {
            planCertified();
            for (std::size_t u = 0; u < m_city.units.size(); ++u)
                if (hasCampus(m_city.units[u].named.sort))
                    planCampus(int(u));
            planIdleBuildings();
        }

    private:
        int addCompound(std::string code, std::string name)
        {
            std::string address("怀化市鹤城区");
            address += m_random.pick(kRoads);
            address += std::to_string(m_random.between(1, 298)) + "号";
            m_city.compounds.push_back({std::move(code), std::move(name), std::move(address)});
            m_inCompound = 0;
            return int(m_city.compounds.size()) - 1;
        }

        std::string nextCompoundCode() const
        {
            return "C" + padded(std::int64_t(m_city.compounds.size()) + 1, 2);
        }

        PlannedBuilding newBuilding(int compound, std::string_view name)
        {
            PlannedBuilding out;
            out.compound = compound;
            ++m_inCompound;
            out.code = m_city.compounds[std::size_t(compound)].code + "-" + std::to_string(m_inCompound);
            out.name = std::to_string(m_inCompound) + "号" + std::string(name);
            out.structure = m_random.chance(6500) ? Structure::ReinforcedConcrete : Structure::BrickConcrete;
            out.completedOn = m_city.dayYearsBefore(m_random, m_random.between(4, 16));
            out.firstRoom = out.endRoom = int(m_city.rooms.size());
            return out;
        }

        void addRooms(PlannedBuilding& building, int perFloor, std::int64_t least, std::int64_t most)
        {
            for (int floor = 1; floor <= building.floors; ++floor)
                for (int number = 1; number <= perFloor; ++number) {
                    PlannedRoom room;
                    const std::string roomNo = std::to_string(floor) + padded(number, 2);
                    room.code = building.code + "-" + roomNo;
                    room.name = building.name + roomNo + "室";
                    room.building = int(m_city.buildings.size());
                    room.floor = floor;
                    room.usable = m_random.between(least / 10, most / 10) * 10;
                    m_city.rooms.push_back(std::move(room));
                }
            building.endRoom = int(m_city.rooms.size());
        }

        /// The premises in the bureau's name: certificates, what stands on them, and the rooms inside.
        void planCertified()
        {
            const int certificates = m_city.scaled(50);
            const int withTwo = std::min(certificates, m_city.scaled(10));
            const int compounds = std::max(1, certificates * 2 / 5);
            const auto floors
                = scattered(m_random, std::size_t(certificates + withTwo), 141'000, 60'000, 141'301);
            const auto shares = scattered(m_random, std::size_t(certificates), 50'500, 18'000, 55'350);
            std::vector<std::chrono::year_month_day> issued;
            for (int i = 0; i < certificates; ++i)
                issued.push_back(m_city.dayOfYear(m_random));
            std::sort(issued.begin(), issued.end());

            int compound = -1;
            for (int c = 0; c < certificates; ++c) {
                if (c * compounds / certificates != compound)
                    compound = addCompound(nextCompoundCode(),
                        "市级机关第" + chineseNumber(int(m_city.compounds.size()) + 1) + "办公区");
                PlannedCertificate certificate;
                certificate.number = "湘（" + std::to_string(int(m_city.year())) + "）怀化市不动产权第"
                    + padded(12'000 + c * 37, 7) + "号";
                certificate.landShare = shares[std::size_t(c)];
                certificate.issuedOn = issued[std::size_t(c)];
                certificate.firstBuilding = int(m_city.buildings.size());
                const int buildings = 1 + (c + 1) * withTwo / certificates - c * withTwo / certificates;
                for (int b = 0; b < buildings; ++b)
                    addOfficeBuilding(compound, c, floors[m_city.buildings.size()]);
                certificate.endBuilding = int(m_city.buildings.size());
                m_city.certificates.push_back(std::move(certificate));
            }
            if (certificates >= kGapsFrom)
                plantGaps();
        }

        /// What the desk of certificates is to find. The sums stay what they are: what one paper has no
        /// longer another one has. Papers that are due and not returned follow the import
        /// (title_paperwork.h).
        void plantGaps()
        {
            auto& certificates = m_city.certificates;
            const std::size_t count = certificates.size();
            PlannedCertificate& land = certificates[count - 1];
            PlannedCertificate& before = certificates[count - 2];
            for (int b = land.firstBuilding; b < land.endBuilding; ++b)
                m_city.buildings[std::size_t(b)].certificate = int(count) - 2;
            before.endBuilding = land.endBuilding;
            land.firstBuilding = land.endBuilding;
            certificates[count / 2].isOfUser = true;
            constexpr std::int64_t kMisread = 1250;
            const auto firstOf = [&](std::size_t c) -> PlannedBuilding& {
                return m_city.buildings[std::size_t(certificates[c].firstBuilding)];
            };
            firstOf(count / 3).misread = kMisread;
            firstOf(count / 3 + 1).misread = -kMisread;
        }

        void addOfficeBuilding(int compound, int certificate, std::int64_t floorArea)
        {
            PlannedBuilding building = newBuilding(compound, "办公楼");
            building.certificate = certificate;
            building.floorArea = floorArea;
            building.floors = 3 + int(floorArea / 60'000);
            const std::int64_t usablePerFloor = floorArea * kUsablePercent / 100 / building.floors;
            // 24 m2 on average; even if all had 33 the rooms would be smaller than the building.
            addRooms(building, int(std::max<std::int64_t>(3, usablePerFloor / 2400)), 1500, 3300);
            m_city.buildings.push_back(std::move(building));
        }

        void planCampus(int unit)
        {
            const PlannedUnit& owner = m_city.units[std::size_t(unit)];
            const bool school = owner.named.sort == UnitSort::School;
            const int compound
                = addCompound(nextCompoundCode(), owner.named.name + (school ? "校区" : "院区"));
            const std::int64_t rooms = owner.postsFilled * 2 / 5 + 10;
            const int buildings = rooms > 50 ? 3 : 2;
            const auto perFloor = int(rooms / (buildings * 4) + 1);
            for (int b = 0; b < buildings; ++b) {
                PlannedBuilding building = newBuilding(compound, school ? "教学楼" : "医疗楼");
                building.unit = unit;
                building.floors = 4;
                addRooms(building, perFloor, school ? 3600 : 2000, school ? 7200 : 4800);
                std::int64_t usable = 0;
                for (int r = building.firstRoom; r < building.endRoom; ++r)
                    usable += m_city.rooms[std::size_t(r)].usable;
                building.floorArea = usable * 100 / kUsablePercent;
                m_city.buildings.push_back(std::move(building));
            }
        }

        /// Every second unit without premises of its own has an old building that stands empty; it has no
        /// certificate.
        void planIdleBuildings()
        {
            const int compound = addCompound("CX", "待盘活旧址");
            for (std::size_t u = 1; u < m_city.units.size(); u += 2) {
                if (hasCampus(m_city.units[u].named.sort))
                    continue;
                PlannedBuilding building = newBuilding(compound, "旧楼");
                building.unit = int(u);
                building.floorArea = m_random.between(320, 680) * 100;
                building.structure = Structure::BrickConcrete;
                building.completedOn = m_city.dayYearsBefore(m_random, m_random.between(14, 16));
                m_city.buildings.push_back(std::move(building));
            }
        }

        City& m_city;
        Random m_random;
        int m_inCompound = 0;
    };

    /// What the rooms of a unit are for, by their place among them.
    void assignKind(PlannedRoom& room, std::size_t position, std::size_t count, UnitSort sort)
    {
        constexpr std::string_view services[] = {"会议", "档案", "接待", "文印", "值班"};
        room.kind = hasCampus(sort) && position % 4 != 0 ? RoomKind::Technical : RoomKind::Office;
        if (count > 1 && position + 1 == count) {
            room.kind = RoomKind::Service;
            room.serviceKind = "储藏";
        } else if (position % 8 == 5) {
            room.kind = RoomKind::Service;
            room.serviceKind = services[position / 8 % std::size(services)];
        } else if (position % 16 == 11) {
            room.kind = RoomKind::Equipment;
        } else if (position % 23 == 17) {
            room.kind = RoomKind::Ancillary;
        }
    }

    bool isForPeople(RoomKind kind) { return kind == RoomKind::Office || kind == RoomKind::Technical; }

    class Movers {
    public:
        explicit Movers(City& city)
            : m_city(city)
            , m_random(randomOf(city.options, DemoStream::Rooms))
        {
        }

        void moveIn()
        {
            shareOffices();
            for (const PlannedBuilding& building : m_city.buildings)
                if (building.certificate < 0)
                    for (int r = building.firstRoom; r < building.endRoom; ++r)
                        give(r, building.unit);
            for (PlannedUnit& unit : m_city.units)
                assignRooms(unit);
            reallocate();
            for (PlannedBuilding& building : m_city.buildings)
                sumUp(building);
        }

    private:
        void give(int room, int unit)
        {
            m_city.rooms[std::size_t(room)].unit = unit;
            m_city.units[std::size_t(unit)].rooms.push_back(room);
        }

        /// The rooms of the bureau's buildings in order, a piece for each unit, by the number of its people.
        void shareOffices()
        {
            std::vector<int> pool;
            for (const PlannedBuilding& building : m_city.buildings)
                if (building.certificate >= 0)
                    for (int r = building.firstRoom; r < building.endRoom; ++r)
                        if (r % 50 != 49) // the others are vacant
                            pool.push_back(r);
            std::size_t weights = 0;
            for (const PlannedUnit& unit : m_city.units)
                weights += weightOf(unit);
            std::size_t reached = 0;
            std::size_t next = 0;
            for (std::size_t u = 0; u < m_city.units.size(); ++u) {
                const std::size_t weight = weightOf(m_city.units[u]);
                if (weight == 0)
                    continue;
                m_offices.push_back(int(u));
                reached += weight;
                const std::size_t end = pool.size() * reached / weights;
                for (; next < end; ++next)
                    give(pool[next], int(u));
                if (m_city.units[u].rooms.empty()) // too small for a room of its own: with the unit before it
                    m_city.units[u].rooms.push_back(pool[next == 0 ? 0 : next - 1]);
            }
        }

        static std::size_t weightOf(const PlannedUnit& unit)
        {
            return hasCampus(unit.named.sort) ? 0 : unit.people + 6;
        }

        void assignRooms(PlannedUnit& unit)
        {
            std::vector<int> desks;
            for (std::size_t i = 0; i < unit.rooms.size(); ++i) {
                PlannedRoom& room = m_city.rooms[std::size_t(unit.rooms[i])];
                assignKind(room, i, unit.rooms.size(), unit.named.sort);
                if (isForPeople(room.kind))
                    desks.push_back(unit.rooms[i]);
                if (room.kind == RoomKind::Office && m_random.chance(120))
                    room.rest = 500;
            }
            for (std::size_t i = 0; i < unit.people; ++i)
                m_city.people[unit.firstPerson + i].room = desks[i * desks.size() / unit.people];
        }

        void reallocate()
        {
            std::vector<std::size_t> receivers;
            const auto wanted = std::size_t(m_city.scaled(14));
            for (std::size_t i = 1; i < m_offices.size() && receivers.size() < wanted; ++i)
                if (m_city.units[std::size_t(m_offices[i])].rooms.size() >= 6)
                    receivers.push_back(i);
            const auto withTwo = std::min(receivers.size(), std::size_t(m_city.scaled(10)));
            for (std::size_t i = 0; i < receivers.size(); ++i) {
                const auto approvedOn = m_city.dayOfYear(m_random);
                const int to = m_offices[receivers[i]];
                const int from = m_offices[(receivers[i] + 1) % m_offices.size()];
                std::size_t missing = i < withTwo ? 2 : 1;
                const auto& rooms = m_city.units[std::size_t(to)].rooms;
                for (auto room = rooms.rbegin(); room != rooms.rend() && missing > 0; ++room)
                    if (m_city.rooms[std::size_t(*room)].kind == RoomKind::Office) {
                        m_city.reallocations.push_back({*room, from, to, approvedOn});
                        --missing;
                    }
            }
            const auto areas = scattered(m_random, m_city.reallocations.size(), 2420, 640, 2496);
            for (std::size_t i = 0; i < areas.size(); ++i)
                m_city.rooms[std::size_t(m_city.reallocations[i].room)].usable = areas[i];
        }

        void sumUp(PlannedBuilding& building)
        {
            std::map<int, int> roomsOf;
            for (int r = building.firstRoom; r < building.endRoom; ++r) {
                const PlannedRoom& room = m_city.rooms[std::size_t(r)];
                building.usable += room.usable;
                if (room.unit >= 0)
                    ++roomsOf[room.unit];
            }
            int most = 0;
            for (const auto& [unit, rooms] : roomsOf)
                if (rooms > most) {
                    most = rooms;
                    building.unit = unit;
                }
        }

        City& m_city;
        Random m_random;
        std::vector<int> m_offices; ///< units in the bureau's buildings
    };

} // namespace

std::string_view holderOf(const City& city, const PlannedCertificate& certificate)
{
    if (!certificate.isOfUser)
        return kDemoBureau;
    return city.units[std::size_t(city.buildings[std::size_t(certificate.firstBuilding)].unit)].code;
}

void planPremises(City& city) { PremisesPlanner(city).plan(); }

void moveIn(City& city) { Movers(city).moveIn(); }

} // namespace guanwu
