#pragma once

#include "core/books/movement.h"
#include "core/books/yearly_reason.h"
#include "schema/books/book_reader.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace guanwu {

class Session;

/// A class over a year, and whether its move asks for a reason.
struct YearlyMove {
    MovementRow row;
    std::optional<std::int64_t>
        change; ///< of the original value, hundredths of a percent; nullopt = it is new
    bool asksReason = false;
    std::optional<YearlyReason> reason;

    [[nodiscard]] bool isOpen() const { return asksReason && !reason; }
};

/// Where the classes of a unit, or of the whole city, stood at both ends of a year.
struct YearlyTable {
    UnitId unit; ///< 0 = the city
    std::string unitName;
    std::int64_t limitPercent = 0;
    std::vector<YearlyMove> moves;

    [[nodiscard]] std::size_t openCount() const;
};

/// `unit` a code; empty = the city, for who reaches all of it. Errors: access.forbidden, unit.not_found,
/// books.not_posted.
[[nodiscard]] Result<YearlyTable> yearlyTable(
    Session& session, const Scope& scope, int year, const std::string& unit);

/// Enters the reason of a class, or takes it back where the text is empty. Errors: books.no_move (the table
/// has no such class) and those of yearlyTable() and YearlyReasons.
[[nodiscard]] Result<void> explainMove(
    Session& session, const Scope& scope, int year, const std::string& unit, const YearlyReason& reason);

[[nodiscard]] nlohmann::ordered_json yearlyJson(const YearlyTable& table);

} // namespace guanwu
