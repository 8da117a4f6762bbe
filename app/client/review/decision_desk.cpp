#include "app/client/review/decision_desk.h"

#include "app/client/campaign/campaign_words.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace guanwu {

QVariantList DecisionDesk::results()
{
    QVariantList out;
    for (const auto& result :
        {u"match"_s, u"place_differs"_s, u"user_differs"_s, u"state_differs"_s, u"shortage"_s, u"damaged"_s,
            u"to_scrap"_s, u"stolen"_s, u"disposed_not_removed"_s, u"duplicate"_s}) {
        const Sign sign = resultSign(result);
        out.push_back(QVariantMap {{u"value"_s, result}, {u"text"_s, sign.word}, {u"icon"_s, sign.icon}});
    }
    return out;
}

QStringList DecisionDesk::usualReasons()
{
    return {tr("Checked on the spot"), tr("Moved without a slip"), tr("Not found after a second search"),
        tr("Lent out, paper seen")};
}

QStringList DecisionDesk::valueBases()
{
    return {tr("Invoice"), tr("Value of a like thing"), tr("Appraisal"), tr("Nominal amount")};
}

QString DecisionDesk::problemOfAmount(const QString& yuan)
{
    static const QRegularExpression form(u"^\\d{1,12}(\\.\\d{1,2})?$"_s);
    return form.match(yuan).hasMatch() ? QString() : tr("An amount in yuan, as 1200.00");
}

void DecisionDesk::decideLines(
    const QString& key, const QString& result, const QString& reason, const QString& proposal)
{
    if (!m_findings)
        return;
    Step step;
    step.below = {u"decisions"_s};
    QJsonArray assets;
    for (const Finding* one : m_findings->chosen(key))
        if (one->kind == Finding::Kind::Line) {
            assets.push_back(one->key);
            step.keys.push_back(one->key);
            step.before.push_back(one->decision);
        }
    if (step.keys.isEmpty())
        return;
    step.body = {{u"assets"_s, assets}, {u"result"_s, result}, {u"reason"_s, reason.trimmed()}};
    if (!proposal.trimmed().isEmpty())
        step.body[u"proposal"_s] = proposal.trimmed();
    step.shown = step.body;
    m_last = {step};
    const int n = static_cast<int>(step.keys.size());
    add(std::move(step));
    Q_EMIT decided(tr("%n decided: %1", nullptr, n).arg(resultSign(result).word));
}

void DecisionDesk::decideSurplus(const QString& key, bool accepted, const QString& valueYuan,
    const QString& valueBasis, int months, const QString& reason)
{
    if (!m_findings)
        return;
    std::vector<Step> steps;
    for (const Finding* one : m_findings->chosen(key)) {
        if (one->kind != Finding::Kind::Surplus)
            continue;
        Step step;
        step.below = {u"surplus-decisions"_s};
        step.keys = {one->key};
        step.before = {one->decision};
        step.body = {{u"event_id"_s, one->key}, {u"accepted"_s, accepted}, {u"reason"_s, reason.trimmed()}};
        if (accepted) {
            step.body[u"value_yuan"_s] = valueYuan.trimmed();
            step.body[u"value_basis"_s] = valueBasis.trimmed();
            if (months >= 0)
                step.body[u"months_left"_s] = months;
        }
        step.shown = step.body;
        steps.push_back(std::move(step));
    }
    if (steps.empty())
        return;
    m_last = steps;
    const int n = static_cast<int>(steps.size());
    for (Step& step : steps)
        add(std::move(step));
    Q_EMIT decided(
        accepted ? tr("%n surplus into the books", nullptr, n) : tr("%n surplus dismissed", nullptr, n));
}

void DecisionDesk::undo()
{
    for (const Step& last : m_last)
        for (qsizetype i = 0; i < last.keys.size(); ++i) {
            const QJsonObject& before = last.before[i];
            Step step;
            step.below = last.below;
            if (before.isEmpty())
                step.below.push_back(u"withdrawal"_s);
            step.keys = {last.keys[i]};
            step.before = {last.shown};
            // A decision as it is told has who and when besides; what is null was not told.
            for (auto field = before.begin(); field != before.end(); ++field)
                if (!field->isNull() && field.key() != "decided_by"_L1 && field.key() != "decided_at"_L1)
                    step.body[field.key()] = field.value();
            step.shown = before;
            if (last.below.front() == "decisions"_L1)
                step.body[u"assets"_s] = QJsonArray {last.keys[i]};
            else
                step.body[u"event_id"_s] = last.keys[i];
            add(std::move(step));
        }
    m_last.clear();
}

void DecisionDesk::add(Step step)
{
    for (const QString& key : step.keys)
        m_findings->showDecision(key, step.shown);
    m_findings->untickAll();
    m_queue.push_back(std::move(step));
    if (m_queue.size() == 1)
        sendNext();
    Q_EMIT changed();
}

void DecisionDesk::sendNext()
{
    if (m_queue.empty() || !m_findings || !m_findings->sheet())
        return;
    m_findings->sheet()
        ->change(m_queue.front().below, m_queue.front().body)
        .then(this, [this](const CallAnswer& answer) { finish(answer); });
}

void DecisionDesk::finish(const CallAnswer& answer)
{
    const Step step = std::move(m_queue.front());
    m_queue.pop_front();
    if (!answer.isOk()) {
        m_problem = answer.problem;
        if (m_findings) {
            for (qsizetype i = 0; i < step.keys.size(); ++i)
                m_findings->showDecision(step.keys[i], step.before[i]);
            Q_EMIT refused(step.keys.front());
        }
        // What waits was decided on what is not so any more.
        for (const Step& waiting : m_queue)
            for (qsizetype i = 0; i < waiting.keys.size() && m_findings; ++i)
                m_findings->showDecision(waiting.keys[i], waiting.before[i]);
        m_queue.clear();
        m_last.clear();
    }
    sendNext();
    Q_EMIT changed();
}

void DecisionDesk::forgetProblem()
{
    m_problem.clear();
    Q_EMIT changed();
}

} // namespace guanwu

#include "moc_decision_desk.cpp"
