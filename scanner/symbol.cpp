#include "scanner/symbol.h"

namespace guanwu {

namespace {

    void appendHex(std::string& out, unsigned char byte)
    {
        constexpr std::string_view kDigits = "0123456789ABCDEF";
        out += "\\x";
        out += kDigits[byte >> 4U];
        out += kDigits[byte & 15U];
    }

    void appendAscii(std::string& out, unsigned char byte)
    {
        switch (byte) {
        case '\t':
            out += "\\t";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\\':
            out += "\\\\";
            return;
        default:
            break;
        }
        if (byte < 0x20 || byte == 0x7F)
            appendHex(out, byte);
        else
            out += static_cast<char>(byte);
    }

    /// Length of the printable character beyond ASCII that `text` begins with; 0 when there is none: broken
    /// UTF-8, overlong forms, surrogates, C1 controls.
    std::size_t printableLength(std::string_view text)
    {
        const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
        const unsigned char lead = at(0);
        const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || text.size() < length)
            return 0;
        char32_t point = lead & (0xFFU >> (length + 1));
        for (std::size_t i = 1; i < length; ++i) {
            if ((at(i) & 0xC0U) != 0x80)
                return 0;
            point = point << 6U | (at(i) & 0x3FU);
        }
        constexpr std::array<char32_t, 5> kSmallest {0, 0, 0xA0, 0x800, 0x10000};
        const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
        return point < kSmallest[length] || point > 0x10FFFF || surrogate ? 0 : length;
    }

} // namespace

std::string escapedText(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto byte = static_cast<unsigned char>(text.front());
        std::size_t length = 1;
        if (byte < 0x80) {
            appendAscii(out, byte);
        } else if (const std::size_t printable = printableLength(text); printable > 0) {
            length = printable;
            out += text.substr(0, length);
        } else {
            appendHex(out, byte);
        }
        text.remove_prefix(length);
    }
    return out;
}

} // namespace guanwu
