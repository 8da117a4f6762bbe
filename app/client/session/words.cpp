#include "app/client/session/words.h"

#include "app/client/session/token_words.h"

#include <QCoreApplication>

namespace guanwu {

Language shownLanguage()
{
    //: The token of the language of the translation: "zh_CN" in Chinese.
    const QString token = QCoreApplication::translate("ShownLanguage", "en");
    return token == QLatin1StringView("zh_CN") ? Language::ZhCn : Language::En;
}

QString dotted(const QStringList& parts)
{
    QStringList out;
    for (const QString& part : parts)
        if (!part.isEmpty())
            out.push_back(part);
    return out.join(QStringLiteral(" · "));
}

QString serverName(const QJsonObject& json)
{
    const QString english = json[QLatin1StringView("name_en")].toString();
    if (shownLanguage() != Language::ZhCn && !english.isEmpty())
        return english;
    const QJsonValue chinese = json[QLatin1StringView("name_zh")];
    return (chinese.isString() ? chinese : json[QLatin1StringView("name")]).toString();
}

} // namespace guanwu
