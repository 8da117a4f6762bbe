#include "app/client/records/shown_language.h"

#include <QCoreApplication>

namespace guanwu {

Language shownLanguage()
{
    //: The token of the language of the translation: "zh_CN" in Chinese.
    const QString token = QCoreApplication::translate("ShownLanguage", "en");
    return token == QLatin1StringView("zh_CN") ? Language::ZhCn : Language::En;
}

} // namespace guanwu
