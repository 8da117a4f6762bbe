#include "app/client/registry/card_form.h"

#include "core/cards/card_fields.h"
#include "core/registry/asset_codes.h"

#include <QJsonArray>
#include <QUuid>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    QString kindOf(const QString& classCode)
    {
        return QString::fromUtf8(tokenRow(kCardKinds, cardKindOf(classCode.toStdString())).token);
    }

    /// Whether cards of the kind have the field. Land and buildings share most of theirs.
    bool isOfKind(const FieldLook& look, const QString& kind)
    {
        switch (look.group) {
        case FieldGroup::Vehicle:
            return kind == "vehicle"_L1;
        case FieldGroup::Estate: {
            static constexpr std::string_view kLand[] {"land_m2", "certified_m2", "parcel_no", "land_nature"};
            static constexpr std::string_view kBoth[] {"address", "area_self_m2", "area_lent_m2",
                "area_leased_m2", "area_invested_m2", "area_pledged_m2", "area_other_m2", "title_state",
                "cert_kind", "cert_no", "cert_date"};
            const auto isIn = [&](const auto& list) {
                return std::find(std::begin(list), std::end(list), look.token) != std::end(list);
            };
            if (isIn(kBoth))
                return kind == "land"_L1 || kind == "building"_L1;
            return kind == (isIn(kLand) ? "land"_L1 : "building"_L1);
        }
        default:
            return true;
        }
    }

} // namespace

CardForm::CardForm(QObject* parent)
    : QObject(parent)
{
    connect(&m_fields, &FieldList::edited, this, &CardForm::changed);
    m_typing.setSingleShot(true);
    m_typing.setInterval(300);
    connect(&m_typing, &QTimer::timeout, this, &CardForm::suggestClasses);
}

void CardForm::clear()
{
    ++m_generation;
    m_number.clear();
    m_etag.clear();
    m_problem.clear();
    m_requestKey.clear();
    m_conflicts.clear();
    m_kind.clear();
    m_busy = false;
    m_ready = false;
    offer({});
}

void CardForm::startNew()
{
    clear();
    m_isNew = true;
    fill({{u"unit"_s, m_ownUnit}, {u"use_state"_s, u"in_use"_s}, {u"acquisition_method"_s, u"purchase"_s}},
        true);
}

void CardForm::startCopy(const QString& number)
{
    clear();
    m_isNew = true;
    read(number, true);
}

void CardForm::startChange(const QString& number)
{
    clear();
    m_isNew = false;
    m_number = number;
    read(number, false);
}

void CardForm::read(const QString& number, bool isCopy)
{
    m_busy = true;
    Q_EMIT changed();
    m_calls->get(callPath({u"assets"_s, number}))
        .then(this, [this, isCopy, generation = m_generation](const CallAnswer& answer) {
            if (generation != m_generation)
                return;
            m_busy = false;
            if (!answer.isOk())
                return fail(answer.problem);
            m_etag = answer.etag;
            fill(answer.json(), isCopy);
        });
}

void CardForm::fill(const QJsonObject& card, bool isCopy)
{
    m_kind = isCopy ? kindOf(card["class_code"_L1].toString()) : card["card_kind"_L1].toString();
    std::vector<FieldList::Field> fields;
    for (const FieldGroup group : {FieldGroup::Identity, FieldGroup::Class, FieldGroup::Value,
             FieldGroup::Custody, FieldGroup::Use, FieldGroup::Vehicle, FieldGroup::Estate})
        for (const CardField& field : cardFields()) {
            const FieldLook* look = findFieldLook(field.token);
            if (!look || look->group != group || field.change == FieldChange::Never
                || !isOfKind(*look, m_kind))
                continue;
            const QString token = QString::fromUtf8(field.token);
            FieldList::Field one;
            one.token = token;
            one.isRequired = isCopy && look->isRequired;
            one.isLocked = !isCopy && field.change == FieldChange::WithSlip;
            if (!isCopy || !look->isUnique) {
                one.value = card[token].toString();
                one.shown = card[token + u"_name"_s].toString();
            }
            one.before = isCopy ? QString() : one.value;
            fields.push_back(std::move(one));
        }
    m_ready = true;
    m_fields.setFields(std::move(fields));
}

/// Another class may mean another kind of card: what was filled in stays.
void CardForm::showFieldsOfKind()
{
    QJsonObject card;
    for (const FieldList::Field& field : m_fields.fields()) {
        card[field.token] = field.value;
        card[field.token + u"_name"_s] = field.shown;
    }
    fill(card, true);
    for (const auto& value : card.keys())
        m_fields.set(value, card[value].toString(), card[value + u"_name"_s].toString());
}

void CardForm::set(const QString& token, const QString& value, const QString& shown)
{
    m_fields.set(token, value, shown);
    if (m_isNew && token == "class_code"_L1 && kindOf(value) != m_kind)
        showFieldsOfKind();
    if (!m_isNew || (token != "name"_L1 && token != "class_code"_L1))
        return;
    if (!m_fields.value(u"class_code"_s).isEmpty() || m_fields.value(u"name"_s).size() < 2)
        return offer({});
    m_typing.start();
}

void CardForm::offer(const QVariantList& suggestions)
{
    m_typing.stop();
    if (suggestions == m_suggestions)
        return;
    m_suggestions = suggestions;
    Q_EMIT suggested();
}

