#include "app/client/forms/asked_fields.h"

#include "core/values/calendar.h"
#include "core/values/money.h"

using namespace Qt::StringLiterals;

namespace guanwu {

QString textProblem(const QString& editing, const QString& value)
{
    if (value.isEmpty())
        return {};
    const std::string text = value.toStdString();
    if (editing == "date"_L1 && !parseDate(text))
        return AskedFields::tr("A day is written YYYY-MM-DD.");
    if (editing == "money"_L1 && !Money::parseYuan(text))
        return AskedFields::tr("An amount in yuan has at most two decimals.");
    if (editing == "number"_L1) {
        bool isWhole = false;
        (void)value.toLongLong(&isWhole);
        if (!isWhole)
            return AskedFields::tr("A whole number.");
    }
    return {};
}

QString choiceText(const QVariantList& choices, const QString& value)
{
    for (const QVariant& one : choices)
        if (const QVariantMap choice = one.toMap(); choice[u"value"_s].toString() == value)
            return choice[u"text"_s].toString();
    return value;
}

void AskedFields::setSpec(const QVariantList& spec)
{
    if (spec == m_spec)
        return;
    beginResetModel();
    const std::vector<Field> old = std::exchange(m_fields, {});
    m_spec = spec;
    for (const QVariant& one : spec) {
        const QVariantMap map = one.toMap();
        Field field;
        field.token = map[u"token"_s].toString();
        field.label = map[u"label"_s].toString();
        field.editing = map.value(u"editing"_s, u"text"_s).toString();
        field.value = field.first = map[u"value"_s].toString();
        field.choices = map[u"choices"_s].toList();
        field.shown
            = map.contains(u"shown"_s) ? map[u"shown"_s].toString() : choiceText(field.choices, field.value);
        field.before = map[u"before"_s].toString();
        field.isRequired = map[u"isRequired"_s].toBool();
        for (const Field& kept : old)
            if (kept.token == field.token && kept.value != kept.first) {
                field.value = kept.value;
                field.shown = kept.shown;
            }
        m_fields.push_back(std::move(field));
    }
    endResetModel();
    ++m_revision;
    Q_EMIT specChanged();
    Q_EMIT edited();
}

bool AskedFields::isFilled() const
{
    return std::all_of(m_fields.begin(), m_fields.end(),
        [](const Field& field) { return !field.isRequired || !field.value.trimmed().isEmpty(); });
}

int AskedFields::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant AskedFields::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= count())
        return {};
    const Field& field = m_fields[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Token:
        return field.token;
    case Label:
        return field.label;
    case Editing:
        return field.editing;
    case Value:
        return field.value;
    case Shown:
        return field.shown;
    case Problem:
        return field.problem;
    case Required:
        return field.isRequired;
    case Choices:
        return field.choices;
    case Before:
        return field.before;
    default:
        return {};
    }
}

QHash<int, QByteArray> AskedFields::roleNames() const
{
    return {{Token, "token"}, {Label, "label"}, {Editing, "editing"}, {Value, "value"}, {Shown, "shown"},
        {Problem, "problem"}, {Required, "isRequired"}, {Choices, "choices"}, {Before, "before"}};
}

int AskedFields::find(const QString& token) const
{
    for (std::size_t row = 0; row < m_fields.size(); ++row)
        if (m_fields[row].token == token)
            return static_cast<int>(row);
    return -1;
}

void AskedFields::tell(int row)
{
    ++m_revision;
    Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT edited();
}

void AskedFields::set(const QString& token, const QString& value, const QString& shown)
{
    const int row = find(token);
    if (row < 0)
        return;
    Field& field = m_fields[static_cast<std::size_t>(row)];
    field.value = value;
    field.shown = shown.isEmpty() ? choiceText(field.choices, value) : shown;
    field.problem.clear();
    tell(row);
}

void AskedFields::setBefore(const QString& token, const QString& before)
{
    if (const int row = find(token); row >= 0) {
        m_fields[static_cast<std::size_t>(row)].before = before;
        tell(row);
    }
}

void AskedFields::setProblem(const QString& token, const QString& problem)
{
    if (const int row = find(token); row >= 0) {
        m_fields[static_cast<std::size_t>(row)].problem = problem;
        tell(row);
    }
}

QString AskedFields::value(const QString& token) const
{
    const int row = find(token);
    return row < 0 ? QString() : m_fields[static_cast<std::size_t>(row)].value.trimmed();
}

bool AskedFields::check()
{
    bool isSound = true;
    for (int row = 0; row < count(); ++row) {
        Field& field = m_fields[static_cast<std::size_t>(row)];
        const QString value = field.value.trimmed();
        const QString problem = value.isEmpty() ? (field.isRequired ? tr("This is needed.") : QString())
                                                : textProblem(field.editing, value);
        isSound = isSound && problem.isEmpty();
        if (problem == field.problem)
            continue;
        field.problem = problem;
        tell(row);
    }
    return isSound;
}

void AskedFields::clear()
{
    const QVariantList spec = std::exchange(m_spec, {});
    m_fields.clear();
    setSpec(spec);
}

QJsonObject AskedFields::filled(bool all) const
{
    QJsonObject out;
    for (const Field& field : m_fields) {
        const QString value = field.value.trimmed();
        if (!value.isEmpty())
            out[field.token] = value;
        else if (all)
            out[field.token] = QJsonValue();
    }
    return out;
}

QJsonObject AskedFields::changed() const
{
    QJsonObject out;
    for (const Field& field : m_fields)
        if (const QString value = field.value.trimmed(); value != field.first)
            out[field.token] = value.isEmpty() ? QJsonValue() : QJsonValue(value);
    return out;
}

} // namespace guanwu

#include "moc_asked_fields.cpp"
