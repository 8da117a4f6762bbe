#pragma once

#include "core/registers/register_type.h"

#include <map>

namespace guanwu {

/// 公务用车 (domain README 3, rules of 2017): vehicles, how many of each kind a unit may have, what they
/// cost. A vehicle in the books is shown from its card; those of other bodies are rows of the register only.
[[nodiscard]] std::vector<RegisterType> vehicleTypes();

/// Counts vehicles, by position finder and by unit and kind. The rate is over all vehicles, the exempt ones
/// too, as the city reports it; they are told apart (reports 13.2).
class Fleet {
public:
    struct Key {
        std::string unit; ///< code; empty = of a body outside the registry
        std::string unitName;
        std::string kind; ///< official use, empty = not stated
        auto operator<=>(const Key&) const = default;
    };
    struct Count {
        std::int64_t vehicles = 0;
        std::int64_t fitted = 0;
        std::int64_t exempt = 0;
        std::optional<std::int64_t> quota; ///< nullopt = none is known
    };

    explicit Fleet(Day today)
        : m_today(today)
    {
    }
    /// Vehicles that have left are not counted.
    void addVehicle(const RegisterEntry& vehicle);
    void addQuota(const RegisterEntry& quota);

    [[nodiscard]] const std::map<Key, Count>& counts() const { return m_counts; }
    [[nodiscard]] Count total() const;
    [[nodiscard]] std::int64_t withState(const std::string& gpsState) const;
    [[nodiscard]] std::int64_t inBooks() const { return m_inBooks; }
    /// Fitted of all, in percent with two decimals: 2165 of 2713 is "79.80".
    [[nodiscard]] std::string rateOfAll() const;
    /// Fitted of those that have to be.
    [[nodiscard]] std::string rateOfDue() const;

private:
    Day m_today;
    std::map<Key, Count> m_counts;
    std::map<Key, Day> m_quotaSince;
    std::map<std::string, std::int64_t> m_byState;
    std::int64_t m_inBooks = 0;
};

} // namespace guanwu
