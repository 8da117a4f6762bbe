#include "app/client/session/client_session.h"

#include "app/client/calls/server_calls.h"
#include "app/handheld/open_server.h"
#include "app/handheld/pin_lock.h"
#include "app/showcase/demo_accounts.h"
#include "app/text/explain.h"
#include "schema/connection/storage_error.h"

#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    std::unique_ptr<HandheldStore> opened(const std::filesystem::path& file)
    {
        std::filesystem::create_directories(file.parent_path());
        auto store = HandheldStore::open(file);
        if (!store)
            throw std::runtime_error(explain(store.error(), Language::ZhCn));
        return std::move(*store);
    }

    const Role* roleOf(const std::string& token)
    {
        for (const auto& row : kRoles)
            if (row.token == token)
                return &row.value;
        return nullptr;
    }

    ApiFailure failureOf(const Error& error) { return {error, 0, std::nullopt, {}}; }

} // namespace

ClientSession::ClientSession(
    std::filesystem::path store, Language language, DemoServer::Place demo, std::unique_ptr<Calls> calls)
    : m_file(std::move(store))
    , m_language(language)
    , m_store(opened(m_file))
    , m_calls(calls ? std::move(calls) : std::make_unique<ServerCalls>(m_file, language))
    , m_demo(std::move(demo))
{
    refresh(State::Open);
    // Whoever starts the program is not known to be who logged in.
    if (m_state == State::Open && m_hasPin)
        m_state = State::Locked;
    connect(m_calls.get(), &Calls::loggedOut, this, [this] {
        if (m_state != State::Open)
            return;
        m_store->logOut();
        setProblem(tr("The server has ended this log-in. Everything scanned is kept: log in again."));
        refresh(State::Open);
    });
    connect(&m_demo, &DemoServer::changed, this, [this] {
        if (!m_demo.problem().isEmpty()) {
            m_busy = false;
            m_problem = m_demo.problem();
        }
        Q_EMIT changed();
    });
    if (m_state != State::NotEnrolled && serverUrl() == m_demo.address())
        m_demo.start(DemoServer::Wish::Serve);
    connect(&m_demo, &DemoServer::ready, this, [this](const QString& code) {
        m_busy = false;
        enrol(code, tr("Demo handheld"));
    });
}

QString ClientSession::storeFile() const { return QString::fromStdString(m_file.string()); }
QString ClientSession::serverUrl() const { return QString::fromStdString(m_store->install().serverUrl); }
QString ClientSession::deviceName() const { return QString::fromStdString(m_store->install().deviceName); }

QString ClientSession::roleName() const
{
    const Role* role = roleOf(m_login.role);
    return role ? QString::fromUtf8(nameOf(kRoles, *role, m_language)) : QString();
}

bool ClientSession::may(Permission permission) const
{
    const Role* role = roleOf(m_login.role);
    return role && allows(*role, permission);
}

QVariantList ClientSession::demoAccounts() const
{
    QVariantList out;
    for (const auto& row : kRoles) {
        QString login = u"demo-"_s + QString::fromUtf8(row.token);
        login.replace(u'_', u'-');
        out.push_back(QVariantMap {
            {u"login"_s, login}, {u"name"_s, QString::fromUtf8(nameOf(kRoles, row.value, m_language))}});
    }
    return out;
}

void ClientSession::enrol(const QString& code, const QString& deviceName)
{
    run([code = code.trimmed().toStdString(), name = deviceName.trimmed().toStdString()](
            HandheldStore& store) -> ApiResult<void> {
        const auto parsed = EnrolmentCode::parse(code);
        if (!parsed)
            return tl::unexpected(failureOf(parsed.error()));
        return guanwu::enrol(store, *parsed, name);
    });
}

void ClientSession::logIn(const QString& login, const QString& password)
{
    run([login = login.trimmed().toStdString(), password = password.toStdString()](
            HandheldStore& store) -> ApiResult<void> {
        auto server = OpenServer::of(store);
        if (!server)
            return tl::unexpected(failureOf(server.error()));
        return guanwu::logIn(store, *server, login, password);
    });
}

