#pragma once

#include "core/access/scope.h"
#include "core/base/error.h"

#include <string>

namespace guanwu {

class Session;

/// The use certificate of a unit as a PDF, with all rooms under its number, what it replaces, and a warning
/// where its rooms changed. Errors: space.no_certificate, space.certificate_replaced, space.certificate_over,
/// label.symbol.
[[nodiscard]] Result<std::string> useCertificatePdf(
    Session& session, const Scope& scope, const std::string& certificateNo, const std::string& issuer);

} // namespace guanwu
