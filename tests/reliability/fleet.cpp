#include "tests/reliability/fleet.h"

#include "schema/connection/session.h"
#include "tests/reliability/count_office.h"
#include "tests/reliability/fleet_clerk.h"
#include "tests/support/cutting_proxy.h"

#include <chrono>
#include <iostream>
#include <map>
#include <stdexcept>

namespace guanwu::test {

namespace {

    constexpr std::uint32_t kCutWithin = 20'000; ///< a handshake is 3,000 bytes, a batch some 5,000

    /// The first error of any thread; the others go on.
    class Threads {
    public:
        template <class Work> void add(const Work& work)
        {
            m_threads.emplace_back([this, work] {
                try {
                    work();
                } catch (const std::exception& error) {
                    const std::scoped_lock lock(m_mutex);
                    if (m_error.empty())
                        m_error = error.what();
                }
                --m_running;
            });
            ++m_running;
        }
        [[nodiscard]] bool areRunning() const { return m_running > 0; }
        void join()
        {
            for (std::thread& thread : m_threads)
                thread.join();
            m_threads.clear();
            if (!m_error.empty())
                throw std::runtime_error(m_error);
        }

    private:
        std::vector<std::thread> m_threads;
        std::atomic<int> m_running = 0;
        std::mutex m_mutex;
        std::string m_error;
    };

    class Fleet {
    public:
        explicit Fleet(const FleetOptions& options)
            : m_options(options)
            , m_office(options.databaseUrl, options.folder / "office")
        {
        }
        FleetReport run()
        {
            prepare();
            count();
            m_office.stopServer();
            compare();
            return m_report;
        }

    private:
        void tell(const std::string& what) const
        {
            if (!m_options.quiet)
                std::cerr << what << std::endl;
        }

        [[nodiscard]] bool isRestoring() const { return !m_options.restoredDatabaseUrl.empty(); }
        [[nodiscard]] std::filesystem::path backup() const { return m_options.folder / "old.backup"; }

        void prepare()
        {
            tell("city");
            m_office.prepare(m_options.units, m_options.cards);
            m_office.setUpAccounts();
            const std::uint16_t port = freePort();
            m_office.startServer(port);
            m_proxy = std::make_unique<CuttingProxy>(port, 0U, kCutWithin, m_options.seed);
            tell("handhelds");
            for (int i = 0; i < m_options.handhelds; ++i) {
                FleetClerk::Job job;
                job.store = m_options.folder / ("handheld" + std::to_string(i));
                job.code = EnrolmentCode::parse(m_office.enrolmentCode(m_proxy->port())).value();
                job.unit = m_office.units()[static_cast<std::size_t>(i) % m_office.units().size()];
                job.task = CountOffice::task();
                job.scans = m_options.scans;
                job.resendPercent = m_options.resendPercent;
                job.seed = m_options.seed + static_cast<std::uint32_t>(i);
                const auto& clerk = clerkOf(job.unit, job);
                job.login = clerk.login;
                job.password = clerk.password;
                m_clerks.push_back(std::make_unique<FleetClerk>(job));
                m_clerks.back()->start();
            }
        }

        /// Each unit has one clerk with several handhelds; the first one changes the first password.
        const CountOffice::Clerk& clerkOf(const std::string& unit, const FleetClerk::Job& job)
        {
            const auto known = m_clerkOf.find(unit);
            if (known != m_clerkOf.end())
                return known->second;
            CountOffice::Clerk clerk = m_office.addClerk(unit, static_cast<int>(m_clerkOf.size()) + 1);
            const std::string fresh = "Count-" + std::to_string(job.seed) + "-well";
            const auto store = HandheldStore::open(m_options.folder / (clerk.login + ".first")).value();
            const auto code = EnrolmentCode::parse(m_office.enrolmentCode(m_proxy->port())).value();
            if (const auto enrolled = enrol(*store, code, "first"); !enrolled)
                throw std::runtime_error("a first handheld was not enrolled: "
                    + enrolled.error().error.subject + " " + enrolled.error().error.detail);
            OpenServer server = OpenServer::of(*store).value();
            const auto in = logIn(*store, server, clerk.login, clerk.password);
            const auto changed
                = in ? changePassword(*store, server, clerk.password, fresh) : ApiResult<void>(in);
            if (!changed)
                throw std::runtime_error(
                    "a first password was not changed: " + changed.error().error.subject);
            clerk.password = fresh;
            return m_clerkOf.emplace(unit, clerk).first->second;
        }

