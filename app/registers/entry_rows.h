#pragma once

#include "core/registers/register_service.h"
#include "reports/model/report.h"

#include <span>

namespace guanwu {

/// Which entries a report holds.
struct EntryChoice {
    std::vector<std::string> units; ///< codes, empty = all
    bool onlyFindings = false;
    std::optional<int> year; ///< in which a gift was handed in
    bool isByUnit = false; ///< in the order of the units, for what each of them is sent
    std::span<const std::string_view> fields {}; ///< tokens of what is printed, empty = all
};

/// A line an entry: number, unit, the fields that are printed, state, what there is to say.
[[nodiscard]] StreamedReport entryReport(Report head, RegisterService& service, const RegisterType& type,
    const RegisterFilter& filter, EntryChoice choice);

} // namespace guanwu
