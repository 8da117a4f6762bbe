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
    void reopen() override;

private:
    struct Connections;
    std::shared_ptr<Connections> m_connections;
    QThreadPool m_pool;
};

} // namespace guanwu
