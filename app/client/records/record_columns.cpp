#include "app/client/records/record_columns.h"

#include "app/client/records/due_words.h"
#include "app/client/records/paged_records.h"
#include "app/client/session/token_words.h"
#include "core/reference/classification.h"

#include <QDateTime>
#include <QJsonArray>
#include <QSettings>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace guanwu {

QJsonValue valueAt(const QJsonObject& record, const QString& key)
{
    const qsizetype slash = key.indexOf(u'/');
    return slash < 0 ? record[key] : record[key.first(slash)].toObject().value(key.sliced(slash + 1));
}

QString groupedYuan(const QString& yuan)
{
    QString out = yuan;
    const qsizetype point = out.indexOf(u'.');
    const qsizetype first = out.startsWith(u'-') ? 1 : 0;
    for (qsizetype at = (point < 0 ? out.size() : point) - 3; at > first; at -= 3)
        out.insert(at, u',');
    return out;
}

QString classWord(const QString& code, const QString& chinese)
{
    if (shownLanguage() == Language::ZhCn)
        return chinese;
    const ClassCode* known = Classification::edition2022().find(code.toStdString());
    return known && !known->nameEn.empty() ? QString::fromStdString(known->nameEn) : chinese;
}

namespace {

    /// Of an amount that should be none.
    bool isNothing(const QString& yuan) { return yuan.isEmpty() || yuan == "0.00"_L1; }

} // namespace

QString shownValue(const RecordColumn& column, const QJsonValue& value)
{
    if (value.isNull() || value.isUndefined())
        return {};
    if (column.kind == "flag"_L1) {
        const bool yes = value.isBool() ? value.toBool() : value.toString() == "true"_L1;
        return yes ? RecordColumns::tr("Yes") : RecordColumns::tr("No");
    }
    if (column.kind == "class"_L1) {
        const QJsonObject first = value.toArray().at(0).toObject();
        const QString code = first["class_code"_L1].toString();
        return dotted({code, classWord(code, first["class_name"_L1].toString())});
    }
    if (column.kind == "findings"_L1) {
        QStringList out;
        for (const auto& one : value.toArray())
            out.push_back(one.toObject()["message"_L1].toString());
        return out.join(u"；"_s);
    }
    const QString text = value.isDouble() ? QString::number(value.toDouble(), 'f', 0) : value.toString();
    if (column.kind == "gap"_L1)
        return isNothing(text) ? QString() : groupedYuan(text);
    if (column.kind == "money"_L1)
        return groupedYuan(text);
    if (column.kind == "due"_L1)
        return dueText(text);
    if (column.kind == "token"_L1)
        return column.names.value(text, text).toString();
    if (column.kind == "instant"_L1) {
        const QDateTime at = value.isDouble()
            ? QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(value.toDouble()))
            : QDateTime::fromString(text, Qt::ISODateWithMs).toLocalTime();
        return at.isValid() ? at.toString(u"yyyy-MM-dd HH:mm"_s) : text;
    }
    return text;
}

void RecordColumns::setFile(const QString& file)
{
    m_file = file;
    recall();
}

void RecordColumns::setName(const QString& name)
{
    m_name = name;
    recall();
}

void RecordColumns::setAll(const QVariantList& columns)
{
    m_usual.clear();
    for (const QVariant& one : columns) {
        const QVariantMap map = one.toMap();
        m_usual.push_back(
            {map[u"key"_s].toString(), map[u"title"_s].toString(), map.value(u"kind"_s, u"text"_s).toString(),
                map.value(u"width"_s, 120).toInt(), map.value(u"isShown"_s, true).toBool(),
                map[u"names"_s].toMap(), map[u"brief"_s].toString(), map[u"doneKey"_s].toString()});
    }
    m_columns = m_usual;
    recall();
}

namespace {

    /// The value under its key; a day that is due no more is an ordinary day.
    QString shownOf(const RecordColumn& column, const QJsonObject& record)
    {
        const QJsonValue value = valueAt(record, column.key);
        const bool isDone
            = !column.doneKey.isEmpty() && !valueAt(record, column.doneKey).toString().isEmpty();
        return isDone ? value.toString() : shownValue(column, value);
    }

    QString toneOf(const RecordColumn& column, const QJsonObject& record)
    {
        const QJsonValue value = valueAt(record, column.key);
        const bool isDone
            = !column.doneKey.isEmpty() && !valueAt(record, column.doneKey).toString().isEmpty();
        if (column.kind == "due"_L1)
            return isDone ? QString() : dueTone(value.toString());
        if (column.kind == "gap"_L1)
            return isNothing(value.toString()) ? QString() : u"bad"_s;
        return column.kind == "findings"_L1 && !value.toArray().isEmpty() ? u"warning"_s : QString();
    }

    QVariantMap mapOf(const RecordColumn& column)
    {
        return {{u"key"_s, column.key}, {u"title"_s, column.title}, {u"kind"_s, column.kind},
            {u"width"_s, column.width}, {u"isShown"_s, column.isShown},
            {u"isNumber"_s,
                column.kind == "money"_L1 || column.kind == "gap"_L1 || column.kind == "number"_L1
                    || column.kind == "area"_L1}};
    }

} // namespace

QVariantList RecordColumns::all() const
{
    QVariantList out;
    for (const RecordColumn& column : m_columns)
        out.push_back(mapOf(column));
    return out;
}

QVariantList RecordColumns::shown() const
{
    QVariantList out;
    for (const RecordColumn& column : m_columns)
        if (column.isShown)
            out.push_back(mapOf(column));
    return out;
}

