#pragma once

#include "app/client/calls/calls.h"

#include <QJsonArray>
#include <QVariantList>
#include <qqmlregistration.h>

namespace guanwu {

/// The registers as the server describes them: tables and forms are made of it.
class RegisterTypes : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls READ calls WRITE setCalls NOTIFY changed)
    Q_PROPERTY(bool isThere READ isThere NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QVariantList registers READ registers CONSTANT) ///< { value, text }

public:
    using QObject::QObject;
    [[nodiscard]] Calls* calls() const { return m_calls; }
    void setCalls(Calls* calls);
    [[nodiscard]] bool isThere() const { return !m_types.isEmpty(); }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] QVariantList registers() const;

    Q_INVOKABLE void reload();
    /// Types of a register that stand by themselves: { value, text }.
    Q_INVOKABLE [[nodiscard]] QVariantList typesOf(const QString& kind) const;
    /// Types that hang on this one.
    Q_INVOKABLE [[nodiscard]] QVariantList partsOf(const QString& type) const;
    Q_INVOKABLE [[nodiscard]] QString typeName(const QString& type) const;
    Q_INVOKABLE [[nodiscard]] QVariantList states(const QString& type) const;
    Q_INVOKABLE [[nodiscard]] QString stateName(const QString& type, const QString& state) const;
    /// For RecordColumns, over the rows of GET /registers/KIND.
    Q_INVOKABLE [[nodiscard]] QVariantList columns(const QString& type) const;
    /// What a list is sorted by: the day that something is due. Empty = nothing falls due.
    Q_INVOKABLE [[nodiscard]] QString dueKey(const QString& type) const;
    /// What names an entry of the type in a list.
    Q_INVOKABLE [[nodiscard]] QString titleKey(const QString& type) const;
    /// For AskedFields: of a new entry, of a correction, and of a step with what stands there.
    Q_INVOKABLE [[nodiscard]] QVariantList newFields(const QString& type) const;
    Q_INVOKABLE [[nodiscard]] QVariantList openFields(const QString& type, const QVariantMap& values) const;
    Q_INVOKABLE [[nodiscard]] QVariantList stepFields(
        const QString& type, const QString& step, const QVariantMap& values) const;
    /// { value, text } of the steps that start in a state; taking an entry out of the register comes last.
    Q_INVOKABLE [[nodiscard]] QVariantList stepsFrom(const QString& type, const QString& state) const;
    Q_INVOKABLE [[nodiscard]] QString stepName(const QString& type, const QString& step) const;
    /// { label, value } of what an entry holds.
    Q_INVOKABLE [[nodiscard]] QVariantList rows(const QString& type, const QVariantMap& values) const;
    [[nodiscard]] QString fieldName(const QString& type, const QString& field) const;
    [[nodiscard]] QString shown(const QString& type, const QString& field, const QString& value) const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QJsonObject type(const QString& token) const;
    [[nodiscard]] QJsonObject field(const QString& type, const QString& token) const;
    [[nodiscard]] QVariantMap asked(const QJsonObject& field, const QVariantMap& values) const;

    Calls* m_calls = nullptr;
    QJsonArray m_types;
    QString m_problem;
};

} // namespace guanwu
