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

/// Some of the numbers that were given, and behind which one the others come.
struct NumberPage {
    std::vector<NumberRun> runs;
    std::string next; ///< empty = that was all
};

inline constexpr std::size_t kNumberHead = 6; ///< characters of kind and year
inline constexpr std::int64_t kLastSerial = 999'999;

/// A number as it is written; the serial is none above the last.
[[nodiscard]] inline std::string numberText(const std::string& head, std::int64_t serial)
{
    return head + std::to_string(kLastSerial + 1 + serial).substr(1);
}

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
[[nodiscard]] inline std::string lastOf(const NumberRun& run) { return numberText(run.head, run.last); }

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
