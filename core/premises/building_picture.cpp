#include "core/premises/building_picture.h"

#include "core/base/text.h"
#include "core/premises/place_names.h"
#include "core/premises/room_finding.h"
#include "core/values/calendar.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace guanwu {

namespace {

    bool endsIn(std::string_view text, std::string_view end)
    {
        return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
    }

    /// Takes the number at the end of the text off it: Arabic, or Chinese up to 99.
    std::optional<int> takeNumber(std::string_view& text)
    {
        int value = 0;
        int place = 1;
        bool isThere = false;
        while (!text.empty() && isDigit(text.back()) && place < 1000) {
            value += (text.back() - '0') * place;
            place *= 10;
            text.remove_suffix(1);
            isThere = true;
        }
        if (isThere)
            return value;
        constexpr std::array<std::string_view, 10> kDigits {
            "", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
        const auto takeDigit = [&] {
            for (std::size_t digit = 1; digit < kDigits.size(); ++digit)
                if (endsIn(text, kDigits[digit])) {
                    text.remove_suffix(kDigits[digit].size());
                    return static_cast<int>(digit);
                }
            return 0;
        };
        const int ones = takeDigit();
        if (!endsIn(text, "十"))
            return ones > 0 ? std::optional(ones) : std::nullopt;
        text.remove_suffix(std::string_view("十").size());
        return std::max(1, takeDigit()) * 10 + ones;
    }

    PictureRoom pictureRoom(const RoomLine& line, Day on)
    {
        const RoomFinding finding = judged(line);
        PictureRoom out;
        out.room = line.room;
        out.label = nameInBuilding(line.room, line.building, "室");
        out.kind = line.kind;
        out.state = line.state;
        out.usable = line.usable;
        out.unit = line.usedBy;
        out.people = static_cast<std::int64_t>(line.seats.size());
        out.isJudged = finding.isJudged;
        out.isOver = finding.isOver();
        out.isUnoccupied = finding.isUnoccupied;
        out.over = finding.over;
        // Overdue before what has no day, that before what is near.
        constexpr std::array kWorstFirst {Urgency::Overdue, Urgency::Undated, Urgency::Near, Urgency::Open};
        const auto rank = [&](Urgency urgency) {
            return std::find(kWorstFirst.begin(), kWorstFirst.end(), urgency) - kWorstFirst.begin();
        };
        for (const TakeBack& item : takeBacksOf(line, on))
            if (!out.urgency || rank(item.urgency) < rank(*out.urgency)
                || (item.urgency == *out.urgency && item.due < out.due)) {
                out.urgency = item.urgency;
                out.due = item.due;
            }
        return out;
    }

    struct Meaning {
        std::string_view nameZh;
        std::string_view nameEn;
        std::string_view mark;
        int tint;
        PicturePattern pattern;
    };

    // 1 blue, 2 orange, 3 green, 4 purple, 5 sky, 6 vermilion, 7 yellow.
    constexpr std::array<Meaning, 4> kStandardMeanings {{
        {"超出标准", "Above the standard", "超", 6, PicturePattern::Cross},
        {"无人登记", "Nobody registered", "空", 7, PicturePattern::Dots},
        {"符合标准", "Within the standard", "", 3, PicturePattern::Plain},
        {"不核定", "Not judged", "", 0, PicturePattern::Plain},
    }};

    std::size_t standardOf(const PictureRoom& room)
    {
        return room.isOver ? 0 : room.isUnoccupied ? 1 : room.isJudged ? 2 : 3;
    }

    constexpr std::array<Meaning, 5> kVacateMeanings {{
        {"已逾期", "Overdue", "逾", 6, PicturePattern::Cross},
        {"起算日未登记", "No day to count from", "？", 4, PicturePattern::Dots},
        {"即将到期", "Due soon", "近", 2, PicturePattern::Hatch},
        {"限期腾退", "Has a day", "限", 7, PicturePattern::Plain},
        {"无需腾退", "Stays", "", 0, PicturePattern::Plain},
    }};

    std::size_t vacateOf(const PictureRoom& room)
    {
        if (!room.urgency)
            return 4;
        switch (*room.urgency) {
        case Urgency::Overdue:
            return 0;
        case Urgency::Undated:
            return 1;
        case Urgency::Near:
            return 2;
        case Urgency::Open:
            break;
        }
        return 3;
    }

    struct StateLook {
        std::string_view mark;
        int tint;
        PicturePattern pattern;
    };
    /// In the order of RoomState.
    constexpr std::array<StateLook, 10> kStateLooks {{
        {"未", 0, PicturePattern::Dots},
        {"可", 3, PicturePattern::Dots},
        {"", 5, PicturePattern::Plain},
        {"退", 2, PicturePattern::Hatch},
        {"修", 4, PicturePattern::Hatch},
        {"闲", 7, PicturePattern::Dots},
        {"租", 1, PicturePattern::Hatch},
        {"转", 4, PicturePattern::Plain},
        {"危", 6, PicturePattern::Cross},
        {"核", 0, PicturePattern::Cross},
    }};
    static_assert(kStateLooks.size() == kRoomStates.size());

    template <class Work> void eachRoom(const BuildingPicture& picture, const Work& work)
    {
        for (std::size_t floor = 0; floor < picture.floors.size(); ++floor)
            for (const PictureRoom& room : picture.floors[floor].rooms)
                work(floor, room);
    }

    /// Entries in the order of `all`, as far as a room has them.
    template <class Of>
    PictureLegend legendBy(const BuildingPicture& picture, const std::vector<LegendEntry>& all, const Of& of)
    {
        PictureLegend out;
        std::vector<LegendEntry> counted = all;
        eachRoom(picture, [&](std::size_t, const PictureRoom& room) {
            LegendEntry& entry = counted[of(room)];
            ++entry.rooms;
            entry.usable += room.usable;
        });
        std::vector<std::size_t> shown(all.size());
        for (std::size_t i = 0; i < counted.size(); ++i)
            if (counted[i].rooms > 0) {
                shown[i] = out.entries.size();
                out.entries.push_back(counted[i]);
            }
        out.of.resize(picture.floors.size());
        eachRoom(picture,
            [&](std::size_t floor, const PictureRoom& room) { out.of[floor].push_back(shown[of(room)]); });
        return out;
    }

    template <std::size_t N> std::vector<LegendEntry> entriesOf(const std::array<Meaning, N>& meanings)
    {
        std::vector<LegendEntry> out;
        for (const Meaning& one : meanings)
            out.push_back({std::string(one.nameZh), std::string(one.nameEn), std::string(one.mark), one.tint,
                one.pattern, 0, {}});
        return out;
    }

    PictureLegend legendOfUnits(const BuildingPicture& picture)
    {
        std::map<std::string, std::pair<Area, std::string>> areas; // by code
        eachRoom(picture, [&](std::size_t, const PictureRoom& room) {
            auto& [area, name] = areas[room.unit.code];
            area += room.usable;
            name = room.unit.name;
        });
        std::vector<std::tuple<Area, std::string, std::string>> order;
        for (const auto& [code, unit] : areas)
            if (!code.empty())
                order.emplace_back(unit.first, code, unit.second);
        std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
            return std::get<0>(a) != std::get<0>(b) ? std::get<0>(a) > std::get<0>(b)
                                                    : std::get<1>(a) < std::get<1>(b);
        });
        // Seven colours, each plain, hatched and dotted; who is left shares one look.
        constexpr std::size_t kColours = kPictureTints - 1;
        constexpr std::size_t kMost = kColours * 3;
        std::vector<LegendEntry> entries;
        std::map<std::string, std::size_t> entryOf;
        for (const auto& [area, code, name] : order) {
            const std::size_t at = entries.size();
            if (at == kMost)
                break;
            entryOf[code] = at;
            entries.push_back({name, name, std::string(1, static_cast<char>('A' + at)),
                1 + static_cast<int>(at % kColours), static_cast<PicturePattern>(at / kColours), 0, {}});
        }
        const std::size_t others = entries.size();
        const std::string left = std::to_string(order.size() - others);
        entries.push_back({"其他 " + left + " 个单位", left + " other units", "Z", 0, PicturePattern::Cross, 0, {}});
        const std::size_t pool = entries.size();
        entries.push_back({"未分配", "Nobody", "", 0, PicturePattern::Plain, 0, {}});
        return legendBy(picture, entries, [&](const PictureRoom& room) {
            if (room.unit.code.empty())
                return pool;
            const auto at = entryOf.find(room.unit.code);
            return at == entryOf.end() ? others : at->second;
        });
    }

} // namespace

