#pragma once

#include "app/text/language.h"

#include <QStringList>

namespace guanwu {

/// The language that the texts of this client are shown in, which is that of the installed translation: in it
/// the names of tokens are read from the tables of the core.
[[nodiscard]] Language shownLanguage();

/// "A · B" of what is not empty: the second line of a row.
[[nodiscard]] QString dotted(const QStringList& parts);

} // namespace guanwu
