#pragma once

#include "core/inventory/number_run.h"

namespace guanwu {

class Session;

/// The greatest asset number of 12 characters between two others, those included; empty when there is none.
[[nodiscard]] std::string greatestAssetNo(
    Session& session, const std::string& first, const std::string& last);

/// The asset numbers of the whole registry behind this one, as at most so many runs.
[[nodiscard]] std::vector<NumberRun> issuedNumbers(
    Session& session, const std::string& after, std::size_t most);

} // namespace guanwu
