#include "app/client/review/sheet_view.h"

#include "app/client/campaign/campaign_words.h"
#include "app/client/review/sign_off.h"

#include <QJsonArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace guanwu {

void SheetView::setCalls(Calls* calls)
{
    if (calls == m_calls)
        return;
    m_calls = calls;
    Q_EMIT inputChanged();
    reload();
}

void SheetView::setTask(const QString& task)
{
    if (task == m_task)
        return;
    m_task = task;
    Q_EMIT inputChanged();
    reload();
}

void SheetView::setUnit(const QString& unit)
{
    if (unit == m_unit)
        return;
    m_unit = unit;
    Q_EMIT inputChanged();
    reload();
}

QString SheetView::path(const QStringList& below) const
{
    return callPath(QStringList {u"tasks"_s, m_task, u"sheets"_s, m_unit} + below);
}

void SheetView::reload()
{
    if (!m_calls || m_task.isEmpty() || m_unit.isEmpty())
        return;
    m_calls->get(path()).then(this, [this](const CallAnswer& answer) {
        if (!answer.isOk())
            return setProblem(answer.problem);
        m_etag = answer.etag;
        loadProgress();
    });
}

/// The figures of the sheet come with the wall; there is no other place where they stand together.
void SheetView::loadProgress()
{
    m_calls->get(callPath({u"tasks"_s, m_task, u"progress"_s}))
        .then(this, [this, unit = m_unit](const CallAnswer& answer) {
            if (unit != m_unit)
                return;
            if (!answer.isOk())
                return setProblem(answer.problem);
            for (const UnitProgress& one : unitsOf(answer.json()))
                if (one.unit == unit)
                    m_progress = one;
            m_loaded = true;
            Q_EMIT changed();
        });
}

void SheetView::setProblem(const QString& problem)
{
    m_problem = problem;
    Q_EMIT changed();
}

void SheetView::forgetProblem() { setProblem({}); }

QFuture<CallAnswer> SheetView::change(const QStringList& below, const QJsonObject& body)
{
    Call call;
    call.method = "POST";
    call.path = path(below);
    call.json = body;
    call.ifMatch = m_etag;
    return m_calls->send(call).then(this, [this](CallAnswer answer) {
        if (answer.isOk()) {
            m_etag = answer.etag;
            m_problem.clear();
            loadProgress();
        } else if (answer.status == 409) {
            answer.problem = tr(
                "The sheet was changed meanwhile, so this was not saved. It has been read again: look, and decide once more.");
            m_problem = answer.problem;
            reload();
            Q_EMIT conflicted();
        } else {
            m_problem = answer.problem;
        }
        Q_EMIT changed();
        return answer;
    });
}

bool SheetView::takesDecisions() const
{
    const int rank = stateRank(sheetState());
    return rank >= stateRank(u"frozen"_s) && rank < stateRank(u"verified"_s);
}

bool SheetView::isRecountable() const { return m_progress.isSigned() && takesDecisions(); }

QString SheetView::matchText() const { return percentText(m_progress.matchRate); }

QVariantList SheetView::results() const
{
    static const QStringList order {u"match"_s, u"not_checked"_s, u"doubt"_s, u"surplus"_s, u"shortage"_s,
        u"stolen"_s, u"damaged"_s, u"to_scrap"_s, u"place_differs"_s, u"user_differs"_s, u"state_differs"_s,
        u"disposed_not_removed"_s, u"duplicate"_s};
    QVariantList out;
    for (const QString& result : order)
        if (const qint64 count = m_progress.count(result); count > 0) {
            const Sign sign = resultSign(result);
            out.push_back(QVariantMap {{u"result"_s, result}, {u"word"_s, sign.word}, {u"icon"_s, sign.icon},
                {u"tone"_s, sign.tone}, {u"count"_s, count}});
        }
    return out;
}

QVariantList SheetView::kinds() const
{
    QVariantList out {QVariantMap {{u"value"_s, QString()}, {u"text"_s, tr("All findings")}}};
    for (const QVariant& one : results()) {
        const QVariantMap result = one.toMap();
        out.push_back(QVariantMap {{u"value"_s, result[u"result"_s]}, {u"icon"_s, result[u"icon"_s]},
            {u"text"_s, u"%1 %2"_s.arg(result[u"word"_s].toString()).arg(result[u"count"_s].toLongLong())}});
    }
    return out;
}

