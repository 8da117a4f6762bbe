#pragma once

#include "app/demo/city.h"
#include "tests/support/mariadb_server.h"

#include <memory>
#include <string>
#include <vector>

namespace guanwu {
class Session;
}

namespace guanwu::bench {

/// A city of 219 units, or as many as asked for, on one back end, brought as far as a benchmark needs it;
/// each stage is made once. Everything lies in one folder, and everything that opens the registry runs in a
/// child process.
class BenchCity {
public:
    /// With the URL of a `registry` that has the cards no city is made, and only what needs no more can be
    /// measured.
    BenchCity(const std::string& backEnd, std::int64_t cards, std::filesystem::path folder, int units = 219,
        std::string registry = {}, int years = 1);

    [[nodiscard]] const std::string& backEnd() const { return m_backEnd; }
    /// Of the database server, 0 when there is none.
    [[nodiscard]] int storeProcess() const { return m_server ? m_server->processId() : m_storeProcess; }
    [[nodiscard]] bool isSqlite() const { return m_backEnd == "sqlite"; }
    [[nodiscard]] std::int64_t cards() const { return m_cards; }
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
    [[nodiscard]] std::filesystem::path dumpOf(const std::string& table) const
    {
        return m_folder / (table + ".tsv");
    }

    /// A registry with tables and nothing in them, in place of the one that was made so before.
    const std::string& emptyRegistry();
    /// emptyRegistry() with everything the cards point at.
    const std::string& registryWithoutCards();
    /// The registry with all cards.
    const std::string& registry();
    /// Takes what registryWithoutCards() made, in which the cards are by now, for registry() where there is
    /// none yet: at ten million cards nobody wants to import them twice.
    void keepAsRegistry();
    void dumpCards() const; ///< the tables of the cards of registry()
    /// registry() with the campaigns of all years but the last, closed.
    const std::string& withPast();
    /// withPast() and the task kTask frozen.
    const std::string& frozen();
    void makeEvents(); ///< of the count of frozen(), in a file a day; once
    /// frozen() with the events in it; takes them in where they are not there yet.
    const std::string& counted();
    void dumpEvents(); ///< of counted(), once
    /// What only the import, or only the ingest, reads: at ten million cards more than the registry itself.
    void dropImportFiles();
    void dropEventFiles();
    [[nodiscard]] std::int64_t events() const { return m_events; } ///< of counted()
    /// What registry() takes on disk; 0 where there is none yet.
    [[nodiscard]] std::int64_t megabytes() const;

    [[nodiscard]] static std::unique_ptr<Session> connect(const std::string& url);
    [[nodiscard]] std::int64_t importCards(const std::string& url) const;
    /// Makes and issues a task over all units.
    static void issueTask(const std::string& url, const std::string& taskNo);
    [[nodiscard]] static bool isFrozen(const std::string& url); ///< kTask
    /// Deletes the rows of kTask from tables that have a `sheet_id`; where there is none it costs nothing.
    void empty(const std::string& url, const std::vector<std::string>& tables) const;
    void dropTask(const std::string& url) const; ///< kTask, lines and all, where there is one
    static void freeze(const std::string& url, const std::string& taskNo);
    [[nodiscard]] static std::int64_t frozenLines(const std::string& url, const std::string& taskNo);
    /// Folds every stale sheet of kTask.
    static void project(const std::string& url);
    [[nodiscard]] std::int64_t ingest(const std::string& url) const;
    [[nodiscard]] std::vector<std::filesystem::path> eventFiles() const;

    static constexpr const char* kTask = "BENCH";
    /// The sheets of kTask, in a statement.
    static constexpr const char* kSheets
        = "(SELECT s.id FROM count_sheet s JOIN inventory_task t ON t.id = s.task_id WHERE "
          "t.task_no = 'BENCH')";
    static constexpr const char* kCardTables[]
        = {"asset", "asset_value", "asset_vehicle", "asset_estate", "department"};

private:
    [[nodiscard]] std::string newRegistry();
    void dump(const std::vector<std::string>& tables) const;
    [[nodiscard]] bool hasTask(const std::string& taskNo) const; ///< registry() has
    void fillRegisters(const std::string& url) const;
    void writeEvents(const std::string& url) const;

    std::string m_backEnd;
    std::int64_t m_cards;
    std::filesystem::path m_folder;
    CityFiles m_files;
    std::unique_ptr<test::MariadbServer> m_server;
    std::string m_scratch, m_registry;
    int m_storeProcess = 0;
    int m_registries = 0;
    int m_years;
    bool m_hasPast = false;
    bool m_frozen = false;
    std::int64_t m_events = 0;
};

} // namespace guanwu::bench
