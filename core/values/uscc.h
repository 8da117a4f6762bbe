#pragma once

#include "core/base/error.h"

#include <compare>
#include <string>
#include <string_view>

namespace guanwu {

/// 统一社会信用代码 (GB 32100-2015): 18 characters, the last a check over the other 17.
class Uscc {
public:
    /// Takes the code with full-width forms, small letters, blanks and hyphens. Errors: uscc.length (not 18
    /// characters), uscc.letter (I, O, S, V, Z or another character that no code has; the detail offers 0 for
    /// O where that makes a code, it is never put in silently), uscc.division (positions 3 to 8 are digits),
    /// uscc.check.
    [[nodiscard]] static Result<Uscc> parse(std::string_view text);
    /// The code that begins with these 17 characters. Errors: uscc.length, uscc.letter, uscc.division.
    [[nodiscard]] static Result<Uscc> withCheck(std::string_view first17);
    /// How parse() reads the text before it looks at it; also for text that is no code.
    [[nodiscard]] static std::string normalize(std::string_view text);

    /// 18 characters, upper case.
    [[nodiscard]] const std::string& text() const { return m_text; }
    /// Whether the old organisation code in positions 9 to 17 has its own check right (GB 11714). Some codes
    /// in use do not: a warning, not an error.
    [[nodiscard]] bool organisationCodeIsValid() const;

    auto operator<=>(const Uscc&) const = default;

private:
    explicit Uscc(std::string text)
        : m_text(std::move(text))
    {
    }
    std::string m_text;
};

} // namespace guanwu
