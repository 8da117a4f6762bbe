#include "app/client/books/recode_choice.h"

using namespace Qt::StringLiterals;

namespace guanwu {

void RecodeChoice::choose(const QString& asset, const QString& code)
{
    if (m_chosen.value(asset) == code)
        m_chosen.remove(asset);
    else if (m_chosen.contains(asset) || count() < kMost)
        m_chosen[asset] = code;
    tell();
}

void RecodeChoice::chooseFirst(const QVariantMap& card)
{
    const QVariantList suggestions = card[u"suggestions"_s].toList();
    const QString asset = card[u"asset_no"_s].toString();
    if (suggestions.isEmpty() || m_chosen.contains(asset) || count() >= kMost)
        return;
    m_chosen[asset] = suggestions.front().toMap()[u"class_code"_s].toString();
    tell();
}

void RecodeChoice::clear()
{
    m_chosen.clear();
    tell();
}

QVariantMap RecodeChoice::document(const QString& unit, const QString& unitName) const
{
    QVariantMap facts;
    for (const auto& [asset, code] : m_chosen.asKeyValueRange())
        facts[asset] = QVariantMap {{u"class_code"_s, code}};
    return {{u"kind"_s, u"change"_s}, {u"method"_s, u"class"_s}, {u"assets"_s, QStringList(m_chosen.keys())},
        {u"values"_s,
            QVariantMap {{u"unit"_s, unit}, {u"unit"_s + u".shown"_s, unitName},
                {u"reason"_s, tr("Re-coding to the classes of GB/T 14885-2022")}}},
        {u"lineFacts"_s, facts}};
}

void RecodeChoice::tell()
{
    ++m_revision;
    Q_EMIT changed();
}

} // namespace guanwu

#include "moc_recode_choice.cpp"
