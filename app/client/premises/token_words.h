#pragma once

#include "app/client/forms/value_row.h"
#include "app/client/records/column_of.h"
#include "app/client/session/token_words.h"

namespace guanwu {

inline QString textIn(const QVariantMap& map, const QString& key) { return map[key].toString(); }

} // namespace guanwu
