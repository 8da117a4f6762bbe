#pragma once

#include "core/values/asset_tag.h"

#include <cstdint>
#include <string>
#include <vector>

namespace guanwu {

/// Asset numbers that follow each other: all that were given of a kind and a year come in few runs. Neither
/// what a number is of nor whose it is.
struct NumberRun {
    std::string head; ///< kind and year, "TY2022"
    std::int64_t first = 0;
    std::int64_t last = 0; ///< included

    bool operator==(const NumberRun&) const = default;
};

inline constexpr std::size_t kNumberHead = 6; ///< characters of kind and year
inline constexpr std::int64_t kLastSerial = 999'999;

/// Whether numbers can be like that.
[[nodiscard]] inline bool isSound(const NumberRun& run)
{
    return run.head.size() == kNumberHead && run.first >= 0 && run.first <= run.last
        && run.last <= kLastSerial;
}

/// A number as a run of its own.
[[nodiscard]] inline NumberRun runOf(const AssetNo& number)
{
    const std::int64_t serial = std::stoll(number.text().substr(kNumberHead));
    return {number.text().substr(0, kNumberHead), serial, serial};
}

/// The last number of a sound run, as it is written.
[[nodiscard]] inline std::string lastOf(const NumberRun& run)
{
    return run.head + std::to_string(kLastSerial + 1 + run.last).substr(1);
}

/// Numbers as runs; they come in their order. What is no asset number is left out.
class NumberRuns {
public:
    /// False: it would begin a run more than `most`, and is not taken.
    [[nodiscard]] bool add(const std::string& number, std::size_t most)
    {
        const auto parsed = AssetNo::parse(number);
        if (!parsed)
            return true;
        NumberRun run = runOf(*parsed);
        if (!m_runs.empty() && m_runs.back().head == run.head && m_runs.back().last + 1 == run.first) {
            m_runs.back().last = run.last;
            return true;
        }
        if (m_runs.size() == most)
            return false;
        m_runs.push_back(std::move(run));
        return true;
    }
    [[nodiscard]] const std::vector<NumberRun>& runs() const { return m_runs; }

private:
    std::vector<NumberRun> m_runs;
};

} // namespace guanwu
