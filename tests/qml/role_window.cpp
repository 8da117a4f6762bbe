// Every role on the demo registry: what it is offered opens, and the server refuses none of it. The pages of
// the program in a real window over the demo server that the program itself makes. With GUANWU_WALK_PICTURES
// set it leaves a picture of each in the folder it runs in.
#include "app/client/calls/server_calls.h"
#include "app/showcase/demo_accounts.h"
#include "tests/qml/program_window.h"
#include "tests/support/program.h"
#include "tests/support/temp_folder.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace guanwu;
using namespace guanwu::test;

namespace {

/// The calls of the program, with an ear on what is refused.
class HeardCalls : public Calls {
public:
    explicit HeardCalls(const std::filesystem::path& store)
        : m_calls(store, Language::ZhCn)
    {
        connect(&m_calls, &Calls::loggedOut, this, &Calls::loggedOut);
    }
    [[nodiscard]] QFuture<CallAnswer> send(const Call& call) override
    {
        ++underWay;
        const QString what = QString::fromUtf8(call.method) + u' ' + call.path + u'?' + call.query.toString();
        return m_calls.send(call).then(this, [this, what](CallAnswer answer) {
            --underWay;
            ++answered;
            if (!answer.isOk())
                refused.push_back(
                    u"%1: %2 %3 %4"_s.arg(what).arg(answer.status).arg(answer.code, answer.problem));
            return answer;
        });
    }
    void reopen() override { m_calls.reopen(); }

    int underWay = 0;
    int answered = 0;
    QStringList refused;

private:
    ServerCalls m_calls;
};

/// What the program says of its own pages: a binding that breaks, a thing that is not there.
QStringList& grumbling()
{
    static QStringList said;
    return said;
}

void listen(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    // Of its own pages: what the lists of Qt say of themselves while they grow and shrink is not meant.
    if (type != QtDebugMsg && type != QtInfoMsg && text.contains(u".qml:"_s))
        grumbling().push_back(text);
    Q_UNUSED(context)
}

/// What a role is offered, in order.
struct Offer {
    const char* role;
    QStringList pages;
};

const QStringList kOfRegistry {u"registry"_s, u"documents"_s, u"idle"_s, u"space"_s, u"registers"_s,
    u"overview"_s, u"reports"_s, u"books"_s, u"people"_s};

QStringList offered(const QStringList& before, const QStringList& after = {})
{
    return before + kOfRegistry + after + QStringList {u"settings"_s};
}

QStringList without(QStringList pages, const QString& page)
{
    pages.removeAll(page);
    return pages;
}

const QList<Offer>& offers()
{
    const QStringList campaign {u"wall"_s, u"review"_s, u"campaigns"_s};
    static const QList<Offer> all {
        {"unit-clerk", offered({u"counting"_s})},
        {"department-clerk", without(offered({u"counting"_s}), u"books"_s)},
        {"asset-officer", offered({u"review"_s})},
        {"asset-section", offered(campaign)},
        {"space-section", offered(campaign)},
        {"finance", offered(campaign)},
        {"auditor", offered(campaign, {u"audit"_s})},
        {"system-administrator", {u"handhelds"_s, u"accounts"_s, u"settings"_s}},
        {"security-administrator", {u"accounts"_s, u"settings"_s}},
        {"audit-administrator", {u"accounts"_s, u"audit"_s, u"settings"_s}},
    };
    return all;
}

/// The window over a demo registry of a small city.
class Walk : public ProgramWindow {
public:
    explicit Walk(const TempFolder& folder)
        : Walk(folder, std::make_unique<HeardCalls>(folder / "store.db"))
    {
    }
    void logIn(const QString& role)
    {
        if (session.state() == ClientSession::State::Open)
            session.logOut();
        waitUntil([&] { return !session.isBusy(); });
        done([&] { session.logInDemo(u"demo-"_s + role); });
        mustBe(session.state() == ClientSession::State::Open, u"not logged in: "_s + role);
        wait(u"go-settings"_s);
    }
    [[nodiscard]] QStringList pages()
    {
        QStringList out;
        for (const QVariant& one : destinations())
            out.push_back(one.toMap()[u"key"_s].toString());
        return out;
    }
    /// A page with every tab of it, tabs below tabs, and the first line of every list.
    void lookAt(const QString& page)
    {
        m_isFresh = false;
        explore(page, {});
    }

