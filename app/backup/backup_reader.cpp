#include "app/backup/backup_file.h"
#include "app/backup/row_text.h"

#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    constexpr std::string_view kEndOfTable = "\\.";

    class Reader {
    public:
        Reader(const std::filesystem::path& file, BackupVisitor& visitor)
            : m_file(file)
            , m_lines(file)
            , m_visitor(visitor)
        {
        }

        Result<BackupSummary> read()
        {
            if (!m_lines.isOpen() || m_lines.next() != PackedLines::Step::Line || !readHead())
                return fail(ErrorCode::InvalidArgument, "backup.format", m_file.string());
            if (auto begun = m_visitor.begin(m_summary.head); !begun)
                return fail(begun.error());
            while (true) {
                if (m_lines.next() != PackedLines::Step::Line)
                    return damaged();
                const auto head = nlohmann::json::parse(m_lines.line(), nullptr, false);
                if (!head.is_object())
                    return damaged();
                if (!head.contains("table"))
                    return end(head);
                if (auto done = readTable(head); !done)
                    return fail(done.error());
            }
        }

    private:
        bool readHead()
        {
            const auto head = nlohmann::json::parse(m_lines.line(), nullptr, false);
            if (!head.is_object() || head.value("guanwu_backup", 0) != 1)
                return false;
            m_summary.head = {head.value("schema", 0), head.value("made_at", std::string())};
            return m_summary.head.schema > 0;
        }

        tl::unexpected<Error> damaged() const
        {
            return fail(ErrorCode::InvalidArgument, "backup.damaged",
                m_table.empty() ? m_file.filename().string() : m_table + " " + std::to_string(m_rows + 1));
        }

        Result<void> readTable(const nlohmann::json& head)
        {
            m_table = head.value("table", std::string());
            m_rows = 0;
            const auto columns = head.value("columns", std::vector<std::string>());
            if (m_summary.tables.contains(m_table))
                return damaged();
            if (auto begun = m_visitor.table(m_table, columns); !begun)
                return begun;
            std::vector<std::optional<std::string>> cells;
            for (;; ++m_rows) {
                if (m_lines.next() != PackedLines::Step::Line)
                    return damaged();
                if (m_lines.line() == kEndOfTable)
                    break;
                m_digest.add(m_lines.line());
                m_digest.add("\n");
                if (!readRowText(m_lines.line(), cells) || cells.size() != columns.size())
                    return damaged();
                if (auto taken = m_visitor.row(cells); !taken)
                    return taken;
            }
            const BackupTally tally {m_rows, m_digest.takeHex()};
            if (m_lines.next() != PackedLines::Step::Line || !(tallyOf(m_lines.line()) == tally))
                return damaged();
            m_wholeDigest.add(m_table + tally.sm3);
            m_summary.whole.rows += tally.rows;
            m_summary.tables[m_table] = tally;
            return m_visitor.endTable();
        }

        static BackupTally tallyOf(std::string_view line)
        {
            const auto tally = nlohmann::json::parse(line, nullptr, false);
            if (!tally.is_object())
                return {-1, {}};
            return {tally.value("rows", std::int64_t {-1}), tally.value("sm3", std::string())};
        }

        Result<BackupSummary> end(const nlohmann::json& tally)
        {
            m_table.clear();
            m_summary.whole.sm3 = m_wholeDigest.takeHex();
            const bool isWhole = tally.value("tables", std::size_t {0}) == m_summary.tables.size()
                && tally.value("rows", std::int64_t {-1}) == m_summary.whole.rows
                && tally.value("sm3", std::string()) == m_summary.whole.sm3;
            // Nothing comes after it, and the check sum of the packing is read with the end.
            if (!isWhole || m_lines.next() != PackedLines::Step::End)
                return damaged();
            return m_summary;
        }

        std::filesystem::path m_file;
        PackedLines m_lines;
        BackupVisitor& m_visitor;
        BackupSummary m_summary;
        std::string m_table; ///< that is being read
        std::int64_t m_rows = 0; ///< of it so far
        RunningDigest m_digest;
        RunningDigest m_wholeDigest;
    };

    class Onlooker final : public BackupVisitor {
    public:
        Result<void> begin(const BackupHead& /*head*/) override { return {}; }
        Result<void> table(const std::string& /*name*/, const std::vector<std::string>& /*columns*/) override
        {
            return {};
        }
        Result<void> row(const std::vector<std::optional<std::string>>& /*cells*/) override { return {}; }
        Result<void> endTable() override { return {}; }
    };

} // namespace

Result<BackupSummary> readBackup(const std::filesystem::path& file)
{
    Onlooker onlooker;
    return readBackup(file, onlooker);
}

Result<BackupSummary> readBackup(const std::filesystem::path& file, BackupVisitor& visitor)
{
    if (!std::filesystem::is_regular_file(file))
        return fail(ErrorCode::NotFound, "backup.no_file", file.string());
    // Fields of the wrong type are as good as a damaged file.
    try {
        return Reader(file, visitor).read();
    } catch (const nlohmann::json::exception&) {
        return fail(ErrorCode::InvalidArgument, "backup.damaged", file.filename().string());
    }
}

} // namespace guanwu