std::vector<RecordColumn> RecordColumns::shownColumns() const
{
    std::vector<RecordColumn> out;
    std::copy_if(m_columns.begin(), m_columns.end(), std::back_inserter(out),
        [](const RecordColumn& column) { return column.isShown; });
    return out;
}

int RecordColumns::totalWidth() const
{
    int out = 0;
    for (const RecordColumn& column : m_columns)
        out += column.isShown ? column.width : 0;
    return out;
}

RecordColumn* RecordColumns::find(const QString& key)
{
    const auto found = std::find_if(
        m_columns.begin(), m_columns.end(), [&](const RecordColumn& column) { return column.key == key; });
    return found == m_columns.end() ? nullptr : &*found;
}

const RecordColumn* RecordColumns::find(const QString& key) const
{
    return const_cast<RecordColumns*>(this)->find(key);
}

void RecordColumns::show(const QString& key, bool shown)
{
    RecordColumn* column = find(key);
    if (!column || column->isShown == shown || (!shown && shownColumns().size() == 1))
        return;
    column->isShown = shown;
    remember();
    Q_EMIT changed();
    Q_EMIT widthsChanged();
}

void RecordColumns::setWidth(const QString& key, int width)
{
    RecordColumn* column = find(key);
    if (!column)
        return;
    column->width = std::clamp(width, kNarrowest, kWidest);
    remember();
    Q_EMIT widthsChanged();
}

int RecordColumns::widthOf(const QString& key) const
{
    const RecordColumn* column = find(key);
    return column ? column->width : 0;
}

void RecordColumns::move(const QString& key, int by)
{
    const RecordColumn* column = find(key);
    if (!column)
        return;
    const auto at = column - m_columns.data();
    const auto to = at + by;
    if (to < 0 || to >= static_cast<std::ptrdiff_t>(m_columns.size()))
        return;
    std::swap(m_columns[static_cast<std::size_t>(at)], m_columns[static_cast<std::size_t>(to)]);
    remember();
    Q_EMIT changed();
}

void RecordColumns::reset()
{
    m_columns = m_usual;
    remember();
    Q_EMIT changed();
    Q_EMIT widthsChanged();
}

QStringList RecordColumns::cells(PagedRecords* records, int row) const
{
    QStringList out;
    const QJsonObject record = records ? records->recordAt(row) : QJsonObject();
    if (record.isEmpty())
        return out;
    for (const RecordColumn& column : m_columns)
        if (column.isShown)
            out.push_back(shownOf(column, record));
    return out;
}

QStringList RecordColumns::tones(PagedRecords* records, int row) const
{
    QStringList out;
    const QJsonObject record = records ? records->recordAt(row) : QJsonObject();
    for (const RecordColumn& column : m_columns)
        if (column.isShown)
            out.push_back(toneOf(column, record));
    return out;
}

QString RecordColumns::tone(PagedRecords* records, int row, const QString& key) const
{
    const RecordColumn* column = find(key);
    return column && records ? toneOf(*column, records->recordAt(row)) : QString();
}

QString RecordColumns::text(const QJsonObject& record, const QString& key) const
{
    const RecordColumn* column = find(key);
    return shownOf(column ? *column : RecordColumn {key, {}, u"text"_s}, record);
}

QString RecordColumns::briefly(const QJsonObject& record, const QString& key) const
{
    const RecordColumn* column = find(key);
    if (!column || column->brief.isEmpty())
        return text(record, key);
    if (column->kind == "flag"_L1)
        return valueAt(record, key).toBool() ? column->brief : QString();
    const QString value = text(record, key);
    return value.isEmpty() ? QString() : column->brief.arg(value);
}

QString RecordColumns::joined(PagedRecords* records, int row, const QStringList& keys) const
{
    const QJsonObject record = records ? records->recordAt(row) : QJsonObject();
    QStringList out;
    for (const QString& key : keys)
        if (const QString one = briefly(record, key); !one.isEmpty())
            out.push_back(one);
    return out.join(u" · "_s);
}

void RecordColumns::recall()
{
    if (!m_file.isEmpty() && !m_name.isEmpty() && !m_usual.empty()) {
        QSettings settings(m_file, QSettings::IniFormat);
        settings.beginGroup(group());
        const QStringList order = settings.value(u"order"_s).toStringList();
        m_columns = m_usual;
        // Columns that came with a later version stand behind those that were chosen.
        std::stable_sort(m_columns.begin(), m_columns.end(), [&](const auto& a, const auto& b) {
            const auto place = [&](const RecordColumn& one) {
                const auto found = order.indexOf(one.key);
                return found < 0 ? order.size() : found;
            };
            return place(a) < place(b);
        });
        const QStringList hidden = settings.value(u"hidden"_s).toStringList();
        for (RecordColumn& column : m_columns) {
            column.width = settings.value(u"width/"_s + column.key, column.width).toInt();
            if (order.contains(column.key))
                column.isShown = !hidden.contains(column.key);
        }
    }
    Q_EMIT changed();
    Q_EMIT widthsChanged();
}

void RecordColumns::remember() const
{
    if (m_file.isEmpty() || m_name.isEmpty())
        return;
    QSettings settings(m_file, QSettings::IniFormat);
    settings.beginGroup(group());
    QStringList order;
    QStringList hidden;
    for (const RecordColumn& column : m_columns) {
        order.push_back(column.key);
        if (!column.isShown)
            hidden.push_back(column.key);
        settings.setValue(u"width/"_s + column.key, column.width);
    }
    settings.setValue(u"order"_s, order);
    settings.setValue(u"hidden"_s, hidden);
}

} // namespace guanwu

#include "moc_record_columns.cpp"