std::optional<int> floorLevel(const Reference& floor)
{
    for (std::string_view end : {"层", "楼"}) {
        const auto at = floor.name.rfind(end);
        if (at == std::string::npos)
            continue;
        std::string_view text = std::string_view(floor.name).substr(0, at);
        if (const auto number = takeNumber(text)) {
            const bool isBelow = endsIn(text, "地下") || endsIn(text, "负") || endsIn(text, "B")
                || (endsIn(text, "-") && text.size() == 1);
            return isBelow ? -*number : *number;
        }
    }
    for (const std::string* text : {&floor.name, &floor.code}) {
        std::string_view rest = *text;
        const auto number = takeNumber(rest);
        if (number && (endsIn(rest, "F") || endsIn(rest, "B")))
            return endsIn(rest, "B") ? -*number : *number;
    }
    return std::nullopt;
}

bool comesBefore(std::string_view a, std::string_view b)
{
    while (!a.empty() && !b.empty()) {
        if (!isDigit(a.front()) || !isDigit(b.front())) {
            if (a.front() != b.front())
                return static_cast<unsigned char>(a.front()) < static_cast<unsigned char>(b.front());
            a.remove_prefix(1);
            b.remove_prefix(1);
            continue;
        }
        const auto digits = [](std::string_view& text) {
            while (text.size() > 1 && text.front() == '0' && isDigit(text[1]))
                text.remove_prefix(1);
            std::size_t count = 0;
            while (count < text.size() && isDigit(text[count]))
                ++count;
            const std::string_view out = text.substr(0, count);
            text.remove_prefix(count);
            return out;
        };
        const std::string_view left = digits(a);
        const std::string_view right = digits(b);
        if (left != right)
            return left.size() != right.size() ? left.size() < right.size() : left < right;
    }
    return a.size() < b.size();
}

