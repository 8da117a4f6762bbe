#pragma once

#include "core/documents/document.h"
#include "core/documents/document_data.h"
#include "core/reference/reference_table.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace guanwu {

/// Amounts from a limit on, up to but not including the next: a limit belongs to the higher band
/// (lifecycle 2).
struct ValueBand {
    Money from;
    std::optional<Money> below; ///< nullopt = no end

    [[nodiscard]] bool holds(Money value) const { return value >= from && (!below || value < *below); }
    bool operator==(const ValueBand&) const = default;
};

/// A step as a route names it: "bureau_review", or "bureau_review+1" when one counter-signature belongs to
/// it.
struct PlannedStep {
    StepKind kind {};
    int coSigners = 0;

    bool operator==(const PlannedStep&) const = default;
};

/// Which documents take which steps. Empty methods or unit types stand for all; the longest class prefix
/// that fits goes before shorter ones.
struct RouteRow {
    std::string row;
    DocumentKind kind {};
    std::vector<std::string> methods;
    std::string classPrefix;
    std::vector<OrgType> unitTypes;
    ValueBand single; ///< original value of one thing
    ValueBand batch; ///< original value of the whole document
    std::vector<PlannedStep> steps;
    std::string source;

    bool operator==(const RouteRow&) const = default;
};

/// A route table as it is in force from a day on. Limits of a city are its own: the one that comes with the
/// program is an example and says so.
struct RouteTable {
    std::string version;
    Day effectiveFrom {};
    bool isExample = false;
    std::vector<RouteRow> rows;

    bool operator==(const RouteTable&) const = default;
};

/// Of a table with the columns of document_routes.csv. Errors: routes.empty, routes.version (rows of several
/// versions), routes.kind, routes.method, routes.unit_type, routes.band, routes.step, routes.row (twice or
/// none); the detail names the row.
[[nodiscard]] Result<RouteTable> readRouteTable(const ReferenceTable& table);
/// The other way: the same table as CSV.
[[nodiscard]] std::string routeTableCsv(const RouteTable& table);
/// What a row is for as its cell says it: "a|b", or "*" for all.
[[nodiscard]] std::string listOrAny(const std::vector<std::string>& values);
[[nodiscard]] std::string unitTypesText(const RouteRow& row);
[[nodiscard]] const RouteTable& exampleRoutes();

/// "unit_decision>dept_review>bureau_review+1".
[[nodiscard]] std::string stepsText(std::span<const PlannedStep> steps);
/// As people read it: 单位集体决策、主管部门审核.
[[nodiscard]] std::string stepNames(std::span<const PlannedStep> steps);

/// A thing to be routed.
struct RouteCase {
    DocumentKind kind {};
    std::string method;
    std::string classCode;
    OrgType unitType {};
    Money single;
    Money batch;
};

/// The row a case falls under. Errors: routes.no_row.
[[nodiscard]] Result<const RouteRow*> rowFor(const RouteTable& table, const RouteCase& one);

/// What is wrong with a table, the first cell of each kind: routes.gap (no row), routes.overlap (two rows),
/// routes.not_stricter (a greater single or batch value has fewer steps), routes.estate_short (land,
/// buildings or vehicles with fewer steps than the greatest value has). Cells are method, class, type of unit
/// and band.
[[nodiscard]] std::vector<Error> problemsOf(const RouteTable& table);

/// Methods of a kind that no row of a table is for, whatever the class: their documents cannot be filed. A table
/// that was made before the program knew them has no rows for them.
struct UnroutedMethods {
    DocumentKind kind {};
    bool isWholeKind = false; ///< the table has no row of the kind at all
    std::vector<const DocumentMethod*> methods;
};
[[nodiscard]] std::vector<UnroutedMethods> unroutedMethods(const RouteTable& table);

/// The table with the rows of another for what it has none for, to be gone over and imported under another
/// version. What comes from the other says so in its source.
[[nodiscard]] RouteTable completed(const RouteTable& table, const RouteTable& other);

/// How a document goes: the steps of its strictest line, and the row that decided.
struct PlannedRoute {
    std::vector<PlannedStep> steps;
    AppliedRule rule;
};

/// Errors: routes.no_row, document.counterpart (a step of the other unit without one).
[[nodiscard]] Result<PlannedRoute> planRoute(const RouteTable& table, const Document& document);

/// The same if the document were part of a batch of so much.
[[nodiscard]] Result<PlannedRoute> planRoute(const RouteTable& table, const Document& document, Money batch);

} // namespace guanwu
