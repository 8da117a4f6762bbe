#pragma once

#include "app/client/session/client_session.h"
#include "app/client/shell/app_settings.h"
#include "tests/qml/wait_until.h"

#include <QJSValue>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>
#include <catch2/catch.hpp>

namespace guanwu::test {

using namespace Qt::StringLiterals;

inline constexpr int kShown = 250; // milliseconds until what moves has come to rest, for a picture
inline constexpr int kPatience
    = 90; // seconds for what a person sees at once: the machine may have much to do

inline void mustBe(bool condition, const QString& what)
{
    if (!condition)
        throw std::runtime_error(what.toStdString());
}

/// Lets the program go on until it is so; what is wrong otherwise is asked for then, and not before.
template <class Condition, class Said> void mustCome(const Condition& condition, const Said& said)
{
    if (!waitUntil(condition, kPatience))
        throw std::runtime_error(said().toStdString());
}

/// The program in a real window, with somebody's hands on it.
class ProgramWindow {
public:
    /// The store, and its settings beside it; `calls` null = those of a server.
    explicit ProgramWindow(const std::filesystem::path& store, DemoServer::Place demo = {},
        std::unique_ptr<Calls> calls = nullptr)
        : session(store, Language::ZhCn, std::move(demo), std::move(calls))
        , m_settings(QString::fromStdString(store.string()) + u".ini"_s)
    {
        m_engine.addImportPath(u"qrc:/qt/qml"_s);
        m_engine.setInitialProperties({{u"session"_s, QVariant::fromValue(&session)},
            {u"settings"_s, QVariant::fromValue(&m_settings)}, {u"width"_s, 1400}, {u"height"_s, 900}});
        m_engine.load(u"qrc:/qt/qml/Guanwu/Shell/Main.qml"_s);
        mustBe(!m_engine.rootObjects().isEmpty(), u"there is no window"_s);
        m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().constFirst());
        mustBe(QTest::qWaitForWindowExposed(m_window), u"the window does not show"_s);
    }

    template <class Work> void done(const Work& work)
    {
        work();
        mustCome([&] { return !session.isBusy(); }, [&] { return u"still at it"_s; });
        mustBe(session.problem().isEmpty(), session.problem());
    }
    [[nodiscard]] QQuickItem* item(const QString& name) { return below(m_window->contentItem(), name); }
    QQuickItem* wait(const QString& name)
    {
        QQuickItem* found = nullptr;
        mustCome(
            [&] {
                found = item(name);
                return found && found->isEnabled() && found->height() > 0;
            },
            [&] { return u"not there: "_s + name + u"; "_s + problems(); });
        return found;
    }
    /// A click on the thing of this name, once it is there.
    void tap(const QString& name) { tap(wait(name)); }
    /// The one of these choices that stands for the value.
    void choose(const QString& chips, const QString& value)
    {
        QQuickItem* list = wait(chips);
        const QVariant held = list->property("choices");
        const QVariantList choices
            = held.canConvert<QVariantList>() ? held.toList() : held.value<QJSValue>().toVariant().toList();
        for (qsizetype i = 0; i < choices.size(); ++i)
            if (choices[i].toMap()[u"value"_s].toString() == value)
                return tap(below(list, u"chip-%1"_s.arg(i)));
        mustBe(false, u"no choice "_s + value);
    }
    /// Scrolled to where it can be seen, and clicked.
    void tap(QQuickItem* found)
    {
        mustBe(found != nullptr, u"nothing to tap on"_s);
        // A page that is still being laid out moves what was in view out of it again.
        mustCome(
            [&] {
                scrollTo(found);
                QTest::qWait(10);
                const qreal y = middleOf(found).y();
                return y >= 0 && y < m_window->height();
            },
            [&] { return u"out of sight: "_s + found->objectName(); });
        // A row may be wider than the window.
        QPointF at = middleOf(found);
        at.setX(std::min(at.x(), m_window->width() - 2.0));
        QTest::mouseClick(m_window, Qt::LeftButton, {}, at.toPoint());
        QTest::qWait(10);
    }
    /// Fills in a field of a form as its editor does.
    void fill(const QString& token, const QString& value, const QString& shown = {})
    {
        QQuickItem* found = wait(u"field-"_s + token);
        for (QQuickItem* above = found; above; above = above->parentItem())
            if (above->metaObject()->indexOfSignal("edited(QString,QString)") >= 0) {
                QMetaObject::invokeMethod(
                    above, "edited", Q_ARG(QString, value), Q_ARG(QString, shown.isEmpty() ? value : shown));
                return;
            }
        mustBe(false, u"no editor of "_s + token);
    }
    void confirm(const QString& dialog)
    {
        tap(dialog + u"-confirm"_s);
        mustCome([&] { return item(dialog + u"-confirm"_s) == nullptr; },
            [&] { return u"still open: "_s + dialog + u"; "_s + problems(); });
    }
    [[nodiscard]] CallAnswer get(const QString& path)
    {
        auto answer = session.calls()->get(path);
        mustCome([&] { return answer.isFinished(); }, [&] { return u"no answer"_s; });
        return answer.result();
    }
    void picture(const QString& name)
    {
        QTest::qWait(kShown);
        m_window->grabWindow().save(u"desk-%1.png"_s.arg(name));
    }
    /// What stands in red on the screen.
    [[nodiscard]] QString problems()
    {
        QStringList out;
        for (QObject* one : m_window->findChildren<QObject*>())
            if (const QString problem = one->property("problem").toString(); !problem.isEmpty())
                out.push_back(problem);
        out.removeDuplicates();
        return out.join(u" | "_s);
    }

    void escape() { QTest::keyClick(m_window, Qt::Key_Escape); }
    void resize(int width, int height) { m_window->resize(width, height); }

    ClientSession session;

protected:
    static QQuickItem* below(QQuickItem* item, const QString& name)
    {
        if (!item->isVisible())
            return nullptr;
        if (item->objectName() == name)
            return item;
        // What was opened last lies on top.
        const auto children = item->childItems();
        for (auto child = children.rbegin(); child != children.rend(); ++child)
            if (QQuickItem* found = below(*child, name))
                return found;
        return nullptr;
    }
    QQuickWindow* m_window = nullptr;

private:
    static QPointF middleOf(const QQuickItem* item)
    {
        return item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
    }
    static void scrollTo(const QQuickItem* item)
    {
        for (QQuickItem* above = item->parentItem(); above; above = above->parentItem())
            if (above->property("contentHeight").isValid() && above->property("contentY").isValid()
                && above->property("contentHeight").toReal() > above->height()) {
                auto* content = above->property("contentItem").value<QQuickItem*>();
                const qreal y = item->mapToItem(content, QPointF(0, 0)).y() - above->height() / 2;
                above->setProperty("contentY",
                    std::clamp(y, 0.0, above->property("contentHeight").toReal() - above->height()));
            }
    }
    AppSettings m_settings;
    QQmlApplicationEngine m_engine;
};

} // namespace guanwu::test
