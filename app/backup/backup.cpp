#include "app/backup/backup.h"

#include "app/backup/row_text.h"
#include "app/exchange/events/event_json.h"
#include "app/private_folder.h"
#include "schema/backup/unfinished_restore.h"
#include "schema/connection/session.h"
#include "schema/connection/storage_error.h"
#include "schema/migrations/migrator.h"

#include <algorithm>
#include <charconv>

namespace guanwu {

namespace {

    constexpr std::int64_t kRowsAReport = 10'000;

    std::int64_t allRows(const std::vector<RegistryTable>& tables, Bulk& bulk)
    {
        std::int64_t total = 0;
        for (const RegistryTable& table : tables)
            total += table.count(bulk);
        return total;
    }

    /// Loads what is read into a database, in pieces.
    class Filling final : public BackupVisitor {
    public:
        Filling(Session& target, const BackupProgress& progress)
            : m_target(target)
            , m_progress(progress)
        {
        }

        Result<void> begin(const BackupHead& head) override
        {
            const auto all = migrationsFor(m_target.dialect());
            const auto known = static_cast<std::size_t>(
                std::ranges::count_if(all, [&](const Migration& m) { return m.version <= head.schema; }));
            if (all.empty() || head.schema > all.back().version)
                return fail(ErrorCode::RuleViolated, "backup.newer", std::to_string(head.schema));
            if (!isRestoreUnfinished(m_target) && hasAnyTable(m_target))
                return fail(ErrorCode::RuleViolated, "backup.target_not_empty");
            beginRestore(m_target);
            if (const auto steps = migrate(m_target, all.first(known)); !steps)
                return fail(steps.error());
            m_tables = registryTables(m_target);
            std::erase_if(m_tables, [](const RegistryTable& t) { return t.name == "unfinished_restore"; });
            // Rows that the steps of the schema put in come again with the backup.
            for (const RegistryTable& table : m_tables)
                m_target.bulk().execute("DELETE FROM " + table.name, {});
            return {};
        }

        Result<void> table(const std::string& name, const std::vector<std::string>& columns) override
        {
            const auto found = std::ranges::find(m_tables, name, &RegistryTable::name);
            if (found == m_tables.end() || !takeOrder(*found, columns))
                return fail(ErrorCode::InvalidArgument, "backup.damaged", name);
            m_table = &*found;
            m_rowsOfTable = 0;
            m_piece = std::make_unique<BulkTransaction>(m_target.bulk());
            m_writer = m_target.bulk().writer(m_table->name, m_table->columnList());
            return {};
        }

        Result<void> row(const std::vector<std::optional<std::string>>& cells) override
        {
            ++m_rowsOfTable;
            for (std::size_t i = 0; i < cells.size(); ++i)
                if (!cells[i])
                    m_writer->null();
                else if (m_table->kinds[i] == ColumnKind::Text)
                    m_writer->text(*cells[i]);
                else if (const auto value = integerOf(*cells[i]))
                    m_writer->integer(*value);
                else
                    return fail(ErrorCode::InvalidArgument, "backup.damaged",
                        m_table->name + " " + std::to_string(m_rowsOfTable));
            m_writer->endRow();
            if (++m_rows % kRowsAReport == 0 && m_progress)
                m_progress(BackupStage::Restoring, m_rows, 0);
            if (m_rowsOfTable % kPieceRows == 0)
                nextPiece();
            return {};
        }

        Result<void> endTable() override
        {
            m_writer->flush();
            m_writer.reset();
            m_piece->commit();
            m_piece.reset();
            return {};
        }

        /// Reads every row back. Errors: backup.not_proven.
        Result<void> compare(const BackupSummary& summary)
        {
            RunningDigest digest;
            std::string line;
            std::int64_t done = 0;
            for (const RegistryTable& table : m_tables) {
                BackupTally tally;
                const auto rows = table.rows(m_target.bulk());
                while (rows->next()) {
                    line.clear();
                    appendRowText(line, *rows, table);
                    digest.add(line);
                    ++tally.rows;
                    if (++done % kRowsAReport == 0 && m_progress)
                        m_progress(BackupStage::Comparing, done, summary.whole.rows);
                }
                tally.sm3 = digest.takeHex();
                const auto expected = summary.tables.find(table.name);
                if (expected == summary.tables.end() || !(expected->second == tally))
                    return fail(ErrorCode::RuleViolated, "backup.not_proven", table.name);
            }
            return {};
        }

