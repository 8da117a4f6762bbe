#pragma once

#include "core/base/error.h"

#include <string_view>
#include <vector>

namespace guanwu {

/// Collects the rules that a record breaks: all of them, so that a form can show them at once.
class ProblemList {
public:
    /// Without `holds`, notes that the rule is broken in the column.
    void require(bool holds, std::string_view rule, std::string_view column)
    {
        if (!holds)
            m_errors.push_back({ErrorCode::RuleViolated, std::string(rule), std::string(column)});
    }
    [[nodiscard]] std::vector<Error> take() { return std::move(m_errors); }

private:
    std::vector<Error> m_errors;
};

} // namespace guanwu
