#include "app/demo/city_plan.h"

namespace guanwu {

namespace {

    using std::chrono::days;

    /// What the desk of office space is to find besides rooms that are too large. The first units stay as they
    /// are, so that examples can count on them.
    class SpaceCases {
    public:
        explicit SpaceCases(City& city)
            : m_city(city)
        {
        }

        void plant()
        {
            sortOut();
            endSeats();
            addSecondPosts();
            addSeconded();
            buildToilets();
            tellToVacate();
            changeStates();
        }

    private:
        void sortOut()
        {
            for (std::size_t i = 0; i < m_city.people.size(); ++i) {
                const PlannedPerson& person = m_city.people[i];
                const PlannedRoom& room = roomOf(person.room);
                if (!person.inPost || person.unit < kFirstUnit || person.unit % 15 == 2
                    || room.unit != person.unit || room.kind != RoomKind::Office || !isCertified(room))
                    continue;
                const std::size_t place = i - m_city.units[std::size_t(person.unit)].firstPerson;
                (place == 0 ? m_heads : person.rank.starts_with("副") ? m_deputies : m_staff)
                    .push_back(i);
            }
            for (std::size_t r = 0; r < m_city.rooms.size(); ++r) {
                const PlannedRoom& room = m_city.rooms[r];
                if (!isCertified(room))
                    break;
                if (room.unit < 0)
                    m_pool.push_back(int(r));
                else if (room.unit >= kFirstUnit && room.kind == RoomKind::Office)
                    (room.usable < kDeputyLimit ? m_small : m_large).push_back(int(r));
                else if (room.unit >= kFirstUnit && room.serviceKind == "储藏")
                    m_stores.push_back(int(r));
            }
        }

        /// People who left: some have to be out soon, others should be out.
        void endSeats()
        {
            constexpr int kDaysAgo[] = {10, 20, 25, 45, 60, 120};
            for (std::size_t i = 0; i < std::size(kDaysAgo); ++i)
                seat(nth(m_staff, i, std::size(kDaysAgo)), SeatKind::Main, {}, kDaysAgo[i], SeatEnd::Left);
        }

        /// Second posts: rooms below the limit, one that is not, and two of posts that ended.
        void addSecondPosts()
        {
            constexpr std::size_t kPosts = 5;
            constexpr int kEndedDaysAgo[kPosts] = {0, 0, 50, 100, 0};
            for (std::size_t i = 0; i < kPosts; ++i) {
                const std::size_t person = nth(m_deputies, i, kPosts);
                const auto& rooms = i == kPosts - 1 ? m_large : m_small;
                seat(person, SeatKind::Second, elsewhere(person, rooms, i, kPosts), kEndedDaysAgo[i],
                    SeatEnd::SecondPost);
            }
        }

        void addSeconded()
        {
            constexpr std::size_t kSeconded = 6;
            for (std::size_t i = 0; i < kSeconded; ++i) {
                const std::size_t person = nth(m_staff, 2 * i + 1, 2 * kSeconded + 1);
                seat(person, SeatKind::Seconded, elsewhere(person, m_large, i, kSeconded), 0, {});
            }
        }

        /// No head of a bureau may have one.
        void buildToilets()
        {
            for (std::size_t i = 0; i < 2; ++i)
                roomOf(m_city.people[nth(m_heads, i, 2)].room).toilet = 380 + 40 * std::int64_t(i);
        }

        void tellToVacate()
        {
            constexpr int kDaysAhead[] = {10, 75, -15};
            for (std::size_t i = 0; i < std::size(kDaysAhead); ++i) {
                PlannedRoom& room = roomOf(nth(m_small, 2 * i + 1, 2 * std::size(kDaysAhead) + 1));
                room.vacateBy = std::chrono::sys_days(m_city.options.baseDate) + days(kDaysAhead[i]);
                room.state = RoomState::Vacating;
            }
        }

        void changeStates()
        {
            constexpr RoomState kOfPool[] = {RoomState::Repair, RoomState::Leased, RoomState::Idle,
                RoomState::Leased, RoomState::Unsafe, RoomState::Leased, RoomState::Converted};
            for (std::size_t i = 0; i < std::size(kOfPool); ++i)
                roomOf(nth(m_pool, 2 * i + 1, 2 * std::size(kOfPool) + 1)).state = kOfPool[i];
            for (std::size_t i = 0; i < 2; ++i)
                roomOf(nth(m_stores, i, 2)).state = RoomState::Idle;
        }

        void seat(std::size_t person, SeatKind kind, std::optional<int> room, int endedDaysAgo,
            std::optional<SeatEnd> ground)
        {
            PlannedSeat out;
            out.person = person;
            out.room = room.value_or(m_city.people[person].room);
            out.kind = kind;
            if (endedDaysAgo > 0) {
                out.endedOn = std::chrono::sys_days(m_city.options.baseDate) - days(endedDaysAgo);
                out.ground = ground;
            }
            m_city.seats.push_back(out);
        }

        /// The i-th of n that stand evenly in the list.
        template <class T> static T nth(const std::vector<T>& list, std::size_t i, std::size_t n)
        {
            return list.at(list.size() * i / n);
        }

        int elsewhere(
            std::size_t person, const std::vector<int>& rooms, std::size_t i, std::size_t n) const
        {
            std::size_t at = rooms.size() * i / n;
            while (roomOf(rooms.at(at)).unit == m_city.people[person].unit)
                at = (at + 1) % rooms.size();
            return rooms[at];
        }

        [[nodiscard]] bool isCertified(const PlannedRoom& room) const
        {
            return m_city.buildings[std::size_t(room.building)].certificate >= 0;
        }
        PlannedRoom& roomOf(int room) { return m_city.rooms[std::size_t(room)]; }
        [[nodiscard]] const PlannedRoom& roomOf(int room) const { return m_city.rooms[std::size_t(room)]; }

        static constexpr int kFirstUnit = 20;
        static constexpr std::int64_t kDeputyLimit = 1800; ///< 0.01 m2: 副局(处)级

        City& m_city;
        std::vector<std::size_t> m_heads, m_deputies, m_staff; ///< people
        std::vector<int> m_pool, m_small, m_large, m_stores; ///< rooms
    };

} // namespace

void plantSpaceCases(City& city)
{
    if (city.certificates.size() >= kGapsFrom)
        SpaceCases(city).plant();
}

} // namespace guanwu