void CardForm::suggestClasses()
{
    const QString name = m_fields.value(u"name"_s);
    if (!m_calls)
        return;
    m_calls->get(u"/class-suggestions"_s, callQuery(QVariantMap {{u"name"_s, name}, {u"limit"_s, 4}}))
        .then(this, [this, name, generation = m_generation](const CallAnswer& answer) {
            // Of another name, or chosen meanwhile: nobody waits for it. That there are none is no problem.
            if (generation != m_generation || name != m_fields.value(u"name"_s)
                || !m_fields.value(u"class_code"_s).isEmpty() || !answer.isOk())
                return;
            QVariantList found;
            for (const auto& one : answer.json()["suggestions"_L1].toArray()) {
                const QString code = one["class_code"_L1].toString();
                const QString className = one["class_name"_L1].toString();
                found.push_back(QVariantMap {
                    {u"value"_s, code}, {u"name"_s, className}, {u"text"_s, className + u' ' + code}});
            }
            offer(found);
        });
}

QVariantList CardForm::conflicts() const
{
    QVariantList out;
    for (const Conflict& conflict : m_conflicts) {
        const std::string token = conflict.token.toStdString();
        const auto& fields = m_fields.fields();
        const auto mine = std::find_if(
            fields.begin(), fields.end(), [&](const auto& field) { return field.token == conflict.token; });
        out.push_back(QVariantMap {{u"token"_s, conflict.token}, {u"label"_s, fieldLabel(token)},
            {u"mine"_s, fieldShown(token, mine->value, mine->shown)},
            {u"theirs"_s, fieldShown(token, conflict.theirs, conflict.theirsShown)},
            {u"takeMine"_s, conflict.takeMine}});
    }
    return out;
}

void CardForm::choose(const QString& token, bool mine)
{
    for (Conflict& conflict : m_conflicts)
        if (conflict.token == token)
            conflict.takeMine = mine;
    Q_EMIT changed();
}

void CardForm::save(const QString& reason)
{
    if (m_busy || !m_ready)
        return;
    for (const Conflict& conflict : m_conflicts)
        if (!conflict.takeMine)
            m_fields.set(conflict.token, conflict.theirs, conflict.theirsShown);
    m_conflicts.clear();
    m_fields.clearProblems();
    m_problem.clear();
    QJsonObject body = m_fields.changed();
    bool isWhole = true;
    for (const FieldList::Field& field : m_fields.fields())
        if (field.isRequired && field.value.trimmed().isEmpty()) {
            m_fields.setProblem(field.token, tr("Needed for every card"));
            isWhole = false;
        } else if (field.value != field.before)
            if (const QString wrong = valueProblem(field.token.toStdString(), field.value);
                !wrong.isEmpty()) {
                m_fields.setProblem(field.token, wrong);
                isWhole = false;
            }
    if (!isWhole)
        return fail(tr("Some fields still need something: they are marked."));
    if (body.isEmpty()) {
        Q_EMIT saved(m_number);
        return;
    }
    if (!reason.trimmed().isEmpty())
        body[u"reason"_s] = reason.trimmed();
    // The same content after a lost answer is the same save; anything else is another.
    if (m_requestKey.isEmpty() || body != m_sent)
        m_requestKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_sent = body;
    Call call;
    call.method = m_isNew ? "POST" : "PATCH";
    call.path = m_isNew ? u"/assets"_s : callPath({u"assets"_s, m_number});
    call.json = body;
    call.ifMatch = m_etag;
    if (m_isNew)
        call.ifMatch.clear();
    call.requestKey = m_requestKey;
    m_busy = true;
    Q_EMIT changed();
    m_calls->send(call).then(this, [this, generation = m_generation](const CallAnswer& answer) {
        if (generation == m_generation)
            take(answer);
    });
}

void CardForm::take(const CallAnswer& answer)
{
    m_busy = false;
    if (answer.isOk()) {
        m_number = answer.json()["asset_no"_L1].toString();
        m_etag = answer.etag;
        m_requestKey.clear();
        Q_EMIT changed();
        Q_EMIT saved(m_number);
        return;
    }
    if (!answer.passing)
        m_requestKey.clear(); // it was refused: the next one is another
    const QJsonObject json = answer.json();
    if (const QJsonObject current = json["current"_L1].toObject(); !current.isEmpty()) {
        compare(current);
        return fail(m_conflicts.empty()
                ? tr("Somebody else changed other fields meanwhile; they stand here now. Save again.")
                : QString());
    }
    if (const QString token = m_fields.fieldOf(json["error"_L1].toObject()); !token.isEmpty())
        m_fields.setProblem(token, answer.problem);
    fail(answer.passing ? tr("%1 Nothing is lost: save again.").arg(answer.problem) : answer.problem);
}

/// What is there now becomes what stood there: fields that only they changed are theirs, fields that both
/// changed are asked about.
void CardForm::compare(const QJsonObject& current)
{
    m_etag = u'"' + QString::number(current["revision"_L1].toInteger()) + u'"';
    const std::vector<FieldList::Field> mine = m_fields.fields();
    for (const FieldList::Field& field : mine) {
        const QString theirs = current[field.token].toString();
        const QString shown = current[field.token + u"_name"_s].toString();
        if (theirs == field.before)
            continue;
        if (field.value != field.before && field.value != theirs)
            m_conflicts.push_back({field.token, theirs, shown, true});
        m_fields.rebase(field.token, theirs, shown);
    }
}

void CardForm::fail(const QString& problem)
{
    m_problem = problem;
    Q_EMIT changed();
}

} // namespace guanwu

#include "moc_card_form.cpp"
