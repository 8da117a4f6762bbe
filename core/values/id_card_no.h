#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>

namespace guanwu {

/// 居民身份证号 (GB 11643), for units that insist on holding it. Shown masked, logged never.
class IdCardNo {
public:
    /// Errors: id_card.length, id_card.syntax, id_card.date, id_card.check. The detail never holds the number.
    [[nodiscard]] static Result<IdCardNo> parse(std::string_view text);

    [[nodiscard]] const std::string& text() const { return m_text; }
    /// The first three and the last four characters; stars between.
    [[nodiscard]] std::string masked() const;

private:
    explicit IdCardNo(std::string text)
        : m_text(std::move(text))
    {
    }
    std::string m_text;
};

} // namespace guanwu
