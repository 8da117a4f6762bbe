#pragma once

#include "app/server/background.h"
#include "app/server/http/message.h"
#include "app/server/work_pool.h"
#include "core/access/scope.h"
#include "core/base/error.h"
#include "core/values/instant.h"

#include <map>
#include <mutex>

namespace guanwu {

/// The wall, ready to be sent: made once for all who reach the same, and anew every second while somebody
/// looks. An answer is at most two seconds old. What this server changes of a campaign is in the next one;
/// events that come in, and what others change in the registry, are in it that much later.
class WallBoard {
public:
    WallBoard(WorkPool::Connect connect, std::function<Instant()> now);

    /// What stands ready and is young enough, if anything does; waits for nothing.
    [[nodiscard]] std::optional<HttpResponse> ready(const Scope& scope, const std::string& taskNo);
    /// Made with the caller's session where there is none that is young enough. Errors: inventory.no_task.
    [[nodiscard]] Result<HttpResponse> show(Session& session, const Scope& scope, const std::string& taskNo);
    /// A campaign was changed: what is being made now is not kept either.
    void forget();

private:
    using Clock = std::chrono::steady_clock;
    struct Place {
        std::string taskNo;
        Scope scope;
        bool operator<(const Place& other) const;
    };
    struct Board {
        std::shared_ptr<const ReadyBody> body; ///< nullptr = forgotten
        Clock::time_point madeAt;
        Clock::time_point askedAt;
    };

    [[nodiscard]] std::shared_ptr<const ReadyBody> standing(const Place& place);
    [[nodiscard]] Result<std::shared_ptr<const ReadyBody>> make(Session& session, const Place& place);
    void run(Background& background);
    /// Those that somebody asked for lately; the others are dropped.
    [[nodiscard]] std::vector<Place> watched();

    const WorkPool::Connect m_connect;
    const std::function<Instant()> m_now;
    std::mutex m_making; ///< one is made at a time: whoever waited finds it made
    std::mutex m_mutex; ///< of what follows
    std::map<Place, Board> m_boards;
    std::uint64_t m_changes = 0;
    Background m_background;
};

} // namespace guanwu
