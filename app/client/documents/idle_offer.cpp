#include "app/client/documents/idle_offer.h"

#include "app/client/records/record_columns.h"
#include "app/client/session/words.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace guanwu {

QString IdleOffer::usualClass() const
{
    return m_view ? m_view->json()["lines"_L1].toArray()[0].toObject()["class_code"_L1].toString()
                  : QString();
}

void IdleOffer::search(const QString& classCode, const QString& acquiredSince)
{
    if (m_busy || !m_view || !m_view->calls())
        return;
    Call call;
    call.method = "POST";
    call.path = callPath({u"documents"_s, m_view->number(), u"idle-search"_s});
    call.ifMatch = u"\"%1\""_s.arg(m_view->revision());
    call.requestKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (!classCode.isEmpty())
        call.json[u"class"_s] = classCode;
    if (!acquiredSince.isEmpty())
        call.json[u"acquired_since"_s] = acquiredSince;
    m_busy = true;
    m_problem.clear();
    Q_EMIT changed();
    m_view->calls()->send(call).then(this, [this](const CallAnswer& answer) {
        m_problem = answer.problem;
        m_found.clear();
        for (const auto& one : answer.json()["idle"_L1].toArray()) {
            const QJsonObject row = one.toObject();
            const QJsonObject unit = row["unit"_L1].toObject();
            m_found.push_back(QVariantMap {{u"assetNo"_s, row["asset_no"_L1].toString()},
                {u"title"_s, row["name"_L1].toString()},
                {u"subtitle"_s,
                    dotted({row["asset_no"_L1].toString(), row["model"_L1].toString(),
                        unit["name"_L1].toString(), row["place"_L1].toObject()["name"_L1].toString(),
                        tr("acquired %1").arg(row["acquired_on"_L1].toString()),
                        tr("%1 yuan").arg(groupedYuan(row["original_yuan"_L1].toString()))})},
                {u"unit"_s, unit["code"_L1].toString()}, {u"unitName"_s, unit["name"_L1].toString()}});
        }
        // The search is noted there: what is done next has to stand on that.
        m_view->load().then(this, [this, isOk = answer.isOk()] {
            m_busy = false;
            m_answered = isOk;
            Q_EMIT changed();
        });
    });
}

void IdleOffer::clear()
{
    m_found.clear();
    m_problem.clear();
    m_answered = false;
    Q_EMIT changed();
}

} // namespace guanwu

#include "moc_idle_offer.cpp"
