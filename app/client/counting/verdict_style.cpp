#include "app/client/counting/verdict_style.h"

#include <array>

namespace guanwu {

namespace {

    struct Look {
        VerdictKind kind;
        const char* icon; ///< of Guanwu.Controls
        const char* tone; ///< of Guanwu.Theme
    };
    constexpr std::array<Look, kVerdictKinds.size()> kLooks {{
        {VerdictKind::Here, "check", "good"},
        {VerdictKind::OtherRoom, "swap", "warning"},
        {VerdictKind::AlreadyCounted, "repeat", "info"},
        {VerdictKind::OtherUnit, "building", "foreign"},
        {VerdictKind::Unknown, "question", "bad"},
        {VerdictKind::Disposed, "archive", "bad"},
        {VerdictKind::Doubt, "alert", "warning"},
    }};

} // namespace

VerdictStyle styleOf(VerdictKind kind, Language language)
{
    const Look& look = kLooks[static_cast<std::size_t>(kind)];
    VerdictStyle out;
    out.key = QString::fromUtf8(tokenRow(kVerdictKinds, kind).token);
    out.word = QString::fromUtf8(nameOf(kVerdictKinds, kind, language));
    out.icon = QString::fromLatin1(look.icon);
    out.tone = QString::fromLatin1(look.tone);
    return out;
}

} // namespace guanwu
