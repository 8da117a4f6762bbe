#pragma once

#include <QObject>
#include <QProcess>
#include <filesystem>
#include <memory>

namespace guanwu {

/// `guanwu serve` over the demo registry, run by the client for whoever wants to try it: made, started, and
/// ended with it.
class DemoServer : public QObject {
    Q_OBJECT

public:
    struct Place {
        QString program; ///< guanwu
        QString folder; ///< where the demo registry lies, or is to lie
        QStringList city {}; ///< further options of `guanwu showcase`, for a smaller city
    };

    explicit DemoServer(Place place);
    /// Ends the server.
    ~DemoServer() override;

    enum class Wish { Serve, Enrol };
    /// Makes the registry if it is not there, serves it, and with Enrol offers to let this device in.
    void start(Wish wish);
    /// Ends what it is doing. A city that is half made is gone on with the next time.
    void stop();
    /// Where it was last; empty = it was never started. It comes back there, so that who enrolled finds it.
    [[nodiscard]] QString address() const;
    [[nodiscard]] bool isRunning() const { return m_serve.state() == QProcess::Running; }
    /// What it is doing now, for people.
    [[nodiscard]] QString step() const { return m_step; }
    [[nodiscard]] QString problem() const { return m_problem; }

Q_SIGNALS:
    void changed();
    /// The server answers; the code enrols one device.
    void ready(const QString& enrolmentCode);

private:
    void fill();
    void upgrade();
    void serve();
    void couldNotServe();
    void listening(const QString& address, const QString& fingerprint);
    void offer(const QString& address, const QString& fingerprint);
    void fail(QProcess& process);
    void tell(const QString& step);
    [[nodiscard]] QString registry() const;
    [[nodiscard]] QString addressFile() const;

    Place m_place;
    QProcess m_fill;
    QProcess m_serve;
    QProcess m_offer;
    Wish m_wish = Wish::Serve;
    bool m_isStopped = false;
    QString m_step;
    QString m_problem;
};

} // namespace guanwu
