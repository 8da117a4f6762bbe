#pragma once

#include "core/values/instant.h"

#include <cstdint>
#include <string>
#include <vector>

namespace guanwu {

class Session;

/// What an administrator asks of the store of a registry. What a session refuses to open with (durability, schema) is
/// not asked again.
class StoreHealth {
public:
    explicit StoreHealth(Session& session)
        : m_session(session)
    {
    }

    /// "SQLite 3.40.1", "MariaDB 10.11.6".
    [[nodiscard]] std::string version();
    /// What the store finds wrong with its own pages and indexes; none = sound. Reads all of them.
    [[nodiscard]] std::vector<std::string> damage();
    /// The cipher of the connection; empty = none, as within one machine.
    [[nodiscard]] std::string cipher();
    struct Cluster {
        int nodes = 0; ///< that this one hears of; 0 = the store is no cluster
        bool isReady = false; ///< this node belongs to the part that goes on
    };
    [[nodiscard]] Cluster cluster();
    /// Of the three that set-up makes.
    [[nodiscard]] std::int64_t administrators();
    [[nodiscard]] std::int64_t accounts();
    /// Imports that say they are loading and have not been heard of for so long.
    [[nodiscard]] std::int64_t stoppedImports(Instant before);
    /// Scan events kept aside because their number came with another content.
    [[nodiscard]] std::int64_t quarantinedEvents();

private:
    Session& m_session;
};

} // namespace guanwu
