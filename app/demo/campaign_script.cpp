#include "app/demo/campaign_script.h"

#include "app/demo/city_plan.h"
#include "core/values/asset_tag.h"

#include <algorithm>
#include <numeric>

namespace guanwu {

namespace {

    using namespace std::chrono_literals;
    using std::chrono::milliseconds;

    constexpr milliseconds kDay = 9h;
    constexpr milliseconds kOpens = 30min; // 8:30 in Huaihua, in UTC
    constexpr milliseconds kUsualStep = 14s;

    std::uint64_t hashOf(std::string_view text)
    {
        std::uint64_t hash = 0xCBF29CE484222325ULL; // FNV-1a
        for (const char c : text)
            hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
        return hash;
    }

    std::string hex(std::uint64_t bits, int digits)
    {
        std::string out(std::size_t(digits), '0');
        for (auto digit = out.rbegin(); digit != out.rend(); ++digit, bits >>= 4)
            *digit = "0123456789abcdef"[bits & 15];
        return out;
    }

    /// UUID of version 7: the instant, then chance.
    std::string eventIdAt(Instant at, Random& random)
    {
        const std::string time = hex(static_cast<std::uint64_t>(at.time_since_epoch().count()), 12);
        std::string out = time.substr(0, 8) + "-" + time.substr(8) + "-7";
        // One draw a statement: the operands of + come in no fixed order.
        out += hex(random.next(), 3) + "-";
        out += "89ab"[random.below(4)];
        out += hex(random.next(), 3) + "-";
        out += hex(random.next(), 12);
        return out;
    }

    struct SurplusThing {
        std::string_view name, classCode;
    };
    constexpr SurplusThing kSurplusThings[]
        = {{"无标签铁皮文件柜", "A05010502"}, {"无标签办公椅", "A05010301"}, {"旧台式计算机", "A02010105"},
            {"未入账打印机", "A02021003"}, {"捐赠书画", "A03021000"}, {"未入账空调机", "A02061804"}};

    /// What becomes of a card, drawn out of 10 000; what is not named matches at the first sighting.
    struct Fate {
        LineResult result = LineResult::Match;
        bool seenTwice = false, misread = false, noted = false, surplusBeside = false;
    };

