#pragma once

#include <QAnimationDriver>
#include <QQuickWindow>
#include <chrono>
#include <functional>

namespace guanwu {

/// Runs the animations of the process by a clock of its own, which only goes while somebody waits for a page
/// to come to rest: what takes a second on the screen is over at once, on any machine.
class SteppedAnimations : public QAnimationDriver {
public:
    /// A whole second passes for them.
    void step();
    [[nodiscard]] qint64 elapsed() const override { return m_now; }

protected:
    void start() override;

private:
    qint64 m_now = 0; ///< ms since they run
};

/// What a page waits for beside its own frames, answers and threads; empty = nothing.
using Ready = std::function<bool()>;

/// Returns when the window shows what it will go on showing: animations are over (those without an end have
/// run a few seconds of their own clock), no thread of the common pool works, no picture is being read, no
/// event is left, and a frame drawn after all that is as the one before it, or only a clock is not. False:
/// not within this time, which is for what is broken.
[[nodiscard]] bool comeToRest(QQuickWindow& window, SteppedAnimations& animations, const Ready& isReady = {},
    std::chrono::milliseconds patience = std::chrono::minutes(5));

} // namespace guanwu
