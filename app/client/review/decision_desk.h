#pragma once

#include "app/client/review/finding_list.h"

#include <deque>

namespace guanwu {

/// Decides findings: shows a decision at once, sends it, and takes it back from the list when the server
/// refuses it. Decisions that are made while one is under way wait for its answer, which carries the version
/// that the next one needs.
class DecisionDesk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::FindingList* findings MEMBER m_findings NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    /// { value, text, icon } of the results that a line may be decided to have.
    Q_PROPERTY(QVariantList results READ results CONSTANT)
    /// Words for proposals and bases of value that are usual.
    Q_PROPERTY(QStringList usualReasons READ usualReasons CONSTANT)
    Q_PROPERTY(QStringList valueBases READ valueBases CONSTANT)

public:
    using QObject::QObject;

    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool isBusy() const { return !m_queue.empty(); }
    [[nodiscard]] static QVariantList results();
    [[nodiscard]] static QStringList usualReasons();
    [[nodiscard]] static QStringList valueBases();

    /// The ticked lines, or that of the key.
    Q_INVOKABLE void decideLines(
        const QString& key, const QString& result, const QString& reason, const QString& proposal);
    /// The ticked surplus things, or that of the key. `months` < 0: not told.
    Q_INVOKABLE void decideSurplus(const QString& key, bool accepted, const QString& valueYuan,
        const QString& valueBasis, int months, const QString& reason);
    /// Puts the last ones back: decides them as they were decided before, or takes the decision back.
    Q_INVOKABLE void undo();
    Q_INVOKABLE void forgetProblem();

    /// What is wrong with an amount; empty = nothing.
    Q_INVOKABLE [[nodiscard]] static QString problemOfAmount(const QString& yuan);

Q_SIGNALS:
    void changed();
    /// Told at once, before the server has answered.
    void decided(const QString& message);
    void refused(const QString& key);

private:
    struct Step {
        QStringList below; ///< the sheet
        QJsonObject body;
        QStringList keys;
        QList<QJsonObject> before; ///< the decisions there were, for the way back
        QJsonObject shown;
    };
    void add(Step step);
    void sendNext();
    void finish(const CallAnswer& answer);

    QPointer<FindingList> m_findings;
    std::deque<Step> m_queue;
    std::vector<Step> m_last; ///< what undo() takes back
    QString m_problem;
};

} // namespace guanwu
