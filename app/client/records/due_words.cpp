#include "app/client/records/due_words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    constexpr qint64 kSoon = 3; // days

    struct DueWords {
        Q_DECLARE_TR_FUNCTIONS(DueWords)
    };

} // namespace

QString dueText(const QString& isoDay, const QDate& today)
{
    const QDate day = QDate::fromString(isoDay, Qt::ISODate);
    if (!day.isValid())
        return isoDay;
    const qint64 left = today.daysTo(day);
    const QString words = left < 0 ? DueWords::tr("%1 days late").arg(-left)
        : left == 0                ? DueWords::tr("due today")
                                   : DueWords::tr("in %1 days").arg(left);
    return isoDay + u" · "_s + words;
}

QString dueTone(const QString& isoDay, const QDate& today)
{
    const QDate day = QDate::fromString(isoDay, Qt::ISODate);
    if (!day.isValid())
        return {};
    const qint64 left = today.daysTo(day);
    return left < 0 ? u"bad"_s : left <= kSoon ? u"warning"_s : QString();
}

} // namespace guanwu
