#include "schema/repositories/label_rows.h"

#include "schema/access/scope_condition.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"

namespace guanwu {

namespace {

    constexpr const char* kAssetId = "SELECT a.id FROM registered_asset a WHERE a.asset_no = ";
    constexpr const char* kUnitId = "SELECT u.id FROM registered_unit u WHERE u.code = ";
    constexpr const char* kPlaceId = "SELECT p.id FROM registered_place p WHERE p.code = ";

    constexpr std::string_view kTagSelect
        = "SELECT a.asset_no, a.name, u.name, d.name, COALESCE(a.booked_on, a.acquired_on), p.name "
          "FROM registered_asset a JOIN unit u ON u.id = a.using_unit_id "
          "LEFT JOIN department d ON d.id = a.department_id LEFT JOIN place p ON p.id = a.place_id ";
    constexpr const char* kTagOfAsset = "WHERE a.id = ?";
    constexpr const char* kTagsOfUnit = "WHERE a.unit_id = ?";
    constexpr const char* kTagsInPlace
        = "WHERE a.place_id IN (WITH RECURSIVE inside (id) AS (SELECT id FROM place WHERE id = ? "
          "UNION ALL SELECT c.id FROM place c JOIN inside i ON c.parent_id = i.id) SELECT id FROM inside)";

    // The building of a room: its parent, or the parent of the floor between.
    constexpr std::string_view kRoomSelect
        = "SELECT r.code, r.name, COALESCE(CASE WHEN o.kind = 'floor' THEN b.name ELSE o.name END, ''), "
          "u.name "
          "FROM place r LEFT JOIN place o ON o.id = r.parent_id LEFT JOIN place b ON b.id = o.parent_id "
          "LEFT JOIN unit u ON u.id = r.unit_id ";
    constexpr const char* kRoomsOfUnit = "WHERE r.kind = 'room' AND r.unit_id = ?";
    constexpr const char* kRoomsInPlace = "WHERE r.kind = 'room' AND r.id IN (WITH RECURSIVE inside (id) AS "
                                          "(SELECT id FROM place WHERE id = ? "
                                          "UNION ALL SELECT c.id FROM place c JOIN inside i ON c.parent_id = "
                                          "i.id) SELECT id FROM inside)";

} // namespace

Result<std::int64_t> LabelRows::idOf(
    const char* sql, const std::string& code, const ScopeCondition& scope, const char* error)
{
    Query query(m_session);
    query.add(sql, code).add(scope);
    if (!query.next(1))
        return tl::unexpected(Error {ErrorCode::NotFound, error, code});
    return query.integer(0);
}

std::vector<TagRow> LabelRows::tags(const char* where, std::int64_t id)
{
    std::vector<TagRow> out;
    const ScopeCondition scope(m_scope, "a.unit_id", "a.department_id");
    const auto rows = m_session.bulk().stream(
        std::string(kTagSelect) + where + scope.positional() + " ORDER BY p.code, a.asset_no",
        scope.valuesBehind({id}));
    while (rows->next())
        out.push_back({std::string(rows->text(0)), std::string(rows->text(1)), std::string(rows->text(2)),
            std::string(rows->text(3)), std::string(rows->text(4)), std::string(rows->text(5))});
    return out;
}

std::vector<RoomRow> LabelRows::rooms(const char* where, std::int64_t id)
{
    std::vector<RoomRow> out;
    const ScopeCondition scope(m_scope, "r.unit_id");
    const auto rows = m_session.bulk().stream(
        std::string(kRoomSelect) + where + scope.positional() + " ORDER BY r.code", scope.valuesBehind({id}));
    while (rows->next())
        out.push_back({std::string(rows->text(0)), std::string(rows->text(1)), std::string(rows->text(2)),
            std::string(rows->text(3))});
    return out;
}

Result<std::vector<TagRow>> LabelRows::byNumbers(const std::vector<std::string>& assetNos)
{
    std::vector<TagRow> out;
    for (const std::string& assetNo : assetNos) {
        const auto id = idOf(
            kAssetId, assetNo, ScopeCondition(m_scope, "a.unit_id", "a.department_id"), "label.no_asset");
        if (!id)
            return fail(id.error());
        for (TagRow& row : tags(kTagOfAsset, *id))
            out.push_back(std::move(row));
    }
    return out;
}

Result<std::vector<TagRow>> LabelRows::ofUnit(const std::string& unitCode)
{
    const auto id = idOf(kUnitId, unitCode, ScopeCondition(m_scope, "u.id"), "label.no_unit");
    return id ? Result<std::vector<TagRow>>(tags(kTagsOfUnit, *id)) : fail(id.error());
}

Result<std::vector<TagRow>> LabelRows::inPlace(const std::string& placeCode)
{
    const auto id = idOf(kPlaceId, placeCode, ScopeCondition::ofPlaces(m_scope, "p"), "label.no_place");
    return id ? Result<std::vector<TagRow>>(tags(kTagsInPlace, *id)) : fail(id.error());
}

Result<std::vector<RoomRow>> LabelRows::roomsOfUnit(const std::string& unitCode)
{
    const auto id = idOf(kUnitId, unitCode, ScopeCondition(m_scope, "u.id"), "label.no_unit");
    return id ? Result<std::vector<RoomRow>>(rooms(kRoomsOfUnit, *id)) : fail(id.error());
}

Result<std::vector<RoomRow>> LabelRows::roomsInPlace(const std::string& placeCode)
{
    const auto id = idOf(kPlaceId, placeCode, ScopeCondition::ofPlaces(m_scope, "p"), "label.no_place");
    return id ? Result<std::vector<RoomRow>>(rooms(kRoomsInPlace, *id)) : fail(id.error());
}

} // namespace guanwu
