#pragma once

#include "app/exchange/tables/sheet_protocol.h"

namespace guanwu {

/// Collects the cells of one row and sends them to the parent when the row is complete.
class RowSink {
public:
    static constexpr std::int64_t kMaxRow = 1'048'576; ///< of every spreadsheet program
    /// What all rows together may hold: one long text can be referred to from a million cells.
    static constexpr std::uint64_t kMaxText = std::uint64_t {300} << 20U;

    explicit RowSink(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    /// Columns count from 0 and only upwards in a row; an empty text is no content.
    /// Errors: table.damaged, table.too_many_cells, table.record_too_long (detail: row).
    [[nodiscard]] Result<void> cell(std::int64_t row, std::size_t column, std::string_view text);
    /// Sends what the row holds, if anything, as `repeat` rows from `row` on. Errors: table.damaged,
    /// table.too_large.
    [[nodiscard]] Result<void> endRow(std::int64_t row, std::int64_t repeat, std::uint64_t bytesRead);
    [[nodiscard]] bool hasRows() const { return m_rows > 0; }
    /// A further sheet with content: it is not read, but the parent is told its name at the end, or that
    /// there are more than fit into a warning.
    void leaveOut(std::string_view sheet);

    /// The last words; the sink is of no use after them.
    void finish();
    void finish(const Error& error);

private:
    void flush();

    int m_descriptor;
    std::string m_text; ///< of the cells of the row
    std::vector<std::uint32_t> m_lengths;
    std::string m_out;
    std::string m_leftOut;
    std::int64_t m_rows = 0;
    std::uint64_t m_sent = 0;
};

} // namespace guanwu
