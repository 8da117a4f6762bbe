#pragma once

#include "app/client/gallery/fake_calls.h"

namespace guanwu {

/// Answers about idle things, contracts, registers, what people hold, and reforms of units.
void answerLife(FakeCalls& calls);

} // namespace guanwu