    private:
        static std::optional<std::int64_t> integerOf(const std::string& text)
        {
            std::int64_t value = 0;
            const char* end = text.data() + text.size();
            const auto [stop, error] = std::from_chars(text.data(), end, value);
            return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
        }

        /// The two dialects need not have the columns in the same order: that of the backup counts.
        static bool takeOrder(RegistryTable& table, const std::vector<std::string>& columns)
        {
            std::vector<ColumnKind> kinds;
            for (const std::string& column : columns) {
                const auto found = std::ranges::find(table.columns, column);
                if (found == table.columns.end())
                    return false;
                kinds.push_back(table.kinds[static_cast<std::size_t>(found - table.columns.begin())]);
            }
            const bool isAll = columns.size() == table.columns.size();
            table.columns = columns;
            table.kinds = std::move(kinds);
            return isAll;
        }

        void nextPiece()
        {
            m_writer->flush();
            m_piece->commit();
            m_piece.reset();
            m_piece = std::make_unique<BulkTransaction>(m_target.bulk());
        }

        Session& m_target;
        const BackupProgress& m_progress;
        std::vector<RegistryTable> m_tables;
        RegistryTable* m_table = nullptr; ///< that is being filled
        std::unique_ptr<BulkTransaction> m_piece;
        std::unique_ptr<RowWriter> m_writer;
        std::int64_t m_rowsOfTable = 0;
        std::int64_t m_rows = 0;
    };

} // namespace

Result<BackupSummary> restoreBackup(
    const std::filesystem::path& file, Session& target, const BackupProgress& progress)
{
    Filling filling(target, progress);
    auto summary = [&]() -> Result<BackupSummary> {
        try {
            return readBackup(file, filling);
        } catch (const DuplicateKey&) {
            return fail(ErrorCode::InvalidArgument, "backup.damaged", file.filename().string());
        }
    }();
    if (!summary)
        return summary;
    if (const auto equal = filling.compare(*summary); !equal)
        return fail(equal.error());
    target.bulk().execute("DELETE FROM access_session", {});
    target.bulk().execute("DELETE FROM device_offer", {});
    if (const auto steps = migrate(target, migrationsFor(target.dialect())); !steps)
        return fail(steps.error());
    endRestore(target);
    return summary;
}

Result<BackupSummary> checkBackup(const std::filesystem::path& file, const BackupProgress& progress)
{
    const PrivateFolder aside(std::filesystem::absolute(file).parent_path());
    DatabaseUrl url;
    url.dialect = Dialect::Sqlite;
    url.path = (aside / "proof.db").string();
    Session proof(url, {});
    return restoreBackup(file, proof, progress);
}

Result<BackupSummary> makeBackup(
    Session& session, const std::filesystem::path& target, Instant now, const BackupProgress& progress)
{
    auto file = ReplacingFile::create(target, ReplacingFile::Readers::OwnerOnly);
    if (!file)
        return fail(file.error());
    BackupSummary summary;
    {
        Bulk& bulk = session.bulk();
        const auto tables = registryTables(session);
        const BulkSnapshot snapshot(bulk);
        const std::int64_t total = progress ? allRows(tables, bulk) : 0;
        BackupWriter writer(*file, {migrationsFor(session.dialect()).back().version, formatInstant(now)});
        std::int64_t done = 0;
        for (const RegistryTable& table : tables) {
            writer.beginTable(table);
            const auto rows = table.rows(bulk);
            while (rows->next()) {
                writer.row(*rows);
                if (++done % kRowsAReport == 0 && progress)
                    progress(BackupStage::Writing, done, total);
            }
            writer.endTable();
        }
        summary = writer.finish();
    }
    const auto proven = checkBackup(file->temporary(), progress);
    if (!proven)
        return fail(proven.error());
    if (proven->whole != summary.whole)
        return fail(ErrorCode::RuleViolated, "backup.not_proven", target.string());
    file->commit();
    return summary;
}

} // namespace guanwu
