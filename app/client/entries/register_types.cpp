#include "app/client/entries/register_types.h"

#include "app/client/forms/value_row.h"
#include "app/client/records/record_columns.h"
#include "app/client/session/token_words.h"
#include "core/registers/register_kind.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    constexpr auto kVoid = "void"_L1;

    QJsonObject found(const QJsonArray& list, QLatin1StringView key, const QString& token)
    {
        for (const auto& one : list)
            if (const QJsonObject json = one.toObject(); json[key].toString() == token)
                return json;
        return {};
    }

    bool holds(const QJsonArray& list, const QString& token)
    {
        return std::any_of(
            list.begin(), list.end(), [&](const QJsonValue& one) { return one.toString() == token; });
    }

    /// The day by which something has to be done, and what is filled in once it was.
    struct Due {
        QLatin1StringView field;
        QLatin1StringView done;
    };
    constexpr Due kDues[] = {{"due_on"_L1, "handed_in_on"_L1}, {"due_on"_L1, "finished_on"_L1},
        {"replace_on"_L1, "retired_on"_L1}, {"to_on"_L1, "vacated_on"_L1}};

    QVariantMap choice(const QString& value, const QString& text)
    {
        return {{u"value"_s, value}, {u"text"_s, text}};
    }

    /// The digests of photos are neither typed nor read by anybody.
    bool isTyped(const QJsonObject& field) { return field["value"_L1].toString() != "digests"_L1; }

    QString editingOf(const QString& value)
    {
        return value == "whole"_L1 ? u"number"_s
            : value == "yes_no"_L1 ? u"flag"_s
                                   : value; // text, money, area, date, choice, asset
    }

    QString columnKind(const QString& value)
    {
        return value == "money"_L1 ? u"money"_s
            : value == "whole"_L1  ? u"number"_s
            : value == "yes_no"_L1 ? u"flag"_s
            : value == "choice"_L1 ? u"token"_s
                                   : u"text"_s;
    }

    QVariantMap namesOf(const QJsonArray& list)
    {
        QVariantMap out;
        for (const auto& one : list)
            out[one.toObject()["token"_L1].toString()] = serverName(one.toObject());
        return out;
    }

} // namespace

void RegisterTypes::setCalls(Calls* calls)
{
    if (calls == m_calls)
        return;
    m_calls = calls;
    reload();
}

void RegisterTypes::reload()
{
    if (!m_calls)
        return;
    m_calls->get(u"/register-types"_s).then(this, [this](const CallAnswer& answer) {
        m_problem = answer.problem;
        if (answer.isOk())
            m_types = answer.json()["types"_L1].toArray();
        Q_EMIT changed();
    });
}

QVariantList RegisterTypes::registers() const { return tokenChoices(kRegisterKinds); }

QJsonObject RegisterTypes::type(const QString& token) const { return found(m_types, "type"_L1, token); }

QJsonObject RegisterTypes::field(const QString& type, const QString& token) const
{
    return found(this->type(type)["fields"_L1].toArray(), "token"_L1, token);
}

QVariantList RegisterTypes::typesOf(const QString& kind) const
{
    QVariantList out;
    for (const auto& one : m_types)
        if (const QJsonObject json = one.toObject();
            json["register"_L1].toString() == kind && json["parent"_L1].toString().isEmpty())
            out.push_back(choice(json["type"_L1].toString(), serverName(json)));
    return out;
}

QVariantList RegisterTypes::partsOf(const QString& type) const
{
    QVariantList out;
    for (const auto& one : m_types)
        if (const QJsonObject json = one.toObject(); json["parent"_L1].toString() == type && !type.isEmpty())
            out.push_back(choice(json["type"_L1].toString(), serverName(json)));
    return out;
}

QString RegisterTypes::typeName(const QString& type) const { return serverName(this->type(type)); }

QVariantList RegisterTypes::states(const QString& type) const
{
    QVariantList out;
    for (const auto& one : this->type(type)["states"_L1].toArray())
        out.push_back(choice(one.toObject()["token"_L1].toString(), serverName(one.toObject())));
    return out;
}

QString RegisterTypes::stateName(const QString& type, const QString& state) const
{
    if (state == kVoid)
        return tr("Void");
    const QString name = serverName(found(this->type(type)["states"_L1].toArray(), "token"_L1, state));
    return name.isEmpty() ? state : name;
}

QString RegisterTypes::dueKey(const QString& type) const
{
    for (const Due& due : kDues)
        if (!field(type, due.field).isEmpty() && !field(type, due.done).isEmpty())
            return u"fields/"_s + due.field;
    return {};
}

QString RegisterTypes::titleKey(const QString& type) const
{
    for (const auto name :
        {"name"_L1, "plate_no"_L1, "address"_L1, "occupant"_L1, "item"_L1, "description"_L1})
        if (!field(type, name).isEmpty())
            return u"fields/"_s + name;
    const QJsonArray fields = this->type(type)["fields"_L1].toArray();
    return fields.isEmpty() ? u"entry_no"_s : u"fields/"_s + fields[0].toObject()["token"_L1].toString();
}

