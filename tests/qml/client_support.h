#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>

namespace guanwu::test {

/// Qt wants one for its timers and threads.
inline QCoreApplication& application()
{
    static int count = 1;
    static char name[] = "client_tests";
    static char* arguments[] {name, nullptr};
    static QCoreApplication one(count, arguments);
    return one;
}

template <class Condition> bool waitUntil(const Condition& condition, int seconds = 30)
{
    application();
    for (const QDeadlineTimer end(std::chrono::seconds {seconds}); !end.hasExpired();) {
        if (condition())
            return true;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    return condition();
}

} // namespace guanwu::test
