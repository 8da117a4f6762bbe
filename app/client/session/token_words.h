#pragma once

#include "app/client/session/words.h"

#include <QJsonObject>
#include <QVariantList>

namespace guanwu {

/// The rows of a TokenTable of the core, in the language shown.

template <class Row> [[nodiscard]] QString rowName(const Row& row)
{
    return QString::fromUtf8(shownLanguage() == Language::ZhCn ? row.nameZh : row.nameEn);
}

/// { value, text } of each, for choices.
template <class Table> [[nodiscard]] QVariantList tokenChoices(const Table& table)
{
    QVariantList out;
    for (const auto& row : table)
        out.push_back(QVariantMap {{QStringLiteral("value"), QString::fromUtf8(row.token)},
            {QStringLiteral("text"), rowName(row)}});
    return out;
}

/// Token → name, for columns.
template <class Table> [[nodiscard]] QVariantMap tokenNames(const Table& table)
{
    QVariantMap out;
    for (const auto& row : table)
        out[QString::fromUtf8(row.token)] = rowName(row);
    return out;
}

/// An unknown token, of a newer server, is shown as it is.
template <class Table> [[nodiscard]] QString tokenWord(const Table& table, const QString& token)
{
    for (const auto& row : table)
        if (QString::fromUtf8(row.token) == token)
            return rowName(row);
    return token;
}

/// The name of what the server describes: its `name_en`, or `name_zh`, which some answers call `name`.
[[nodiscard]] QString serverName(const QJsonObject& json);

} // namespace guanwu
