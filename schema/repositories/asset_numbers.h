#pragma once

#include "core/values/number_run.h"

namespace guanwu {

class Session;

/// The greatest asset number of 12 characters between two others, those included; empty when there is none.
[[nodiscard]] std::string greatestAssetNo(
    Session& session, const std::string& first, const std::string& last);

/// Asset numbers of the whole registry behind this one: at most so many runs, of at most so many numbers, so
/// that no question costs more than a page however well the numbers follow each other.
[[nodiscard]] NumberPage issuedNumbers(
    Session& session, const std::string& after, std::size_t mostRuns, std::int64_t mostNumbers);

} // namespace guanwu
