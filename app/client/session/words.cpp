#include "app/client/session/words.h"

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

} // namespace guanwu
