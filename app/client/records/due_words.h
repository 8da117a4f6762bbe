#pragma once

#include <QDate>
#include <QString>

namespace guanwu {

/// "2026-11-20 · 8 days late", "… · today", "… · in 3 days". Empty for no day.
[[nodiscard]] QString dueText(const QString& isoDay, const QDate& today = QDate::currentDate());
/// The name of its colour: "bad" late, "warning" within three days, else "".
[[nodiscard]] QString dueTone(const QString& isoDay, const QDate& today = QDate::currentDate());

} // namespace guanwu
