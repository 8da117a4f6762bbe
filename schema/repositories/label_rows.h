#pragma once

#include "core/access/scope.h"
#include "core/base/error.h"
#include "core/values/ids.h"

#include <string>
#include <vector>

namespace guanwu {

class ScopeCondition;
class Session;

/// What a tag on a thing shows of its card.
struct TagRow {
    std::string assetNo;
    std::string name;
    std::string unit; ///< name of the unit that uses it
    std::string department;
    std::string enteredOn;
    std::string place; ///< name
};

/// What a label on a door shows of its room.
struct RoomRow {
    std::string code;
    std::string name;
    std::string building;
    std::string unit;
};

/// Cards and rooms of a scope to print labels for. Lists are sorted by place and number, the order in which a
/// clerk walks.
class LabelRows {
public:
    LabelRows(Session& session, const Scope& scope)
        : m_session(session)
        , m_scope(scope)
    {
    }
    /// In the order given. Errors: label.no_asset (detail: the number).
    [[nodiscard]] Result<std::vector<TagRow>> byNumbers(const std::vector<std::string>& assetNos);
    /// Errors: label.no_unit.
    [[nodiscard]] Result<std::vector<TagRow>> ofUnit(const std::string& unitCode);
    /// Cards in the place, and in the places in it. Errors: label.no_place.
    [[nodiscard]] Result<std::vector<TagRow>> inPlace(const std::string& placeCode);

    /// Rooms a unit holds. Errors: label.no_unit.
    [[nodiscard]] Result<std::vector<RoomRow>> roomsOfUnit(const std::string& unitCode);
    /// The room itself, or the rooms of a floor, building or compound. Errors: label.no_place.
    [[nodiscard]] Result<std::vector<RoomRow>> roomsInPlace(const std::string& placeCode);

private:
    [[nodiscard]] Result<std::int64_t> idOf(
        const char* sql, const std::string& code, const ScopeCondition& scope, const char* error);
    [[nodiscard]] std::vector<TagRow> tags(const char* where, std::int64_t id);
    [[nodiscard]] std::vector<RoomRow> rooms(const char* where, std::int64_t id);

    Session& m_session;
    Scope m_scope;
};

} // namespace guanwu
