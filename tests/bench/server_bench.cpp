// What the server costs beside the bare database, on the same machine in the same run: events over HTTPS, and
// the look-up of a card.
#include "app/exchange/events/event_json.h"
#include "app/security/argon2_secrets.h"
#include "app/server/server.h"
#include "app/system_clock.h"
#include "schema/access/soci_account_store.h"
#include "schema/cards/card_rows.h"
#include "schema/connection/session.h"
#include "schema/repositories/registry_index.h"
#include "tests/bench/bench_city.h"
#include "tests/bench/measure.h"
#include "tests/bench/raw_ingest.h"
#include "tests/bench/raw_store.h"
#include "tests/bench/tls_sender.h"
#include "tests/support/http_client.h"
#include "tests/support/temp_folder.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <fstream>
#include <map>
#include <thread>

using namespace guanwu;
using namespace guanwu::bench;

namespace {

constexpr std::size_t kBatch = 200;
constexpr int kConnections = 8; ///< of the bare database, where it is fastest
constexpr const char* kSectionToken = "section";
/// Two of the tables that a card is read from: none of its names, no detail, no building or vehicle.
constexpr const char* kTwoTables
    = "SELECT * FROM asset a JOIN asset_value v ON v.asset_id = a.id WHERE a.asset_no = ?";

/// A batch as a handheld sends it.
struct Batch {
    std::string token;
    std::string lines;
    std::int64_t events = 0;

    /// Made before the clock runs, as the rows of the bare database are.
    [[nodiscard]] std::string request() const
    {
        return std::string("POST /api/v1/tasks/") + BenchCity::kTask
            + "/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
            + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: " + std::to_string(lines.size())
            + "\r\n\r\n" + lines;
    }
};

Argon2Secrets secretsOf() { return Argon2Secrets(std::string(32, 'k'), HashCost {8, 1}); }

/// The accounts of whoever scanned, logged in already; their tokens are their logins.
void addAccounts(const std::string& url, const std::map<std::string, std::string>& unitOfActor)
{
    Argon2Secrets secrets = secretsOf();
    const auto session = BenchCity::connect(url);
    const RegistryIndex index = RegistryIndex::load(*session, Scope::everything());
    SociAccountStore store(*session);
    std::vector<Account> accounts;
    for (const auto& [login, unit] : unitOfActor) {
        Account account;
        account.login = login;
        account.name = login;
        account.role = unit.empty() ? Role::AssetSection : Role::UnitClerk;
        account.unit = UnitId {unit.empty() ? 0 : index.units.byCode(unit)->id};
        account.passwordHash = secrets.hash(login);
        account.passwordChangedAt = systemNow();
        account.mustChangePassword = false;
        accounts.push_back(account);
    }
    if (!store.addAccounts(accounts))
        throw std::runtime_error("benchmark: accounts");
    for (const Account& account : store.accounts())
        if (unitOfActor.contains(account.login)) // the others were logged in by the job before
            store.addSession({secrets.digest(account.login), account.id, {}, systemNow(), systemNow()});
}

std::vector<Batch> batchesOf(const BenchCity& city, std::map<std::string, std::string>& unitOfActor)
{
    std::vector<Batch> out;
    EventDecoder decoder;
    for (const auto& file : city.eventFiles()) {
        std::ifstream in(file);
        for (std::string line; std::getline(in, line);) {
            const auto event = decoder.decode(line).value();
            unitOfActor.emplace(event.actor, event.unit);
            if (out.empty() || out.back().token != event.actor
                || out.back().events == static_cast<std::int64_t>(kBatch))
                out.push_back({event.actor, {}, 0});
            out.back().lines.append(line).append("\n");
            ++out.back().events;
        }
    }
    return out;
}

std::vector<RawRow> rowsOf(const std::filesystem::path& dump)
{
    std::vector<RawRow> rows;
    std::ifstream in(dump);
    for (std::string line; std::getline(in, line);) {
        RawRow& row = rows.emplace_back();
        for (std::size_t from = 0; from <= line.size();) {
            const auto tab = std::min(line.find('\t', from), line.size());
            row.push_back(line.substr(from, tab - from));
            from = tab + 1;
        }
    }
    return rows;
}

struct Serving {
    Argon2Secrets secrets = secretsOf();
    test::TempFolder folder;
    std::unique_ptr<Server> server;
    TlsIdentity tls;

