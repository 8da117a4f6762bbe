#pragma once

#include <QObject>
#include <QVariantList>
#include <qqmlregistration.h>

namespace guanwu {

/// Columns and choices of the pages of administrators.
class AdministrationNames : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QVariantList deviceColumns READ deviceColumns CONSTANT)
    Q_PROPERTY(QVariantList accountColumns READ accountColumns CONSTANT)
    Q_PROPERTY(QVariantList roles READ roles CONSTANT)

public:
    using QObject::QObject;
    [[nodiscard]] QVariantList deviceColumns() const;
    [[nodiscard]] QVariantList accountColumns() const;
    /// { value, text }
    [[nodiscard]] QVariantList roles() const;
    Q_INVOKABLE [[nodiscard]] bool needsUnit(const QString& role) const;
    Q_INVOKABLE [[nodiscard]] bool needsDepartment(const QString& role) const;
};

} // namespace guanwu
