#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace guanwu {

namespace {

    constexpr std::array<std::string_view, 8> kBlanks {
        " ", "\t", "\n", "\r", "\v", "\xC2\xA0", "\xE3\x80\x80", "\xEF\xBB\xBF"};

    /// Bytes that a blank begins or ends with. Few cells have one at an end, so these two are looked at
    /// first.
    struct BlankBytes {
        std::array<bool, 256> first {}, last {};
    };

    constexpr BlankBytes kBlankBytes = [] {
        BlankBytes out;
        for (const std::string_view blank : kBlanks) {
            out.first[static_cast<unsigned char>(blank.front())] = true;
            out.last[static_cast<unsigned char>(blank.back())] = true;
        }
        return out;
    }();

    constexpr std::size_t kWord = sizeof(std::uint64_t);

    /// Eight bytes at once. May say no to what is printable next to what is not, never yes to the others.
    bool isPrintableAscii(const char* bytes)
    {
        constexpr std::uint64_t kEach = 0x0101010101010101;
        constexpr std::uint64_t kHigh = 0x80 * kEach;
        std::uint64_t word = 0;
        std::memcpy(&word, bytes, kWord);
        const std::uint64_t control = word - 0x20 * kEach; // borrows below 0x20
        const std::uint64_t deleted = word + kEach; // 0x7F becomes 0x80
        return ((word | control | deleted) & kHigh) == 0;
    }

    /// Reads one code point and moves past it; a negative value where the bytes are not UTF-8.
    std::int32_t nextCodePoint(std::string_view& text)
    {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
        const unsigned char first = byte(0);
        std::size_t length = 1;
        std::int32_t value = first;
        std::int32_t smallest = 0;
        if (first >= 0xF0 && first < 0xF5) {
            length = 4;
            value = first & 0x07;
            smallest = 0x10000;
        } else if (first >= 0xE0 && first < 0xF0) {
            length = 3;
            value = first & 0x0F;
            smallest = 0x800;
        } else if (first >= 0xC2 && first < 0xE0) {
            length = 2;
            value = first & 0x1F;
            smallest = 0x80;
        } else if (first >= 0x80) {
            return -1;
        }
        if (text.size() < length)
            return -1;
        for (std::size_t i = 1; i < length; ++i) {
            if ((byte(i) & 0xC0) != 0x80)
                return -1;
            value = (value << 6) | (byte(i) & 0x3F);
        }
        if (value < smallest || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
            return -1;
        text.remove_prefix(length);
        return value;
    }

} // namespace

bool isValidText(std::string_view text)
{
    // Most texts are printable ASCII, and nearly all begin so.
    std::size_t plain = 0;
    while (plain + kWord <= text.size() && isPrintableAscii(text.data() + plain))
        plain += kWord;
    while (plain < text.size() && text[plain] >= 0x20 && text[plain] < 0x7F)
        ++plain;
    text.remove_prefix(plain);
    int embeddings = 0; // U+202A..U+202E, closed by U+202C
    int isolates = 0; // U+2066..U+2068, closed by U+2069
    while (!text.empty()) {
        const std::int32_t c = nextCodePoint(text);
        if (c < 0 || (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0))
            return false;
        if (c == 0x202C && --embeddings < 0)
            return false;
        if (c == 0x2069 && --isolates < 0)
            return false;
        embeddings += (c >= 0x202A && c <= 0x202E && c != 0x202C) ? 1 : 0;
        isolates += (c >= 0x2066 && c <= 0x2068) ? 1 : 0;
    }
    return embeddings == 0 && isolates == 0;
}

std::string normalized(std::string_view text)
{
    if (text.find_first_of("\xE3\xEF") == std::string_view::npos)
        return std::string(trimmed(text));
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto at = [&](std::size_t k) {
            return static_cast<unsigned char>(i + k < text.size() ? text[i + k] : 0);
        };
        if (at(0) == 0xE3 && at(1) == 0x80 && at(2) == 0x80) {
            out += ' ';
            i += 3;
        } else if (at(0) == 0xEF && at(1) == 0xBC && at(2) >= 0x81 && at(2) <= 0xBF) {
            out += static_cast<char>(at(2) - 0x81 + '!');
            i += 3;
        } else if (at(0) == 0xEF && at(1) == 0xBD && at(2) >= 0x80 && at(2) <= 0x9E) {
            out += static_cast<char>(at(2) - 0x80 + '`');
            i += 3;
        } else {
            out += text[i++];
        }
    }
    return std::string(trimmed(out));
}

std::size_t characterCount(std::string_view utf8)
{
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string upper(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return out;
}

std::string_view trimmed(std::string_view text)
{
    for (bool cut = true; cut && !text.empty();) {
        if (!kBlankBytes.first[static_cast<unsigned char>(text.front())]
            && !kBlankBytes.last[static_cast<unsigned char>(text.back())])
            return text;
        cut = false;
        for (const std::string_view blank : kBlanks) {
            if (text.starts_with(blank)) {
                text.remove_prefix(blank.size());
                cut = true;
            }
            if (text.ends_with(blank)) {
                text.remove_suffix(blank.size());
                cut = true;
            }
        }
    }
    return text;
}

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> out;
    while (!text.empty()) {
        const auto end = text.find(separator);
        out.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return out;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between)
{
    std::string out;
    for (const std::string& part : parts)
        out.append(&part == &parts.front() ? std::string_view() : between).append(part);
    return out;
}

} // namespace guanwu
