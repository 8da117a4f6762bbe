#include "app/client/calls/server_calls.h"

#include "app/handheld/open_server.h"
#include "app/text/explain.h"

#include <QJsonDocument>
#include <QtConcurrentRun>
#include <mutex>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    constexpr int kConnections = 3;

    /// A connection with the store it was opened from; for one thread at a time.
    struct Connection {
        std::unique_ptr<HandheldStore> store;
        OpenServer server;
        std::uint64_t generation = 0;
    };

    CallAnswer refused(const ApiFailure& failure, Language language)
    {
        CallAnswer answer;
        answer.status = failure.status;
        answer.code = QString::fromStdString(failure.error.subject);
        answer.bytes = QByteArray::fromStdString(failure.body);
        const QJsonObject error = answer.json()["error"_L1].toObject();
        answer.problem = error["message"_L1].toString();
        if (answer.problem.isEmpty())
            answer.problem = QString::fromStdString(explain(failure.error, language));
        answer.passing = failure.isPassing();
        return answer;
    }

    ApiRequest requestOf(const Call& call, Language language)
    {
        ApiRequest out;
        out.method = call.method.toStdString();
        out.path = call.path.toStdString();
        if (!call.query.isEmpty())
            out.path += "?" + call.query.toString(QUrl::FullyEncoded).replace(u'+', u"%2B"_s).toStdString();
        if (!call.bytes.isEmpty()) {
            out.bytes = call.bytes.toStdString();
            out.type = call.type.toStdString();
        } else if (call.method != "GET" && (!call.json.isEmpty() || call.method == "POST")) {
            if (!call.json.isEmpty()) {
                out.bytes = QJsonDocument(call.json).toJson(QJsonDocument::Compact).toStdString();
                out.type = "application/json";
            }
        }
        out.headers.emplace_back("Accept-Language", std::string(tokenRow(kLanguages, language).token));
        if (!call.ifMatch.isEmpty())
            out.headers.emplace_back("If-Match", call.ifMatch.toStdString());
        if (!call.requestKey.isEmpty())
            out.headers.emplace_back("Idempotency-Key", call.requestKey.toStdString());
        return out;
    }

} // namespace

struct ServerCalls::Connections {
    std::filesystem::path file;
    Language language;
    std::mutex mutex;
    std::vector<Connection> idle;
    std::uint64_t generation = 0;

    [[nodiscard]] Result<Connection> take()
    {
        std::uint64_t wanted = 0;
        {
            const std::lock_guard lock(mutex);
            wanted = generation;
            while (!idle.empty()) {
                Connection one = std::move(idle.back());
                idle.pop_back();
                if (one.generation == wanted)
                    return one;
            }
        }
        auto store = HandheldStore::open(file);
        if (!store)
            return fail(store.error());
        auto server = OpenServer::of(**store);
        if (!server)
            return fail(server.error());
        return Connection {std::move(*store), std::move(*server), wanted};
    }

    void giveBack(Connection one)
    {
        const std::lock_guard lock(mutex);
        idle.push_back(std::move(one));
    }

    [[nodiscard]] CallAnswer send(const Call& call)
    {
        auto connection = take();
        if (!connection)
            return refused({connection.error(), 0, std::nullopt, {}}, language);
        const auto sent = connection->server.api->send(requestOf(call, language));
        giveBack(std::move(*connection));
        if (!sent)
            return refused(sent.error(), language);
        CallAnswer answer;
        answer.status = sent->status;
        answer.bytes = QByteArray::fromStdString(sent->bytes);
        answer.etag = QString::fromStdString(sent->etag);
        return answer;
    }
};

ServerCalls::ServerCalls(std::filesystem::path store, Language language, QObject* parent)
    : Calls(parent)
    , m_connections(std::make_shared<Connections>())
{
    m_connections->file = std::move(store);
    m_connections->language = language;
    m_pool.setMaxThreadCount(kConnections);
}

ServerCalls::~ServerCalls() { m_pool.waitForDone(); }

QFuture<CallAnswer> ServerCalls::send(const Call& call)
{
    return QtConcurrent::run(&m_pool, [connections = m_connections, call] {
        return connections->send(call);
    }).then(this, [this](CallAnswer answer) {
        if (answer.code == "access.no_session"_L1)
            Q_EMIT loggedOut();
        return answer;
    });
}

void ServerCalls::reopen()
{
    const std::lock_guard lock(m_connections->mutex);
    ++m_connections->generation;
    m_connections->idle.clear();
}

} // namespace guanwu

#include "moc_server_calls.cpp"
