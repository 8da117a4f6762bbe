#include "app/client/wall/forecast.h"

#include "app/client/session/words.h"
#include "app/client/wall/wall_model.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace guanwu {

QString forecastText(const UnitProgress& unit, const QDateTime& now)
{
    const QString& kind = unit.forecast;
    if (kind == "all_seen"_L1)
        return WallModel::tr("all seen, not signed yet");
    if (kind == "quiet"_L1)
        return WallModel::tr("nothing for an hour");
    if (kind == "too_far"_L1)
        return WallModel::tr("not at this pace");
    const QDateTime& at = unit.forecastAt;
    if (kind == "today"_L1)
        return WallModel::tr("done about %1 today").arg(at.toString(u"HH:mm"_s));
    if (kind != "later"_L1)
        return {};
    const bool morning = at.time() <= QTime(12, 0);
    const qint64 days = now.date().daysTo(at.date());
    if (days <= 1)
        return morning ? WallModel::tr("done tomorrow morning") : WallModel::tr("done tomorrow afternoon");
    if (days < 7) {
        const QLocale locale
            = shownLanguage() == Language::ZhCn ? QLocale(QLocale::Chinese) : QLocale(QLocale::English);
        return WallModel::tr("done about %1")
            .arg(locale.standaloneDayName(at.date().dayOfWeek(), QLocale::LongFormat));
    }
    return WallModel::tr("done about %1", "a date").arg(at.date().toString(Qt::ISODate));
}

} // namespace guanwu
