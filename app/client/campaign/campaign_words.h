#pragma once

#include "app/text/language.h"

#include <QObject>
#include <QString>
#include <qqmlregistration.h>

namespace guanwu {

/// How a word of the wire is shown: never by colour alone.
struct Sign {
    QString word;
    QString icon;
    QString tone; ///< name of a colour of Theme: "good", "warning", "bad", "info", "foreign", "neutral"
};

/// Of a result of a line, or of a kind of finding; unknown words are shown as they are.
[[nodiscard]] Sign resultSign(const QString& token);
/// Of the state of a task or a sheet.
[[nodiscard]] Sign stateSign(const QString& token);
[[nodiscard]] QString conditionWord(const QString& token);
[[nodiscard]] QString useStateWord(const QString& token);
[[nodiscard]] QString entryWord(const QString& token);
/// What kind of act an event was.
[[nodiscard]] Sign eventSign(const QString& token);

/// Where a state stands in the order of a campaign; -1 = unknown.
[[nodiscard]] int stateRank(const QString& token);
/// "97.41 %" of hundredths of a percent.
[[nodiscard]] QString percentText(qint64 hundredths);
/// "14:05" today, "Thu 14:05" this week, else with the date; local time. Empty for none.
[[nodiscard]] QString timeText(const QDateTime& at, const QDateTime& now);
[[nodiscard]] QString timeText(const QDateTime& at);
/// An instant of the wire as local time.
[[nodiscard]] QDateTime instantOf(const QString& text);

/// The same for pages.
class CampaignWords : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    using QObject::QObject;
    Q_INVOKABLE [[nodiscard]] static QString stateWord(const QString& token) { return stateSign(token).word; }
    Q_INVOKABLE [[nodiscard]] static QString stateIcon(const QString& token) { return stateSign(token).icon; }
    Q_INVOKABLE [[nodiscard]] static QString stateTone(const QString& token) { return stateSign(token).tone; }
    Q_INVOKABLE [[nodiscard]] static QString resultWord(const QString& token)
    {
        return resultSign(token).word;
    }
    Q_INVOKABLE [[nodiscard]] static QString resultIcon(const QString& token)
    {
        return resultSign(token).icon;
    }
    Q_INVOKABLE [[nodiscard]] static QString resultTone(const QString& token)
    {
        return resultSign(token).tone;
    }
    /// "12,345" as people of the language group digits.
    Q_INVOKABLE [[nodiscard]] static QString count(qlonglong number);
};

} // namespace guanwu
