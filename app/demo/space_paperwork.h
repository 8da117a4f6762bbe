#pragma once

#include "app/demo/city.h"

namespace guanwu {

class Session;

/// What no file of an import says of office space: why rooms above the standard have not been set right, and
/// until when they will be. Of a city with such cases only (kGapsFrom).
void addSpacePaperwork(Session& session, const CityOptions& options);

} // namespace guanwu
