#pragma once

#include <QObject>
#include <QVariantList>
#include <qqmlregistration.h>

namespace guanwu {

/// What the pages of people and units know without asking.
class StaffingNames : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QVariantList reforms READ reforms CONSTANT) ///< { value, text }

public:
    using QObject::QObject;
    [[nodiscard]] QVariantList reforms() const;
    /// { title, subtitle, document, value, assetNo } of what a person holds.
    Q_INVOKABLE [[nodiscard]] QVariantList holdings(const QVariantMap& answer) const;
};

} // namespace guanwu
