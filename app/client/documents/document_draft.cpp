#include "app/client/documents/document_draft.h"

#include "app/client/records/record_columns.h"
#include "app/client/registry/field_kinds.h"
#include "app/client/session/words.h"
#include "core/values/money.h"

#include <QQmlEngine>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    qint64 fenOf(const QString& yuan)
    {
        const auto money = Money::parseYuan(yuan.toStdString());
        return money ? money->fen() : 0;
    }

    /// The card's own value under the name of a fact, as a person reads it.
    QString nowOf(const QJsonObject& card, const QString& fact)
    {
        const QJsonValue value = card[fact];
        if (!value.isString() && !value.isDouble())
            return {};
        return fieldShown(fact.toStdString(), value.toVariant().toString());
    }

} // namespace

DocumentDraft::DocumentDraft(QObject* parent)
    : QObject(parent)
{
    // Who fills in whom a thing goes to chooses people of the unit named above.
    connect(&m_head, &AskedFields::edited, this, &DocumentDraft::changed);
}

void DocumentDraft::setKinds(DocumentKinds* kinds)
{
    m_kinds = kinds;
    if (kinds)
        connect(kinds, &DocumentKinds::changed, this, [this] { describe(); });
    Q_EMIT changed();
}

bool DocumentDraft::isAboutAssets() const { return m_kind != "allocation"_L1 || m_method == "reallocate"_L1; }

bool DocumentDraft::hasOtherSide() const
{
    return m_method == "reallocate"_L1 || m_method == "allocate_free"_L1
        || m_method == "office_reallocate"_L1;
}

void DocumentDraft::begin(const QString& kind, const QString& method, const QString& ownUnit)
{
    m_number.clear();
    m_revision = 0;
    m_last = {};
    m_lines.clear();
    m_kind = kind;
    m_method = method;
    m_ownUnit = ownUnit;
    m_head.setSpec({});
    m_facts.setSpec({});
    m_problem.clear();
    describe();
    Q_EMIT changed();
    Q_EMIT linesChanged();
}

void DocumentDraft::describe()
{
    if (m_kind.isEmpty() || !m_kinds)
        return;
    QVariantList head;
    const auto add = [&](const QString& token, const QString& label, const QString& editing, bool isRequired,
                         const QString& value = {}) {
        head.push_back(QVariantMap {{u"token"_s, token}, {u"label"_s, label}, {u"editing"_s, editing},
            {u"isRequired"_s, isRequired}, {u"value"_s, value}, {u"shown"_s, value}});
    };
    if (m_number.isEmpty() && m_ownUnit.isEmpty())
        add(u"unit"_s, tr("Unit that applies"), u"unit"_s, true);
    if (m_number.isEmpty())
        add(u"department"_s, tr("Department"), u"department"_s, false);
    if (hasOtherSide())
        add(u"counterpart"_s,
            m_kind == "allocation"_L1 ? tr("Unit that has it") : tr("Unit that receives it"), u"unit"_s,
            true);
    add(u"reason"_s, tr("Reason"), u"text"_s, false);
    m_head.setSpec(head);
    m_facts.setSpec(m_kinds->fields(m_kind, m_method, u"filing"_s, false));
    for (Line& line : m_lines)
        fillLine(line, {});
    Q_EMIT changed();
    Q_EMIT linesChanged();
}

void DocumentDraft::prefill(
    const QVariantMap& values, const QStringList& assets, const QVariantMap& lineFacts)
{
    for (const auto& [token, value] : values.asKeyValueRange()) {
        m_head.set(token, value.toString(), values.value(token + u".shown"_s).toString());
        m_facts.set(token, value.toString(), values.value(token + u".shown"_s).toString());
    }
    for (const QString& asset : assets)
        addAsset(asset);
    for (Line& line : m_lines)
        if (const QVariant facts = lineFacts[line.assetNo]; facts.isValid())
            fillLine(line, QJsonObject::fromVariantMap(facts.toMap()));
}

