#pragma once

#include <QObject>
#include <QVariantList>
#include <qqmlregistration.h>

namespace guanwu {

/// What the pages of documents know without asking: names, colours and signs of states, the columns of the
/// list.
class DocumentNames : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QVariantList kinds READ kinds CONSTANT) ///< { value, text }
    Q_PROPERTY(QVariantList states READ states CONSTANT)

public:
    using QObject::QObject;
    [[nodiscard]] QVariantList kinds() const;
    [[nodiscard]] QVariantList states() const;
    /// For RecordColumns, over the rows of GET /documents.
    Q_INVOKABLE [[nodiscard]] QVariantList columns(const QVariantMap& methodNames) const;
    Q_INVOKABLE [[nodiscard]] static QString kindName(const QString& kind);
    Q_INVOKABLE [[nodiscard]] static QString kindIcon(const QString& kind);
    Q_INVOKABLE [[nodiscard]] static QString stateName(const QString& state);
    Q_INVOKABLE [[nodiscard]] static QString stateTone(const QString& state);
    Q_INVOKABLE [[nodiscard]] static QString stateIcon(const QString& state);
    Q_INVOKABLE [[nodiscard]] static QString stepName(const QString& step);
    Q_INVOKABLE [[nodiscard]] static QString actionName(const QString& action);
    Q_INVOKABLE [[nodiscard]] static QString actionIcon(const QString& action);
    Q_INVOKABLE [[nodiscard]] static QString stageName(const QString& stage);
    /// Of a result of a count, and of why one has no document.
    Q_INVOKABLE [[nodiscard]] static QString findingName(const QString& result);
    Q_INVOKABLE [[nodiscard]] static QString skipName(const QString& why);
};

/// Milliseconds of the wire as local time.
[[nodiscard]] QString momentText(const QJsonValue& milliseconds);

} // namespace guanwu
