#pragma once

#include <QQuickPaintedItem>
#include <qqmlregistration.h>

namespace guanwu {

/// The QR code that a handheld enrols with, with its quiet zone, dark on white whatever the theme: scanners
/// want it so.
class SymbolPicture : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString enrolment READ enrolment WRITE setEnrolment NOTIFY changed)

public:
    explicit SymbolPicture(QQuickItem* parent = nullptr);
    [[nodiscard]] const QString& enrolment() const { return m_enrolment; }
    void setEnrolment(const QString& text);
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void changed();

private:
    QString m_enrolment;
};

} // namespace guanwu
