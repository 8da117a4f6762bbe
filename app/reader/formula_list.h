#pragma once

#include "core/base/error.h"

#include <string>

namespace guanwu {

/// The cells of a sheet that hold formulas. A clerk has to paste each as a value: told one at a time, he
/// would have to come back for every one of them.
class FormulaList {
public:
    /// `place`: as cellPlace() has it.
    void add(const std::string& place)
    {
        if (++m_count <= kNamed)
            m_places.append(m_count == 1 ? "" : ", ").append(place);
    }
    /// Errors: table.formula (detail: the first cells, and how many there are if these are not all).
    [[nodiscard]] Result<void> verdict() const
    {
        if (m_count == 0)
            return {};
        return fail(ErrorCode::InvalidArgument, "table.formula",
            m_count <= kNamed ? m_places : m_places + " ... (" + std::to_string(m_count) + ")");
    }

private:
    static constexpr std::int64_t kNamed = 10;
    std::string m_places;
    std::int64_t m_count = 0;
};

} // namespace guanwu
