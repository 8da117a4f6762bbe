#pragma once

#include "reports/report_request.h"

#include "core/base/error.h"

#include <functional>
#include <nlohmann/json.hpp>
#include <string_view>

namespace guanwu {

/// What was said of a parameter, by the name that the command line and the API give it; empty = nothing.
using ReportWords = std::function<std::string(std::string_view name)>;

/// 1900 to 2999. Errors: request.type.
[[nodiscard]] Result<int> parseReportYear(const std::string& text);

/// The request that the words make: unit (codes with commas between), subordinates, task, as_of, month, from,
/// year, asset, document, findings, preparer, money. Errors: request.type, those of parseDate() and
/// parseMonth().
[[nodiscard]] Result<ReportRequest> requestOfWords(
    const std::string& report, const ReportWords& words, Day today);

/// A request by those names, without what was not said: what is kept of it.
[[nodiscard]] nlohmann::ordered_json parametersOf(const ReportRequest& request);

/// The words of an object of those names; numbers and flags are taken for their text. Errors: request.type
/// (a name that is none of them, a value of another kind).
[[nodiscard]] Result<ReportWords> wordsOf(const nlohmann::json& parameters);

} // namespace guanwu
