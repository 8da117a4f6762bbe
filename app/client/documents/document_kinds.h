#pragma once

#include "app/client/calls/calls.h"

#include <QJsonArray>
#include <QVariantList>
#include <qqmlregistration.h>

namespace guanwu {

/// Which documents there are and what each asks for, as the server says it: forms are made of it.
class DocumentKinds : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls READ calls WRITE setCalls NOTIFY changed)
    Q_PROPERTY(bool isThere READ isThere NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// { token, name, methods: [{ value, text }] }
    Q_PROPERTY(QVariantList kinds READ kinds NOTIFY changed)
    /// Token of a method → its name.
    Q_PROPERTY(QVariantMap methodNames READ methodNames NOTIFY changed)

public:
    using QObject::QObject;
    [[nodiscard]] Calls* calls() const { return m_calls; }
    void setCalls(Calls* calls);
    [[nodiscard]] bool isThere() const { return !m_kinds.isEmpty(); }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] QVariantList kinds() const;
    [[nodiscard]] QVariantMap methodNames() const;

    Q_INVOKABLE void reload();
    Q_INVOKABLE [[nodiscard]] QVariantList methodsOf(const QString& kind) const;
    Q_INVOKABLE [[nodiscard]] QString methodName(const QString& kind, const QString& method) const;
    /// For AskedFields: what is asked at a stage ("filing", …), of the document or of each line.
    Q_INVOKABLE [[nodiscard]] QVariantList fields(
        const QString& kind, const QString& method, const QString& stage, bool ofLine) const;
    /// { label, choices } of a fact.
    [[nodiscard]] QVariantMap fact(const QString& kind, const QString& method, const QString& name) const;
    /// In the order in which they are asked for.
    [[nodiscard]] QStringList factNames(const QString& kind, const QString& method) const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QJsonArray factsOf(const QString& kind, const QString& method) const;

    Calls* m_calls = nullptr;
    QJsonArray m_kinds;
    QString m_problem;
};

} // namespace guanwu
