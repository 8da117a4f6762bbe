#include "app/client/documents/document_view.h"

#include "app/client/documents/document_names.h"
#include "app/client/forms/value_row.h"
#include "app/client/records/due_words.h"
#include "app/client/records/record_columns.h"
#include "app/client/registry/field_kinds.h"
#include "app/client/session/token_words.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    QString shownFact(const QVariantMap& fact, const QString& value)
    {
        const QString editing = fact[u"editing"_s].toString();
        if (editing == "money"_L1) // of a price a m2 the name says the unit
            return fact[u"label"_s].toString().contains(u'/')
                ? groupedYuan(value)
                : DocumentView::tr("%1 yuan").arg(groupedYuan(value));
        if (editing == "area"_L1)
            return DocumentView::tr("%1 m²").arg(value);
        for (const QVariant& one : fact[u"choices"_s].toList())
            if (one.toMap()[u"value"_s].toString() == value)
                return one.toMap()[u"text"_s].toString();
        return value;
    }

} // namespace

void DocumentView::setCalls(Calls* calls)
{
    m_calls = calls;
    Q_EMIT asked();
    reload();
}

void DocumentView::setKinds(DocumentKinds* kinds)
{
    if (kinds == m_kinds)
        return;
    m_kinds = kinds;
    if (kinds)
        connect(kinds, &DocumentKinds::changed, this, &DocumentView::changed);
    Q_EMIT asked();
}

void DocumentView::setNumber(const QString& number)
{
    if (number == m_number)
        return;
    m_number = number;
    m_json = {};
    Q_EMIT asked();
    reload();
}

QFuture<void> DocumentView::load()
{
    if (!m_calls || m_number.isEmpty())
        return QtFuture::makeReadyFuture();
    m_busy = true;
    Q_EMIT changed();
    return m_calls->get(callPath({u"documents"_s, m_number}))
        .then(this, [this, number = m_number](const CallAnswer& answer) {
            if (number != m_number)
                return;
            m_busy = false;
            m_problem = answer.problem;
            if (answer.isOk())
                take(answer.json());
            else
                Q_EMIT changed();
        });
}

void DocumentView::take(const QJsonObject& json)
{
    // What was asked for of the document that was shown before is nothing of this one.
    if (const QString no = json["no"_L1].toString(); !no.isEmpty() && no != m_number)
        return;
    // What was read before a change may arrive after the change's own answer.
    if (json["revision"_L1].toDouble() >= static_cast<double>(revision()))
        m_json = json;
    m_problem.clear();
    Q_EMIT changed();
}

QString DocumentView::title() const
{
    const QString name
        = serverName({{u"name"_s, m_json["method_name"_L1]}, {u"name_en"_s, m_json["method_name_en"_L1]}});
    return dotted({DocumentNames::kindName(kind()), name});
}

QString DocumentView::subtitle() const
{
    const QJsonObject other = m_json["counterpart"_L1].toObject();
    const QString unit = m_json["unit"_L1].toObject()["name"_L1].toString();
    return dotted({m_number, other.isEmpty() ? unit : tr("%1 with %2").arg(unit, other["name"_L1].toString()),
        m_json["department"_L1].toString()});
}

QString DocumentView::stateName() const
{
    return m_json[shownLanguage() == Language::ZhCn ? "state_name"_L1 : "state_name_en"_L1].toString();
}

QString DocumentView::original() const { return groupedYuan(m_json["original_yuan"_L1].toString()); }

QString DocumentView::ruleText() const
{
    const QJsonObject rule = m_json["rule"_L1].toObject();
    if (rule.isEmpty())
        return {};
    // Of an example the page says that it is one; where its figures come from is for who enters the real
    // ones.
    if (rule["example"_L1].toBool())
        return tr("Rule %1 of the route table %2")
            .arg(rule["row"_L1].toString(), rule["version"_L1].toString());
    return tr("Rule %1 of the route table %2: %3")
        .arg(rule["row"_L1].toString(), rule["version"_L1].toString(), rule["source"_L1].toString());
}

