#pragma once

#include "app/client/session/words.h"
#include "core/base/token_table.h"

#include <QVariantList>

namespace guanwu {

// Tokens of the core in the language that is shown, and the maps that tables and panels are made of.

template <class Row> [[nodiscard]] QString rowWord(const Row& row)
{
    return QString::fromUtf8(shownLanguage() == Language::ZhCn ? row.nameZh : row.nameEn);
}

template <class Table> [[nodiscard]] QVariantList tokenChoices(const Table& table)
{
    QVariantList out;
    for (const auto& row : table)
        out.push_back(QVariantMap {{QStringLiteral("value"), QString::fromUtf8(row.token)},
            {QStringLiteral("text"), rowWord(row)}});
    return out;
}

/// Token → word, for the columns of a table.
template <class Table> [[nodiscard]] QVariantMap tokenWords(const Table& table)
{
    QVariantMap out;
    for (const auto& row : table)
        out[QString::fromUtf8(row.token)] = rowWord(row);
    return out;
}

template <class Table> [[nodiscard]] QString tokenWord(const Table& table, const QString& token)
{
    return tokenWords(table).value(token, token).toString();
}

/// A column of RecordColumns.
[[nodiscard]] inline QVariantMap tableColumn(const QString& key, const QString& title, int width,
    const QString& kind = QStringLiteral("text"), const QVariantMap& words = {}, bool isShown = true)
{
    return {{QStringLiteral("key"), key}, {QStringLiteral("title"), title}, {QStringLiteral("kind"), kind},
        {QStringLiteral("width"), width}, {QStringLiteral("isShown"), isShown}, {QStringLiteral("names"), words}};
}

/// A row of ValueRows; nothing for no value.
inline void addRow(QVariantList& out, const QString& label, const QString& value, const QString& tone = {})
{
    if (!value.isEmpty())
        out.push_back(QVariantMap {{QStringLiteral("label"), label}, {QStringLiteral("value"), value},
            {QStringLiteral("tone"), tone}});
}

} // namespace guanwu