        void startCounting(Threads& threads, std::atomic<std::int64_t>& done)
        {
            for (const auto& clerk : m_clerks)
                threads.add([&clerk, &done] {
                    clerk->count(done);
                    clerk->finish();
                });
        }

        void count()
        {
            tell("count");
            m_proxy->setCutting(m_options.cutPercent);
            const auto begin = std::chrono::steady_clock::now();
            std::atomic<std::int64_t> done = 0;
            Threads threads;
            startCounting(threads, done);
            const std::int64_t all = static_cast<std::int64_t>(m_options.handhelds) * m_options.scans;
            for (int kill = 1; kill <= m_options.serverKills; ++kill) {
                while (threads.areRunning() && done < all * kill / (m_options.serverKills + 1))
                    std::this_thread::sleep_for(std::chrono::milliseconds(5));
                tell("kill " + std::to_string(kill));
                if (isRestoring() && kill == 1)
                    m_office.backUp(backup());
                m_office.restartServer();
                ++m_report.kills;
            }
            threads.join();
            if (isRestoring())
                healOldBackup();
            m_report.seconds
                = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
            m_report.cuts = m_proxy->cuts();
            m_proxy.reset();
        }

        /// All count once more after the backup, and prove that the server has everything; then it has what it had
        /// before the first kill.
        void healOldBackup()
        {
            tell("restore");
            std::atomic<std::int64_t> done = 0;
            Threads threads;
            startCounting(threads, done);
            threads.join();
            m_office.restoreInto(m_options.restoredDatabaseUrl, backup());
            m_report.missingAfterRestore = events() - rowsOnServer();
            for (const auto& clerk : m_clerks)
                clerk->finish();
        }

        [[nodiscard]] std::int64_t events() const
        {
            std::int64_t all = 0;
            for (const auto& clerk : m_clerks)
                all += clerk->events();
            return all;
        }

        void compare()
        {
            tell("compare");
            std::vector<std::filesystem::path> files;
            for (const auto& clerk : m_clerks) {
                files.push_back(clerk->exportFile());
                m_report.lostAcknowledgements += clerk->offeredAgain();
                m_report.resent += clerk->resent();
            }
            m_report.events = events();
            m_report.result = m_office.result();
            CountOffice clean(m_options.cleanDatabaseUrl, m_options.folder / "clean");
            clean.prepare(m_options.units, m_options.cards);
            const auto ingested = clean.ingest(files);
            if (ingested.stored != m_report.events)
                throw std::runtime_error("the event files do not hold what was scanned");
            m_report.cleanResult = clean.result();
            // Whatever the server had not got would be stored now.
            const std::int64_t rows = rowsOnServer();
            const auto again = m_office.ingest(files);
            m_report.notOnServer = again.stored + again.rejected + again.quarantined;
            m_report.duplicates = rows - (m_report.events - m_report.notOnServer);
        }

        [[nodiscard]] std::int64_t rowsOnServer() const
        {
            const std::string& url = isRestoring() ? m_options.restoredDatabaseUrl : m_options.databaseUrl;
            Session session(parseDatabaseUrl(url).value(), {});
            const auto rows = session.bulk().stream("SELECT count(*) FROM scan_event", {});
            return rows->next() ? rows->integer(0) : 0;
        }

        const FleetOptions& m_options;
        CountOffice m_office;
        std::unique_ptr<CuttingProxy> m_proxy;
        std::map<std::string, CountOffice::Clerk> m_clerkOf;
        std::vector<std::unique_ptr<FleetClerk>> m_clerks;
        FleetReport m_report;
    };

} // namespace

FleetReport runFleet(const FleetOptions& options) { return Fleet(options).run(); }

} // namespace guanwu::test
