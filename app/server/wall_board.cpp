#include "app/server/wall_board.h"

#include "app/packing/gzip.h"
#include "app/server/routes/campaign_json.h"
#include "schema/connection/session.h"
#include "schema/inventory/campaign_view.h"
#include "schema/inventory/recounts.h"
#include "schema/inventory/soci_inventory_store.h"

#include <spdlog/spdlog.h>

#include <tuple>

namespace guanwu {

namespace {

    constexpr std::chrono::milliseconds kMadeAnew {1'000};
    constexpr std::chrono::milliseconds kOldest {2'000};
    /// Walls ask every ten seconds; one that does not get through waits longer.
    constexpr std::chrono::seconds kWatched {30};
    /// It rests this many times as long as it worked: where too many look for that, they wait for their own.
    constexpr int kRestShare = 9;

    HttpResponse answerWith(std::shared_ptr<const ReadyBody> body)
    {
        HttpResponse out;
        out.ready = std::move(body);
        return out;
    }

} // namespace

bool WallBoard::Place::operator<(const Place& other) const
{
    const auto parts = [](const Place& one) {
        return std::tuple(one.scope.reach(), one.scope.unit().value, one.scope.department().value,
            std::string_view(one.taskNo));
    };
    return parts(*this) < parts(other);
}

WallBoard::WallBoard(WorkPool::Connect connect, std::function<Instant()> now)
    : m_connect(std::move(connect))
    , m_now(std::move(now))
    , m_background("guanwu-wall", [this](Background& background) { run(background); })
{
}

std::optional<HttpResponse> WallBoard::ready(const Scope& scope, const std::string& taskNo)
{
    auto body = standing({taskNo, scope});
    return body ? std::optional(answerWith(std::move(body))) : std::nullopt;
}

Result<HttpResponse> WallBoard::show(Session& session, const Scope& scope, const std::string& taskNo)
{
    const Place place {taskNo, scope};
    if (auto body = standing(place))
        return answerWith(std::move(body));
    const std::lock_guard making(m_making);
    if (auto body = standing(place))
        return answerWith(std::move(body));
    auto made = make(session, place);
    return made ? Result<HttpResponse>(answerWith(std::move(*made))) : fail(made.error());
}

void WallBoard::forget()
{
    const std::lock_guard lock(m_mutex);
    ++m_changes;
    for (auto& [place, board] : m_boards)
        board.body.reset();
}

std::shared_ptr<const ReadyBody> WallBoard::standing(const Place& place)
{
    const auto now = Clock::now();
    const std::lock_guard lock(m_mutex);
    const auto found = m_boards.find(place);
    if (found == m_boards.end())
        return nullptr;
    found->second.askedAt = now;
    return now - found->second.madeAt < kOldest ? found->second.body : nullptr;
}

Result<std::shared_ptr<const ReadyBody>> WallBoard::make(Session& session, const Place& place)
{
    const auto start = Clock::now(); // it is as old as what was read first
    const auto changes = [&] {
        const std::lock_guard lock(m_mutex);
        return m_changes;
    }();
    SociInventoryStore store(session, place.scope);
    const auto task = store.findTask(place.taskNo);
    if (!task)
        return fail(task.error());
    const Instant now = m_now();
    const auto recounts = Recounts(session, place.scope).states(task->id);
    const auto progress = CampaignView(session, place.scope).progress(*task, now);
    auto body = std::make_shared<ReadyBody>();
    body->plain = progressJson(progress, recounts, now).dump();
    body->packed = gzip(body->plain, Packing::Tight);
    const std::lock_guard lock(m_mutex);
    if (changes == m_changes) {
        Board& board = m_boards.try_emplace(place, Board {nullptr, start, start}).first->second;
        board.body = body;
        board.madeAt = start;
    }
    return std::shared_ptr<const ReadyBody>(std::move(body));
}

std::vector<WallBoard::Place> WallBoard::watched()
{
    const auto now = Clock::now();
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_boards, [&](const auto& one) { return now - one.second.askedAt > kWatched; });
    std::vector<Place> out;
    for (const auto& [place, board] : m_boards)
        out.push_back(place);
    return out;
}

void WallBoard::run(Background& background)
{
    std::unique_ptr<Session> session;
    for (auto pause = kMadeAnew; !background.ended(pause);) {
        const auto start = Clock::now();
        const auto places = watched();
        if (places.empty())
            session.reset();
        try {
            for (const Place& place : places) {
                if (!session)
                    session = m_connect();
                const std::lock_guard making(m_making);
                if (!make(*session, place))
                    spdlog::error("wall: {} is not there", place.taskNo);
            }
        } catch (const std::exception& error) { // also no memory: the next turn tries again
            spdlog::error("wall: {}", error.what());
            session.reset();
        }
        pause = std::max(kMadeAnew,
            kRestShare * std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start));
    }
}

} // namespace guanwu
