#include "reports/writers/csv_writer.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace guanwu {

namespace {

    constexpr std::size_t kBufferSize = 256 * 1024;
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

    /// Skipped before the first character that counts: what spreadsheets trim or do not show.
    constexpr std::array<std::string_view, 10> kBlanks {
        " ", "\v", "\f", "\u00A0", "\u2007", "\u200B", "\u202F", "\u2060", "\u3000", "\uFEFF"};

    /// ASCII, full-width and small forms, and the minus sign proper.
    constexpr std::array<std::string_view, 14> kFormulaStarts {"=", "+", "-", "@", "\t", "\uFF1D", "\uFF0B",
        "\uFF0D", "\uFF20", "\uFE66", "\uFE62", "\uFE63", "\uFE6B", "\u2212"};

    template <std::size_t N>
    std::size_t lengthOfAny(const std::array<std::string_view, N>& forms, std::string_view text)
    {
        for (const auto form : forms)
            if (text.starts_with(form))
                return form.size();
        return 0;
    }

    bool isBreak(char c) { return c == '\r' || c == '\n'; }

    bool startsFormula(std::string_view line)
    {
        while (const auto length = lengthOfAny(kBlanks, line))
            line.remove_prefix(length);
        return lengthOfAny(kFormulaStarts, line) != 0;
    }

    /// True when the text's first character that counts is a line break or starts a formula.
    bool startsDangerous(std::string_view text)
    {
        while (const auto length = lengthOfAny(kBlanks, text))
            text.remove_prefix(length);
        return !text.empty() && (isBreak(text.front()) || lengthOfAny(kFormulaStarts, text) != 0);
    }

    /// First bytes with which no text can be dangerous: letters, digits, and the lead bytes of Chinese
    /// characters.
    constexpr auto makeSafeStarts()
    {
        std::array<bool, 256> safe {};
        for (std::size_t c = 0; c < 256; ++c)
            safe[c] = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
                || (c >= 0xE4 && c <= 0xE9);
        return safe;
    }

    enum CharacterClass : std::uint8_t { kOrdinary = 0, kQuoted = 1, kBreak = 2 };

    constexpr auto makeClasses()
    {
        std::array<std::uint8_t, 256> classes {};
        classes[static_cast<unsigned char>('"')] = kQuoted;
        classes[static_cast<unsigned char>(',')] = kQuoted;
        classes[static_cast<unsigned char>('\r')] = kQuoted | kBreak;
        classes[static_cast<unsigned char>('\n')] = kQuoted | kBreak;
        return classes;
    }

    constexpr auto kSafeStarts = makeSafeStarts();
    constexpr auto kClasses = makeClasses();

    void appendQuoted(std::string& out, std::string_view text)
    {
        out += '"';
        for (const char c : text) {
            if (c == '"')
                out += '"';
            out += c;
        }
        out += '"';
    }

} // namespace

std::string guardedText(std::string_view text)
{
    std::string guarded;
    bool dangerous = startsDangerous(text);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t lineEnd = std::min(text.find_first_of("\r\n", at), text.size());
        const auto line = text.substr(at, lineEnd - at);
        if (at != 0 && startsFormula(line)) {
            guarded += '\'';
            dangerous = true;
        }
        guarded += line;
        at = lineEnd;
        while (at < text.size() && isBreak(text[at]))
            guarded += text[at++];
    }
    if (dangerous)
        guarded.insert(0, 1, '\'');
    return guarded;
}

std::string unguardedText(std::string_view text)
{
    if (!text.starts_with('\''))
        return std::string(text);
    std::string plain;
    for (std::size_t at = 1; at < text.size(); ++at) {
        const bool isGuard = text[at] == '\'' && isBreak(text[at - 1]) && startsFormula(text.substr(at + 1));
        if (!isGuard)
            plain += text[at];
    }
    return guardedText(plain) == text ? plain : std::string(text);
}

CsvWriter::CsvWriter(Sink sink)
    : m_sink(std::move(sink))
{
    m_buffer.reserve(kBufferSize + kBufferSize / 4);
    m_buffer += kByteOrderMark;
}

void CsvWriter::beginCell()
{
    if (m_rowStarted)
        m_buffer += ',';
    m_rowStarted = true;
}

void CsvWriter::appendText(std::string_view text)
{
    beginCell();
    if (text.empty())
        return;
    std::uint8_t classes = 0;
    for (const char c : text)
        classes |= kClasses[static_cast<unsigned char>(c)];
    const bool mayBeDangerous
        = (classes & kBreak) != 0 || !kSafeStarts[static_cast<unsigned char>(text.front())];
    if (mayBeDangerous) {
        const std::string guarded = guardedText(text);
        if (classes != 0)
            appendQuoted(m_buffer, guarded);
        else
            m_buffer += guarded;
    } else if (classes != 0) {
        appendQuoted(m_buffer, text);
    } else {
        m_buffer += text;
    }
}

void CsvWriter::appendNumber(std::int64_t number)
{
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    appendPlain({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void CsvWriter::appendHundredths(std::int64_t hundredths)
{
    std::array<char, 28> digits;
    char* out = digits.data();
    if (hundredths < 0)
        *out++ = '-';
    // Unsigned, so that the smallest number has an absolute value too.
    const auto magnitude = hundredths < 0 ? 0 - static_cast<std::uint64_t>(hundredths)
                                          : static_cast<std::uint64_t>(hundredths);
    out = std::to_chars(out, digits.data() + digits.size(), magnitude / 100).ptr;
    *out++ = '.';
    *out++ = static_cast<char>('0' + magnitude % 100 / 10);
    *out++ = static_cast<char>('0' + magnitude % 10);
    appendPlain({digits.data(), static_cast<std::size_t>(out - digits.data())});
}

void CsvWriter::appendPlain(std::string_view text)
{
    beginCell();
    m_buffer += text;
}

void CsvWriter::appendEmpty() { beginCell(); }

void CsvWriter::endRow()
{
    m_buffer += "\r\n";
    m_rowStarted = false;
    if (m_buffer.size() >= kBufferSize)
        flush();
}

void CsvWriter::flush()
{
    m_sink(m_buffer);
    m_buffer.clear();
}

} // namespace guanwu
