#pragma once

#include "core/registry/use_state.h"

#include <string>
#include <vector>

namespace guanwu {

/// Stored tokens of the states in which there is a thing to count, for `use_state IN`.
[[nodiscard]] inline std::vector<std::string> countableStates()
{
    std::vector<std::string> out;
    for (const auto& state : kUseStates)
        if (isCountable(state.value))
            out.emplace_back(state.token);
    return out;
}

} // namespace guanwu