    Fate drawFate(Random& random)
    {
        struct Share {
            int below;
            LineResult result;
        };
        constexpr Share shares[] = {{40, LineResult::Shortage}, {240, LineResult::PlaceDiffers},
            {280, LineResult::UserDiffers}, {330, LineResult::StateDiffers}, {360, LineResult::Damaged},
            {390, LineResult::ToScrap}, {395, LineResult::Doubt}};
        Fate fate;
        const std::int64_t roll = random.below(10'000);
        for (const Share& share : shares)
            if (roll < share.below) {
                fate.result = share.result;
                break;
            }
        fate.seenTwice = random.chance(200);
        fate.misread = random.chance(10);
        fate.noted = random.chance(15);
        fate.surplusBeside = random.chance(10);
        return fate;
    }

    /// The handheld of one clerk: numbers his acts and, when all are known, gives them their times.
    class Handheld {
    public:
        Handheld(std::string unit, int clerk, Random random)
            : m_unit(std::move(unit))
            , m_actor("clerk" + padded(clerk, 2))
            , m_random(random)
            , m_installId(hex(m_random.next(), 16))
        {
            m_installId += hex(m_random.next(), 16);
        }

        ScanEvent& act(EventKind kind)
        {
            ScanEvent& event = m_events.emplace_back();
            event.installId = m_installId;
            event.seq = std::int64_t(m_events.size());
            event.actor = m_actor;
            event.unit = m_unit;
            event.kind = kind;
            return event;
        }
        /// The same sighting once more.
        void repeat(const ScanEvent& sighting)
        {
            ScanEvent event = sighting;
            event.seq = std::int64_t(m_events.size()) + 1;
            m_events.push_back(std::move(event));
        }
        /// Takes the act before this one back.
        void undo()
        {
            const std::size_t last = m_events.size() - 1;
            act(EventKind::Undo).entry = EntryMode::Manual;
            m_events.back().reason = "误操作";
            m_undone.emplace_back(last + 1, last);
        }

        /// The acts with their times and ids, spread over the days of the campaign.
        std::vector<ScanEvent> finish(const CampaignOptions& options)
        {
            if (m_events.empty())
                return {};
            const auto acts = std::int64_t(m_events.size());
            const milliseconds room = kDay * options.days / 10 * 9;
            const milliseconds step = std::clamp(room / acts, 2ms, kUsualStep);
            const std::int64_t daysNeeded = step * acts / kDay + 1;
            // Somewhere within the first day's slack, on one of the days from which the work still fits.
            milliseconds at
                = kDay * m_random.below(std::max<std::int64_t>(1, options.days - daysNeeded)) + 5min;
            for (ScanEvent& event : m_events) {
                at += milliseconds(m_random.between(step.count() / 2, step.count() * 3 / 2));
                event.at = instantOf(options.firstDay, at);
                event.eventId = eventIdAt(event.at, m_random);
            }
            for (const auto& [undo, mistake] : m_undone)
                m_events[undo].corrects = m_events[mistake].eventId;
            return std::move(m_events);
        }

    private:
        /// The instant after so much working time.
        static Instant instantOf(std::chrono::sys_days firstDay, milliseconds worked)
        {
            const auto isWeekend = [](std::chrono::sys_days day) {
                const std::chrono::weekday weekday(day);
                return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
            };
            std::chrono::sys_days day = firstDay;
            while (isWeekend(day))
                day += std::chrono::days(1);
            for (auto days = worked / kDay; days > 0; --days)
                do
                    day += std::chrono::days(1);
                while (isWeekend(day));
            return day + kOpens + worked % kDay;
        }

        std::string m_unit, m_actor;
        Random m_random;
        std::string m_installId;
        std::vector<ScanEvent> m_events;
        std::vector<std::pair<std::size_t, std::size_t>> m_undone; ///< undo, what it takes back
    };

    class CountScript {
    public:
        CountScript(const ScriptUnit& unit, const CampaignOptions& options)
            : m_unit(unit)
            , m_options(options)
            , m_random(options.seed, hashOf(unit.code))
        {
        }

        PlannedCount plan()
        {
            const std::vector<std::size_t> walk = walkThrough();
            const std::size_t clerks = std::clamp<std::size_t>(walk.size() / 250 + 1, 1, 6);
            for (std::size_t c = 0; c < clerks; ++c)
                m_handhelds.emplace_back(m_unit.code, m_unit.firstClerk + int(c), Random(m_random.next()));
            std::size_t roomStart = 0;
            for (std::size_t i = 0; i < walk.size(); ++i) {
                // A room is one clerk's.
                m_clerk = &m_handhelds[roomStart * clerks / walk.size()];
                const ScriptAsset& asset = m_unit.assets[walk[i]];
                meet(asset);
                if (i + 1 == walk.size() || m_unit.assets[walk[i + 1]].place != asset.place) {
                    closeRoom(asset.place);
                    roomStart = i + 1;
                }
            }
            m_clerk = &m_handhelds.front();
            meetStrangers();
            recount();
            PlannedCount out;
            out.clerks = int(clerks);
            for (Handheld& handheld : m_handhelds)
                for (ScanEvent& event : handheld.finish(m_options))
                    out.events.push_back(std::move(event));
            out.results = m_results;
            return out;
        }

    private:
        /// The cards room by room, as clerks walk.
        std::vector<std::size_t> walkThrough()
        {
            std::vector<std::size_t> walk(m_unit.assets.size());
            std::iota(walk.begin(), walk.end(), std::size_t {0});
            std::sort(walk.begin(), walk.end(), [&](std::size_t a, std::size_t b) {
                const ScriptAsset &left = m_unit.assets[a], &right = m_unit.assets[b];
                return std::tie(left.place, left.assetNo) < std::tie(right.place, right.assetNo);
            });
            return walk;
        }

        void meet(const ScriptAsset& asset)
        {
            Fate fate = drawFate(m_random);
            if (!isPossible(asset, fate.result))
                fate.result = LineResult::Match;
            ++m_results[std::size_t(fate.result)];
            if (fate.result == LineResult::Shortage)
                return;
            if (fate.misread) {
                see(asset).condition = Condition::Stolen;
                m_clerk->undo();
            }
            ScanEvent& event = see(asset);
            fit(event, asset, fate.result);
            const ScanEvent first = event; // the reference does not outlive the next act
            if (fate.seenTwice && fate.result != LineResult::Doubt)
                m_clerk->repeat(first);
            if (fate.noted) {
                ScanEvent& note = m_clerk->act(EventKind::Note);
                note.code = asset.assetNo;
                note.entry = EntryMode::Manual;
                note.reason = "标签字迹不清，建议补打";
            }
            if (fate.result == LineResult::Doubt)
                m_doubtful.push_back(&asset);
            if (fate.surplusBeside)
                meetSurplus(asset.place);
        }

        bool isPossible(const ScriptAsset& asset, LineResult result)
        {
            if (asset.state == UseState::Idle)
                return result == LineResult::Match;
            switch (result) {
            case LineResult::PlaceDiffers:
            case LineResult::Doubt:
                return !asset.place.empty() && !otherThan(&ScriptAsset::place, asset.place).empty();
            case LineResult::UserDiffers:
                return !asset.user.empty() && !otherThan(&ScriptAsset::user, asset.user).empty();
            case LineResult::StateDiffers:
                return asset.state == UseState::InUse;
            default:
                return true;
            }
        }

        /// A place or person that another card of the unit names; empty if there is none.
        const std::string& otherThan(std::string ScriptAsset::*field, const std::string& own) const
        {
            static const std::string none;
            const std::size_t count = m_unit.assets.size();
            const std::size_t start = hashOf(own) % count;
            for (std::size_t i = 0; i < count; ++i) {
                const std::string& other = m_unit.assets[(start + i) % count].*field;
                if (!other.empty() && other != own)
                    return other;
            }
            return none;
        }

        /// A sighting as the books have it. What a clerk does not look at he leaves out.
        ScanEvent& see(const ScriptAsset& asset)
        {
            ScanEvent& event = m_clerk->act(EventKind::Seen);
            const std::int64_t roll = m_random.below(100);
            event.entry = roll < 86 ? EntryMode::Camera : roll < 96 ? EntryMode::Wedge : EntryMode::Manual;
            const auto number = AssetNo::parse(asset.assetNo);
            event.code
                = number && event.entry != EntryMode::Manual ? AssetTag::of(*number).text() : asset.assetNo;
            if (event.entry == EntryMode::Manual)
                event.reason = "标签破损，手工录入";
            if (!asset.place.empty())
                event.place = asset.place;
            if (!asset.user.empty() && m_random.chance(4000))
                event.user = asset.user;
            if (m_random.chance(3000)) {
                if (asset.state == UseState::InUse)
                    event.condition = Condition::InUse;
                else if (asset.state == UseState::Idle)
                    event.condition = Condition::Idle;
            }
            event.quantity = asset.quantity;
            return event;
        }

        /// Makes the sighting lead to the result.
        void fit(ScanEvent& event, const ScriptAsset& asset, LineResult result)
        {
            switch (result) {
            case LineResult::PlaceDiffers:
                event.place = otherThan(&ScriptAsset::place, asset.place);
                break;
            case LineResult::UserDiffers:
                event.user = otherThan(&ScriptAsset::user, asset.user);
                break;
            case LineResult::StateDiffers:
                event.condition = Condition::Idle;
                break;
            case LineResult::Damaged:
                event.condition = Condition::Damaged;
                event.reason = "外壳破裂，无法使用";
                break;
            case LineResult::ToScrap:
                event.condition = Condition::ToScrap;
                event.reason = "超过使用年限且无维修价值";
                break;
            default:
                break;
            }
        }

        void closeRoom(const std::string& place)
        {
            if (place.empty())
                return;
            ScanEvent& event = m_clerk->act(EventKind::RoomClosed);
            event.place = place;
            event.entry = EntryMode::Manual;
            event.reason = "本室盘点完毕";
        }

        void meetSurplus(const std::string& place)
        {
            ++m_results[std::size_t(LineResult::Surplus)];
            const std::int64_t kind = m_random.below(3);
            ScanEvent& event = m_clerk->act(kind == 2 ? EventKind::Seen : EventKind::Surplus);
            if (!place.empty())
                event.place = place;
            if (kind > 0) // a tag of a year from which no card is left
                if (const auto number = AssetNo::parse("TY1999" + padded(m_random.below(1'000'000), 6)))
                    event.code = AssetTag::of(*number).text();
            if (kind == 2)
                return;
            const SurplusThing& thing = m_random.pick(kSurplusThings);
            event.name = thing.name;
            event.classCode = thing.classCode;
            event.condition = Condition::InUse;
            event.entry = EntryMode::Manual;
            event.reason = kind == 0 ? "无标签，账上查无此物" : "有标签，账上查无此物";
        }

        void meetStrangers()
        {
            for (const std::string& assetNo : m_unit.strangers) {
                ScriptAsset stranger;
                stranger.assetNo = assetNo;
                if (!m_unit.assets.empty())
                    stranger.place = m_unit.assets.front().place;
                see(stranger);
            }
        }

        /// Later somebody sees the doubtful ones again, elsewhere.
        void recount()
        {
            for (const ScriptAsset* asset : m_doubtful)
                see(*asset).place = otherThan(&ScriptAsset::place, asset->place);
        }

        const ScriptUnit& m_unit;
        const CampaignOptions& m_options;
        Random m_random;
        std::vector<Handheld> m_handhelds;
        Handheld* m_clerk = nullptr;
        std::vector<const ScriptAsset*> m_doubtful;
        std::array<std::int64_t, kLineResults.size()> m_results {};
    };

} // namespace

PlannedCount planCount(const ScriptUnit& unit, const CampaignOptions& options)
{
    return CountScript(unit, options).plan();
}

} // namespace guanwu
