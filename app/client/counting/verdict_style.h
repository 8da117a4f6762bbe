#pragma once

#include "app/text/language.h"
#include "core/inventory/verdict.h"

#include <QString>

namespace guanwu {

/// How a verdict is told: never by colour alone.
struct VerdictStyle {
    QString key; ///< names the sound: the token of the kind, "refused", "room"
    QString word;
    QString icon; ///< of Guanwu.Controls
    QString tone; ///< of Theme.named()
};

[[nodiscard]] VerdictStyle styleOf(VerdictKind kind, Language language);

} // namespace guanwu
