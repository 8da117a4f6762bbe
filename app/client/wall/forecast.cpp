#include "app/client/wall/forecast.h"

#include "app/client/campaign/campaign_words.h"
#include "app/client/session/words.h"
#include "app/client/wall/wall_model.h"

#include <QLocale>
#include <cmath>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    constexpr qint64 kMinute = 60;
    constexpr qint64 kHour = 60 * kMinute;
    constexpr qint64 kDay = 9 * kHour;
    constexpr qint64 kOverTime = 2 * kHour;
    constexpr int kDaysAhead = 10; ///< working days; what lies behind them is said not to be reached
    const QTime kOpens(8, 30);
    const QTime kCloses(17, 30);

    bool isWorkingDay(QDate day) { return day.dayOfWeek() <= Qt::Friday; }

    /// Seconds of work that are left today.
    qint64 leftToday(const QDateTime& now)
    {
        if (!isWorkingDay(now.date()) || now.time() >= kCloses)
            return kOverTime;
        return now.secsTo(QDateTime(now.date(), kCloses));
    }

    QDateTime roundedUp(const QDateTime& at, qint64 step)
    {
        const qint64 seconds = at.toSecsSinceEpoch();
        return QDateTime::fromSecsSinceEpoch((seconds + step - 1) / step * step);
    }

} // namespace

double eventsAnHour(const UnitProgress& unit)
{
    return (double(unit.last60) + 4.0 * double(unit.last15)) / 2.0;
}

Forecast forecastOf(const UnitProgress& unit, const QDateTime& now)
{
    using enum Forecast::Kind;
    if (unit.isSigned())
        return {Signed, {}};
    if (unit.lines > 0 && unit.left() <= 0)
        return {AllSeen, {}};
    if (unit.checked == 0 && !unit.lastEventAt.isValid())
        return {NotBegun, {}};
    if (unit.last60 == 0)
        return {Quiet, {}};
    qint64 work = std::llround(double(unit.left()) / eventsAnHour(unit) * double(kHour));
    if (work <= leftToday(now)) {
        const qint64 step = work <= kHour ? 5 * kMinute : work <= 4 * kHour ? 10 * kMinute : 30 * kMinute;
        const QDateTime at = roundedUp(now.addSecs(work), step);
        return {at.date() == now.date() ? Today : Later, at};
    }
    work -= leftToday(now);
    QDate day = now.date();
    for (int days = 0; days < kDaysAhead;) {
        day = day.addDays(1);
        if (!isWorkingDay(day))
            continue;
        if (work <= kDay)
            return {Later, roundedUp(QDateTime(day, kOpens).addSecs(work), kHour / 2)};
        work -= kDay;
        ++days;
    }
    return {TooFar, {}};
}

QString forecastText(const Forecast& forecast, const QDateTime& now)
{
    switch (forecast.kind) {
    case Forecast::Kind::Signed: // the state says it
    case Forecast::Kind::NotBegun:
        return {};
    case Forecast::Kind::AllSeen:
        return WallModel::tr("all seen, not signed yet");
    case Forecast::Kind::Quiet:
        return WallModel::tr("nothing for an hour");
    case Forecast::Kind::TooFar:
        return WallModel::tr("not at this pace");
    case Forecast::Kind::Today:
        return WallModel::tr("done about %1 today").arg(forecast.at.toString(u"HH:mm"_s));
    case Forecast::Kind::Later:
        break;
    }
    const bool morning = forecast.at.time() <= QTime(12, 0);
    const qint64 days = now.date().daysTo(forecast.at.date());
    if (days <= 1)
        return morning ? WallModel::tr("done tomorrow morning") : WallModel::tr("done tomorrow afternoon");
    if (days < 7) {
        const QLocale locale
            = shownLanguage() == Language::ZhCn ? QLocale(QLocale::Chinese) : QLocale(QLocale::English);
        return WallModel::tr("done about %1")
            .arg(locale.standaloneDayName(forecast.at.date().dayOfWeek(), QLocale::LongFormat));
    }
    return WallModel::tr("done about %1", "a date").arg(forecast.at.date().toString(Qt::ISODate));
}

} // namespace guanwu
