#pragma once

#include <QVariantMap>

namespace guanwu {

/// A column as a page describes it for RecordColumns; further keys of RecordColumn can be set in it.
[[nodiscard]] QVariantMap columnOf(const QString& key, const QString& title, int width,
    const QString& kind = QStringLiteral("text"), const QVariantMap& names = {}, bool isShown = true);

} // namespace guanwu