void ClientSession::logInDemo(const QString& login) { logIn(login, QString::fromUtf8(kDemoPassword)); }

void ClientSession::changePassword(const QString& old, const QString& fresh)
{
    run([old = old.toStdString(), fresh = fresh.toStdString()](HandheldStore& store) -> ApiResult<void> {
        auto server = OpenServer::of(store);
        if (!server)
            return tl::unexpected(failureOf(server.error()));
        return guanwu::changePassword(store, *server, old, fresh);
    });
}

void ClientSession::logOut()
{
    run([](HandheldStore& store) -> ApiResult<void> {
        // Without a network the server hears nothing of it; the token is gone from here all the same.
        if (auto server = OpenServer::of(store, {std::chrono::seconds(3), std::chrono::seconds(5)}))
            static_cast<void>(server->api->logOut());
        store.logOut();
        return {};
    });
}

void ClientSession::setPin(const QString& pin)
{
    run([pin = pin.toStdString()](HandheldStore& store) -> ApiResult<void> {
        auto lock = PinLock::of(store);
        if (!lock)
            return tl::unexpected(failureOf(lock.error()));
        const auto set = lock->set(pin);
        return set ? ApiResult<void> {} : tl::unexpected(failureOf(set.error()));
    });
}

void ClientSession::unlock(const QString& pin)
{
    run([pin = pin.toStdString()](HandheldStore& store) -> ApiResult<void> {
        auto lock = PinLock::of(store);
        if (!lock)
            return tl::unexpected(failureOf(lock.error()));
        const auto open = lock->open(pin);
        return open ? ApiResult<void> {} : tl::unexpected(failureOf(open.error()));
    });
}

void ClientSession::lock()
{
    if (m_state == State::Open && m_hasPin)
        m_state = State::Locked;
    Q_EMIT changed();
}

void ClientSession::forgetProblem() { setProblem({}); }

void ClientSession::tryDemo()
{
    if (m_busy || m_state != State::NotEnrolled)
        return;
    m_busy = true;
    setProblem({});
    m_demo.start(DemoServer::Wish::Enrol);
}

void ClientSession::stopDemo()
{
    if (m_demo.step().isEmpty())
        return;
    m_busy = false;
    m_demo.stop();
}

void ClientSession::run(std::function<ApiResult<void>(HandheldStore&)> work, std::function<void()> then)
{
    if (m_busy)
        return;
    m_busy = true;
    setProblem({});
    QtConcurrent::run([file = m_file, work = std::move(work)]() -> ApiResult<void> {
        auto store = HandheldStore::open(file);
        if (!store)
            return tl::unexpected(failureOf(store.error()));
        return work(**store);
    })
        .then(this,
            [this, then = std::move(then)](const ApiResult<void>& done) {
                m_busy = false;
                const State before = m_state;
                m_store = opened(m_file); // what the work changed
                m_calls->reopen();
                refresh(!done && before == State::Locked ? State::Locked : State::Open);
                if (!done)
                    setProblem(QString::fromStdString(explain(done.error().error, m_language)));
                else if (then)
                    then();
            })
        .onFailed(this, [this](const std::exception&) {
            m_busy = false;
            setProblem(tr("This device cannot save: its storage is full or damaged."));
        });
}

void ClientSession::refresh(State whenLoggedIn)
{
    const auto login = m_store->login();
    m_login = login.value_or(HandheldLogin {});
    m_hasPin = !m_store->pin().hash.empty();
    m_state = m_store->install().deviceId.empty() ? State::NotEnrolled
        : !login                                  ? State::LoggedOut
        : login->mustChangePassword               ? State::MustChangePassword
                                                  : whenLoggedIn;
    Q_EMIT changed();
}

void ClientSession::setProblem(const QString& problem)
{
    m_problem = problem;
    Q_EMIT changed();
}

} // namespace guanwu

#include "moc_client_session.cpp"
