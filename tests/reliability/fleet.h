#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace guanwu::test {

/// Many handhelds that count at the same time, on a network and with a server that fail.
struct FleetOptions {
    std::string databaseUrl; ///< of an empty registry
    std::string cleanDatabaseUrl; ///< of another one, for the same script without faults
    /// Of an empty one. When everything is over it takes the place of the first, with a backup made before the first
    /// kill, and the handhelds sync again. Empty = that is not done.
    std::string restoredDatabaseUrl;
    std::filesystem::path folder; ///< for stores and files
    int handhelds = 12;
    int scans = 100; ///< of each
    int units = 12;
    int cards = 1500;
    int serverKills = 3;
    int servers = 1; ///< on ports one after the other, killed in turn
    std::uint16_t port = 0; ///< of the first; 0 = one that is free
    std::uint16_t frontPort
        = 0; ///< where the handhelds find whichever server answers; 0 = the first server itself
    /// An older `guanwu` that everything begins with; instead of the first kill the registry and the servers,
    /// one after the other, are upgraded. Empty = no upgrade.
    std::filesystem::path oldProgram;
    std::filesystem::path compareWhen; ///< nothing is compared before this file is there; empty = at once
    int paceMs = 0; ///< from one scan to the next, as somebody walks
    unsigned cutPercent = 60; ///< of the connections
    unsigned resendPercent = 10; ///< of the batches, though they were acknowledged
    std::uint32_t seed = 1;
    bool quiet = true; ///< false: tells on standard error how far it is
};

struct FleetReport {
    std::int64_t events = 0; ///< made, undo included
    double seconds = 0; ///< from the first scan until all sides had proved that they hold the same
    int cuts = 0;
    int kills = 0;
    std::int64_t resent = 0; ///< events sent again on purpose
    std::int64_t lostAcknowledgements = 0; ///< acknowledged, and gone from the server at a later sync
    std::int64_t missingAfterRestore = 0; ///< events that the restored backup did not have
    std::int64_t notOnServer = 0; ///< of all events, when everything was over
    std::int64_t duplicates = 0; ///< more events on the server than were made
    std::string result; ///< `guanwu task result` of the fleet
    std::string cleanResult; ///< of its event files, ingested into the clean registry
};

/// Runs the fleet against `guanwu serve`. Throws std::runtime_error when something else than a fault goes
/// wrong.
[[nodiscard]] FleetReport runFleet(const FleetOptions& options);

} // namespace guanwu::test
