#include "app/client/registry/field_list.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace guanwu {

int FieldList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_fields.size());
}

QVariant FieldList::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Field& field = m_fields[static_cast<std::size_t>(index.row())];
    const std::string token = field.token.toStdString();
    const FieldLook* look = findFieldLook(token);
    switch (role) {
    case Token:
        return field.token;
    case Label:
        return fieldLabel(token);
    case Group:
        return look ? groupTitle(look->group) : QString();
    case Editing:
        return editingName(look ? look->editing : FieldEditing::Text);
    case Value:
        return field.value;
    case Shown:
        return fieldShown(token, field.value, field.shown);
    case Problem:
        return field.problem;
    case Locked:
        return field.isLocked;
    case Changed:
        return field.value != field.before;
    case Required:
        return field.isRequired;
    case Choices:
        return choicesOf(token);
    case Before:
        return fieldShown(token, field.before);
    default:
        return {};
    }
}

QHash<int, QByteArray> FieldList::roleNames() const
{
    return {{Token, "token"}, {Label, "label"}, {Group, "group"}, {Editing, "editing"}, {Value, "value"},
        {Shown, "shown"}, {Problem, "problem"}, {Locked, "isLocked"}, {Changed, "isChanged"},
        {Required, "isRequired"}, {Choices, "choices"}, {Before, "before"}};
}

void FieldList::setFields(std::vector<Field> fields)
{
    beginResetModel();
    m_fields = std::move(fields);
    endResetModel();
    Q_EMIT edited();
}

const FieldList::Field* FieldList::find(const QString& token) const
{
    const auto found = std::find_if(
        m_fields.begin(), m_fields.end(), [&](const Field& field) { return field.token == token; });
    return found == m_fields.end() ? nullptr : &*found;
}

QString FieldList::value(const QString& token) const
{
    const Field* field = find(token);
    return field ? field->value : QString();
}

void FieldList::set(const QString& token, const QString& value, const QString& shown)
{
    auto* field = const_cast<Field*>(find(token));
    if (!field || field->isLocked || (field->value == value && field->problem.isEmpty()))
        return;
    field->value = value;
    field->shown = shown;
    field->problem.clear();
    tell(token);
    Q_EMIT edited();
}

void FieldList::setProblem(const QString& token, const QString& problem)
{
    if (auto* field = const_cast<Field*>(find(token))) {
        field->problem = problem;
        tell(token);
    }
}

void FieldList::clearProblems()
{
    for (Field& field : m_fields)
        if (!field.problem.isEmpty())
            setProblem(field.token, {});
}

void FieldList::add(const Field& field)
{
    if (has(field.token))
        return;
    beginInsertRows({}, rowCount(), rowCount());
    m_fields.push_back(field);
    endInsertRows();
    Q_EMIT edited();
}

void FieldList::remove(const QString& token)
{
    const Field* field = find(token);
    if (!field)
        return;
    const int row = static_cast<int>(field - m_fields.data());
    beginRemoveRows({}, row, row);
    m_fields.erase(m_fields.begin() + row);
    endRemoveRows();
    Q_EMIT edited();
}

void FieldList::rebase(const QString& token, const QString& value, const QString& shown)
{
    auto* field = const_cast<Field*>(find(token));
    if (!field)
        return;
    if (field->value == field->before) {
        field->value = value;
        field->shown = shown;
    }
    field->before = value;
    tell(token);
}

QJsonObject FieldList::changed() const
{
    QJsonObject out;
    for (const Field& field : m_fields)
        if (!field.isLocked && field.value != field.before)
            out[field.token] = field.value.isEmpty() ? QJsonValue() : QJsonValue(field.value);
    return out;
}

QString FieldList::fieldOf(const QJsonObject& error) const
{
    for (const QLatin1StringView key : {"field"_L1, "detail"_L1})
        if (const QString token = error[key].toString(); has(token))
            return token;
    const QString detail = error["detail"_L1].toString();
    QString only;
    for (const Field& field : m_fields)
        if (!detail.isEmpty() && field.value == detail) {
            if (!only.isEmpty())
                return {};
            only = field.token;
        }
    return only;
}

void FieldList::tell(const QString& token)
{
    const Field* field = find(token);
    const QModelIndex at = index(static_cast<int>(field - m_fields.data()));
    Q_EMIT dataChanged(at, at);
}

} // namespace guanwu

#include "moc_field_list.cpp"
