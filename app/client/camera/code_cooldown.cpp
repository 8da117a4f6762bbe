#include "app/client/camera/code_cooldown.h"

namespace guanwu {

QStringList CodeCooldown::act(const QList<Read>& frame, qint64 ms)
{
    ++m_frame;
    m_codes.removeIf([ms](const auto& entry) { return ms - entry.value().lastSeen >= kMs; });
    QStringList out;
    for (const Read& read : frame) {
        const auto known = m_codes.find(read.text);
        const bool wasInLastFrame = known != m_codes.end() && known->lastFrame + 1 == m_frame;
        Code& code = known != m_codes.end() ? *known : m_codes[read.text];
        code.lastSeen = ms;
        code.lastFrame = m_frame;
        if (code.acted || (!read.isSure && !wasInLastFrame))
            continue;
        code.acted = true;
        out.push_back(read.text);
    }
    return out;
}

} // namespace guanwu
