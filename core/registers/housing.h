#pragma once

#include "core/registers/register_type.h"

namespace guanwu {

/// 存量公有住房与周转房: dwellings and who lives in them, from when to when.
[[nodiscard]] std::vector<RegisterType> housingTypes();

/// Whether two occupancies of a dwelling stand over the same time, as of a day: whoever has not left is still
/// there, even after his term; the day of leaving is the first that another may begin on.
[[nodiscard]] bool overlap(const RegisterEntry& one, const RegisterEntry& other, Day today);

} // namespace guanwu
