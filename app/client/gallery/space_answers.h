#pragma once

#include "app/client/gallery/fake_calls.h"

namespace guanwu {

/// Office space, repairs and certificates of a city, with what is awkward in them: a floor of two hundred rooms,
/// a building without rooms, long names, rooms without an area. Documents answer too.
void answerSpace(FakeCalls& calls);

} // namespace guanwu
