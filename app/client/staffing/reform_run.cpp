#include "app/client/staffing/reform_run.h"

#include "app/client/forms/value_row.h"
#include "app/client/records/record_columns.h"
#include "app/client/session/words.h"
#include "app/text/explain.h"

#include <QJsonArray>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace guanwu {

void ReformRun::preview(const QJsonObject& order)
{
    if (m_busy || !m_calls)
        return;
    m_order = order;
    m_plan = {};
    m_done = false;
    m_problem.clear();
    m_key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_busy = true;
    Q_EMIT changed();
    m_calls->post(u"/unit-reforms/preview"_s, order).then(this, [this, order](const CallAnswer& answer) {
        m_busy = false;
        m_problem = answer.problem;
        if (answer.isOk() && order == m_order)
            m_plan = answer.json();
        Q_EMIT changed();
    });
}

void ReformRun::run()
{
    if (!mayRun())
        return;
    Call call;
    call.method = "POST";
    call.path = u"/unit-reforms"_s;
    call.json = m_order;
    call.requestKey = m_key;
    m_busy = true;
    m_problem.clear();
    Q_EMIT changed();
    m_calls->send(call).then(this, [this](const CallAnswer& answer) {
        m_busy = false;
        m_problem = answer.problem;
        if (answer.isOk()) {
            m_plan = answer.json();
            m_done = true;
        }
        Q_EMIT changed();
        if (m_done)
            Q_EMIT done();
    });
}

void ReformRun::forget()
{
    if (m_plan.isEmpty() && m_problem.isEmpty())
        return;
    m_plan = {};
    m_problem.clear();
    m_done = false;
    Q_EMIT changed();
}

QVariantList ReformRun::rows() const
{
    QVariantList out;
    if (!isThere())
        return out;
    const auto add = [&](const QString& label, const QString& value) { addRow(out, label, value); };
    const auto number = [&](QLatin1StringView key) {
        const QJsonValue value = m_plan[key];
        return value.isArray() ? QString::number(value.toArray().size()) : value.toVariant().toString();
    };
    add(tr("Unit"), m_plan["unit"_L1].toObject()["name"_L1].toString());
    add(tr("Who takes over"), m_plan["successor"_L1].toObject()["name"_L1].toString());
    add(tr("Day"), m_plan["on"_L1].toString());
    QStringList departments;
    for (const auto& one : m_plan["departments"_L1].toArray())
        departments.push_back(one.toString());
    add(tr("Departments"), departments.join(tr(", ")));
    add(tr("People"), number("people"_L1));
    add(tr("Places"), number("places"_L1));
    add(tr("Cards"), number("cards"_L1));
    add(tr("Pieces"), number("pieces"_L1));
    add(tr("Original value"), groupedYuan(m_plan["original_yuan"_L1].toString()));
    add(tr("Units below it"), number("subordinates"_L1));
    add(tr("Contracts"), number("leases"_L1));
    return out;
}

QStringList ReformRun::problems() const
{
    QStringList out;
    for (const auto& one : m_plan["problems"_L1].toArray()) {
        const QJsonObject json = one.toObject();
        const Error error {ErrorCode::RuleViolated, json["rule"_L1].toString().toStdString(),
            json["detail"_L1].toString().toStdString()};
        out.push_back(QString::fromStdString(explain(error, shownLanguage())));
    }
    return out;
}

QStringList ReformRun::accounts() const
{
    QStringList out;
    for (const auto& one : m_plan["accounts"_L1].toArray())
        out.push_back(one.toString());
    return out;
}

} // namespace guanwu

#include "moc_reform_run.cpp"
