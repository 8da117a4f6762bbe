#pragma once

#include "core/cards/registered_card.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guanwu {

/// 使用凭证: what a unit holds rooms by. It is not changed: when its rooms did, or its paper is lost or worn,
/// one with a number of its own replaces it, and both stay linked (lifecycle 5.3).
struct UseCertificateLine {
    std::string no;
    Reference unit;
    std::int64_t rooms = 0; ///< still held by it
    Area usable;
    Day from {}; ///< of the first approval, or of the reissue
    std::int64_t givenBack = 0; ///< rooms that its paper names and that are held no longer
    std::int64_t remeasured = 0; ///< rooms that were measured anew or are of another kind since
    std::vector<std::string> replaces;
    std::string ground; ///< of the reissue, as the document says it; empty = it replaces none
    std::string replacedBy; ///< empty = it stands
    std::optional<Day> replacedOn;

    [[nodiscard]] bool isCurrent() const { return replacedBy.empty() && rooms > 0; }
    /// Its paper says other things than the registry: it has to be reissued.
    [[nodiscard]] bool isChanged() const { return isCurrent() && givenBack + remeasured > 0; }
};

} // namespace guanwu
