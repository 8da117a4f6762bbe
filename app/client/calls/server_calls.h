#pragma once

#include "app/client/calls/calls.h"
#include "app/text/language.h"

#include <QThreadPool>
#include <filesystem>
#include <memory>

namespace guanwu {

/// Calls over the connection of an enrolled store, a few at a time, each with the proof of the device.
class ServerCalls final : public Calls {
    Q_OBJECT

public:
    ServerCalls(std::filesystem::path store, Language language, QObject* parent = nullptr);
    /// Waits for what is under way.
    ~ServerCalls() override;

    [[nodiscard]] QFuture<CallAnswer> send(const Call& call) override;
    /// The log-in or the server has changed: connections are made anew.
    void reopen();

Q_SIGNALS:
    /// The server says that nobody is logged in any more.
    void loggedOut();

private:
    struct Connections;
    std::shared_ptr<Connections> m_connections;
    QThreadPool m_pool;
};

} // namespace guanwu
