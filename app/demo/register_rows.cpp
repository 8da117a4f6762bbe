#include "app/demo/register_rows.h"

#include "app/exchange/column_tables.h"
#include "core/registry/unit.h"

#include <algorithm>
#include <map>
#include <set>

namespace guanwu {

namespace {

    std::string_view unitCode(const City& city, int unit) { return city.units[std::size_t(unit)].code; }

    /// 怀机管批〔2019〕12号
    std::string documentNo(std::string_view series, std::chrono::year year, std::int64_t number)
    {
        return std::string(series) + "〔" + std::to_string(int(year)) + "〕" + std::to_string(number) + "号";
    }

    /// 国有建设用地 of the first cadastral subarea; one parcel a compound, one unit a building.
    std::string propertyUnitNo(const City& city, std::size_t building)
    {
        const int compound = city.buildings[building].compound;
        return "431202001003GB" + padded(compound + 1, 5) + "F" + padded(std::int64_t(building) + 1, 4)
            + "0001";
    }

    /// The parcel alone: W, and nothing stands on it.
    std::string landUnitNo(int compound) { return "431202001003GB" + padded(compound + 1, 5) + "W00000000"; }

    void appendTo(std::string& list, std::string_view item)
    {
        list.append(list.empty() ? "" : ";").append(item);
    }

} // namespace

void writeUnits(const City& city, TableFile& out)
{
    constexpr const auto& kColumns = kUnitColumns;
    for (const PlannedUnit& unit : city.units) {
        out.text(position(kColumns, "code"), unit.code);
        out.text(position(kColumns, "name"), unit.named.name);
        out.text(position(kColumns, "uscc"), unit.uscc);
        out.token(position(kColumns, "org_type"), kOrgTypes, orgTypeOf(unit.named.sort));
        out.token(position(kColumns, "organ_level"), kOrganLevels, OrganLevel::Municipal);
        if (unit.named.parent >= 0)
            out.text(position(kColumns, "parent"), unitCode(city, unit.named.parent));
        out.text(position(kColumns, "division"), "431200");
        out.number(position(kColumns, "posts_established"), unit.postsEstablished);
        out.number(position(kColumns, "posts_filled"), unit.postsFilled);
        out.yesNo(position(kColumns, "in_inventory"), true);
        out.endRow();
    }
}

void writePlaces(const City& city, TableFile& out)
{
    constexpr const auto& kColumns = kPlaceColumns;
    const auto row
        = [&](std::string_view code, PlaceKind kind, std::string_view name, std::string_view parent) {
              out.text(position(kColumns, "code"), code);
              out.token(position(kColumns, "kind"), kPlaceKinds, kind);
              out.text(position(kColumns, "name"), name);
              out.text(position(kColumns, "parent"), parent);
          };
    for (const PlannedCompound& compound : city.compounds) {
        row(compound.code, PlaceKind::Compound, compound.name, {});
        out.endRow();
    }
    for (const PlannedBuilding& building : city.buildings) {
        const PlannedCompound& compound = city.compounds[std::size_t(building.compound)];
        row(building.code, PlaceKind::Building, compound.name + building.name, compound.code);
        if (building.certificate < 0)
            out.text(position(kColumns, "unit"), unitCode(city, building.unit));
        out.endRow();
        int floor = 0;
        std::string floorCode;
        for (int r = building.firstRoom; r < building.endRoom; ++r) {
            const PlannedRoom& room = city.rooms[std::size_t(r)];
            if (room.floor != floor) {
                floor = room.floor;
                floorCode = building.code + "-F" + std::to_string(floor);
                row(floorCode, PlaceKind::Floor, building.name + std::to_string(floor) + "层", building.code);
                out.endRow();
            }
            row(room.code, PlaceKind::Room, room.name, floorCode);
            if (room.unit >= 0)
                out.text(position(kColumns, "unit"), unitCode(city, room.unit));
            out.hundredths(position(kColumns, "usable_m2"), room.usable);
            out.token(position(kColumns, "room_kind"), kRoomKinds, room.kind);
            out.endRow();
        }
    }
}

void writePeople(const City& city, TableFile& out)
{
    constexpr const auto& kColumns = kPersonColumns;
    for (const PlannedPerson& person : city.people) {
        const PlannedUnit& unit = city.units[std::size_t(person.unit)];
        out.text(position(kColumns, "code"), person.code);
        out.text(position(kColumns, "name"), person.name);
        out.text(position(kColumns, "unit"), unit.code);
        out.text(position(kColumns, "department"), unit.departments[std::size_t(person.department)]);
        out.text(position(kColumns, "rank"), person.rank);
        out.text(position(kColumns, "post"), person.post);
        out.yesNo(position(kColumns, "in_post"), person.inPost);
        out.endRow();
    }
}

void writeRooms(const City& city, TableFile& out)
{
    constexpr const auto& kColumns = kRoomColumns;
    for (const PlannedRoom& room : city.rooms) {
        const PlannedBuilding& building = city.buildings[std::size_t(room.building)];
        if (building.certificate < 0)
            continue; // schools and hospitals keep no office space of the bureau
        out.text(position(kColumns, "place"), room.code);
        out.token(position(kColumns, "room_kind"), kRoomKinds, room.kind);
        out.text(position(kColumns, "service_kind"), room.serviceKind);
        out.hundredths(position(kColumns, "usable_m2"), room.usable);
        out.hundredths(
            position(kColumns, "floor_area_share_m2"), room.usable * building.floorArea / building.usable);
        out.token(position(kColumns, "state"), kRoomStates,
            room.state.value_or(room.unit >= 0 ? RoomState::Allocated : RoomState::Available));
        if (room.rest > 0)
            out.hundredths(position(kColumns, "rest_m2"), room.rest);
        if (room.toilet > 0)
            out.hundredths(position(kColumns, "toilet_m2"), room.toilet);
        out.endRow();
    }
}

void writeCertificates(const City& city, TableFile& out)
{
    constexpr const auto& kColumns = kCertificateColumns;
    Random random = randomOf(city.options, DemoStream::Certificates);
    for (std::size_t c = 0; c < city.certificates.size(); ++c) {
        const PlannedCertificate& certificate = city.certificates[c];
        const auto first = std::size_t(certificate.firstBuilding);
        std::string buildings, unitNos, users;
        std::set<int> units;
        std::int64_t floorArea = 0;
        for (std::size_t b = first; b < std::size_t(certificate.endBuilding); ++b) {
            const PlannedBuilding& building = city.buildings[b];
            appendTo(buildings, building.code);
            appendTo(unitNos, propertyUnitNo(city, b));
            floorArea += building.floorArea;
            for (int r = building.firstRoom; r < building.endRoom; ++r)
                if (const int unit = city.rooms[std::size_t(r)].unit; unit >= 0)
                    units.insert(unit);
        }
        for (const int unit : units)
            appendTo(users, unitCode(city, unit));
        // The last paper is of a parcel behind the buildings of the one before it.
        const auto& stands = city.buildings[certificate.isLandOnly() ? first - 1 : first];
        if (certificate.isLandOnly())
            unitNos = landUnitNo(stands.compound);

        out.text(position(kColumns, "cert_no"), certificate.number);
        out.text(position(kColumns, "cert_kind"), "BDCQZS");
        const bool transferred = random.chance(8000);
        out.text(position(kColumns, "reg_kind"), transferred ? "200" : "100");
        out.text(position(kColumns, "right_holder"), holderOf(city, certificate));
        out.text(position(kColumns, "co_ownership"), "0");
        out.text(position(kColumns, "location"),
            city.compounds[std::size_t(stands.compound)].address
                + (certificate.isLandOnly() ? "预留用地" : stands.name));
        out.text(position(kColumns, "unit_no"), unitNos);
        out.text(position(kColumns, "right_type"),
            certificate.isLandOnly() ? "国有建设用地使用权" : "国有建设用地使用权/房屋（构筑物）所有权");
        out.text(position(kColumns, "right_nature"), certificate.isLandOnly() ? "划拨" : "划拨/自建房");
        out.text(position(kColumns, "use"), certificate.isLandOnly() ? "机关团体用地" : "机关团体用地/办公");
        // Parcels overlap between certificates and are never added up.
        out.hundredths(
            position(kColumns, "parcel_m2"), certificate.landShare + random.between(400, 2600) * 100);
        out.hundredths(position(kColumns, "land_share_m2"), certificate.landShare);
        out.hundredths(position(kColumns, "floor_m2"), floorArea);
        out.day(position(kColumns, "issued_on"), certificate.issuedOn);
        out.text(position(kColumns, "issuer"), "怀化市自然资源和规划局");
        out.text(position(kColumns, "buildings"), buildings);
        out.text(position(kColumns, "using_units"), users);
        const bool incomplete = random.chance(3600);
        out.yesNo(position(kColumns, "incomplete"), incomplete);
        if (incomplete)
            out.text(position(kColumns, "missing_papers"),
                random.chance(5000) ? "建设工程规划许可证;竣工验收备案表" : "土地划拨决定书");
        if (transferred)
            out.text(position(kColumns, "former_cert_no"),
                "怀房权证鹤城字第" + padded(random.between(1, 99'999), 6) + "号");
        out.text(position(kColumns, "state"), "current");
        out.text(position(kColumns, "remark"), incomplete ? "容缺登记" : "容缺登记，缺件已补齐");
        out.endRow();
    }
}

void writeAllocations(const City& city, TableFile& out)
{
    constexpr const auto& kColumns = kAllocationColumns;
    using std::chrono::years;
    struct Grant {
        std::chrono::year_month_day approvedOn;
        std::int64_t number = 0;
    };
    Random random = randomOf(city.options, DemoStream::Rooms, 1);
    std::vector<Grant> earlier; // of each unit, long before the base date
    for (std::size_t u = 0; u < city.units.size(); ++u) {
        const auto year = city.year() - years(random.between(1, 3));
        const int month = int(random.between(2, 11));
        const int day = int(random.between(1, 28));
        earlier.push_back({year / month / day, std::int64_t(u) + 1});
    }
    const auto row = [&](const Grant& grant, int unit, int room) {
        const auto year = grant.approvedOn.year();
        out.text(position(kColumns, "certificate_no"), documentNo("怀办用凭", year, grant.number));
        out.text(position(kColumns, "unit"), unitCode(city, unit));
        out.text(position(kColumns, "room"), city.rooms[std::size_t(room)].code);
        out.hundredths(position(kColumns, "approved_m2"), city.rooms[std::size_t(room)].usable);
        out.text(position(kColumns, "agreement_no"), documentNo("怀办用协", year, grant.number));
        out.day(position(kColumns, "term_from"), grant.approvedOn);
        const auto end = std::chrono::sys_days(grant.approvedOn) + std::chrono::days(5 * 365);
        out.day(position(kColumns, "term_to"), end);
        out.text(position(kColumns, "approval_no"), documentNo("怀机管批", year, grant.number));
        out.day(position(kColumns, "approved_on"), grant.approvedOn);
        out.day(position(kColumns, "handed_over_on"), daysLater(grant.approvedOn, 7, city.options.baseDate));
    };
    std::set<int> reallocated;
    for (const Reallocation& move : city.reallocations)
        reallocated.insert(move.room);
    for (std::size_t r = 0; r < city.rooms.size(); ++r) {
        const PlannedRoom& room = city.rooms[r];
        if (room.unit < 0 || city.buildings[std::size_t(room.building)].certificate < 0
            || reallocated.contains(int(r)))
            continue;
        row(earlier[std::size_t(room.unit)], room.unit, int(r));
        out.day(position(kColumns, "published_on"), (city.year() - years(1)) / 12 / 20);
        if (room.vacateBy)
            out.day(position(kColumns, "vacate_by"), *room.vacateBy);
        out.endRow();
    }
    // The rooms that changed hands: who gave them back, then who got them.
    for (const Reallocation& move : city.reallocations) {
        row(earlier[std::size_t(move.from)], move.from, move.room);
        const auto vacatedOn = std::chrono::sys_days(move.approvedOn) - std::chrono::days(15);
        out.day(position(kColumns, "vacate_by"), vacatedOn + std::chrono::days(10));
        out.day(position(kColumns, "vacated_on"), vacatedOn);
        out.text(position(kColumns, "remark"), "机构编制调整，退回调剂");
        out.endRow();
    }
    for (const Reallocation& move : city.reallocations) {
        row({move.approvedOn, std::int64_t(move.to) + 1}, move.to, move.room);
        out.text(position(kColumns, "remark"), "调剂使用");
        out.endRow();
    }
}

namespace {

    struct RepairPart {
        std::string_view name;
        std::string_view finding;
    };
    constexpr RepairPart kRepairParts[] = {{"屋面防水", "防水层老化，顶层多处渗漏，宜整体翻做"},
        {"外墙面", "局部空鼓，有脱落危险，宜及时修补"}, {"给排水管道", "管道锈蚀，卫生间渗漏，宜更换"},
        {"电气线路", "线路老化，负荷不足，宜更换"}, {"门窗", "窗框变形，关闭不严，宜更换"},
        {"电梯", "使用年限已到，检验提出整改"}, {"消防设施", "部分失效，须恢复"}};

    /// How the works went on: of what was approved lately the last have not begun.
    void writeWorks(const City& city, TableFile& out, std::chrono::year_month_day approvedOn,
        std::int64_t approvedFen, std::int64_t rank, bool isFull, Random& random)
    {
        constexpr const auto& kColumns = kRepairColumns;
        const auto after = [&](std::int64_t ahead) {
            return std::chrono::year_month_day(std::chrono::sys_days(approvedOn) + std::chrono::days(ahead));
        };
        const auto start = random.between(15, 30);
        const auto finish = start + random.between(30, 75);
        const auto accept = finish + random.between(5, 12);
        const auto settled = approvedFen / 100 * random.between(93, 100);
        out.number(position(kColumns, "plan_year"), int(approvedOn.year()));
        out.number(position(kColumns, "plan_rank"), rank);
        const auto& last = city.options.baseDate;
        if (after(start) <= last) {
            out.day(position(kColumns, "started_on"), after(start));
            out.text(position(kColumns, "contractor"), "怀化某建筑工程有限公司");
        }
        if (after(finish) <= last)
            out.day(position(kColumns, "finished_on"), after(finish));
        if (after(accept) <= last) {
            out.day(position(kColumns, "accepted_on"), after(accept));
            out.hundredths(position(kColumns, "settled_yuan"), settled);
            // What prolongs the use of a building goes into its value.
            out.yesNo(position(kColumns, "capitalised"), isFull);
        }
        out.text(position(kColumns, "state"),
            after(accept) <= last      ? "accepted"
                : after(start) <= last ? "carried_out"
                                       : "approved");
    }

} // namespace

void writeRepairs(const City& city, TableFile& out)
{
    constexpr const auto& kColumns = kRepairColumns;
    constexpr std::string_view kinds[] = {"大修", "中修", "日常维修"};
    constexpr std::size_t approvedThisYear = 9, approvedBefore = 6, open = 4, refused = 1;
    Random random = randomOf(city.options, DemoStream::Repairs);
    Random works = randomOf(city.options, DemoStream::Repairs, 1);
    const auto areas = scattered(random, approvedThisYear, 18'000, 9'000, 18'600);
    for (std::size_t i = 0; i < approvedThisYear + approvedBefore + open + refused; ++i) {
        const bool thisYear = i < approvedThisYear;
        const bool approved = i < approvedThisYear + approvedBefore;
        const bool isRefused = i == approvedThisYear + approvedBefore + open;
        const auto year = approved && !thisYear ? city.year() - std::chrono::years(1) : city.year();
        const auto building = std::size_t(random.below(city.certificates.back().endBuilding));
        const std::int64_t area = thisYear ? areas[i] : random.between(60, 400) * 100;
        // 0.01 m2 times yuan per m2 is fen
        const std::int64_t estimate = area * random.between(180, 900);
        const std::string_view kind = random.pick(kinds);
        const RepairPart& part = works.pick(kRepairParts);
        out.text(position(kColumns, "application_no"), documentNo("怀办维申", year, std::int64_t(i) + 1));
        out.text(position(kColumns, "unit"), unitCode(city, city.buildings[building].unit));
        out.text(position(kColumns, "building"), city.buildings[building].code);
        out.text(position(kColumns, "kind"), kind);
        out.text(position(kColumns, "parts"), part.name);
        out.hundredths(position(kColumns, "area_m2"), area);
        out.hundredths(position(kColumns, "estimate_yuan"), estimate);
        if (approved) {
            const std::int64_t granted = estimate / 100 * random.between(80, 100);
            const auto approvedOn = thisYear ? city.dayOfYear(random) : year / 9 / int(random.between(1, 28));
            out.hundredths(position(kColumns, "approved_yuan"), granted);
            out.text(position(kColumns, "approval_no"), documentNo("怀机管维批", year, std::int64_t(i) + 1));
            out.day(position(kColumns, "approved_on"), approvedOn);
            out.day(position(kColumns, "inspected_on"),
                std::chrono::sys_days(approvedOn) - std::chrono::days(works.between(20, 60)));
            out.text(position(kColumns, "finding"), part.finding);
            writeWorks(city, out, approvedOn, granted, std::int64_t(thisYear ? i : i - approvedThisYear) + 1,
                kind == kinds[0], works);
        } else {
            out.text(position(kColumns, "state"), isRefused ? "refused" : "applied");
        }
        if (isRefused)
            out.text(position(kColumns, "remark"), "超出装修标准，不予批准");
        out.endRow();
    }
}

/// Some were appointed lately and wait for a room: the head of every fifteenth unit and the first of his
/// deputies. For them rooms can be proposed.
bool waitsForRoom(const City& city, const PlannedPerson& person)
{
    if (person.unit % 15 != 2 || !person.inPost)
        return false;
    const PlannedUnit& unit = city.units[std::size_t(person.unit)];
    const auto first = city.people.begin() + std::ptrdiff_t(unit.firstPerson);
    const auto leader = std::find_if(first, first + std::ptrdiff_t(unit.people),
        [&](const PlannedPerson& one) { return one.inPost && one.rank == person.rank; });
    return (person.rank == "正局(处)级" || person.rank == "副局(处)级") && leader->code == person.code;
}

/// Who sits where, in the offices of the bureau's buildings only: what other bodies own is not allocated.
void writeOccupants(const City& city, TableFile& out)
{
    constexpr const auto& kColumns = kOccupantColumns;
    const auto row = [&](const PlannedPerson& person, int room, SeatKind kind, const PlannedSeat* told) {
        out.text(position(kColumns, "room"), city.rooms[std::size_t(room)].code);
        out.text(position(kColumns, "person"), person.code);
        out.token(position(kColumns, "kind"), kSeatKinds, kind);
        out.day(position(kColumns, "from_on"), (city.year() - std::chrono::years(1)) / 12 / 20);
        if (told && told->endedOn)
            out.day(position(kColumns, "ended_on"), *told->endedOn);
        if (told && told->ground)
            out.token(position(kColumns, "end_ground"), kSeatEnds, *told->ground);
        if (kind == SeatKind::Second)
            out.text(position(kColumns, "approval_no"),
                documentNo("怀组兼", city.year() - std::chrono::years(1),
                    std::int64_t(told - city.seats.data()) + 1));
        out.endRow();
    };
    std::map<std::size_t, const PlannedSeat*> told; // of main seats
    for (const PlannedSeat& seat : city.seats)
        if (seat.kind == SeatKind::Main)
            told[seat.person] = &seat;
    for (std::size_t i = 0; i < city.people.size(); ++i) {
        const PlannedPerson& person = city.people[i];
        const PlannedRoom& room = city.rooms[std::size_t(person.room)];
        const bool isOffice = room.kind == RoomKind::Office || room.kind == RoomKind::Technical;
        if (!person.inPost || waitsForRoom(city, person) || !isOffice || room.unit != person.unit
            || city.buildings[std::size_t(room.building)].certificate < 0)
            continue;
        const auto known = told.find(i);
        row(person, person.room, SeatKind::Main, known == told.end() ? nullptr : known->second);
    }
    for (const PlannedSeat& seat : city.seats)
        if (seat.kind != SeatKind::Main)
            row(city.people[seat.person], seat.room, seat.kind, &seat);
}

} // namespace guanwu
