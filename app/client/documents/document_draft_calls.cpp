// A draft on its way to the server and back.
#include "app/client/documents/document_draft.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace guanwu {

void DocumentDraft::load(const QString& number)
{
    if (!m_calls)
        return;
    m_isLoading = true;
    Q_EMIT changed();
    m_calls->get(callPath({u"documents"_s, number})).then(this, [this](const CallAnswer& answer) {
        m_isLoading = false;
        m_problem = answer.problem;
        if (answer.isOk())
            take(answer.json());
        Q_EMIT changed();
    });
}

void DocumentDraft::take(const QJsonObject& document)
{
    m_number = document["no"_L1].toString();
    m_revision = document["revision"_L1].toInteger();
    m_kind = document["kind"_L1].toObject()["token"_L1].toString();
    m_method = document["method"_L1].toString();
    m_ownUnit = document["unit"_L1].toObject()["code"_L1].toString();
    m_lines.clear();
    describe();
    m_head.set(u"reason"_s, document["reason"_L1].toString());
    const QJsonObject other = document["counterpart"_L1].toObject();
    m_head.set(u"counterpart"_s, other["code"_L1].toString(), other["name"_L1].toString());
    const QJsonObject facts = document["facts"_L1].toObject();
    for (auto fact = facts.begin(); fact != facts.end(); ++fact)
        m_facts.set(fact.key(), fact.value().toString());
    for (const auto& one : document["lines"_L1].toArray()) {
        const QJsonObject json = one.toObject();
        Line line;
        line.assetNo = json["asset_no"_L1].toString();
        if (line.assetNo.isEmpty()) {
            const qint64 quantity = std::max<qint64>(1, json["quantity"_L1].toInteger(1));
            line.wish = json;
            line.wish[u"unit_price_yuan"_s]
                = QString::number(json["original_yuan"_L1].toString().toDouble() / double(quantity), 'f', 2);
        } else
            line.card = json;
        fillLine(line, json["facts"_L1].toObject());
        m_lines.push_back(std::move(line));
        if (!m_lines.back().assetNo.isEmpty())
            readCard(m_lines.back().assetNo);
    }
    Q_EMIT linesChanged();
}

void DocumentDraft::save()
{
    if (m_busy || !m_calls)
        return;
    bool isSound = m_head.check();
    isSound = m_facts.check() && isSound;
    for (const Line& line : m_lines)
        isSound = line.fields->check() && isSound;
    if (!isSound)
        return fail(tr("Some fields are still needed or wrong. They say so themselves."));
    if (m_number.isEmpty())
        create();
    else
        edit();
}

void DocumentDraft::create()
{
    Call call;
    call.method = "POST";
    call.path = u"/documents"_s;
    call.json = {{u"kind"_s, m_kind}, {u"method"_s, m_method},
        {u"unit"_s, m_ownUnit.isEmpty() ? m_head.value(u"unit"_s) : m_ownUnit},
        {u"reason"_s, m_head.value(u"reason"_s)}};
    if (const QString department = m_head.value(u"department"_s); !department.isEmpty())
        call.json[u"department"_s] = department;
    if (const QString other = m_head.value(u"counterpart"_s); !other.isEmpty())
        call.json[u"counterpart"_s] = other;
    send(call, &DocumentDraft::created);
}

void DocumentDraft::created(const QJsonObject& document)
{
    m_number = document["no"_L1].toString();
    m_revision = document["revision"_L1].toInteger();
    edit();
}

QJsonObject DocumentDraft::contents() const
{
    QJsonObject out {{u"reason"_s, m_head.value(u"reason"_s)}, {u"facts"_s, m_facts.filled(true)}};
    if (hasOtherSide())
        out[u"counterpart"_s] = m_head.value(u"counterpart"_s);
    if (writesOwnLines())
        return out;
    QJsonArray assets;
    QJsonArray wishes;
    QJsonObject lineFacts;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const Line& line = m_lines[i];
        if (line.assetNo.isEmpty()) {
            QJsonObject wish {{u"quantity"_s, line.wish["quantity"_L1].toInteger(1)}};
            for (const auto key :
                {"name"_L1, "class_code"_L1, "model"_L1, "unit_of_measure"_L1, "unit_price_yuan"_L1})
                wish[key] = line.wish[key].toString();
            wishes.push_back(wish);
        } else
            assets.push_back(line.assetNo);
        if (const QJsonObject facts = line.fields->filled(); !facts.isEmpty())
            lineFacts[QString::number(i + 1)] = facts;
    }
    if (isAboutAssets())
        out[u"assets"_s] = assets;
    else
        out[u"wishes"_s] = wishes;
    if (!lineFacts.isEmpty())
        out[u"line_facts"_s] = lineFacts;
    return out;
}

void DocumentDraft::edit()
{
    Call call;
    call.method = "PATCH";
    call.path = callPath({u"documents"_s, m_number});
    call.json = contents();
    call.ifMatch = u"\"%1\""_s.arg(m_revision);
    send(call, &DocumentDraft::edited);
}

void DocumentDraft::edited(const QJsonObject& document)
{
    m_revision = document["revision"_L1].toInteger();
    m_last = {};
    Q_EMIT changed();
    Q_EMIT saved(m_number);
}

void DocumentDraft::send(Call call, void (DocumentDraft::*then)(const QJsonObject&))
{
    const bool isSame = call.method == m_last.method && call.path == m_last.path && call.json == m_last.json
        && call.ifMatch == m_last.ifMatch;
    call.requestKey = isSame ? m_last.requestKey : QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_last = call;
    m_busy = true;
    m_problem.clear();
    Q_EMIT changed();
    m_calls->send(call).then(this, [this, then](const CallAnswer& answer) {
        m_busy = false;
        if (!answer.isOk())
            return fail(answer.problem);
        (this->*then)(answer.json());
        Q_EMIT changed();
    });
}

void DocumentDraft::forgetProblem() { fail({}); }

void DocumentDraft::fail(const QString& problem)
{
    m_problem = problem;
    Q_EMIT changed();
}

} // namespace guanwu
