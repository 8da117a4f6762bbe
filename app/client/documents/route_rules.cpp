#include "app/client/documents/route_rules.h"

#include "app/client/documents/document_names.h"
#include "app/client/records/record_columns.h"
#include "app/client/session/token_words.h"
#include "core/registry/unit.h"

using namespace Qt::StringLiterals;

namespace guanwu {

void RouteRules::setKinds(DocumentKinds* kinds)
{
    if (kinds == m_kinds)
        return;
    m_kinds = kinds;
    if (kinds)
        connect(kinds, &DocumentKinds::changed, this, &RouteRules::tell);
    tell();
}

void RouteRules::setTable(const QVariantMap& table)
{
    m_table = table;
    tell();
}

void RouteRules::tell()
{
    ++m_revision;
    Q_EMIT changed();
}

QVariantList RouteRules::of(const QString& kind) const
{
    const auto band = [this](const QString& what, const QString& from, const QString& below) {
        const QString at = from == "0.00"_L1 ? QString() : tr("from %1 yuan on").arg(groupedYuan(from));
        const QString to = below.isEmpty() ? QString() : tr("below %1 yuan").arg(groupedYuan(below));
        return at.isEmpty() && to.isEmpty() ? QString() : tr("%1 %2").arg(what, dotted({at, to}));
    };
    QVariantList out;
    for (const QVariant& one : m_table[u"rows"_s].toList()) {
        const QVariantMap row = one.toMap();
        if (row[u"kind"_s] != kind)
            continue;
        QStringList methods;
        for (const QString& method : row[u"methods"_s].toStringList())
            methods.push_back(m_kinds ? m_kinds->methodName(kind, method) : method);
        QStringList types;
        for (const QString& type : row[u"unit_types"_s].toStringList())
            types.push_back(tokenWord(kOrgTypes, type));
        QStringList steps;
        for (const QString& step : row[u"steps"_s].toString().split(u'>')) {
            const QStringList parts = step.split(u'+');
            const QString name = DocumentNames::stepName(parts[0]);
            steps.push_back(parts.size() > 1 ? tr("%1, %2 counter-signed").arg(name, parts[1]) : name);
        }
        const QString prefix = row[u"class_prefix"_s].toString();
        QStringList limits {prefix.isEmpty() ? QString() : tr("classes %1…").arg(prefix),
            types.join(tr(", ")),
            band(tr("one thing"), row[u"single_from_yuan"_s].toString(),
                row[u"single_below_yuan"_s].toString()),
            band(
                tr("together"), row[u"batch_from_yuan"_s].toString(), row[u"batch_below_yuan"_s].toString())};
        limits.removeAll(QString());
        out.push_back(QVariantMap {{u"row"_s, row[u"row"_s]},
            {u"what"_s, methods.isEmpty() ? tr("all methods") : methods.join(tr(", "))},
            {u"limits"_s, limits.isEmpty() ? tr("of any value") : limits.join(tr("; "))},
            {u"source"_s, row[u"source"_s]}, {u"steps"_s, steps}});
    }
    return out;
}

QString RouteRules::unrouted(const QString& kind) const
{
    QStringList out;
    for (const QVariant& one : m_table[u"unrouted"_s].toList())
        if (const QVariantMap missing = one.toMap(); missing[u"kind"_s].toMap()[u"token"_s] == kind)
            for (const QVariant& method : missing[u"methods"_s].toList())
                out.push_back(serverName(QJsonObject::fromVariantMap(method.toMap())));
    return out.join(tr(", "));
}

} // namespace guanwu

#include "moc_route_rules.cpp"
