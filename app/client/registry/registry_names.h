#pragma once

#include <QObject>
#include <QVariantList>
#include <qqmlregistration.h>

namespace guanwu {

/// What the pages of the registry know without asking: its columns and choices.
class RegistryNames : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QVariantList cardColumns READ cardColumns CONSTANT)
    Q_PROPERTY(QVariantMap cardSorts READ cardSorts CONSTANT)

public:
    using QObject::QObject;
    /// For RecordColumns, over the rows of GET /assets.
    [[nodiscard]] QVariantList cardColumns() const;
    /// In which orders of the API those columns can be put, for PagedRecords.
    [[nodiscard]] QVariantMap cardSorts() const;
    Q_INVOKABLE [[nodiscard]] QVariantList choices(const QString& field) const;
    Q_INVOKABLE [[nodiscard]] QString name(const QString& field, const QString& value) const;
};

} // namespace guanwu
