#pragma once

#include "app/client/counting/code_source.h"
#include "app/client/counting/wedge_collector.h"

#include <QElapsedTimer>
#include <QKeyEvent>
#include <QPointer>
#include <QQuickWindow>
#include <QTimer>
#include <qqmlregistration.h>
#include <vector>

namespace guanwu {

/// Listens to the keys of a window for a scanner in keyboard mode, wherever the focus is. Keys are held back
/// until it is clear whose they are (50 ms at most for fingers) and then go where they were going.
class WedgeListener : public guanwu::CodeSource { // by its whole name, or QML does not find it
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickWindow* window READ window WRITE setWindow NOTIFY changed)

public:
    explicit WedgeListener(QObject* parent = nullptr);

    [[nodiscard]] QQuickWindow* window() const { return m_window; }
    void setWindow(QQuickWindow* window);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// A digit typed by hand where no text is being written.
    void digitTyped(int digit);

private:
    [[nodiscard]] bool takeKey(QKeyEvent& key);
    void letGo();
    void drop();
    void replay(const std::vector<std::unique_ptr<QKeyEvent>>& keys);
    [[nodiscard]] bool isWritingText() const;

    QPointer<QQuickWindow> m_window;
    bool m_replaying = false;
    WedgeCollector m_collector;
    std::vector<std::unique_ptr<QKeyEvent>> m_held;
    QElapsedTimer m_clock;
    QTimer m_patience;
};

} // namespace guanwu