    /// Something that waits: a request of the unit, one that was filed, and a room that is to come back.
    void writeDocuments()
    {
        logIn(u"unit-clerk"_s);
        const std::string unit = session.unit().toStdString();
        const auto first = [&](const char* path, const char* rows) {
            return get(QLatin1StringView(path)).json()[QLatin1StringView(rows)].toArray().first().toObject();
        };
        const std::string building
            = first("/space/buildings", "buildings")[u"building"].toString().toStdString();
        document({"new", "--kind", "allocation", "--method", "purchase", "--unit", unit, "--as",
            "demo-unit-clerk", "--reason", "新增人员办公", "--fact", "need=新增人员办公"});
        const std::string repair = document({"new", "--kind", "repair", "--method", "repair", "--unit", unit,
            "--as", "demo-unit-clerk", "--reason", "漏雨", "--fact", "building=" + building, "--fact",
            "repair_kind=part", "--fact", "parts=屋面", "--fact", "area_m2=100", "--fact",
            "estimate_yuan=80000", "--fact", "faults=渗漏"});
        document({"file", repair, "--as", "demo-unit-clerk"});
        logIn(u"space-section"_s);
        const QJsonObject due = first("/space/due", "due");
        document({"new", "--kind", "space", "--method", "take_back", "--unit",
            due[u"unit"].toObject()[u"code"].toString().toStdString(), "--as", "demo-space-section",
            "--reason", "到期腾退", "--fact", "rooms=" + due[u"room"].toString().toStdString(), "--fact",
            "ground=left"});
    }

