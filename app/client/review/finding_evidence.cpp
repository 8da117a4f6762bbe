#include "app/client/review/finding_evidence.h"

#include "app/client/campaign/campaign_words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace guanwu {

void FindingEvidence::setFindings(FindingList* findings)
{
    if (findings == m_findings)
        return;
    if (m_findings)
        m_findings->disconnect(this);
    m_findings = findings;
    if (findings)
        connect(findings, &FindingList::changed, this, &FindingEvidence::changed);
    load();
}

void FindingEvidence::setKey(const QString& key)
{
    if (key == m_key)
        return;
    m_key = key;
    load();
}

void FindingEvidence::load()
{
    m_told.clear();
    m_placeNames = {};
    m_userNames = {};
    m_problem.clear();
    m_loading = false;
    const Finding* one = finding();
    if (one)
        m_placeNames = one->placeNames;
    if (one && one->kind == Finding::Kind::Surplus)
        m_told.push_back(one->json["event"_L1].toObject());
    if (one && one->kind == Finding::Kind::Line && m_findings->sheet() && m_findings->sheet()->calls()) {
        m_loading = true;
        SheetView* sheet = m_findings->sheet();
        sheet->calls()
            ->get(sheet->path({u"lines"_s, m_key}))
            .then(this, [this, key = m_key](const CallAnswer& answer) {
                if (key != m_key)
                    return;
                m_loading = false;
                m_problem = answer.problem;
                const QJsonObject json = answer.json();
                for (const QJsonValue& event : json["told"_L1].toArray())
                    m_told.push_back(event.toObject());
                m_placeNames = json["place_names"_L1].toObject();
                m_userNames = json["user_names"_L1].toObject();
                Q_EMIT changed();
            });
    }
    Q_EMIT changed();
}

QString FindingEvidence::kind() const
{
    const Finding* one = finding();
    if (!one)
        return {};
    return one->kind == Finding::Kind::Line   ? u"line"_s
        : one->kind == Finding::Kind::Surplus ? u"surplus"_s
                                              : u"told"_s;
}

QString FindingEvidence::title() const { return isThere() ? finding()->title : QString(); }
QString FindingEvidence::detail() const { return isThere() ? finding()->detail : QString(); }
QString FindingEvidence::word() const { return isThere() ? resultSign(finding()->result).word : QString(); }
QString FindingEvidence::icon() const { return isThere() ? resultSign(finding()->result).icon : QString(); }
QString FindingEvidence::toneName() const
{
    return isThere() ? resultSign(finding()->result).tone : QString();
}

QVariantList FindingEvidence::comparison() const
{
    return isThere() ? guanwu::comparison(*finding(), m_placeNames, m_userNames) : QVariantList();
}

QVariantList FindingEvidence::history() const { return guanwu::history(m_told, m_placeNames, m_userNames); }

QStringList FindingEvidence::photos() const { return photosOf(m_told); }

QVariantMap FindingEvidence::decision() const
{
    const Finding* one = finding();
    if (!one || !one->isDecided())
        return {};
    const QJsonObject& json = one->decision;
    return {{u"word"_s, one->decisionText()}, {u"reason"_s, json["reason"_L1].toString()},
        {u"proposal"_s, json["proposal"_L1].toString()}, {u"by"_s, json["decided_by"_L1].toString()},
        {u"at"_s, timeText(instantOf(json["decided_at"_L1].toString()))},
        {u"result"_s, json["result"_L1].toString()}, {u"accepted"_s, json["accepted"_L1].toBool()},
        {u"value"_s, json["value_yuan"_L1].toString()}, {u"basis"_s, json["value_basis"_L1].toString()},
        {u"months"_s, json["months_left"_L1].toInt(-1)}};
}

} // namespace guanwu

#include "moc_finding_evidence.cpp"
