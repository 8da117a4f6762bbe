#include "app/client/campaign/campaign_desk.h"

#include "app/client/campaign/campaign_words.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    constexpr int kWatchMs = 700;

    QJsonArray arrayOf(const QStringList& texts) { return QJsonArray::fromStringList(texts); }

} // namespace

CampaignDesk::CampaignDesk(QObject* parent)
    : QObject(parent)
{
    m_watch.setInterval(kWatchMs);
    connect(&m_watch, &QTimer::timeout, this, &CampaignDesk::look);
}

void CampaignDesk::setTask(const QString& task)
{
    if (task == m_task)
        return;
    m_task = task;
    m_quarantine.clear();
    Q_EMIT changed();
    loadQuarantine();
}

QVariantList CampaignDesk::targets()
{
    QVariantList out;
    for (const auto& state : {u"unit_checked"_s, u"dept_reviewed"_s, u"bureau_checked"_s, u"verified"_s}) {
        const Sign sign = stateSign(state);
        out.push_back(QVariantMap {{u"value"_s, state}, {u"text"_s, sign.word}, {u"icon"_s, sign.icon}});
    }
    out.push_back(QVariantMap {
        {u"value"_s, u"counting"_s}, {u"text"_s, tr("Back to counting")}, {u"icon"_s, u"undo"_s}});
    return out;
}

void CampaignDesk::create(
    const QString& task, const QString& name, const QString& baseDate, const QStringList& units)
{
    if (!m_calls || isBusy())
        return;
    m_step = tr("Making the campaign");
    m_problem.clear();
    Q_EMIT changed();
    Call call;
    call.method = "POST";
    call.path = u"/tasks"_s;
    call.json = {{u"task"_s, task}, {u"name"_s, name}, {u"base_date"_s, baseDate}};
    if (!units.isEmpty())
        call.json[u"units"_s] = arrayOf(units);
    // Sent twice by a shaky line, it is made once.
    call.requestKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_calls->send(call).then(this, [this, task, name](const CallAnswer& answer) {
        finish(answer.problem);
        if (answer.isOk())
            Q_EMIT done(tr("“%1” has been made. It is a draft until it is issued.").arg(name), task);
    });
}

void CampaignDesk::issue() { act(u"issue"_s, {}, tr("Issuing"), tr("Issued to the units")); }

void CampaignDesk::freeze()
{
    act(u"freeze"_s, {}, tr("Freezing the books of all units; this takes a while"),
        tr("The books are frozen"));
    watch(u"frozen"_s, {});
}

void CampaignDesk::advance(const QString& to, const QStringList& units, const QString& reason)
{
    QJsonObject body {{u"to"_s, to}, {u"units"_s, arrayOf(units)}};
    if (!reason.isEmpty())
        body[u"reason"_s] = reason;
    act(u"advance"_s, body, tr("Moving %n unit(s)", nullptr, static_cast<int>(units.size())),
        tr("%n unit(s) moved to “%1”", nullptr, static_cast<int>(units.size())).arg(stateSign(to).word));
    watch(to, units);
}

void CampaignDesk::act(
    const QString& action, const QJsonObject& body, const QString& step, const QString& message)
{
    if (!m_calls || isBusy() || m_task.isEmpty())
        return;
    m_step = step;
    m_problem.clear();
    Q_EMIT changed();
    const QString path = callPath({u"tasks"_s, m_task});
    m_calls->get(path)
        .then(this,
            [this, path, action, body](const CallAnswer& seen) {
                if (!seen.isOk())
                    return QtFuture::makeReadyFuture(seen);
                Call call;
                call.method = "POST";
                call.path = path + u'/' + action;
                call.json = body;
                call.ifMatch = seen.etag;
                return m_calls->send(call);
            })
        .unwrap()
        .then(this, [this, message](const CallAnswer& answer) {
            finish(
                answer.status == 409 ? tr(
                    "Somebody else has changed the campaign meanwhile. It has been read again: look, and try once more.")
                                     : answer.problem);
            if (answer.isOk() || answer.status == 409)
                Q_EMIT done(answer.isOk() ? message : QString(), m_task);
            loadQuarantine();
        });
}

