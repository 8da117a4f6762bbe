#pragma once

#include "app/client/calls/calls.h"

#include <QUrl>

namespace guanwu {

/// Writes what the server made (a form, tags) into a file of the user; it appears when it is complete. The
/// words of what went wrong, empty = it is there.
[[nodiscard]] QString writeAnswer(const CallAnswer& answer, const QUrl& file);

} // namespace guanwu
