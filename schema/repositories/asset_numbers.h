#pragma once

#include <string>

namespace guanwu {

class Session;

/// The greatest asset number of 12 characters between two others, those included; empty when there is none.
[[nodiscard]] std::string greatestAssetNo(
    Session& session, const std::string& first, const std::string& last);

} // namespace guanwu