void CampaignDesk::watch(const QString& to, const QStringList& units)
{
    if (!isBusy())
        return;
    m_watchedState = to;
    m_watchedUnits = units;
    m_watch.start();
}

/// Each unit that the server is done with is in its new state at once, for everybody who reads.
void CampaignDesk::look()
{
    m_calls->get(callPath({u"tasks"_s, m_task, u"sheets"_s})).then(this, [this](const CallAnswer& answer) {
        if (!m_watch.isActive() || !answer.isOk())
            return;
        m_unitsMoved = m_unitsToMove = 0;
        for (const QJsonValue& sheet : answer.json()["sheets"_L1].toArray()) {
            if (!m_watchedUnits.isEmpty() && !m_watchedUnits.contains(sheet["unit"_L1].toString()))
                continue;
            ++m_unitsToMove;
            m_unitsMoved += sheet["state"_L1].toString() == m_watchedState ? 1 : 0;
        }
        Q_EMIT changed();
    });
}

QString CampaignDesk::progressText() const
{
    return m_unitsToMove == 0 ? QString()
                              : tr("%1 %, %2 of %3 units")
                                    .arg(100 * m_unitsMoved / m_unitsToMove)
                                    .arg(m_unitsMoved)
                                    .arg(m_unitsToMove);
}

void CampaignDesk::finish(const QString& problem)
{
    m_watch.stop();
    m_unitsMoved = m_unitsToMove = 0;
    m_step.clear();
    m_problem = problem;
    Q_EMIT changed();
}

void CampaignDesk::forgetProblem()
{
    m_problem.clear();
    Q_EMIT changed();
}

void CampaignDesk::loadQuarantine()
{
    if (!m_calls || m_task.isEmpty())
        return;
    m_calls->get(callPath({u"tasks"_s, m_task, u"quarantine"_s}))
        .then(this, [this, task = m_task](const CallAnswer& answer) {
            if (task != m_task || !answer.isOk())
                return;
            m_quarantine.clear();
            for (const QJsonValue& one : answer.json()["events"_L1].toArray()) {
                const QJsonObject stored = one["stored"_L1].toObject();
                m_quarantine.push_back(QVariantMap {{u"eventId"_s, one["event_id"_L1].toString()},
                    {u"unit"_s, one["unit"_L1].toString()}, {u"install"_s, one["install_id"_L1].toString()},
                    {u"seq"_s, one["seq"_L1].toInteger()},
                    {u"received"_s, timeText(instantOf(one["received_at"_L1].toString()))},
                    {u"body"_s, one["body"_L1].toString()},
                    {u"stored"_s,
                        stored.isEmpty()
                            ? QString()
                            : QString::fromUtf8(QJsonDocument(stored).toJson(QJsonDocument::Compact))}});
            }
            Q_EMIT changed();
        });
}

QString CampaignDesk::problemOfTask(const QString& task)
{
    return task.toUtf8().size() <= 64 ? QString() : tr("At most 64 characters");
}

QString CampaignDesk::problemOfDate(const QString& baseDate)
{
    const QDate date = QDate::fromString(baseDate, Qt::ISODate);
    if (!date.isValid())
        return tr("A date as 2026-10-31");
    return date > QDate::currentDate() ? tr("The books can be frozen on %1 at the earliest").arg(baseDate)
                                       : QString();
}

QString CampaignDesk::usualBaseDate()
{
    const QDate today = QDate::currentDate();
    return QDate(today.year(), today.month(), 1).addDays(-1).toString(Qt::ISODate);
}

QString CampaignDesk::usualTaskNo() { return u"QC-%1"_s.arg(QDate::currentDate().toString(u"yyyyMM"_s)); }

} // namespace guanwu

#include "moc_campaign_desk.cpp"
