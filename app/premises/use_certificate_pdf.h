#pragma once

#include "core/access/scope.h"
#include "core/base/error.h"

#include <string>

namespace guanwu {

class Session;

/// The use certificate of a unit as a PDF, with all rooms under its number. Errors: space.no_certificate,
/// label.symbol.
[[nodiscard]] Result<std::string> useCertificatePdf(
    Session& session, const Scope& scope, const std::string& certificateNo, const std::string& issuer);

} // namespace guanwu
