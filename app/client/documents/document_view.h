#pragma once

#include "app/client/documents/document_kinds.h"

#include <QJsonObject>
#include <QPointer>
#include <qqmlregistration.h>

namespace guanwu {

/// One document as the screen shows it: where it stands, what it is about, what is missing, what may be done.
class DocumentView : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls READ calls WRITE setCalls NOTIFY asked)
    Q_PROPERTY(guanwu::DocumentKinds* kinds READ kinds WRITE setKinds NOTIFY asked)
    Q_PROPERTY(QString number READ number WRITE setNumber NOTIFY asked)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(bool isThere READ isThere NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString kind READ kind NOTIFY changed)
    Q_PROPERTY(QString method READ method NOTIFY changed)
    Q_PROPERTY(QString unit READ unit NOTIFY changed) ///< code
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed)
    Q_PROPERTY(QString state READ state NOTIFY changed)
    Q_PROPERTY(QString stateName READ stateName NOTIFY changed)
    Q_PROPERTY(QString original READ original NOTIFY changed)
    Q_PROPERTY(QString ruleText READ ruleText NOTIFY changed)
    Q_PROPERTY(bool isExampleRule READ isExampleRule NOTIFY changed)
    /// What may be done now: { token, text, icon }.
    Q_PROPERTY(QVariantList actions READ actions NOTIFY changed)
    /// The route as a line: { name, state: done|open|late|stopped|ahead, who, when, opinion, note }.
    Q_PROPERTY(QVariantList route READ route NOTIFY changed)
    Q_PROPERTY(QVariantList facts READ facts NOTIFY changed) ///< { label, value }
    /// { title, subtitle, value, facts: [{ label, value, before }] }
    Q_PROPERTY(QVariantList lines READ lines NOTIFY changed)
    /// { paper, name, isThere, isMust, stage, files: [{ title, hash, note }] }
    Q_PROPERTY(QVariantList checkList READ checkList NOTIFY changed)
    Q_PROPERTY(QStringList open READ open NOTIFY changed) ///< what stands in the way of the next stage
    Q_PROPERTY(QString nextStage READ nextStage NOTIFY changed)
    Q_PROPERTY(QStringList warnings READ warnings NOTIFY changed)
    Q_PROPERTY(QVariantList income READ income NOTIFY changed)
    Q_PROPERTY(QVariantList log READ log NOTIFY changed) ///< { title, subtitle, icon }
    Q_PROPERTY(QStringList cards READ cards NOTIFY changed)

public:
    using QObject::QObject;
    [[nodiscard]] Calls* calls() const { return m_calls; }
    void setCalls(Calls* calls);
    [[nodiscard]] DocumentKinds* kinds() const { return m_kinds; }
    void setKinds(DocumentKinds* kinds);
    [[nodiscard]] const QString& number() const { return m_number; }
    void setNumber(const QString& number);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool isThere() const { return !m_json.isEmpty(); }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] const QJsonObject& json() const { return m_json; }
    [[nodiscard]] qint64 revision() const { return static_cast<qint64>(m_json[u"revision"].toDouble()); }
    [[nodiscard]] QString kind() const { return m_json[u"kind"].toObject()[u"token"].toString(); }
    [[nodiscard]] QString method() const { return m_json[u"method"].toString(); }
    [[nodiscard]] QString unit() const { return m_json[u"unit"].toObject()[u"code"].toString(); }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] QString state() const { return m_json[u"state"].toString(); }
    [[nodiscard]] QString stateName() const;
    [[nodiscard]] QString original() const;
    [[nodiscard]] QString ruleText() const;
    [[nodiscard]] bool isExampleRule() const { return m_json[u"rule"].toObject()[u"example"].toBool(); }
    [[nodiscard]] QVariantList actions() const;
    [[nodiscard]] QVariantList route() const;
    [[nodiscard]] QVariantList facts() const;
    [[nodiscard]] QVariantList lines() const;
    [[nodiscard]] QVariantList checkList() const;
    [[nodiscard]] QStringList open() const;
    [[nodiscard]] QString nextStage() const;
    [[nodiscard]] QStringList warnings() const;
    [[nodiscard]] QVariantList income() const;
    [[nodiscard]] QVariantList log() const;
    [[nodiscard]] QStringList cards() const;

    Q_INVOKABLE [[nodiscard]] bool may(const QString& action) const;
    Q_INVOKABLE void reload() { load(); }
    /// Finished when the document, or the problem, is shown.
    QFuture<void> load();
    /// What an answer says of it now; one that a later change has overtaken is dropped, and
    /// so is one of another document.
    void take(const QJsonObject& json);

Q_SIGNALS:
    void asked();
    void changed();

private:
    /// What a line changes on its card: { field, label, before, value }.
    [[nodiscard]] QVariantList changesOf(int line) const;
    [[nodiscard]] QVariantMap factRow(const QString& name, const QString& value) const;
    [[nodiscard]] QVariantMap stepNode(const QJsonObject& step, bool isOpen) const;
    [[nodiscard]] QVariantMap laterNode(
        const QString& name, const QString& action, const QString& reachedIn) const;

    Calls* m_calls = nullptr;
    QPointer<DocumentKinds> m_kinds;
    QString m_number;
    QJsonObject m_json;
    QString m_problem;
    bool m_busy = false;
};

} // namespace guanwu
