#pragma once

#include "app/client/calls/calls.h"

#include <QVariantList>
#include <qqmlregistration.h>

namespace guanwu {

/// One card, whole: its fields in groups, what hangs on it, what happened to it, and what it is worth when.
class CardView : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls READ calls WRITE setCalls NOTIFY changed)
    Q_PROPERTY(QString number READ number WRITE setNumber NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(bool isThere READ isThere NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString tag READ tag NOTIFY changed)
    Q_PROPERTY(QString useState READ useState NOTIFY changed)
    Q_PROPERTY(QString useStateName READ useStateName NOTIFY changed)
    // In yuan, grouped.
    Q_PROPERTY(QString original READ original NOTIFY changed)
    Q_PROPERTY(QString accumulated READ accumulated NOTIFY changed)
    Q_PROPERTY(QString net READ net NOTIFY changed)
    /// { title, fields: [{ field, label, text }] }; fields without a value are left out.
    Q_PROPERTY(QVariantList groups READ groups NOTIFY changed)
    /// Paths of photos and papers: { path, hash, isPhoto, kilobytes }.
    Q_PROPERTY(QVariantList attachments READ attachments NOTIFY changed)
    /// The newest first: { when, who, what, why, fields: [{ label, before, after }] }.
    Q_PROPERTY(QVariantList history READ history NOTIFY changed)
    Q_PROPERTY(bool hasMoreHistory READ hasMoreHistory NOTIFY changed)
    /// { label, net, isToday }, as the server gives them; empty where it gives none.
    Q_PROPERTY(QVariantList curve READ curve NOTIFY changed)
    /// Why the value stands still; empty = it does not.
    Q_PROPERTY(QString curveReason READ curveReason NOTIFY changed)

public:
    using QObject::QObject;
    [[nodiscard]] Calls* calls() const { return m_calls; }
    void setCalls(Calls* calls);
    [[nodiscard]] const QString& number() const { return m_number; }
    void setNumber(const QString& number);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool isThere() const { return !m_card.isEmpty(); }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] QString name() const { return m_card[QLatin1StringView("name")].toString(); }
    [[nodiscard]] QString tag() const { return m_card[QLatin1StringView("tag")].toString(); }
    [[nodiscard]] QString useState() const { return m_card[QLatin1StringView("use_state")].toString(); }
    [[nodiscard]] QString useStateName() const;
    [[nodiscard]] QString original() const { return yuan(QLatin1StringView("original_yuan")); }
    [[nodiscard]] QString accumulated() const { return yuan(QLatin1StringView("accumulated_yuan")); }
    [[nodiscard]] QString net() const { return yuan(QLatin1StringView("net_yuan")); }
    [[nodiscard]] QVariantList groups() const;
    [[nodiscard]] const QVariantList& attachments() const { return m_attachments; }
    [[nodiscard]] const QVariantList& history() const { return m_history; }
    [[nodiscard]] bool hasMoreHistory() const { return !m_historyNext.isEmpty(); }
    [[nodiscard]] const QVariantList& curve() const { return m_curve; }
    [[nodiscard]] const QString& curveReason() const { return m_curveReason; }
    [[nodiscard]] const QJsonObject& card() const { return m_card; }

    Q_INVOKABLE void reload();
    Q_INVOKABLE void moreHistory();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QString yuan(QLatin1StringView field) const;
    void ask(const QString& part, const QUrlQuery& query, void (CardView::*take)(const QJsonObject&));
    void takeAttachments(const QJsonObject& answer);
    void takeHistory(const QJsonObject& answer);
    void takeCurve(const QJsonObject& answer);

    Calls* m_calls = nullptr;
    QString m_number;
    QString m_problem;
    QJsonObject m_card;
    QVariantList m_attachments;
    QVariantList m_history;
    QString m_historyNext;
    QVariantList m_curve;
    QString m_curveReason;
    int m_generation = 0;
    bool m_busy = false;
};

} // namespace guanwu
