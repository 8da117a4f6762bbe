#pragma once

#include "app/campaign/finding_records.h"
#include "core/values/area.h"

#include <unordered_map>

namespace guanwu {

struct RegistryIndex;

/// A counted sheet with what is only needed to print it.
struct PrintedSheet {
    CountSheet sheet;
    CountedSheet counted;
    std::unordered_map<std::int64_t, Area> areas; ///< of land and buildings, by asset id
    std::unordered_map<std::int64_t, std::string> recounts {}; ///< what the bureau found, by asset id
    LossRecords losses {};
    SurplusRecords entries {};
};

/// Turns lines of counted sheets into lines of the reports: codes get their names, decisions their columns.
class SheetLines {
public:
    /// `names`: of people by their logins; who is not among them goes by his login.
    SheetLines(const RegistryIndex& index, std::unordered_map<std::string, std::string> names)
        : m_index(index)
        , m_names(std::move(names))
    {
    }
    [[nodiscard]] InventoryLine line(const PrintedSheet& sheet, std::size_t i) const;
    [[nodiscard]] SurplusLine surplus(const PrintedSheet& sheet, std::size_t i) const;
    [[nodiscard]] ShortageLine shortage(const PrintedSheet& sheet, std::size_t i) const;

private:
    [[nodiscard]] std::string nameOf(const std::string& login) const;
    [[nodiscard]] std::string decided(std::string_view what, const std::string& login) const;

    const RegistryIndex& m_index;
    std::unordered_map<std::string, std::string> m_names;
};

} // namespace guanwu
