#pragma once

#include "app/exchange/tables/text_source.h"

namespace guanwu {

/// Comma, semicolon or tab separated text (RFC 4180 quotes), one record at a time. Errors:
/// table.unclosed_quote, table.stray_quote, table.record_too_long, table.too_many_cells, table.nul (detail:
/// row), and those of TextSource.
class CsvReader final : public TableReader {
public:
    explicit CsvReader(TextSource source);

    Result<bool> next(TableRow& row) override;
    std::uint64_t bytesRead() const override { return m_source.bytesRead(); }
    std::uint64_t bytesTotal() const override { return m_source.bytesTotal(); }

private:
    /// false = the record is not read to its end yet.
    [[nodiscard]] Result<bool> takeRecord(TableRow& row);
    /// Where the record at the position ends, before its line end; nullopt = not read that far.
    [[nodiscard]] Result<std::optional<std::size_t>> recordEnd() const;
    std::string_view takeQuoted(std::size_t& i, std::size_t end);
    [[nodiscard]] Error rowError(const char* subject) const;
    void chooseSeparator();

    TextSource m_source;
    std::string m_text; ///< what is read and not yet taken, from m_position on
    std::size_t m_position = 0;
    bool m_atEnd = false;
    char m_separator = '\0';
    std::int64_t m_row = 0;
};

} // namespace guanwu
