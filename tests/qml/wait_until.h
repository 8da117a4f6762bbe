#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>

namespace guanwu::test {

/// Lets the program go on until the condition holds, or the time is over: then what it says last.
template <class Condition> bool waitUntil(const Condition& condition, int seconds = 60)
{
    for (const QDeadlineTimer end(std::chrono::seconds {seconds}); !end.hasExpired();) {
        if (condition())
            return true;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    return condition();
}

} // namespace guanwu::test