void DocumentDraft::fillLine(Line& line, const QJsonObject& facts)
{
    if (!line.fields) {
        line.fields = std::make_shared<AskedFields>();
        // QML is handed the fields and must not take them for its own.
        QQmlEngine::setObjectOwnership(line.fields.get(), QQmlEngine::CppOwnership);
    }
    if (m_kinds)
        line.fields->setSpec(m_kinds->fields(m_kind, m_method, u"filing"_s, true));
    for (auto fact = facts.begin(); fact != facts.end(); ++fact)
        line.fields->set(fact.key(), fact.value().toString());
    for (const QVariant& field : line.fields->spec()) {
        const QString token = field.toMap()[u"token"_s].toString();
        line.fields->setBefore(token, nowOf(line.card, token));
    }
}

void DocumentDraft::addAsset(const QString& number)
{
    const bool isThere = std::any_of(
        m_lines.begin(), m_lines.end(), [&](const Line& line) { return line.assetNo == number; });
    if (number.isEmpty() || isThere || m_lines.size() >= kMostLines)
        return;
    Line line;
    line.assetNo = number;
    fillLine(line, {});
    m_lines.push_back(std::move(line));
    readCard(number);
    Q_EMIT linesChanged();
}

void DocumentDraft::readCard(const QString& assetNo)
{
    if (!m_calls)
        return;
    m_calls->get(callPath({u"assets"_s, assetNo})).then(this, [this, assetNo](const CallAnswer& answer) {
        for (Line& line : m_lines)
            if (line.assetNo == assetNo && answer.isOk()) {
                line.card = answer.json();
                fillLine(line, {});
            }
        Q_EMIT linesChanged();
    });
}

void DocumentDraft::addWish(const QJsonObject& wish)
{
    if (m_lines.size() >= kMostLines)
        return;
    Line line;
    line.wish = wish;
    fillLine(line, {});
    m_lines.push_back(std::move(line));
    Q_EMIT linesChanged();
}

void DocumentDraft::removeLine(int index)
{
    if (index < 0 || index >= static_cast<int>(m_lines.size()))
        return;
    m_lines.erase(m_lines.begin() + index);
    Q_EMIT linesChanged();
}

AskedFields* DocumentDraft::lineFields(int index) const
{
    return index >= 0 && index < static_cast<int>(m_lines.size())
        ? m_lines[static_cast<std::size_t>(index)].fields.get()
        : nullptr;
}

QVariantList DocumentDraft::lines() const
{
    QVariantList out;
    for (const Line& line : m_lines) {
        const QJsonObject& from = line.assetNo.isEmpty() ? line.wish : line.card;
        const QString name = from["name"_L1].toString();
        const QString quantity = from["quantity"_L1].toVariant().toString();
        const QString value = line.assetNo.isEmpty() ? from["unit_price_yuan"_L1].toString()
                                                     : from["original_yuan"_L1].toString();
        out.push_back(QVariantMap {{u"title"_s, name.isEmpty() ? line.assetNo : name},
            {u"subtitle"_s,
                dotted({line.assetNo, from["class_code"_L1].toString(), from["model"_L1].toString(),
                    quantity.isEmpty() || quantity == "1"_L1
                        ? QString()
                        : quantity + u' ' + from["unit_of_measure"_L1].toString(),
                    value.isEmpty()              ? QString()
                        : line.assetNo.isEmpty() ? tr("%1 yuan a piece").arg(groupedYuan(value))
                                                 : tr("%1 yuan").arg(groupedYuan(value))})},
            {u"hasFields"_s, line.fields && line.fields->count() > 0}});
    }
    return out;
}

QString DocumentDraft::total() const
{
    qint64 fen = 0;
    for (const Line& line : m_lines)
        fen += line.assetNo.isEmpty()
            ? fenOf(line.wish["unit_price_yuan"_L1].toString()) * line.wish["quantity"_L1].toInteger(1)
            : fenOf(line.card["original_yuan"_L1].toString());
    return groupedYuan(QString::fromStdString(Money::fromFen(fen).toYuanString()));
}

} // namespace guanwu

#include "moc_document_draft.cpp"
