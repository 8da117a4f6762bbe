// The session of the client against a real server.
#include "app/client/session/client_session.h"
#include "app/client/session/english_plurals.h"
#include "tests/qml/client_support.h"
#include "tests/reliability/count_office.h"
#include "tests/support/places.h"
#include "tests/support/temp_folder.h"

#include <QFile>
#include <QJsonArray>
#include <QTcpServer>
#include <QUrl>
#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using State = ClientSession::State;

namespace {

std::unique_ptr<ClientSession> sessionAt(const std::filesystem::path& store)
{
    return std::make_unique<ClientSession>(store, Language::En, DemoServer::Place {});
}

/// Does something and waits until it is done.
template <class Work> void done(ClientSession& session, const Work& work)
{
    work();
    REQUIRE(waitUntil([&] { return !session.isBusy(); }));
}

} // namespace

TEST_CASE("a device enrols, its clerk chooses a password and a PIN, and both open it again", "[client]")
{
    const TempFolder folder;
    CountOffice office("sqlite:" + (folder.path() / "registry.db").string(), folder.path() / "office");
    office.prepare(10, 40);
    office.setUpAccounts();
    office.startServer(0);
    const auto clerk = office.addClerk(office.units().front(), 1);
    const auto store = folder.path() / "handheld" / "store.db";

    {
        auto session = sessionAt(store);
        CHECK(session->state() == State::NotEnrolled);
        done(*session, [&] {
            session->enrol(QString::fromStdString(office.enrolmentCode(office.port())), QStringLiteral("h1"));
        });
        REQUIRE(session->problem() == QString());
        CHECK(session->state() == State::LoggedOut);

        done(*session, [&] { session->logIn(QString::fromStdString(clerk.login), QStringLiteral("wrong")); });
        CHECK(session->problem() != QString());
        CHECK(session->state() == State::LoggedOut);

        const QString first = QString::fromStdString(clerk.password);
        done(*session, [&] { session->logIn(QString::fromStdString(clerk.login), first); });
        CHECK(session->state() == State::MustChangePassword);
        done(*session, [&] { session->changePassword(first, QStringLiteral("Clerk-of-2026!")); });
        REQUIRE(session->problem() == QString());
        CHECK(session->state() == State::Open);
        CHECK(session->mayCount());
        CHECK_FALSE(session->mayRunCampaign());
        CHECK(session->unit().toStdString() == office.units().front());

        // The pages' way to the server is open too.
        auto answer = session->calls()->get(QStringLiteral("/tasks"));
        REQUIRE(waitUntil([&] { return answer.isFinished(); }));
        CHECK(answer.result().isOk());
        CHECK(answer.result().json()[QLatin1StringView("tasks")].toArray().size() == 1);
        done(*session, [&] { session->setPin(QStringLiteral("2580")); });
        CHECK(session->hasPin());
    }

    office.stopServer();
    auto session = sessionAt(store); // without a network, after a restart
    CHECK(session->state() == State::Locked);
    CHECK(session->mayCount());
    done(*session, [&] { session->unlock(QStringLiteral("1111")); });
    CHECK(session->state() == State::Locked);
    done(*session, [&] { session->unlock(QStringLiteral("2580")); });
    CHECK(session->state() == State::Open);
    auto answer = session->calls()->get(QStringLiteral("/tasks"));
    REQUIRE(waitUntil([&] { return answer.isFinished(); }));
    CHECK_FALSE(answer.result().isOk());
    CHECK(answer.result().passing);

    session->lock();
    for (int i = 0; i < 5; ++i)
        done(*session, [&] { session->unlock(QStringLiteral("0000")); });
    CHECK(session->state() == State::LoggedOut);
}

TEST_CASE(
    "trying the demo makes its city, starts its server, and lets this device and every role in", "[client]")
{
    const TempFolder folder;
    const QString demo = QString::fromStdString((folder.path() / "demo").string());
    const DemoServer::Place place {QString::fromStdString((programsFolder() / "guanwu").string()), demo,
        {QStringLiteral("--units"), QStringLiteral("10"), QStringLiteral("--assets"), QStringLiteral("300"),
            QStringLiteral("--photographed"), QStringLiteral("4")}};
    const auto tried = [&](const char* store) {
        auto session = std::make_unique<ClientSession>(folder.path() / store, Language::En, place);
        session->tryDemo();
        REQUIRE(waitUntil([&] { return !session->isBusy(); }, 120));
        REQUIRE(session->problem() == QString());
        REQUIRE(session->state() == State::LoggedOut);
        CHECK(session->isDemo());
        return session;
    };
    {
        ClientSession hesitating(folder.path() / "first.db", Language::En, place);
        hesitating.tryDemo();
        CHECK(hesitating.demoStep() != QString());
        // In the middle: the registry is there, its city is not yet.
        REQUIRE(waitUntil([&] { return QFile::exists(demo + QStringLiteral("/registry.db")); }, 120));
        hesitating.stopDemo();
        CHECK_FALSE(hesitating.isBusy());
        CHECK(hesitating.problem() == QString());
        CHECK(hesitating.demoStep() == QString());
        CHECK(hesitating.state() == State::NotEnrolled);
    }
    {
        const auto session = tried("first.db");
        const QVariantList accounts = session->demoAccounts();
        CHECK(accounts.size() == 10);
        for (const QVariant& account : accounts) {
            done(*session, [&] { session->logInDemo(account.toMap()[QStringLiteral("login")].toString()); });
            CHECK(session->state() == State::Open);
            done(*session, [&] { session->logOut(); });
        }
    }
    // Another program has taken its address meanwhile; a new device finds it all the same.
    QFile file(demo + QStringLiteral("/demo-server.txt"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    QTcpServer other;
    REQUIRE(other.listen(
        QHostAddress::LocalHost, static_cast<quint16>(QUrl(QString::fromUtf8(file.readAll())).port())));
    static_cast<void>(tried("second.db"));
}

TEST_CASE("English says one thing and several things", "[client]")
{
    const EnglishPlurals plurals;
    CHECK(plurals.translate("", "%n thing(s)", "", 1) == QStringLiteral("%n thing"));
    CHECK(plurals.translate("", "%n thing(s)", "", 0) == QStringLiteral("%n things"));
    CHECK(plurals.translate("", "Still missing here: %n", "", 2).isNull());
    CHECK(plurals.translate("", "person(s)", "", -1).isNull()); // counts nothing
}
