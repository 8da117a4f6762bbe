#pragma once

#include "core/base/error.h"

#include <chrono>
#include <compare>
#include <string>
#include <string_view>

namespace guanwu {

/// 公民身份号码 (GB 11643), only for units that insist on holding it. Never print text(): print masked().
class IdCardNo {
public:
    /// Takes blanks, full-width forms and a small x. Errors, with the number masked: id_card.length,
    /// id_card.digits, id_card.date (no such day), id_card.check.
    [[nodiscard]] static Result<IdCardNo> parse(std::string_view text);
    /// How parse() reads the text before it looks at it.
    [[nodiscard]] static std::string normalize(std::string_view text);

    [[nodiscard]] const std::string& text() const { return m_text; }
    /// The first three and the last four characters, stars between them.
    [[nodiscard]] std::string masked() const;
    [[nodiscard]] std::chrono::year_month_day birthDate() const;

    auto operator<=>(const IdCardNo&) const = default;

private:
    explicit IdCardNo(std::string text)
        : m_text(std::move(text))
    {
    }
    std::string m_text;
};

} // namespace guanwu
