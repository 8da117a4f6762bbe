#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

/// Whether text may enter the registry: valid UTF-8, no NUL or other control character but tab and line
/// breaks, no unpaired mark of text direction (security X16).
[[nodiscard]] bool isValidText(std::string_view text);

/// Full-width ASCII forms become half-width, the ideographic space a space; blanks at both ends go.
[[nodiscard]] std::string normalized(std::string_view text);

/// Characters, not bytes, of UTF-8.
[[nodiscard]] std::size_t characterCount(std::string_view utf8);

/// ASCII letters in upper case; everything else as it was.
[[nodiscard]] std::string upper(std::string_view text);

/// Without the blanks at both ends: ASCII blanks, no-break space, ideographic space, byte order mark.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// ASCII digits; other writings of digits are none.
[[nodiscard]] constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// True for an empty text too.
[[nodiscard]] constexpr bool onlyDigits(std::string_view text)
{
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "3;2;x" in its parts; nothing for an empty text.
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);

/// The parts one behind the other with something between them: the way back from split().
[[nodiscard]] std::string joined(const std::vector<std::string>& parts, std::string_view between);

} // namespace guanwu
