#pragma once

#include "app/client/counting/code_source.h"
#include "app/client/counting/serial_collector.h"

#include <QElapsedTimer>
#include <QSocketNotifier>
#include <QTimer>
#include <qqmlregistration.h>

namespace guanwu {

/// A scanner on a serial line: RS-232, or USB that says it is one. Nobody else reads the line meanwhile. One
/// that is unplugged is taken again when it is back.
class SerialScanner : public guanwu::CodeSource { // by its whole name, or QML does not find it
    Q_OBJECT
    QML_ELEMENT
    /// A device, for example /dev/ttyUSB0; empty = there is none.
    Q_PROPERTY(QString port READ port WRITE setPort NOTIFY changed)
    /// Bits a second; USB does not care.
    Q_PROPERTY(int speed READ speed WRITE setSpeed NOTIFY changed)
    Q_PROPERTY(bool open READ isOpen NOTIFY changed)
    /// Why there are no codes, for people.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    static constexpr int kRetryMs = 1000; ///< how often a line that is not there is looked for

    explicit SerialScanner(QObject* parent = nullptr);
    ~SerialScanner() override;

    [[nodiscard]] QString port() const { return m_port; }
    void setPort(const QString& port);
    [[nodiscard]] int speed() const { return m_speed; }
    void setSpeed(int speed);
    void setEnabled(bool enabled) override;
    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] QString problem() const { return m_problem; }

    /// The serial lines of this machine, by the names that stay when they are plugged in elsewhere.
    Q_INVOKABLE [[nodiscard]] static QStringList ports();
    /// The speeds that scanners have.
    Q_INVOKABLE [[nodiscard]] static QList<int> speeds();

private:
    void restart();
    void tryToOpen();
    /// Empty: the line is as it is wanted. Else why it is not, for people.
    [[nodiscard]] QString prepare(int descriptor) const;
    void close();
    void readBytes();
    void lose(const QString& problem);
    void tell(const QString& problem);

    QString m_port;
    int m_speed = 9600;
    int m_descriptor = -1;
    QString m_problem;
    SerialCollector m_collector;
    QElapsedTimer m_clock;
    QTimer m_retry;
    QTimer m_stall;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace guanwu
