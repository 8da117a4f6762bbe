#pragma once

#include "app/client/calls/calls.h"

#include <functional>
#include <vector>

namespace guanwu {

/// Calls without a server, for the gallery and for tests of view-models: answers what it was told to answer,
/// and remembers what it was asked.
class FakeCalls final : public Calls {
    Q_OBJECT

public:
    using Calls::Calls;
    using Responder = std::function<CallAnswer(const Call&)>;

    [[nodiscard]] QFuture<CallAnswer> send(const Call& call) override;

    /// Answers calls of this method whose path matches the whole pattern, where "*" stands for anything. The
    /// last one that matches is taken.
    void on(const QByteArray& method, const QString& pattern, Responder responder);
    void answer(const QByteArray& method, const QString& pattern, const QByteArray& json, int status = 200);
    void refuse(const QByteArray& method, const QString& pattern, const QString& code, const QString& problem,
        int status);
    /// From now on nothing gets through.
    void setOffline(bool offline) { m_offline = offline; }
    /// From now on answers never come: for pages that wait.
    void setSilent(bool silent) { m_silent = silent; }

    [[nodiscard]] const std::vector<Call>& sent() const { return m_sent; }

private:
    struct Rule {
        QByteArray method;
        QString pattern;
        Responder responder;
    };
    std::vector<Rule> m_rules;
    std::vector<Call> m_sent;
    bool m_offline = false;
    bool m_silent = false;
};

} // namespace guanwu