QVariantList SheetView::blockers() const
{
    QVariantList out;
    for (const Blocker& one : blockersOf(m_progress, nextState(), m_undecided)) {
        const int n = static_cast<int>(one.count);
        QString text;
        QString hint;
        switch (one.kind) {
        case Blocker::Kind::Doubt:
            text = tr("%n line(s) in doubt", nullptr, n);
            hint = tr("Contradicting sightings: decide each before signing.");
            break;
        case Blocker::Kind::Unseen:
            text = tr("%n line(s) that nobody has seen", nullptr, n);
            hint = tr("They become shortage with the signature.");
            break;
        case Blocker::Kind::Undecided:
            text = tr("%n finding(s) without a decision", nullptr, n);
            hint = tr("They are signed as the count has them.");
            break;
        case Blocker::Kind::Stale:
            text = tr("Scans have come in that the figures do not have yet");
            hint = tr("They follow within a minute. Wait, and look again.");
            break;
        case Blocker::Kind::Quarantine:
            text = tr("%n scan(s) in quarantine", nullptr, n);
            hint = tr("Their identity was taken by other content; they count for nothing. See Campaigns.");
            break;
        case Blocker::Kind::Recount:
            text = tr("No complete recount");
            hint = tr("The bureau has not looked at a whole random sample yet.");
            break;
        case Blocker::Kind::Elsewhere:
            text = tr("%n card(s) seen where they do not belong", nullptr, n);
            hint = tr("Ask the other unit.");
            break;
        }
        out.push_back(QVariantMap {{u"text"_s, text}, {u"hint"_s, hint},
            {u"icon"_s, one.blocks ? u"cross"_s : u"info"_s},
            {u"tone"_s, one.blocks ? u"bad"_s : u"warning"_s}, {u"blocks"_s, one.blocks}});
    }
    return out;
}

QVariantList SheetView::steps() const
{
    static const QStringList order {u"frozen"_s, u"counting"_s, u"unit_checked"_s, u"dept_reviewed"_s,
        u"bureau_checked"_s, u"verified"_s};
    QVariantList out;
    const int rank = stateRank(sheetState());
    for (const QString& state : order) {
        const Sign sign = stateSign(state);
        const int one = stateRank(state);
        out.push_back(QVariantMap {{u"state"_s, state}, {u"word"_s, sign.word},
            {u"icon"_s, one < rank ? u"check"_s : sign.icon}, {u"done"_s, one < rank},
            {u"current"_s, one == rank}});
    }
    return out;
}

QString SheetView::nextState() const
{
    const QString next = stateAfter(sheetState());
    // A unit signs its own sheet and reviews those below it; what follows is the bureau's.
    if (next == "unit_checked"_L1)
        return m_maySign ? next : QString();
    if (next == "dept_reviewed"_L1 && m_maySign && m_unit != m_ownUnit)
        return next;
    return m_mayRun ? next : QString();
}

bool SheetView::canSign() const
{
    const auto blockers = blockersOf(m_progress, nextState(), m_undecided);
    return !nextState().isEmpty()
        && std::none_of(blockers.begin(), blockers.end(), [](const Blocker& one) { return one.blocks; });
}

bool SheetView::mayReopen() const
{
    const int rank = stateRank(sheetState());
    return m_mayRun && rank >= stateRank(u"unit_checked"_s) && rank <= stateRank(u"bureau_checked"_s);
}

void SheetView::advance(const QString& to, const QString& reason)
{
    if (!m_calls || m_busy)
        return;
    m_busy = true;
    m_problem.clear();
    Q_EMIT changed();
    const QString task = callPath({u"tasks"_s, m_task});
    m_calls->get(task)
        .then(this,
            [this, task, to, reason](const CallAnswer& seen) {
                if (!seen.isOk())
                    return QtFuture::makeReadyFuture(seen);
                Call call;
                call.method = "POST";
                call.path = task + u"/advance"_s;
                call.json = {{u"to"_s, to}, {u"units"_s, QJsonArray {m_unit}}};
                if (!reason.isEmpty())
                    call.json[u"reason"_s] = reason;
                call.ifMatch = seen.etag;
                return m_calls->send(call);
            })
        .unwrap()
        .then(this, [this, to](const CallAnswer& answer) {
            m_busy = false;
            m_problem = answer.problem;
            Q_EMIT changed();
            if (!answer.isOk())
                return;
            reload();
            Q_EMIT moved(tr("The sheet is now: %1").arg(stateSign(to).word));
        });
}

} // namespace guanwu

#include "moc_sheet_view.cpp"