    explicit Serving(const std::string& url)
    {
        tls = ownTlsIdentity(folder / "tls", {"localhost"}, systemNow()).value();
        ServerSettings settings;
        settings.database = parseDatabaseUrl(url).value();
        settings.http.host = "127.0.0.1";
        settings.http.certificateChain = tls.certificateChain;
        settings.http.privateKey = tls.privateKey;
        settings.tls = tls;
        server = std::make_unique<Server>(settings, secrets);
    }
    [[nodiscard]] test::HttpClient client(const std::string& token) const
    {
        test::HttpClient out("https://localhost:" + std::to_string(server->port()), tls.caFile);
        out.logInWith(token);
        out.keepAlive();
        return out;
    }
};

/// The first number of the answer; to read all of it is the work of a handheld, not of the server.
std::int64_t storedOf(const std::string& answer)
{
    constexpr std::string_view kStored = "{\"stored\":";
    if (!answer.starts_with(kStored))
        throw std::runtime_error("benchmark: " + answer);
    return std::stoll(answer.substr(kStored.size()));
}

std::int64_t sendAll(const std::string& url, const std::vector<std::string>& requests, int clientCount)
{
    const Serving serving(url);
    std::atomic<std::size_t> next {0};
    std::atomic<std::int64_t> stored {0};
    std::vector<std::thread> clients;
    measureFromHere();
    for (int i = 0; i < clientCount; ++i)
        clients.emplace_back([&] {
            pthread_setname_np(pthread_self(), "bench-client");
            TlsSender client(serving.server->port(), serving.tls.caFile);
            for (std::size_t at = next++; at < requests.size(); at = next++)
                stored += storedOf(client.send(requests[at]));
        });
    for (std::thread& client : clients)
        client.join();
    measureToHere();
    return stored;
}

bool ingest(BenchCity& city, int runs, int clients)
{
    const std::string url = city.counted();
    std::map<std::string, std::string> unitOfActor;
    std::vector<std::string> requests;
    for (const Batch& batch : batchesOf(city, unitOfActor))
        requests.push_back(batch.request());
    const auto rows = rowsOf(city.dumpOf("scan_event"));
    inChild([&] {
        addAccounts(url, unitOfActor);
        return std::int64_t {0};
    });
    const auto empty = [&] {
        inChild([&] {
            const auto store = openRaw(url);
            store->run(city.isSqlite() ? "DELETE FROM scan_event" : "TRUNCATE TABLE scan_event");
            if (city.isSqlite())
                store->run("PRAGMA wal_checkpoint(TRUNCATE)");
            return std::int64_t {0};
        });
    };
    Job job {"events over HTTPS, 200 a batch, " + std::to_string(clients)
            + " clients, answered after the commit, beside bare commits of the same batches",
        0.6, empty, [&] { return sendAll(url, requests, clients); }, empty, {}};
    job.storeProcess = city.storeProcess();
    job.raw = [&] { return commitBatches(url, rows, kBatch, kConnections); };
    return compare(job, runs).isKept;
}

std::int64_t ninetyNinth(const std::vector<std::int64_t>& sorted) { return sorted[sorted.size() * 99 / 100]; }

std::vector<std::int64_t> timesOf(
    const test::HttpClient& client, const std::vector<std::string>& targets, int status)
{
    std::vector<std::int64_t> times;
    for (const std::string& target : targets) {
        const auto start = std::chrono::steady_clock::now();
        const auto reply = client.get(target);
        times.push_back(
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start)
                .count());
        if (reply.status != status)
            throw std::runtime_error("benchmark: " + std::to_string(reply.status) + " " + reply.body);
    }
    std::sort(times.begin(), times.end());
    return times;
}

bool lookup(BenchCity& city, int runs)
{
    constexpr std::size_t kLookups = 5'000;
    const std::string url = city.registry();
    std::vector<std::string> numbers;
    std::ifstream in(city.dumpOf("asset"));
    const auto every = std::max<std::size_t>(1, static_cast<std::size_t>(city.cards()) / kLookups);
    std::size_t row = 0;
    for (std::string line; std::getline(in, line); ++row)
        if (row % every == 0) {
            const auto from = line.find('\t') + 1;
            numbers.push_back(line.substr(from, line.find('\t', from) - from));
        }
    inChild([&] {
        addAccounts(url, {{kSectionToken, ""}});
        return std::int64_t {0};
    });
    std::vector<std::int64_t> ratios; // in hundredths
    std::printf("look-up of a card by its number among %lld, p99 of %zu, microseconds\n",
        static_cast<long long>(city.cards()), numbers.size());
    for (int run = 0; run < runs; ++run)
        ratios.push_back(inChild([&] {
            const std::string wholeCard = std::string(selectCards()) + "AND a.asset_no = ?";
            const std::int64_t bare = ninetyNinth(lookUp(url, wholeCard, numbers));
            const std::int64_t narrow = ninetyNinth(lookUp(url, kTwoTables, numbers));
            const Serving serving(url);
            const auto client = serving.client(kSectionToken);
            std::vector<std::string> targets;
            for (const std::string& no : numbers)
                targets.push_back("/api/v1/assets/" + no);
            const std::int64_t empty
                = ninetyNinth(timesOf(client, std::vector<std::string>(numbers.size(), "/nothing"), 404));
            const std::int64_t whole = ninetyNinth(timesOf(client, targets, 200));
            const std::int64_t ratio = whole * 100 / (bare + empty);
            std::printf(
                "  bare query of the card %lld, empty HTTPS call %lld, whole call %lld: %.2f times; beside "
                "a query of two of its tables, %lld: %.2f times\n",
                static_cast<long long>(bare), static_cast<long long>(empty), static_cast<long long>(whole),
                static_cast<double>(ratio) / 100, static_cast<long long>(narrow),
                static_cast<double>(whole) / static_cast<double>(narrow + empty));
            std::fflush(stdout);
            return ratio;
        }).rows);
    std::sort(ratios.begin(), ratios.end());
    constexpr std::int64_t kMost = 300;
    const std::int64_t median = ratios[ratios.size() / 2];
    std::printf("  result, median of %zu: %.2f times, at most 3: %s; the worst %.2f\n", ratios.size(),
        static_cast<double>(median) / 100, median <= kMost ? "kept" : "MISSED",
        static_cast<double>(ratios.back()) / 100);
    return median <= kMost;
}