    HeardCalls& heard;

private:
    /// Answers the number of what was written.
    std::string document(std::vector<std::string> arguments)
    {
        arguments.insert(arguments.begin(), {"--json", "document"});
        const ProgramRun run = runGuanwu(m_registry, arguments);
        mustBe(run.exitCode == 0, QString::fromStdString(run.err));
        return QJsonDocument::fromJson(QByteArray::fromStdString(run.out))
            .object()[u"no"]
            .toString()
            .toStdString();
    }
    Walk(const TempFolder& folder, std::unique_ptr<HeardCalls> calls)
        : ProgramWindow(folder / "store.db",
            {QString::fromStdString(guanwuProgram().string()),
                QString::fromStdString((folder / "demo").string()),
                {u"--units"_s, u"21"_s, u"--assets"_s, u"2600"_s, u"--photographed"_s, u"12"_s}},
            std::move(calls))
        , heard(static_cast<HeardCalls&>(*session.calls()))
        , m_registry("sqlite:" + (folder / "demo/registry.db").string())
    {
        session.tryDemo();
        mustBe(waitUntil([&] { return session.state() == ClientSession::State::LoggedOut; }, 240),
            u"no demo: "_s + session.problem() + session.demoStep());
    }
    [[nodiscard]] QVariantList destinations()
    {
        for (auto* one : m_window->findChildren<QObject*>())
            if (const QVariant all = one->property("destinations");
                all.isValid() && one->property("first").isValid())
                return all.toList();
        return {};
    }
    [[nodiscard]] bool isShown(const QString& page)
    {
        for (auto* one : m_window->findChildren<QQuickItem*>())
            if (one->property("isWaiting").isValid() && one->property("current").isValid())
                return one->property("current") == page;
        return false;
    }
    /// Until nothing is asked for any more.
    void settle(const QString& where)
    {
        int quiet = 0;
        mustCome([&] { return (quiet = heard.underWay == 0 ? quiet + 1 : 0) > 5; },
            [&] { return where + u" is still loading"_s; });
    }
    /// Nothing is refused, nothing stands in red, and there is a page.
    void look(const QString& where)
    {
        const std::string role = session.role().toStdString();
        const std::string at = where.toStdString();
        INFO(role << " at " << at);
        CHECK(heard.refused.join(u'\n').toStdString() == "");
        CHECK(problems().toStdString() == "");
        CHECK(grumbling().join(u'\n').toStdString() == "");
        auto* page = item(u"page"_s);
        REQUIRE(page);
        CHECK(page->property("item").value<QObject*>() != nullptr);
        heard.refused.clear();
        grumbling().clear();
        if (qEnvironmentVariableIsSet("GUANWU_WALK_PICTURES"))
            picture(u"%1-%2-%3"_s.arg(session.role()).arg(m_window->width()).arg(where));
    }
    [[nodiscard]] QList<QQuickItem*> strips()
    {
        QList<QQuickItem*> out;
        collect(item(u"page"_s), out);
        return out;
    }
    static void collect(QQuickItem* item, QList<QQuickItem*>& out)
    {
        if (!item || !item->isVisible())
            return;
        if (QByteArray(item->metaObject()->className()).startsWith("ChipStrip"))
            out.push_back(item);
        else
            for (QQuickItem* child : item->childItems())
                collect(child, out);
    }
    static int choicesOf(QQuickItem* strip)
    {
        const QVariant held = strip->property("choices");
        return static_cast<int>(held.canConvert<QVariantList>()
                ? held.toList().size()
                : held.value<QJSValue>().toVariant().toList().size());
    }
    /// A page with these of its tabs chosen, one below the other.
    void go(const QString& page, const QList<int>& tabs)
    {
        if (page != u"settings"_s)
            tap(u"go-settings"_s);
        tap(u"go-"_s + page);
        settle(page);
        mustBe(isShown(page), u"not shown: "_s + page);
        for (int level = 0; level < tabs.size(); ++level) {
            mustBe(level < strips().size(), u"no tabs on "_s + page);
            tap(below(strips()[level], u"chip-%1"_s.arg(tabs[level])));
            settle(page);
        }
        m_isFresh = true;
    }
    void explore(const QString& page, const QList<int>& tabs)
    {
        QString where = page;
        for (const int tab : tabs)
            where += u"-%1"_s.arg(tab);
        if (!m_isFresh)
            go(page, tabs);
        look(where);
        const int level = static_cast<int>(tabs.size());
        const int choices = level < strips().size() && level < kDeepest && page != u"settings"_s
            ? choicesOf(strips()[level])
            : 0;
        if (item(u"row-0"_s)) {
            m_isFresh = false; // what is open stays open
            tap(u"row-0"_s);
            settle(where + u" row"_s);
            look(where + u"-row"_s);
            escape(); // some rows open a dialog
            settle(where);
        }
        for (int choice = 0; choice < choices; ++choice) {
            if (m_isFresh && level < strips().size()) {
                tap(below(strips()[level], u"chip-%1"_s.arg(choice)));
                settle(where);
            } else {
                go(page, tabs + QList {choice});
            }
            explore(page, tabs + QList {choice});
        }
    }

    static constexpr int kDeepest = 2; // tabs below tabs
    std::string m_registry;
    bool m_isFresh = false; ///< the page is as it was when it was opened, but for its tabs
};

} // namespace

TEST_CASE("every role is offered what it may use, and each page of it opens", "[window][roles]")
{
    const TempFolder folder;
    Walk walk(folder);
    walk.writeDocuments();
    walk.heard.refused.clear();
    qInstallMessageHandler(listen);
    for (const Offer& offer : offers()) {
        const QString role = QLatin1StringView(offer.role);
        CAPTURE(offer.role);
        walk.logIn(role);
        CHECK(walk.pages().join(u' ').toStdString() == offer.pages.join(u' ').toStdString());
        for (const QString& page : walk.pages())
            walk.lookAt(page);
    }
    // On a tablet what is opened takes the place of its list.
    walk.resize(800, 1100);
    walk.logIn(u"asset-section"_s);
    for (const QString& page : walk.pages())
        walk.lookAt(page);
    qInstallMessageHandler(nullptr);
}