QVariantList RegisterTypes::columns(const QString& type) const
{
    QVariantList out;
    const auto add = [&](const QString& key, const QString& title, int width, const QVariantMap& more = {}) {
        QVariantMap column {{u"key"_s, key}, {u"title"_s, title}, {u"width"_s, width}};
        column.insert(more);
        out.push_back(column);
    };
    const QJsonObject json = this->type(type);
    if (json.isEmpty())
        return out;
    const QString due = dueKey(type);
    QVariantMap states = namesOf(json["states"_L1].toArray());
    states[kVoid] = tr("Void");
    add(u"entry_no"_s, tr("Number"), 150);
    add(u"state"_s, tr("State"), 110, {{u"kind"_s, u"token"_s}, {u"names"_s, states}});
    if (!due.isEmpty()) {
        QString done;
        for (const Due& one : kDues)
            if (due.endsWith(one.field) && !field(type, one.done).isEmpty())
                done = u"fields/"_s + one.done;
        add(due, serverName(field(type, due.mid(7))), 210, {{u"kind"_s, u"due"_s}, {u"doneKey"_s, done}});
    }
    add(u"findings"_s, tr("To be looked at"), 260, {{u"kind"_s, u"findings"_s}});
    add(u"unit_name"_s, tr("Unit"), 180);
    int shown = 0;
    for (const auto& one : json["fields"_L1].toArray()) {
        const QJsonObject field = one.toObject();
        const QString key = u"fields/"_s + field["token"_L1].toString();
        const QString kind = columnKind(field["value"_L1].toString());
        if (key == due || !isTyped(field))
            continue;
        add(key, serverName(field), kind == "money"_L1 || kind == "text"_L1 ? 140 : 100,
            {{u"kind"_s, kind}, {u"names"_s, namesOf(field["choices"_L1].toArray())},
                {u"isShown"_s, ++shown <= 8}});
    }
    return out;
}

QVariantMap RegisterTypes::asked(const QJsonObject& field, const QVariantMap& values) const
{
    QVariantList choices;
    for (const auto& one : field["choices"_L1].toArray())
        choices.push_back(choice(one.toObject()["token"_L1].toString(), serverName(one.toObject())));
    const QString token = field["token"_L1].toString();
    return {{u"token"_s, token}, {u"label"_s, serverName(field)},
        {u"editing"_s, editingOf(field["value"_L1].toString())},
        {u"isRequired"_s, field["required"_L1].toBool()}, {u"choices"_s, choices},
        {u"value"_s, values[token].toString()}};
}

QVariantList RegisterTypes::newFields(const QString& type) const
{
    QVariantList out;
    for (const auto& one : this->type(type)["fields"_L1].toArray())
        if (const QString use = one.toObject()["use"_L1].toString();
            isTyped(one.toObject()) && (use == "free"_L1 || use == "first"_L1))
            out.push_back(asked(one.toObject(), {}));
    return out;
}

QVariantList RegisterTypes::openFields(const QString& type, const QVariantMap& values) const
{
    QVariantList out;
    for (const auto& one : this->type(type)["fields"_L1].toArray())
        if (isTyped(one.toObject()) && one.toObject()["use"_L1].toString() == "free"_L1)
            out.push_back(asked(one.toObject(), values));
    return out;
}

QVariantList RegisterTypes::stepFields(
    const QString& type, const QString& step, const QVariantMap& values) const
{
    QVariantList out;
    const QJsonObject json = found(this->type(type)["steps"_L1].toArray(), "token"_L1, step);
    for (const auto key : {"needs"_L1, "takes"_L1})
        for (const auto& one : json[key].toArray()) {
            QVariantMap field = asked(this->field(type, one.toString()), values);
            field[u"isRequired"_s] = key == "needs"_L1;
            out.push_back(field);
        }
    out.push_back(QVariantMap {{u"token"_s, u"reason"_s}, {u"label"_s, tr("Reason, stands in the history")},
        {u"isRequired"_s, step == kVoid}});
    return out;
}

QVariantList RegisterTypes::stepsFrom(const QString& type, const QString& state) const
{
    QVariantList out;
    if (state == kVoid)
        return out;
    for (const auto& one : this->type(type)["steps"_L1].toArray())
        if (const QJsonObject step = one.toObject(); holds(step["from"_L1].toArray(), state))
            out.push_back(choice(step["token"_L1].toString(), serverName(step)));
    out.push_back(choice(kVoid, tr("Make void")));
    return out;
}

QString RegisterTypes::stepName(const QString& type, const QString& step) const
{
    if (step == kVoid)
        return tr("Make void");
    const QString name = serverName(found(this->type(type)["steps"_L1].toArray(), "token"_L1, step));
    return name.isEmpty() ? step : name;
}

QString RegisterTypes::fieldName(const QString& type, const QString& field) const
{
    const QString name = serverName(this->field(type, field));
    return name.isEmpty() ? field : name;
}

QString RegisterTypes::shown(const QString& type, const QString& field, const QString& value) const
{
    const QJsonObject json = this->field(type, field);
    if (value.isEmpty())
        return {};
    return shownValue(
        {field, {}, columnKind(json["value"_L1].toString()), 0, true, namesOf(json["choices"_L1].toArray())},
        value);
}

QVariantList RegisterTypes::rows(const QString& type, const QVariantMap& values) const
{
    QVariantList out;
    for (const auto& one : this->type(type)["fields"_L1].toArray()) {
        const QString token = one.toObject()["token"_L1].toString();
        if (isTyped(one.toObject()))
            addRow(out, serverName(one.toObject()), shown(type, token, values[token].toString()));
    }
    return out;
}

} // namespace guanwu

#include "moc_register_types.cpp"
