#include "tests/support/run_cases.h"

#include <QGuiApplication>

/// Qt wants one application for its timers, pictures and threads, from before the first case until after the last.
int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    return guanwu::test::runCases(argc, argv);
}
