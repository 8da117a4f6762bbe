#pragma once

#include "app/client/gallery/fake_calls.h"

namespace guanwu {

/// Answers as a server does over documents: many kinds, late and early, with long names and many lines. The
/// numbers of single ones are those of kGalleryDocuments.
void answerDocuments(FakeCalls& calls);

inline constexpr auto kReviewedDocument = "CZ-2026-000117"; ///< under review, late, with a warning
inline constexpr auto kDraftDocument = "PZ-2026-000031"; ///< a draft with much in its way
inline constexpr auto kChangeDocument = "BD-2026-000009"; ///< before and after
inline constexpr auto kExecutedDocument = "CZ-2026-000088"; ///< sold, its income not all paid
inline constexpr auto kRejectedDocument = "PZ-2026-000012";

} // namespace guanwu
