#pragma once

#include "core/inventory/scan_event.h"

#include <QDateTime>
#include <QString>

namespace guanwu {

inline QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

/// The time of day by the clock of this device.
inline QString clockTime(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count()).toString(QStringLiteral("HH:mm"));
}

} // namespace guanwu
