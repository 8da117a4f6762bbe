#pragma once

#include "core/books/movement.h"
#include "schema/books/book_reader.h"

#include <chrono>
#include <nlohmann/json.hpp>
#include <span>
#include <vector>

namespace guanwu {

/// 资产变动表 (reports 10.2) of some units together, by class of the first level: opening before `from` and
/// closing at the end of `to` from what was posted, the movements from the entries in between.
[[nodiscard]] std::vector<MovementRow> movementsOf(BookReader& reader, std::span<const UnitId> units,
    std::chrono::year_month from, std::chrono::year_month to);

/// The cards behind the same figures, read anew while they are asked for.
[[nodiscard]] MovementLines movementLines(BookReader& reader, std::vector<BookUnit> units,
    std::chrono::year_month from, std::chrono::year_month to);

[[nodiscard]] nlohmann::ordered_json movementsJson(std::span<const MovementRow> rows);

} // namespace guanwu
