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
    Q_PROPERTY(QVariantList auditColumns READ auditColumns CONSTANT)
    Q_PROPERTY(QVariantList auditActions READ auditActions CONSTANT)
    Q_PROPERTY(QVariantList roles READ roles CONSTANT)

public:
    using QObject::QObject;
    [[nodiscard]] QVariantList deviceColumns() const;
    [[nodiscard]] QVariantList accountColumns() const;
    [[nodiscard]] QVariantList auditColumns() const;
    /// { value, text }, those that leave entries.
    [[nodiscard]] QVariantList auditActions() const;
    Q_INVOKABLE [[nodiscard]] QString auditAction(const QString& token) const;
    /// All that an entry of the trail holds, for ValueRows.
    Q_INVOKABLE [[nodiscard]] QVariantList auditRows(const QVariantMap& entry) const;
    /// { value, text }
    [[nodiscard]] QVariantList roles() const;
    Q_INVOKABLE [[nodiscard]] bool needsUnit(const QString& role) const;
    Q_INVOKABLE [[nodiscard]] bool needsDepartment(const QString& role) const;
};

} // namespace guanwu
