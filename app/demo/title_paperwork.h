#pragma once

#include "app/demo/city.h"

namespace guanwu {

class Session;

/// What no file of an import says of certificates: papers that are missing with who owes them and until when,
/// where the paper itself is, and which papers there are of old buildings. Of a city with gaps only
/// (kGapsFrom).
void addTitlePaperwork(Session& session, const CityOptions& options);

} // namespace guanwu
