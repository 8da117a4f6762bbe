#pragma once

#include "app/client/calls/calls.h"

#include <QJsonDocument>
#include <QPromise>
#include <functional>
#include <memory>
#include <qqmlregistration.h>
#include <vector>

namespace guanwu {

/// What a server would send of it.
[[nodiscard]] inline QByteArray bytes(const QJsonObject& json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// Calls without a server, for the gallery and for tests of view-models: answers what it was told to answer,
/// and remembers what it was asked.
class FakeCalls : public Calls {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("a GalleryStage has them")

public:
    using Calls::Calls;
    using Responder = std::function<CallAnswer(const Call&)>;

    [[nodiscard]] QFuture<CallAnswer> send(const Call& call) override;

    /// Answers calls of this method whose path matches the whole pattern, where "*" stands for anything. The
    /// last one that matches is taken.
    void on(const QByteArray& method, const QString& pattern, Responder responder);
    Q_INVOKABLE void answer(
        const QByteArray& method, const QString& pattern, const QByteArray& json, int status = 200);
    Q_INVOKABLE void refuse(const QByteArray& method, const QString& pattern, const QString& code,
        const QString& problem, int status);
    /// From now on nothing gets through.
    Q_INVOKABLE void setOffline(bool offline) { m_offline = offline; }
    /// From now on answers never come: for pages that wait.
    Q_INVOKABLE void setSilent(bool silent) { m_silent = silent; }
    /// Answers to calls of this method whose path ends so are kept back until they are released.
    void hold(const QByteArray& method, const QString& end) { m_heldMethod = method, m_heldEnd = end; }
    void release();
    /// "POST /tasks" and so on, in the order in which they were sent.
    Q_INVOKABLE [[nodiscard]] QStringList requests() const;

    [[nodiscard]] const std::vector<Call>& sent() const { return m_sent; }

private:
    [[nodiscard]] CallAnswer answerTo(const Call& call) const;

    struct Rule {
        QByteArray method;
        QString pattern;
        Responder responder;
    };
    std::vector<Rule> m_rules;
    std::vector<Call> m_sent;
    QByteArray m_heldMethod;
    QString m_heldEnd;
    std::vector<std::pair<std::shared_ptr<QPromise<CallAnswer>>, CallAnswer>> m_held;
    bool m_offline = false;
    bool m_silent = false;
};

} // namespace guanwu
