#pragma once

#include "core/documents/document_kind.h"

#include <string>
#include <vector>

namespace guanwu {

/// Stored tokens of the states of which nothing more can become, for `state NOT IN`.
[[nodiscard]] inline std::vector<std::string> finalStates()
{
    std::vector<std::string> out;
    for (const auto& state : kDocumentStates)
        if (isFinal(state.value))
            out.emplace_back(state.token);
    return out;
}

} // namespace guanwu
