#pragma once

#include "core/base/error.h"
#include "core/inventory/scan_event.h"

#include <chrono>
#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace guanwu {

/// One thing a scripted clerk does.
struct ScriptStep {
    enum class Kind : std::uint8_t { Room, Scan, Surplus, Note, Undo, Close, Wait, Sync };

    Kind kind = Kind::Scan;
    std::string text; ///< room, code, name or note
    std::optional<Condition> condition; ///< of a scan
    std::chrono::milliseconds wait {};

    bool operator==(const ScriptStep&) const = default;
};

/// Reads a script: one command a line, `#` begins a remark.
///     room CODE | scan CODE [CONDITION] | surplus NAME | note TEXT | undo | close | wait MS | sync
/// Errors: handheld.script (detail: number and text of the line).
[[nodiscard]] Result<std::vector<ScriptStep>> parseScript(std::istream& in);

} // namespace guanwu
