#include "tests/reliability/fleet.h"

#include "schema/connection/session.h"
#include "tests/reliability/count_office.h"
#include "tests/reliability/fleet_clerk.h"
#include "tests/support/cutting_proxy.h"

#include <chrono>
#include <cstdlib>
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
            for (std::jthread& thread : m_threads)
                thread.join();
            m_threads.clear();
            if (!m_error.empty())
                throw std::runtime_error(m_error);
        }

    private:
        std::atomic<int> m_running = 0;
        std::mutex m_mutex;
        std::string m_error;
        std::vector<std::jthread> m_threads; // joins what an error left running, before the rest goes
    };

    class Fleet {
    public:
        explicit Fleet(const FleetOptions& options)
            : m_options(options)
        {
            // One key file and one certificate, as servers behind one door have.
            for (int i = 0; i < options.servers; ++i) {
                m_offices.push_back(
                    std::make_unique<CountOffice>(options.databaseUrl, options.folder / "office"));
                if (!options.oldProgram.empty())
                    m_offices.back()->use(options.oldProgram);
            }
        }
        FleetReport run()
        {
            prepare();
            count();
            for (const auto& one : m_offices)
                one->stopServer();
            tell("counted");
            while (!m_options.compareWhen.empty() && !std::filesystem::exists(m_options.compareWhen))
                std::this_thread::sleep_for(std::chrono::milliseconds(200));
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

        [[nodiscard]] CountOffice& office() { return *m_offices.front(); }

        void prepare()
        {
            tell("city");
            office().prepare(m_options.units, m_options.cards);
            office().setUpAccounts();
            const std::uint16_t first = m_options.port > 0 ? m_options.port : freePort();
            for (std::size_t i = 0; i < m_offices.size(); ++i)
                m_offices[i]->startServer(static_cast<std::uint16_t>(first + i));
            const std::uint16_t door = m_options.frontPort > 0 ? m_options.frontPort : first;
            m_proxy = std::make_unique<CuttingProxy>(door, 0U, kCutWithin, m_options.seed);
            tell("handhelds");
            for (int i = 0; i < m_options.handhelds; ++i) {
                FleetClerk::Job job;
                job.store = m_options.folder / ("handheld" + std::to_string(i));
                job.code = EnrolmentCode::parse(office().enrolmentCode(m_proxy->port())).value();
                job.unit = office().units()[static_cast<std::size_t>(i) % office().units().size()];
                job.task = CountOffice::task();
                job.scans = m_options.scans;
                job.resendPercent = m_options.resendPercent;
                job.seed = m_options.seed + static_cast<std::uint32_t>(i);
                job.pace = std::chrono::milliseconds(m_options.paceMs);
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
            CountOffice::Clerk clerk = office().addClerk(unit, static_cast<int>(m_clerkOf.size()) + 1);
            const std::string fresh = "Count-" + std::to_string(job.seed) + "-well";
            const auto store = HandheldStore::open(m_options.folder / (clerk.login + ".first")).value();
            const auto code = EnrolmentCode::parse(office().enrolmentCode(m_proxy->port())).value();
            if (const auto enrolled = enrol(*store, code, "first"); !enrolled)
                throw std::runtime_error("a first handheld was not enrolled: "
                    + enrolled.error().error.subject + " " + enrolled.error().error.detail);
            LinkLimits patient; // what prepares a run has to come through on a machine that is busy as well
            patient.whole = std::chrono::minutes(5);
            OpenServer server = OpenServer::of(*store, patient).value();
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
                    office().backUp(backup());
                if (!m_options.oldProgram.empty() && kill == 1)
                    upgrade();
                else
                    m_offices[static_cast<std::size_t>(kill) % m_offices.size()]->restartServer();
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

        /// The registry first, under servers that do not know its new tables, then one server after the
        /// other.
        void upgrade()
        {
            for (const auto& one : m_offices)
                one->use(guanwuProgram());
            office().upgrade();
            tell("upgraded");
            for (const auto& one : m_offices)
                one->restartServer();
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
            office().restoreInto(m_options.restoredDatabaseUrl, backup());
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
            m_report.result = office().result();
            CountOffice clean(m_options.cleanDatabaseUrl, m_options.folder / "clean");
            clean.prepare(m_options.units, m_options.cards);
            const auto ingested = clean.ingest(files);
            if (ingested.stored != m_report.events)
                throw std::runtime_error("the event files do not hold what was scanned");
            m_report.cleanResult = clean.result();
            // Whatever the server had not got would be stored now.
            const std::int64_t rows = rowsOnServer();
            const auto again = office().ingest(files);
            m_report.notOnServer = again.stored + again.rejected + again.quarantined;
            m_report.duplicates = rows - (m_report.events - m_report.notOnServer);
        }

        [[nodiscard]] std::int64_t rowsOnServer() const
        {
            const std::string& url = isRestoring() ? m_options.restoredDatabaseUrl : m_options.databaseUrl;
            std::string password;
            if (const char* file = std::getenv("GUANWU_DB_PASSWORD_FILE"))
                password = readFile(file);
            Session session(parseDatabaseUrl(url).value(), password);
            const auto rows = session.bulk().stream("SELECT count(*) FROM scan_event", {});
            return rows->next() ? rows->integer(0) : 0;
        }

        const FleetOptions& m_options;
        std::vector<std::unique_ptr<CountOffice>> m_offices; ///< one a server
        std::unique_ptr<CuttingProxy> m_proxy;
        std::map<std::string, CountOffice::Clerk> m_clerkOf;
        std::vector<std::unique_ptr<FleetClerk>> m_clerks;
        FleetReport m_report;
    };

} // namespace

FleetReport runFleet(const FleetOptions& options) { return Fleet(options).run(); }

} // namespace guanwu::test
