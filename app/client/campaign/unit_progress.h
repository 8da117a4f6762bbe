#pragma once

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <vector>

namespace guanwu {

/// How far a unit is, as the server tells it (GET /tasks/{task}/progress).
struct UnitProgress {
    QString unit; ///< code
    QString name;
    QString parent; ///< supervising department, empty = none
    QString state;
    QString recount; ///< "none", "open", "complete"; empty when the server does not tell
    bool stale = false; ///< events have come since the figures were made
    bool stuck = false;
    qint64 revision = 0;
    qint64 lines = 0;
    qint64 checked = 0;
    qint64 matchRate = 0; ///< hundredths of a percent, of all lines
    qint64 findings = 0; ///< cards seen where they do not belong
    qint64 quarantined = 0;
    qint64 last15 = 0; ///< events of the last 15 minutes
    qint64 last60 = 0;
    QDateTime lastEventAt; ///< local time
    QString forecast; ///< "signed", "all_seen", "not_begun", "quiet", "too_far", "today", "later"
    QDateTime forecastAt; ///< of the last two, local time
    QHash<QString, qint64> results;

    [[nodiscard]] static UnitProgress of(const QJsonObject& json);
    [[nodiscard]] qint64 count(const QString& result) const { return results.value(result); }
    [[nodiscard]] qint64 left() const { return lines - checked; }
    [[nodiscard]] double share() const { return lines == 0 ? 0 : double(checked) / double(lines); }
    [[nodiscard]] bool isSigned() const;
    /// Books frozen, and nothing has come yet.
    [[nodiscard]] bool isNotBegun() const { return state == QLatin1StringView("frozen"); }
};

/// All units of an answer, by unit code as the server sorts them.
[[nodiscard]] std::vector<UnitProgress> unitsOf(const QJsonObject& progress);

} // namespace guanwu
