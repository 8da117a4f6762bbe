#include "app/client/counting/wedge_listener.h"

#include <QCoreApplication>
#include <QInputMethodQueryEvent>
#include <QQuickItem>

namespace guanwu {

namespace {

    bool isEnd(const QKeyEvent& key) { return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter; }

    bool isCharacter(const QKeyEvent& key)
    {
        return key.text().size() == 1 && key.text().front().isPrint()
            && (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) == 0;
    }

} // namespace

WedgeListener::WedgeListener(QObject* parent)
    : CodeSource(parent)
{
    m_clock.start();
    m_patience.setSingleShot(true);
    m_patience.setTimerType(Qt::PreciseTimer);
    // Keys that came meanwhile and were not heard yet go first.
    connect(&m_patience, &QTimer::timeout, this, [this] {
        QTimer::singleShot(0, this, [this] {
            if (!m_patience.isActive())
                drop();
        });
    });
}

void WedgeListener::setWindow(QQuickWindow* window)
{
    if (window == m_window)
        return;
    if (m_window)
        m_window->removeEventFilter(this);
    m_window = window;
    if (window)
        window->installEventFilter(this);
    Q_EMIT changed();
}

bool WedgeListener::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress || !isEnabled() || m_replaying || watched != m_window)
        return false;
    return takeKey(static_cast<QKeyEvent&>(*event));
}

bool WedgeListener::takeKey(QKeyEvent& key)
{
    // When the key was pressed, not when it was heard: on a device that is busy the two drift apart.
    const qint64 now = key.timestamp() != 0 ? static_cast<qint64>(key.timestamp()) : m_clock.elapsed();
    if (isEnd(key) && m_collector.isHolding()) {
        if (const auto code = m_collector.end(now)) {
            m_held.clear();
            m_patience.stop();
            Q_EMIT scanned(*code);
            return true;
        }
        letGo();
        return false;
    }
    // A key that is held down repeats as fast as a scanner types.
    if (!isCharacter(key) || key.isAutoRepeat()) {
        if (key.key() != Qt::Key_Shift)
            letGo(); // keeps the order of keys
        return false;
    }
    auto before = std::move(m_held);
    m_held.clear();
    if (m_collector.take(key.text().front(), now))
        m_held = std::move(before);
    else
        replay(before);
    m_held.emplace_back(key.clone());
    m_patience.start(static_cast<int>(m_collector.patience(now)));
    return true;
}

void WedgeListener::drop()
{
    // Half a code that a scanner broke off is nothing that somebody typed; in a text it may be, and stays.
    if (m_collector.looksLikeScanner() && !isWritingText()) {
        m_collector.clear();
        m_held.clear();
        return;
    }
    letGo();
}

void WedgeListener::letGo()
{
    m_patience.stop();
    m_collector.clear();
    const auto keys = std::move(m_held);
    m_held.clear();
    replay(keys);
}

void WedgeListener::replay(const std::vector<std::unique_ptr<QKeyEvent>>& keys)
{
    if (!m_window)
        return;
    m_replaying = true;
    for (const auto& key : keys) {
        if (!isWritingText() && key->text().front().isDigit())
            Q_EMIT digitTyped(key->text().front().digitValue());
        else
            QCoreApplication::sendEvent(m_window, key.get());
    }
    m_replaying = false;
}

bool WedgeListener::isWritingText() const
{
    QQuickItem* item = m_window ? m_window->activeFocusItem() : nullptr;
    if (!item)
        return false;
    QInputMethodQueryEvent query(Qt::ImEnabled);
    QCoreApplication::sendEvent(item, &query);
    return query.value(Qt::ImEnabled).toBool();
}

} // namespace guanwu

#include "moc_wedge_listener.cpp"
