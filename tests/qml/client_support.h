#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>

namespace guanwu::test {

template <class Condition> bool waitUntil(const Condition& condition, int seconds = 30)
{
    for (const QDeadlineTimer end(std::chrono::seconds {seconds}); !end.hasExpired();) {
        if (condition())
            return true;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    return condition();
}

} // namespace guanwu::test
