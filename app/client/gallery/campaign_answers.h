#pragma once

#include "app/client/gallery/fake_calls.h"

namespace guanwu {

/// Answers like those of a campaign under way: 219 units in every state, one of them with findings of every
/// kind, questions about its count and a recount.
void answerCampaign(FakeCalls& calls);
/// The unit that has the findings.
inline constexpr const char* kGalleryUnit = "U017";

} // namespace guanwu