BuildingPicture pictureOf(std::span<const RoomLine> rooms, Day on)
{
    BuildingPicture out;
    std::map<std::string, PictureFloor> floors; // by code
    for (const RoomLine& line : rooms) {
        out.building = line.building;
        PictureFloor& floor = floors[line.floor.code];
        floor.floor = line.floor;
        floor.usable += line.usable;
        floor.rooms.push_back(pictureRoom(line, on));
    }
    for (auto& [code, floor] : floors) {
        if (!code.empty())
            floor.label = nameInBuilding(floor.floor, out.building);
        std::sort(floor.rooms.begin(), floor.rooms.end(), [](const PictureRoom& a, const PictureRoom& b) {
            return a.room.code != b.room.code && comesBefore(a.room.code, b.room.code);
        });
        out.floors.push_back(std::move(floor));
    }
    // The highest first; floors that do not say which they are come after, rooms without one last.
    const auto keyOf = [](const PictureFloor& floor) {
        const auto level = floorLevel(floor.floor);
        return std::tuple(floor.floor.code.empty(), !level, -level.value_or(0));
    };
    std::stable_sort(out.floors.begin(), out.floors.end(),
        [&](const PictureFloor& a, const PictureFloor& b) { return keyOf(a) < keyOf(b); });
    return out;
}

PictureLegend legendOf(const BuildingPicture& picture, PictureColour colour)
{
    switch (colour) {
    case PictureColour::Unit:
        return legendOfUnits(picture);
    case PictureColour::Standard:
        return legendBy(picture, entriesOf(kStandardMeanings), standardOf);
    case PictureColour::Vacate:
        return legendBy(picture, entriesOf(kVacateMeanings), vacateOf);
    case PictureColour::State:
        break;
    }
    std::vector<LegendEntry> states;
    for (const auto& state : kRoomStates) {
        const StateLook& look = kStateLooks[static_cast<std::size_t>(state.value)];
        states.push_back({std::string(state.nameZh), std::string(state.nameEn), std::string(look.mark), look.tint,
            look.pattern, 0, {}});
    }
    return legendBy(
        picture, states, [](const PictureRoom& room) { return static_cast<std::size_t>(room.state); });
}

} // namespace guanwu
