#pragma once

#include <QVariantList>
#include <QVariantMap>

namespace guanwu {

/// What ValueRows shows: a label, its value, and the name of the colour of the value (empty = the ordinary
/// one).
[[nodiscard]] inline QVariantMap valueRow(
    const QString& label, const QString& value, const QString& tone = {})
{
    return {
        {QStringLiteral("label"), label}, {QStringLiteral("value"), value}, {QStringLiteral("tone"), tone}};
}

/// The row; none of no value.
inline void addRow(QVariantList& out, const QString& label, const QString& value, const QString& tone = {})
{
    if (!value.isEmpty())
        out.push_back(valueRow(label, value, tone));
}

} // namespace guanwu
