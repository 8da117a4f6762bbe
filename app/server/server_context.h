#pragma once

#include "core/values/instant.h"

#include <filesystem>
#include <functional>
#include <span>
#include <string>

namespace guanwu {

class IngestQueue;
class Metrics;
class Secrets;
class SetupSecret;
class WallBoard;
struct Route;

/// What all requests share. Made once, before the first of them.
struct ServerContext {
    Secrets& secrets;
    std::function<Instant()> now;
    /// The day it is in the offices.
    [[nodiscard]] std::chrono::year_month_day today() const { return chinaDate(now()); }
    Metrics& metrics;
    IngestQueue& ingest;
    WallBoard& wall;
    std::function<std::string()> metricsText;
    SetupSecret& setup;
    std::span<const Route> routes;
    std::string caFingerprint; ///< see TlsIdentity
    std::filesystem::path readerProgram; ///< see ServerSettings
    std::string bureau; ///< see ServerSettings
};

} // namespace guanwu
