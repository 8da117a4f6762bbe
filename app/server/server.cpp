#include "app/server/server.h"

#include "app/server/dispatcher.h"
#include "app/server/ingest_queue.h"
#include "app/server/metrics.h"
#include "app/server/projector.h"
#include "app/server/report_clock.h"
#include "app/server/routes/routes.h"
#include "app/server/setup_secret.h"
#include "app/server/wall_board.h"
#include "app/system_clock.h"
#include "schema/access/soci_account_store.h"
#include "schema/connection/session.h"

#include <thread>

namespace guanwu {

namespace {

    // Who waits longer than a moment had better come again.
    constexpr std::size_t kQuickWaiting = 2'000;
    constexpr std::size_t kPasswordWaiting = 64;
    constexpr std::size_t kPictureWaiting = 64; // of 10 MiB each at most
    constexpr int kPictureThreads = 2;
    constexpr std::size_t kLongWaiting = 16;
    constexpr int kPasswordThreads = 2;
    constexpr int kLongThreads = 2;

    /// SQLite has one writer whatever one does. On MariaDB two cores need four: while one waits for the disk, for an
    /// answer or for a row of the same sheet, the others write.
    int ingestWriters(Dialect dialect) { return dialect == Dialect::Sqlite ? 1 : 4; }

    std::string firstSecret(Session& session, Secrets& secrets)
    {
        return SociAccountStore(session).accounts().empty() ? secrets.newToken() : std::string();
    }

} // namespace

/// In the order in which they need each other; destroyed in reverse.
struct Server::Parts {
    Parts(const ServerSettings& settings, Secrets& secrets)
        : connect([url = settings.database, password = settings.databasePassword] {
            return std::make_unique<Session>(url, password);
        })
        , setupSecret(firstSecret(*connect(), secrets))
        , setup(setupSecret)
        , ingest(ingestWriters(settings.database.dialect), connect, metrics)
        , wall(connect, systemNow)
        , quick("guanwu-quick", settings.workers, kQuickWaiting, connect)
        , picture("guanwu-picture", kPictureThreads, kPictureWaiting, connect)
        , password("guanwu-password", kPasswordThreads, kPasswordWaiting, connect)
        , slow("guanwu-long", kLongThreads, kLongWaiting, connect)
        , context {secrets, systemNow, metrics, ingest, wall, [this] { return metrics.text(gauges()); },
              setup, allRoutes(), settings.tls.caFingerprint, settings.readerProgram, settings.bureau}
        , dispatcher(context, {quick, picture, password, slow})
        , http(settings.http, dispatcher)
        , projector(connect)
        , sealer(connect, settings.seal)
        , reportClock(connect, settings.bureau)
    {
    }

    [[nodiscard]] Metrics::Gauges gauges() const
    {
        return {
            http.connections(), quick.waiting(), password.waiting(), slow.waiting(), ingest.waitingEvents()};
    }

    WorkPool::Connect connect;
    Metrics metrics;
    std::string setupSecret;
    SetupSecret setup;
    IngestQueue ingest;
    WallBoard wall;
    WorkPool quick;
    WorkPool picture;
    WorkPool password;
    WorkPool slow;
    ServerContext context;
    Dispatcher dispatcher;
    HttpServer http;
    Projector projector;
    Sealer sealer;
    ReportClock reportClock;
};

Server::Server(const ServerSettings& settings, Secrets& secrets)
    : m_parts(std::make_unique<Parts>(settings, secrets))
{
}

Server::~Server() { stop(std::chrono::milliseconds(0)); }

std::uint16_t Server::port() const { return m_parts->http.port(); }

const std::string& Server::setupSecret() const { return m_parts->setupSecret; }

void Server::stop(std::chrono::milliseconds patience)
{
    m_parts->http.stop(patience);
    // Answers of these go to the sockets, so they end while those are still there.
    m_parts->quick.end();
    m_parts->picture.end();
    m_parts->password.end();
    m_parts->slow.end();
    m_parts->ingest.end();
}

} // namespace guanwu
