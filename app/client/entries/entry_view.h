#pragma once

#include "app/client/entries/register_types.h"

#include <QJsonObject>
#include <QPointer>

namespace guanwu {

/// One entry of a register: what it holds, what is to be looked at, what may be done, what happened.
class EntryView : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls READ calls WRITE setCalls NOTIFY asked)
    Q_PROPERTY(guanwu::RegisterTypes* types READ types WRITE setTypes NOTIFY asked)
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY asked) ///< of the register
    Q_PROPERTY(QString number READ number WRITE setNumber NOTIFY asked)
    Q_PROPERTY(bool isThere READ isThere NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString type READ type NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed)
    Q_PROPERTY(QString stateName READ stateName NOTIFY changed)
    Q_PROPERTY(QString unit READ unit NOTIFY changed)
    Q_PROPERTY(int revision READ revision NOTIFY changed)
    Q_PROPERTY(QVariantMap values READ values NOTIFY changed)
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed)
    Q_PROPERTY(QStringList findings READ findings NOTIFY changed)
    Q_PROPERTY(QVariantList steps READ steps NOTIFY changed)
    Q_PROPERTY(QVariantList history READ history NOTIFY changed) ///< { title, subtitle, changes }

public:
    using QObject::QObject;
    [[nodiscard]] Calls* calls() const { return m_calls; }
    void setCalls(Calls* calls);
    [[nodiscard]] RegisterTypes* types() const { return m_types; }
    void setTypes(RegisterTypes* types);
    [[nodiscard]] const QString& kind() const { return m_kind; }
    void setKind(const QString& kind);
    [[nodiscard]] const QString& number() const { return m_number; }
    void setNumber(const QString& number);
    [[nodiscard]] bool isThere() const { return !m_entry.isEmpty(); }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] QString type() const { return m_entry[u"type"].toString(); }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] QString stateName() const;
    [[nodiscard]] QString unit() const { return m_entry[u"unit"].toString(); }
    [[nodiscard]] int revision() const { return m_entry[u"revision"].toInt(-1); }
    [[nodiscard]] QVariantMap values() const { return m_entry[u"fields"].toObject().toVariantMap(); }
    [[nodiscard]] QVariantList rows() const;
    [[nodiscard]] QStringList findings() const;
    [[nodiscard]] QVariantList steps() const;
    [[nodiscard]] QVariantList history() const;

    Q_INVOKABLE void reload();

Q_SIGNALS:
    void asked();
    void changed();

private:
    void readHistory();

    Calls* m_calls = nullptr;
    QPointer<RegisterTypes> m_types;
    QString m_kind;
    QString m_number;
    QString m_problem;
    QJsonObject m_entry;
    QJsonArray m_events;
    int m_generation = 0;
};

} // namespace guanwu
