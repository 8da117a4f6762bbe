#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace guanwu {

/// Text as it may stand in a CSV cell that a spreadsheet will open (security X12). A text whose first
/// character, after blanks and byte order marks, is = + - @, tab, CR, LF or a full-width form gets a leading
/// apostrophe. A line inside the text that begins so gets one too: readers that split lines before quotes
/// would take it for a cell. Then the text as a whole carries the leading apostrophe as well, so one look at
/// its first character says that it is guarded.
[[nodiscard]] std::string guardedText(std::string_view text);

/// The text that guardedText() made this of; any other text as it is.
[[nodiscard]] std::string unguardedText(std::string_view text);

/// Writes CSV cell by cell: UTF-8 with byte order mark, commas, CRLF, quotes only where RFC 4180 asks for
/// them. Memory is one buffer, whatever the number of rows.
class CsvWriter {
public:
    /// Takes the bytes, some hundred kB at a time; may throw.
    using Sink = std::function<void(std::string_view)>;

    explicit CsvWriter(Sink sink);

    /// A cell of text, guarded against formulas.
    void appendText(std::string_view text);
    /// A cell with a whole number. Numbers are not text: a minus sign is not guarded.
    void appendNumber(std::int64_t number);
    /// A cell with a number of two decimals: fen, 0.01 m2, hundredths of a percent.
    void appendHundredths(std::int64_t hundredths);
    /// A cell whose text the program itself made and that needs neither quotes nor guard, for example a date.
    void appendPlain(std::string_view text);
    void appendEmpty();
    void endRow();
    /// Hands the rest to the sink. Not done by the destructor, because it may throw.
    void flush();

private:
    void beginCell();

    Sink m_sink;
    std::string m_buffer;
    bool m_rowStarted = false;
};

} // namespace guanwu