QVariantList DocumentView::actions() const
{
    QVariantList out;
    for (const auto& one : m_json["actions"_L1].toArray()) {
        const QString token = one.toObject()["token"_L1].toString();
        out.push_back(QVariantMap {{u"token"_s, token}, {u"text"_s, serverName(one.toObject())},
            {u"icon"_s, DocumentNames::actionIcon(token)}});
    }
    return out;
}

bool DocumentView::may(const QString& action) const
{
    for (const auto& one : m_json["actions"_L1].toArray())
        if (one.toObject()["token"_L1].toString() == action)
            return true;
    return false;
}

QVariantMap DocumentView::factRow(const QString& name, const QString& value) const
{
    const QVariantMap fact = m_kinds ? m_kinds->fact(kind(), method(), name) : QVariantMap();
    return valueRow(fact.value(u"label"_s, name).toString(), shownFact(fact, value));
}

QVariantList DocumentView::facts() const
{
    QVariantList out;
    addRow(out, tr("Reason"), m_json["reason"_L1].toString());
    QJsonObject facts = m_json["facts"_L1].toObject();
    if (m_kinds) // in the order in which they are asked for
        for (const QString& name : m_kinds->factNames(kind(), method()))
            if (const QJsonValue value = facts.take(name); !value.isUndefined())
                out.push_back(factRow(name, value.toString()));
    for (auto fact = facts.begin(); fact != facts.end(); ++fact)
        out.push_back(factRow(fact.key(), fact.value().toString()));
    if (const QString no = m_json["approval_no"_L1].toString(); !no.isEmpty())
        addRow(out, tr("Approval"), dotted({no, m_json["approved_on"_L1].toString()}));
    return out;
}

QVariantList DocumentView::changesOf(int line) const
{
    QVariantList out;
    for (const auto& one : m_json["changes"_L1].toArray()) {
        const QJsonObject change = one.toObject();
        if (change["line"_L1].toInt() != line)
            continue;
        QVariantMap row = differenceShown(change);
        row[u"value"_s] = row.take(u"after"_s);
        out.push_back(row);
    }
    return out;
}

QVariantList DocumentView::lines() const
{
    QVariantList out;
    for (const auto& one : m_json["lines"_L1].toArray()) {
        const QJsonObject line = one.toObject();
        const QString asset = line["asset_no"_L1].toString();
        QVariantList facts;
        const QJsonObject said = line["facts"_L1].toObject();
        // What is said of a field of the card is shown as what it changes.
        const QVariantList changes = changesOf(line["line"_L1].toInt());
        for (auto fact = said.begin(); fact != said.end(); ++fact)
            if (std::none_of(changes.begin(), changes.end(),
                    [&](const QVariant& one) { return one.toMap()[u"field"_s].toString() == fact.key(); }))
                facts.push_back(factRow(fact.key(), fact.value().toString()));
        facts += changes;
        const QString quantity = line["quantity"_L1].toVariant().toString();
        out.push_back(QVariantMap {{u"line"_s, line["line"_L1].toInt()}, {u"assetNo"_s, asset},
            {u"title"_s, line["name"_L1].toString()},
            {u"subtitle"_s,
                dotted({asset, line["class_code"_L1].toString(), line["model"_L1].toString(),
                    quantity == "1"_L1 ? QString()
                                       : quantity + u' ' + line["unit_of_measure"_L1].toString()})},
            {u"value"_s, groupedYuan(line["original_yuan"_L1].toString())},
            {u"net"_s, asset.isEmpty() ? QString() : groupedYuan(line["net_yuan"_L1].toString())},
            {u"facts"_s, facts}});
    }
    return out;
}

