#pragma once

#include "app/handheld/handheld.h"
#include "app/handheld/open_server.h"
#include "app/handheld/sync.h"

#include <atomic>
#include <chrono>
#include <random>

namespace guanwu::test {

/// One handheld of a fleet and the clerk who carries it: counts by the dice of a seed, syncs now and then
/// whatever comes of it, and at the end until both sides prove that they hold the same.
class FleetClerk {
public:
    struct Job {
        std::filesystem::path store;
        EnrolmentCode code;
        std::string login;
        std::string password;
        std::string task;
        std::string unit;
        int scans = 0;
        unsigned resendPercent = 0;
        std::uint32_t seed = 0;
        std::chrono::milliseconds pace {0};
    };

    explicit FleetClerk(Job job)
        : m_job(std::move(job))
        , m_random(m_job.seed)
    {
    }
    /// Enrols, logs in, fetches the book. Throws when that does not go, however often it is tried.
    void start();
    /// Counts; `done` grows by one with each scan.
    void count(std::atomic<std::int64_t>& done);
    /// Syncs until everything is proven. Throws after many tries.
    void finish();

    [[nodiscard]] std::int64_t events();
    [[nodiscard]] std::int64_t offeredAgain() const { return m_offeredAgain; }
    [[nodiscard]] std::int64_t resent() const { return m_resent; }
    /// The own events as a file.
    [[nodiscard]] std::filesystem::path exportFile();

private:
    void scanOne();
    bool sync();
    void resend();
    [[nodiscard]] unsigned roll(unsigned sides) { return static_cast<unsigned>(m_random() % sides); }

    Job m_job;
    std::mt19937 m_random;
    std::unique_ptr<Handheld> m_handheld;
    OpenServer m_server;
    std::int64_t m_offeredAgain = 0;
    std::int64_t m_resent = 0;
    std::string m_lastTrouble; ///< of the last sync, for whoever has to look
};

} // namespace guanwu::test
