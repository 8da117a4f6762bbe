#include "app/client/counting/verdict_style.h"

using namespace Qt::StringLiterals;

namespace guanwu {

VerdictStyle styleOf(VerdictKind kind, Language language)
{
    VerdictStyle out;
    out.key = QString::fromUtf8(tokenRow(kVerdictKinds, kind).token);
    out.word = QString::fromUtf8(nameOf(kVerdictKinds, kind, language));
    switch (kind) {
    case VerdictKind::Here:
        out.icon = u"check"_s;
        out.tone = u"good"_s;
        break;
    case VerdictKind::OtherRoom:
        out.icon = u"swap"_s;
        out.tone = u"warning"_s;
        break;
    case VerdictKind::AlreadyCounted:
        out.icon = u"repeat"_s;
        out.tone = u"info"_s;
        break;
    case VerdictKind::OtherUnit:
        out.icon = u"building"_s;
        out.tone = u"foreign"_s;
        break;
    case VerdictKind::Unknown:
        out.icon = u"question"_s;
        out.tone = u"bad"_s;
        break;
    case VerdictKind::Disposed:
        out.icon = u"archive"_s;
        out.tone = u"bad"_s;
        break;
    case VerdictKind::Doubt:
        out.icon = u"alert"_s;
        out.tone = u"warning"_s;
        break;
    }
    return out;
}

} // namespace guanwu
