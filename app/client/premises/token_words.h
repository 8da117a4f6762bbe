#pragma once

#include "app/client/records/column_of.h"
#include "app/client/session/token_words.h"

namespace guanwu {

inline QString textIn(const QVariantMap& map, const QString& key) { return map[key].toString(); }

/// A row of ValueRows; nothing for no value.
inline void addRow(QVariantList& out, const QString& label, const QString& value, const QString& tone = {})
{
    if (!value.isEmpty())
        out.push_back(QVariantMap {{QStringLiteral("label"), label}, {QStringLiteral("value"), value},
            {QStringLiteral("tone"), tone}});
}

} // namespace guanwu
