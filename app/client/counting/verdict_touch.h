#pragma once

#include <QObject>
#include <qqmlregistration.h>

namespace guanwu {

/// Lets a device that can vibrate say a verdict to the hand: short for what is as it should be, long for what
/// is not. It asks the feedback service of Linux handhelds (org.sigxcpu.Feedback, feedbackd), which knows the
/// motor and how its owner wants to be told; where there is none, nothing happens.
class VerdictTouch : public QObject {
    Q_OBJECT
    QML_ELEMENT

public:
    using QObject::QObject;

    /// By VerdictStyle::key. Never waits.
    Q_INVOKABLE void play(const QString& key);

private:
    bool m_isThere = true; ///< until the bus says that nobody serves it
};

} // namespace guanwu
