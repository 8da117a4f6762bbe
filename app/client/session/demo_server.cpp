#include "app/client/session/demo_server.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace guanwu {

DemoServer::DemoServer(Place place)
    : m_place(std::move(place))
{
    connect(&m_fill, &QProcess::readyReadStandardError, this, [this] {
        const QString text = QString::fromUtf8(m_fill.readAllStandardError());
        const auto lines = text.split(u'\n', Qt::SkipEmptyParts);
        if (!lines.isEmpty())
            tell(lines.back().split(u'\r').back().trimmed());
    });
    connect(&m_fill, &QProcess::finished, this,
        [this](int code) { code == 0 && !m_isStopped ? serve() : fail(m_fill); });
    connect(&m_serve, &QProcess::readyReadStandardOutput, this, [this] {
        while (m_serve.canReadLine()) {
            const QJsonObject said = QJsonDocument::fromJson(m_serve.readLine()).object();
            if (said.contains("address"_L1))
                listening(said["address"_L1].toString(), said["ca_sha256"_L1].toString());
        }
    });
    connect(&m_serve, &QProcess::finished, this, [this](int code) {
        if (code != 0 && !m_isStopped)
            couldNotServe();
        Q_EMIT changed();
    });
    connect(&m_offer, &QProcess::finished, this, [this](int code) {
        const auto said = QJsonDocument::fromJson(m_offer.readAllStandardOutput()).object();
        if (code != 0 || !said.contains("enrolment"_L1))
            return fail(m_offer);
        tell({});
        Q_EMIT ready(said["enrolment"_L1].toString());
    });
    for (QProcess* process : {&m_fill, &m_serve, &m_offer}) {
        // Also when this program is killed: a server that stays behind would keep its address from the next.
        process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
        connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                fail(*process);
        });
    }
}

DemoServer::~DemoServer()
{
    for (QProcess* process : {&m_fill, &m_serve, &m_offer}) {
        process->disconnect(this);
        process->terminate();
        process->waitForFinished(5000);
    }
}

void DemoServer::start(Wish wish)
{
    m_wish = wish;
    m_problem.clear();
    m_isStopped = false;
    if (isRunning() || m_fill.state() != QProcess::NotRunning)
        return;
    // The key of the accounts, which are made last. What was cut off before goes on where it stopped.
    QFileInfo::exists(registry() + u".key"_s) ? upgrade() : fill();
}

void DemoServer::stop()
{
    m_isStopped = true;
    for (QProcess* process : {&m_fill, &m_serve, &m_offer}) {
        process->kill();
        process->waitForFinished(5000);
    }
    tell({});
}

void DemoServer::upgrade()
{
    tell(tr("Starting the demo server"));
    // A registry of an earlier version; one of this version stays as it is.
    m_fill.start(m_place.program, {u"--db"_s, u"sqlite:"_s + registry(), u"init"_s});
}

void DemoServer::fill()
{
    tell(tr("Making the demo city"));
    m_fill.start(m_place.program, QStringList {u"showcase"_s, u"--folder"_s, m_place.folder} + m_place.city);
}

void DemoServer::serve()
{
    tell(tr("Starting the demo server"));
    m_serve.start(m_place.program,
        {u"--json"_s, u"--db"_s, u"sqlite:"_s + registry(), u"serve"_s, u"--listen"_s,
            address().isEmpty() ? u"127.0.0.1:0"_s : QUrl(address()).authority()});
}

/// Another program may have taken its address. Nobody on this device knows the old one before it is enrolled.
void DemoServer::couldNotServe()
{
    if (m_wish == Wish::Enrol && !address().isEmpty() && QFile::remove(addressFile()))
        serve();
    else
        fail(m_serve);
}

void DemoServer::listening(const QString& address, const QString& fingerprint)
{
    QFile file(addressFile());
    if (file.open(QIODevice::WriteOnly))
        file.write(address.toUtf8());
    if (m_wish == Wish::Enrol)
        offer(address, fingerprint);
    else
        tell({});
}

QString DemoServer::address() const
{
    QFile file(addressFile());
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void DemoServer::offer(const QString& address, const QString& fingerprint)
{
    m_offer.start(m_place.program,
        {u"--json"_s, u"--db"_s, u"sqlite:"_s + registry(), u"device"_s, u"enrol"_s, u"--address"_s, address,
            u"--ca-fingerprint"_s, fingerprint});
}

void DemoServer::fail(QProcess& process)
{
    if (m_isStopped)
        return;
    const QString said = QString::fromUtf8(process.readAllStandardError())
                             .trimmed()
                             .section(u'\n', -1)
                             .remove(u"guanwu: "_s);
    m_problem
        = tr("The demo server could not be started: %1").arg(said.isEmpty() ? process.errorString() : said);
    m_step.clear();
    Q_EMIT changed();
}

void DemoServer::tell(const QString& step)
{
    m_step = step;
    Q_EMIT changed();
}

QString DemoServer::addressFile() const { return m_place.folder + u"/demo-server.txt"_s; }

QString DemoServer::registry() const { return m_place.folder + u"/registry.db"_s; }

} // namespace guanwu

#include "moc_demo_server.cpp"
