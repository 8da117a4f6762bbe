#pragma once

#include <QObject>
#include <QString>
#include <qqmlregistration.h>

namespace guanwu {

/// Where codes come from that were read outside this program: a scanner that types, or one on a serial line.
/// What is looked through by a camera is a FrameSource.
class CodeSource : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("what scanners have in common")
    Q_PROPERTY(bool enabled READ isEnabled WRITE setEnabled NOTIFY changed)

public:
    using QObject::QObject;
    [[nodiscard]] bool isEnabled() const { return m_enabled; }
    virtual void setEnabled(bool enabled)
    {
        if (enabled == m_enabled)
            return;
        m_enabled = enabled;
        Q_EMIT changed();
    }

Q_SIGNALS:
    void changed();
    void scanned(const QString& code);

private:
    bool m_enabled = true;
};

} // namespace guanwu