QVariantList DocumentView::checkList() const
{
    QVariantList out;
    const QJsonArray papers = m_json["papers"_L1].toArray();
    const auto filesOf = [&](const QString& paper) {
        QVariantList files;
        for (const auto& one : papers)
            if (const QJsonObject file = one.toObject(); file["paper"_L1].toString() == paper)
                files.push_back(QVariantMap {{u"title"_s, file["title"_L1].toString()},
                    {u"hash"_s, file["hash"_L1].toString()},
                    {u"note"_s, dotted({file["added_by"_L1].toString(), momentText(file["added_at"_L1])})}});
        return files;
    };
    QStringList known;
    for (const auto& one : m_json["check_list"_L1].toArray()) {
        const QJsonObject paper = one.toObject();
        const QString token = paper["paper"_L1].toString();
        known.push_back(token);
        out.push_back(QVariantMap {{u"paper"_s, token}, {u"name"_s, serverName(paper)},
            {u"isThere"_s, paper["there"_L1].toBool()}, {u"isMust"_s, paper["must"_L1].toBool()},
            {u"stage"_s, DocumentNames::stageName(paper["stage"_L1].toString())},
            {u"files"_s, filesOf(token)}});
    }
    QVariantList others;
    for (const auto& one : papers)
        if (const QString token = one.toObject()["paper"_L1].toString(); !known.contains(token)) {
            known.push_back(token);
            others.append(filesOf(token));
        }
    if (isThere())
        out.push_back(QVariantMap {{u"paper"_s, u"other"_s}, {u"name"_s, tr("Other papers")},
            {u"isThere"_s, !others.isEmpty()}, {u"isMust"_s, false}, {u"stage"_s, QString()},
            {u"files"_s, others}});
    return out;
}

QStringList DocumentView::open() const
{
    QStringList out;
    for (const auto& one : m_json["open"_L1].toArray())
        out.push_back(one.toObject()["message"_L1].toString());
    return out;
}

QString DocumentView::nextStage() const
{
    return DocumentNames::stageName(m_json["next_stage"_L1].toString());
}

QStringList DocumentView::warnings() const { return m_json["warnings"_L1].toVariant().toStringList(); }
QStringList DocumentView::cards() const { return m_json["cards"_L1].toVariant().toStringList(); }

QVariantList DocumentView::income() const
{
    QVariantList out;
    const QJsonObject income = m_json["income"_L1].toObject();
    const auto add = [&](const QString& label, QLatin1StringView key, const QString& tone = {}) {
        out.push_back(valueRow(label, groupedYuan(income[key].toString()), tone));
    };
    if (income.isEmpty() || income["gross_yuan"_L1].toString() == "0.00"_L1)
        return out;
    add(tr("Gross income"), "gross_yuan"_L1);
    add(tr("Tax"), "tax_yuan"_L1);
    add(tr("Fees"), "fees_yuan"_L1);
    add(tr("Due to the treasury"), "due_yuan"_L1);
    add(tr("Paid to the treasury"), "paid_yuan"_L1);
    const bool isSettled = income["gap_yuan"_L1].toString() == "0.00"_L1;
    add(isSettled ? tr("Nothing is left to be paid") : tr("Still to be paid"), "gap_yuan"_L1,
        isSettled ? u"good"_s : u"bad"_s);
    return out;
}

QVariantList DocumentView::log() const
{
    QVariantList out;
    const QJsonArray entries = m_json["log"_L1].toArray();
    for (qsizetype i = entries.size(); i-- > 0;) {
        const QJsonObject entry = entries[i].toObject();
        const QString action = entry["action"_L1].toString();
        const QString who = entry["actor_name"_L1].toString();
        const QString step = entry["step"_L1].toString();
        out.push_back(QVariantMap {{u"title"_s,
                                       dotted({DocumentNames::actionName(action),
                                           step.isEmpty() ? QString() : DocumentNames::stepName(step),
                                           entry["text"_L1].toString()})},
            {u"subtitle"_s,
                dotted({who.isEmpty() ? entry["actor"_L1].toString() : who, momentText(entry["at"_L1])})},
            {u"icon"_s, DocumentNames::actionIcon(action)}});
    }
    return out;
}

} // namespace guanwu

#include "moc_document_view.cpp"
