#pragma once

#include <QObject>
#include <QVariantList>
#include <qqmlregistration.h>

namespace guanwu {

/// What the pages of idle things and contracts know without asking.
class IdleNames : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QVariantList columns READ columns CONSTANT) ///< over the rows of GET /idle-assets
    Q_PROPERTY(QVariantList leaseColumns READ leaseColumns CONSTANT) ///< over those of GET /leases
    Q_PROPERTY(QVariantList reasons READ reasons CONSTANT) ///< { value, text }
    Q_PROPERTY(QVariantList conditions READ conditions CONSTANT)
    Q_PROPERTY(QVariantList ways READ ways CONSTANT)
    Q_PROPERTY(QVariantList leaseKinds READ leaseKinds CONSTANT)
    Q_PROPERTY(QVariantList periods READ periods CONSTANT)

public:
    using QObject::QObject;
    [[nodiscard]] QVariantList columns() const;
    [[nodiscard]] QVariantList leaseColumns() const;
    [[nodiscard]] QVariantList reasons() const;
    [[nodiscard]] QVariantList conditions() const;
    [[nodiscard]] QVariantList ways() const;
    [[nodiscard]] QVariantList leaseKinds() const;
    [[nodiscard]] QVariantList periods() const;
    Q_INVOKABLE [[nodiscard]] static QString leaseStateName(const QString& state);
    Q_INVOKABLE [[nodiscard]] static QString leaseKindName(const QString& kind);
    Q_INVOKABLE [[nodiscard]] static QString grouped(const QString& yuan);
    /// { label, value } of an idle thing, and of a contract.
    Q_INVOKABLE [[nodiscard]] QVariantList rowsOf(const QVariantMap& thing) const;
    Q_INVOKABLE [[nodiscard]] QVariantList leaseRows(const QVariantMap& lease) const;
    /// { title, subtitle, due, paid, state, tone } of the rent of a contract.
    Q_INVOKABLE [[nodiscard]] QVariantList rentRows(const QVariantMap& lease) const;
};

} // namespace guanwu
