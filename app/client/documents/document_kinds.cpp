#include "app/client/documents/document_kinds.h"

#include "app/client/session/token_words.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    QJsonObject found(const QJsonArray& list, QLatin1StringView key, const QString& token)
    {
        for (const auto& one : list)
            if (const QJsonObject json = one.toObject(); json[key].toString() == token)
                return json;
        return {};
    }

    QVariantList choicesOf(const QJsonObject& fact)
    {
        QVariantList out;
        for (const auto& one : fact["choices"_L1].toArray())
            out.push_back(QVariantMap {{u"value"_s, one.toObject()["token"_L1].toString()},
                {u"text"_s, serverName(one.toObject())}});
        return out;
    }

    /// As FieldEditor calls it.
    QString editingOf(const QString& type) { return type == "integer"_L1 ? u"number"_s : type; }

} // namespace

void DocumentKinds::setCalls(Calls* calls)
{
    if (calls == m_calls)
        return;
    m_calls = calls;
    reload();
}

void DocumentKinds::reload()
{
    if (!m_calls)
        return;
    m_calls->get(u"/document-kinds"_s).then(this, [this](const CallAnswer& answer) {
        m_problem = answer.problem;
        if (answer.isOk())
            m_kinds = answer.json()["kinds"_L1].toArray();
        Q_EMIT changed();
    });
}

QVariantList DocumentKinds::kinds() const
{
    QVariantList out;
    for (const auto& one : m_kinds) {
        const QString token = one.toObject()["token"_L1].toString();
        out.push_back(QVariantMap {
            {u"token"_s, token}, {u"name"_s, serverName(one.toObject())}, {u"methods"_s, methodsOf(token)}});
    }
    return out;
}

QVariantMap DocumentKinds::methodNames() const
{
    QVariantMap out;
    for (const auto& kind : m_kinds)
        for (const auto& one : kind.toObject()["methods"_L1].toArray())
            out[one.toObject()["method"_L1].toString()] = serverName(one.toObject());
    return out;
}

QVariantList DocumentKinds::methodsOf(const QString& kind) const
{
    QVariantList out;
    for (const auto& one : found(m_kinds, "token"_L1, kind)["methods"_L1].toArray())
        out.push_back(QVariantMap {{u"value"_s, one.toObject()["method"_L1].toString()},
            {u"text"_s, serverName(one.toObject())}, {u"onlyBureau"_s, one.toObject()["only_bureau"_L1].toBool()},
            {u"needsAppraisal"_s, one.toObject()["needs_appraisal"_L1].toBool()},
            {u"bringsIncome"_s, one.toObject()["brings_income"_L1].toBool()}});
    return out;
}

QString DocumentKinds::methodName(const QString& kind, const QString& method) const
{
    const QJsonObject json
        = found(found(m_kinds, "token"_L1, kind)["methods"_L1].toArray(), "method"_L1, method);
    return json.isEmpty() ? method : serverName(json);
}

QJsonArray DocumentKinds::factsOf(const QString& kind, const QString& method) const
{
    return found(found(m_kinds, "token"_L1, kind)["methods"_L1].toArray(), "method"_L1, method)["facts"_L1]
        .toArray();
}

QVariantList DocumentKinds::fields(
    const QString& kind, const QString& method, const QString& stage, bool ofLine) const
{
    QVariantList out;
    for (const auto& one : factsOf(kind, method)) {
        const QJsonObject fact = one.toObject();
        if (fact["stage"_L1].toString() != stage || fact["of_line"_L1].toBool() != ofLine)
            continue;
        out.push_back(QVariantMap {{u"token"_s, fact["fact"_L1].toString()}, {u"label"_s, serverName(fact)},
            {u"editing"_s, editingOf(fact["type"_L1].toString())},
            {u"isRequired"_s, fact["required"_L1].toBool()}, {u"choices"_s, choicesOf(fact)}});
    }
    return out;
}

QVariantMap DocumentKinds::fact(const QString& kind, const QString& method, const QString& name) const
{
    const QJsonObject fact = found(factsOf(kind, method), "fact"_L1, name);
    if (fact.isEmpty())
        return {{u"label"_s, name}};
    return {{u"label"_s, serverName(fact)}, {u"choices"_s, choicesOf(fact)},
        {u"editing"_s, editingOf(fact["type"_L1].toString())}};
}

QStringList DocumentKinds::factNames(const QString& kind, const QString& method) const
{
    QStringList out;
    for (const auto& one : factsOf(kind, method))
        out.push_back(one.toObject()["fact"_L1].toString());
    return out;
}

} // namespace guanwu

#include "moc_document_kinds.cpp"
