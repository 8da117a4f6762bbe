#include "app/client/counting/wedge_collector.h"

#include <algorithm>

namespace guanwu {

bool WedgeCollector::take(QChar character, qint64 ms)
{
    const bool goesOn = !isHolding() || (patience(ms) > 0 && m_held.size() < kMost);
    if (!goesOn)
        m_held.clear();
    m_held += character;
    m_last = ms;
    return goesOn;
}

std::optional<QString> WedgeCollector::end(qint64 ms)
{
    const bool isScan = looksLikeScanner() && patience(ms) > 0;
    const QString code = std::exchange(m_held, {});
    return isScan ? std::optional(code) : std::nullopt;
}

qint64 WedgeCollector::patience(qint64 ms) const { return std::max<qint64>(0, m_last + allowedGap() - ms); }

} // namespace guanwu
