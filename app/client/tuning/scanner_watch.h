#pragma once

#include "app/client/camera/live_camera.h"
#include "app/client/tuning/read_log.h"
#include "app/client/tuning/scan_rates.h"

#include <QTimer>

namespace guanwu {

/// Watches a camera's reader at work, for people who tune it: rates, where the time goes, what was read.
class ScannerWatch : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::LiveCamera* camera READ camera WRITE setCamera NOTIFY cameraChanged)
    /// { label, value }: how much comes and is read a second, and the work of a frame.
    Q_PROPERTY(QVariantList figures READ figures NOTIFY figuresChanged)
    /// { label, ms, part }: mean work of a frame by stage; `part` of the greatest.
    Q_PROPERTY(QVariantList stages READ stages NOTIFY figuresChanged)
    /// { letter, label, count, tone }: the regions of the last frame by what became of them.
    Q_PROPERTY(QVariantList regions READ regions NOTIFY figuresChanged)
    Q_PROPERTY(guanwu::ReadLog* log READ log CONSTANT)

public:
    explicit ScannerWatch(QObject* parent = nullptr);

    [[nodiscard]] LiveCamera* camera() const { return m_camera; }
    void setCamera(LiveCamera* camera);
    [[nodiscard]] QVariantList figures() const;
    [[nodiscard]] QVariantList stages() const;
    [[nodiscard]] QVariantList regions() const;
    [[nodiscard]] ReadLog* log() { return &m_log; }

    /// Counts from here on.
    Q_INVOKABLE void restart();
    /// The budgets that are worth a choice, in ms.
    Q_INVOKABLE [[nodiscard]] static QList<int> budgets() { return {10, 15, 25, 40, 60, 100}; }
    /// The one after or before `budget`, or itself at the end.
    Q_INVOKABLE [[nodiscard]] static int budgetBeside(int budget, int step);

Q_SIGNALS:
    void cameraChanged();
    void figuresChanged();

private:
    void take(const FrameReadout& readout);
    void note(const QString& code);

    QPointer<LiveCamera> m_camera;
    ScanRates m_rates;
    FrameReadout m_last;
    ReadLog m_log;
    QElapsedTimer m_clock;
    QTimer m_refresh;
};

} // namespace guanwu