std::int64_t middle(const std::vector<std::int64_t>& sorted) { return sorted[sorted.size() / 2]; }

/// What the wall asks every ten seconds, with every card counted, beside a call that does nothing, and beside
/// the wall of a campaign in which no line is. The client unpacks what it gets, as a browser does.
bool wall(BenchCity& city, int runs)
{
    constexpr std::size_t kCalls = 200;
    constexpr const char* kEmpty = "EMPTY";
    const std::string url = city.counted();
    inChild([&] {
        BenchCity::project(url);
        BenchCity::issueTask(url, kEmpty);
        addAccounts(url, {{kSectionToken, ""}});
        return std::int64_t {0};
    });
    std::vector<std::int64_t> ratios; // in hundredths
    std::printf("the wall of %lld lines, median of %zu calls, microseconds\n",
        static_cast<long long>(city.cards()), kCalls);
    for (int run = 0; run < runs; ++run)
        ratios.push_back(inChild([&] {
            const Serving serving(url);
            const auto client = serving.client(kSectionToken);
            const auto timed = [&](const std::string& target, int status) {
                return middle(timesOf(client, std::vector<std::string>(kCalls, target), status));
            };
            const std::int64_t nothing = timed("/nothing", 404);
            const std::int64_t none = timed(std::string("/api/v1/tasks/") + kEmpty + "/progress", 200);
            const std::int64_t whole
                = timed(std::string("/api/v1/tasks/") + BenchCity::kTask + "/progress", 200);
            const std::int64_t ratio = whole * 100 / nothing;
            std::printf(
                "  empty HTTPS call %lld, wall without lines %lld, wall %lld: %.2f times an empty call\n",
                static_cast<long long>(nothing), static_cast<long long>(none), static_cast<long long>(whole),
                static_cast<double>(ratio) / 100);
            std::fflush(stdout);
            return ratio;
        }).rows);
    std::sort(ratios.begin(), ratios.end());
    constexpr std::int64_t kMost = 300;
    const std::int64_t median = middle(ratios);
    std::printf("  result, median of %zu: %.2f times, at most 3: %s\n", ratios.size(),
        static_cast<double>(median) / 100, median <= kMost ? "kept" : "MISSED");
    return median <= kMost;
}

} // namespace

int main(int argc, char** argv)
{
    std::string backEnd = "sqlite";
    std::vector<std::string> names {"ingest", "lookup", "wall"};
    std::int64_t rows = 1'000'000;
    int runs = 3;
    int clients = 8;
    CLI::App app("measures the server beside the bare database, in turn, in one run");
    app.add_option("name", names, "ingest, lookup, wall; none: all");
    app.add_option("--db", backEnd)->check(CLI::IsMember({"sqlite", "mariadb"}));
    app.add_option("--rows", rows, "asset cards of the city");
    app.add_option("--runs", runs)->check(CLI::PositiveNumber);
    app.add_option("--clients", clients, "that send events at the same time")->check(CLI::PositiveNumber);
    CLI11_PARSE(app, argc, argv);
    try {
        const test::TempFolder folder;
        BenchCity city(backEnd, rows, folder.path());
        bool kept = true;
        for (const std::string& name : names)
            kept &= name == "ingest" ? ingest(city, runs, clients)
                : name == "wall"     ? wall(city, runs)
                                     : lookup(city, runs);
        return kept ? 0 : 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
}
