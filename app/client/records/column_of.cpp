#include "app/client/records/column_of.h"

using namespace Qt::StringLiterals;

namespace guanwu {

QVariantMap columnOf(const QString& key, const QString& title, int width, const QString& kind,
    const QVariantMap& names, bool isShown)
{
    return {{u"key"_s, key}, {u"title"_s, title}, {u"kind"_s, kind}, {u"width"_s, width},
        {u"isShown"_s, isShown}, {u"names"_s, names}};
}

} // namespace guanwu
