#include "app/client/campaign/campaign_words.h"

#include "app/client/session/token_words.h"
#include "core/inventory/line_result.h"
#include "core/inventory/scan_event.h"
#include "core/inventory/sheet_state.h"
#include "core/registry/use_state.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    /// The row of a token of the wire, null when this program is older than the server.
    template <class Enum, std::size_t N>
    const auto* rowOf(const TokenTable<Enum, N>& table, const QString& token)
    {
        const QByteArray bytes = token.toUtf8();
        for (const auto& row : table)
            if (row.token == std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())))
                return &row;
        return static_cast<decltype(&table[0])>(nullptr);
    }

    QLocale locale()
    {
        return shownLanguage() == Language::ZhCn ? QLocale(QLocale::Chinese, QLocale::China)
                                                 : QLocale(QLocale::English, QLocale::UnitedKingdom);
    }

} // namespace

Sign resultSign(const QString& token)
{
    if (token == "seen_elsewhere"_L1)
        return {CampaignWords::tr("Seen by another unit"), u"building"_s, u"foreign"_s};
    if (token == "outside_task"_L1)
        return {CampaignWords::tr("Not part of this campaign"), u"building"_s, u"foreign"_s};
    const auto* row = rowOf(kLineResults, token);
    const QString word = tokenWord(kLineResults, token);
    switch (row ? row->value : LineResult::NotChecked) {
    case LineResult::NotChecked:
        return {word, u"clock"_s, u"neutral"_s};
    case LineResult::Match:
        return {word, u"check"_s, u"good"_s};
    case LineResult::PlaceDiffers:
        return {word, u"door"_s, u"warning"_s};
    case LineResult::UserDiffers:
        return {word, u"user"_s, u"warning"_s};
    case LineResult::StateDiffers:
        return {word, u"swap"_s, u"warning"_s};
    case LineResult::Surplus:
        return {word, u"plus"_s, u"foreign"_s};
    case LineResult::Shortage:
        return {word, u"cross"_s, u"bad"_s};
    case LineResult::Damaged:
        return {word, u"alert"_s, u"bad"_s};
    case LineResult::ToScrap:
        return {word, u"trash"_s, u"warning"_s};
    case LineResult::Stolen:
        return {word, u"flag"_s, u"bad"_s};
    case LineResult::Doubt:
        return {word, u"question"_s, u"foreign"_s};
    case LineResult::DisposedNotRemoved:
        return {word, u"archive"_s, u"warning"_s};
    case LineResult::Duplicate:
        return {word, u"copy"_s, u"info"_s};
    }
    return {word, u"info"_s, u"neutral"_s};
}

Sign stateSign(const QString& token)
{
    const auto* row = rowOf(kSheetStates, token);
    const QString word = tokenWord(kSheetStates, token);
    switch (row ? row->value : SheetState::Draft) {
    case SheetState::Draft:
        return {word, u"edit"_s, u"neutral"_s};
    case SheetState::Issued:
        return {word, u"forward"_s, u"neutral"_s};
    case SheetState::Frozen:
        return {word, u"lock"_s, u"neutral"_s};
    case SheetState::Counting:
        return {word, u"play"_s, u"info"_s};
    case SheetState::UnitChecked:
        return {word, u"sign"_s, u"good"_s};
    case SheetState::DeptReviewed:
        return {word, u"people"_s, u"good"_s};
    case SheetState::BureauChecked:
        return {word, u"shield"_s, u"good"_s};
    case SheetState::Verified:
    case SheetState::Adjusted:
        return {word, u"check"_s, u"good"_s};
    case SheetState::Closed:
        return {word, u"archive"_s, u"good"_s};
    }
    return {word, u"info"_s, u"neutral"_s};
}

QString conditionWord(const QString& token) { return tokenWord(kConditions, token); }
QString useStateWord(const QString& token) { return tokenWord(kUseStates, token); }
QString entryWord(const QString& token) { return tokenWord(kEntryModes, token); }

Sign eventSign(const QString& token)
{
    const auto* row = rowOf(kEventKinds, token);
    const QString word = tokenWord(kEventKinds, token);
    switch (row ? row->value : EventKind::Note) {
    case EventKind::Seen:
        return {word, u"tag"_s, u"info"_s};
    case EventKind::Surplus:
        return {word, u"plus"_s, u"foreign"_s};
    case EventKind::Undo:
        return {word, u"undo"_s, u"neutral"_s};
    case EventKind::RoomClosed:
        return {word, u"door"_s, u"neutral"_s};
    case EventKind::Note:
        break;
    }
    return {word, u"note"_s, u"neutral"_s};
}

int stateRank(const QString& token)
{
    const auto* row = rowOf(kSheetStates, token);
    return row ? static_cast<int>(row->value) : -1;
}

QString percentText(qint64 hundredths)
{
    return locale().toString(static_cast<double>(hundredths) / 100, 'f', 2) + u" %"_s;
}

QString timeText(const QDateTime& at, const QDateTime& now)
{
    if (!at.isValid())
        return {};
    const QString clock = at.toString(u"HH:mm"_s);
    const qint64 days = at.date().daysTo(now.date());
    if (days == 0)
        return clock;
    if (days > 0 && days < 7)
        return locale().standaloneDayName(at.date().dayOfWeek(), QLocale::ShortFormat) + u' ' + clock;
    return at.date().toString(Qt::ISODate) + u' ' + clock;
}

QString timeText(const QDateTime& at) { return timeText(at, QDateTime::currentDateTime()); }

QDateTime instantOf(const QString& text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toLocalTime();
}

QString CampaignWords::count(qlonglong number) { return locale().toString(number); }

} // namespace guanwu

#include "moc_campaign_words.cpp"
