#include "app/client/registry/batch_change.h"

#include "core/cards/card_fields.h"

#include <QUuid>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    QString freshKey() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

    /// All of a change is told, so that all of it can be taken back; people are shown the first.
    constexpr int kTold = 5000;
    constexpr qsizetype kShown = 50;

    /// What many cards may get at once: not what belongs to one thing alone.
    bool isForMany(const CardField& field)
    {
        const FieldLook* look = findFieldLook(field.token);
        return field.change == FieldChange::Free && look && !look->isUnique;
    }

} // namespace

BatchChange::BatchChange(QObject* parent)
    : QObject(parent)
{
    connect(&m_fields, &FieldList::edited, this, &BatchChange::forgetPreview);
}

QVariantList BatchChange::choices() const
{
    QVariantList out;
    for (const CardField& field : cardFields())
        if (const QString token = QString::fromUtf8(field.token); isForMany(field) && !m_fields.has(token))
            out.push_back(QVariantMap {{u"value"_s, token}, {u"text"_s, fieldLabel(field.token)},
                {u"detail"_s, groupTitle(findFieldLook(field.token)->group)}});
    return out;
}

void BatchChange::begin()
{
    m_reverse.clear();
    m_problem.clear();
    m_fields.setFields({});
}

void BatchChange::add(const QString& token)
{
    FieldList::Field field;
    field.token = token;
    m_fields.add(field);
}

void BatchChange::remove(const QString& token) { m_fields.remove(token); }

void BatchChange::set(const QString& token, const QString& value, const QString& shown)
{
    m_fields.set(token, value, shown);
}

void BatchChange::forgetPreview()
{
    m_digest.clear();
    m_shown = {};
    m_refusals.clear();
    m_changing = m_unchanged = m_refused = 0;
    Q_EMIT changed();
}

QJsonObject BatchChange::body() const
{
    QJsonObject fields;
    for (const FieldList::Field& field : m_fields.fields())
        fields[field.token] = field.value.isEmpty() ? QJsonValue() : QJsonValue(field.value);
    QJsonObject out {{u"fields"_s, fields}};
    if (!m_assets.isEmpty())
        out[u"assets"_s] = QJsonArray::fromStringList(m_assets);
    else {
        QJsonObject filter;
        for (const auto& [name, value] : m_filter.asKeyValueRange())
            if (!value.toString().isEmpty())
                filter[name] = value.toString();
        out[u"filter"_s] = filter;
    }
    if (!m_reason.isEmpty())
        out[u"reason"_s] = m_reason;
    return out;
}

void BatchChange::preview(const QString& reason)
{
    forgetPreview();
    m_reason = reason.trimmed();
    m_fields.clearProblems();
    QJsonObject json = body();
    json[u"show"_s] = kTold;
    send(u"/asset-changes/preview"_s, json, {}, [this](const CallAnswer& answer) {
        if (!answer.isOk())
            return fail(answer);
        takePreview(answer.json());
    });
}

void BatchChange::takePreview(const QJsonObject& answer)
{
    m_digest = answer["digest"_L1].toString();
    m_changing = answer["changing"_L1].toInt();
    m_unchanged = answer["unchanged"_L1].toInt();
    m_refused = answer["refused"_L1].toInt();
    m_shown = answer["shown"_L1].toArray();
    for (const auto& one : answer["refusals"_L1].toArray())
        m_refusals.push_back(QVariantMap {
            {u"number"_s, one["asset_no"_L1].toString()}, {u"message"_s, one["message"_L1].toString()}});
    m_requestKey = freshKey();
    Q_EMIT changed();
}

QVariantList BatchChange::shown() const
{
    QVariantList out;
    for (const auto& card : m_shown) {
        if (out.size() == kShown)
            break;
        QVariantList fields;
        for (const auto& field : card["fields"_L1].toArray())
            fields.push_back(differenceShown(field.toObject()));
        out.push_back(QVariantMap {{u"number"_s, card["asset_no"_L1].toString()},
            {u"name"_s, card["name"_L1].toString()}, {u"fields"_s, fields}});
    }
    return out;
}

void BatchChange::apply()
{
    if (!isPreviewed())
        return;
    QJsonObject json = body();
    json[u"digest"_s] = m_digest;
    send(u"/asset-changes"_s, json, m_requestKey, [this](const CallAnswer& answer) {
        if (!answer.isOk())
            return fail(answer);
        rememberReverse();
        forgetPreview();
        Q_EMIT applied(answer.json()["changed"_L1].toInt());
    });
}

/// A preview that told less than all cannot be taken back as a whole.
void BatchChange::rememberReverse()
{
    m_reverse.clear();
    if (m_shown.size() != m_changing)
        return;
    for (const auto& card : m_shown) {
        QJsonObject fields;
        for (const auto& field : card["fields"_L1].toArray())
            fields[field["field"_L1].toString()] = field["before"_L1];
        const QString number = card["asset_no"_L1].toString();
        const auto same = std::find_if(
            m_reverse.begin(), m_reverse.end(), [&](const Reverse& one) { return one.fields == fields; });
        if (same != m_reverse.end())
            same->assets.push_back(number);
        else
            m_reverse.push_back({{number}, fields});
    }
}

void BatchChange::undo()
{
    if (!m_busy)
        undoNext(0);
}

void BatchChange::undoNext(int done)
{
    if (m_reverse.empty()) {
        Q_EMIT changed();
        Q_EMIT undone(done);
        return;
    }
    QJsonObject json {{u"assets"_s, QJsonArray::fromStringList(m_reverse.front().assets)},
        {u"fields"_s, m_reverse.front().fields}, {u"reason"_s, tr("Taken back: %1").arg(m_reason)}};
    send(u"/asset-changes/preview"_s, json, {}, [this, json, done](const CallAnswer& answer) mutable {
        if (!answer.isOk())
            return fail(answer);
        json[u"digest"_s] = answer.json()["digest"_L1];
        send(u"/asset-changes"_s, json, freshKey(), [this, done](const CallAnswer& applied) {
            if (!applied.isOk())
                return fail(applied);
            m_reverse.pop_front();
            undoNext(done + applied.json()["changed"_L1].toInt());
        });
    });
}

void BatchChange::send(const QString& path, const QJsonObject& json, const QString& key,
    std::function<void(const CallAnswer&)> take)
{
    Call call;
    call.method = "POST";
    call.path = path;
    call.json = json;
    call.requestKey = key;
    m_busy = true;
    m_problem.clear();
    Q_EMIT changed();
    m_calls->send(call).then(this, [this, take = std::move(take)](const CallAnswer& answer) {
        m_busy = false;
        take(answer);
    });
}

void BatchChange::fail(const CallAnswer& answer)
{
    if (const QString token = m_fields.fieldOf(answer.json()["error"_L1].toObject()); !token.isEmpty())
        m_fields.setProblem(token, answer.problem);
    if (answer.code == "change.outdated"_L1)
        m_digest.clear(); // look again
    m_problem = answer.problem;
    Q_EMIT changed();
}

} // namespace guanwu

#include "moc_batch_change.cpp"
