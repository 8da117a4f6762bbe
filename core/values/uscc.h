#pragma once

#include "core/base/error.h"

#include <compare>
#include <string>
#include <string_view>

namespace guanwu {

/// 统一社会信用代码 (GB 32100-2015): 18 characters, the last a check character modulo 31. Positions 9 to 17 are an
/// organisation code (GB 11714) with a check of its own, which real codes sometimes fail: a warning, not an error.
class Uscc {
public:
    /// Full-width forms, blanks, hyphens and lower case are tidied first. A letter that the alphabet lacks (I O S V Z) is
    /// refused, never replaced. Errors: uscc.length, uscc.letter, uscc.check.
    [[nodiscard]] static Result<Uscc> parse(std::string_view text);
    /// The code that begins with these 17 characters. Errors: uscc.length, uscc.letter.
    [[nodiscard]] static Result<Uscc> withCheck(std::string_view first17);

    [[nodiscard]] const std::string& text() const { return m_text; }
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
