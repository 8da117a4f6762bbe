#pragma once

#include "core/access/scope.h"
#include "core/documents/premises_effect.h"
#include "core/premises/use_certificate.h"

#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

class Session;

/// From which certificate rooms of `room_allocation a` are held now, as a column of a query that has joined
/// kReissueJoin; NULL where the room is held by none.
inline constexpr std::string_view kCurrentCertificate = "COALESCE(w.current_no, a.certificate_no)";
inline constexpr std::string_view kReissueJoin
    = " LEFT JOIN use_certificate_reissue w ON w.old_no = a.certificate_no ";

/// The use certificates of a unit, or the one of a number (an empty text does not narrow), within the scope:
/// those that stand, those whose rooms all came back, and those that were replaced. By number.
[[nodiscard]] std::vector<UseCertificateLine> readUseCertificates(
    Session& session, const Scope& scope, const std::string& unitCode, const std::string& certificateNo = {});

/// Puts a certificate in the place of others. Errors: space.certificate_replaced.
[[nodiscard]] Result<void> reissue(Session& session, const SpaceEffect& effect);

} // namespace guanwu
