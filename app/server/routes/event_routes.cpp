#include "app/server/routes/routes.h"

namespace guanwu {

std::span<const Route> eventRoutes() { return {}; }

} // namespace guanwu
