#pragma once

#include <QStringList>

class QQuickItem;

namespace guanwu {

/// What no page may show, of all that can be seen below the item: a control that keys reach and that has no
/// name or role for who cannot see it; a text that would take data for rich text (security X14); a button
/// smaller than a fingertip.
[[nodiscard]] QStringList pageFaults(QQuickItem& root);

} // namespace guanwu
