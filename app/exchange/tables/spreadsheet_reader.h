#pragma once

#include "app/exchange/tables/sheet_protocol.h"
#include "scanner/file_descriptor.h"

#include <chrono>
#include <sys/types.h>

namespace guanwu {

/// The first visible sheet with content of an .xlsx or .ods, read by a child process under limits (security
/// X11): whatever the file does to the child, the caller gets an error. Rows without content are passed over;
/// their numbers are not.
class SpreadsheetReader final : public TableReader {
public:
    struct Settings {
        std::filesystem::path readerProgram; ///< the program whose verb "sheet" is runSheetReader()
        /// The longest that the child may be waited for, all waits together; its processor time is limited
        /// apart.
        std::chrono::milliseconds limit {120'000};
    };

    /// Starts the child. Errors: file.unreadable, table.reader (the program cannot be started). Throws
    /// std::system_error when the system has no descriptors or processes left.
    [[nodiscard]] static Result<std::unique_ptr<SpreadsheetReader>> open(
        const std::filesystem::path& file, const Settings& settings);
    SpreadsheetReader(const SpreadsheetReader&) = delete;
    SpreadsheetReader& operator=(const SpreadsheetReader&) = delete;
    /// Kills the child.
    ~SpreadsheetReader() override;

    /// Errors: those of the child (guanwu-reader), table.crashed, table.timeout.
    Result<bool> next(TableRow& row) override;
    std::uint64_t bytesRead() const override { return m_read; }
    std::uint64_t bytesTotal() const override { return m_total; }
    std::string otherSheets() const override { return m_otherSheets; }
    [[nodiscard]] pid_t processId() const { return m_pid; }

private:
    SpreadsheetReader() = default;
    [[nodiscard]] Result<bool> stop(std::string_view subject, std::string detail);
    /// Makes at least so many bytes of what the child sent stand at the position. Errors: table.crashed,
    /// table.timeout.
    [[nodiscard]] Result<bool> fill(std::size_t bytes);
    /// Kills the child if it still runs after so long; how it ended, as waitpid tells it.
    int endChild(std::chrono::milliseconds patience);

    pid_t m_pid = 0;
    FileDescriptor m_pipe;
    std::chrono::milliseconds m_limit {};
    std::chrono::nanoseconds m_waited {};
    std::string m_bytes; ///< what has come and is not yet taken, from m_position on
    std::size_t m_position = 0;
    SheetFrame m_frame;
    std::optional<Error> m_error; ///< ended by this
    bool m_atEnd = false;
    std::string m_otherSheets;
    std::uint64_t m_read = 0;
    std::uint64_t m_total = 0;
};

} // namespace guanwu
