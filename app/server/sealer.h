#pragma once

#include "app/server/background.h"
#include "app/server/work_pool.h"
#include "core/audit/audit_block.h"

#include <filesystem>

namespace guanwu {

struct SealSettings {
    SealAlgorithm algorithm = SealAlgorithm::Sm3;
    std::chrono::milliseconds pause {5'000}; ///< an entry is sealed within twice this (security A2: 10 s)
    std::filesystem::path anchorFolder; ///< where the signed anchor of each day goes; empty = nowhere
    std::filesystem::path anchorKey; ///< made when it is not there; empty = nothing is signed
};

/// Seals the audit trail in the background, outside of the transactions that write it, signs what is sealed,
/// and writes the anchor of the day. Any number of servers on one registry may do so: the number of a block
/// is given once.
class Sealer {
public:
    /// Before it ends it seals what is left.
    Sealer(WorkPool::Connect connect, SealSettings settings);

private:
    void run(Background& background);
    void sealAll(Session& session) const;
    void signLast(Session& session) const;
    void writeDailyAnchor(Session& session) const;

    const WorkPool::Connect m_connect;
    const SealSettings m_settings;
    Background m_background;
};

} // namespace guanwu
