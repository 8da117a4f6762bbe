#include "schema/repositories/label_rows.h"

#include "schema/connection/session.h"
#include "schema/connection/storage_error.h"

#include <soci/soci.h>

namespace guanwu {

namespace {

    constexpr const char* kAssetId = "SELECT id FROM registered_asset WHERE asset_no = :code";
    constexpr const char* kUnitId = "SELECT id FROM registered_unit WHERE code = :code";
    constexpr const char* kPlaceId = "SELECT id FROM registered_place WHERE code = :code";

    constexpr std::string_view kTagSelect
        = "SELECT a.asset_no, a.name, u.name, d.name, COALESCE(a.booked_on, a.acquired_on), p.name "
          "FROM registered_asset a JOIN unit u ON u.id = a.using_unit_id "
          "LEFT JOIN department d ON d.id = a.department_id LEFT JOIN place p ON p.id = a.place_id ";
    constexpr const char* kTagOfAsset = "WHERE a.id = ?";
    constexpr const char* kTagsOfUnit = "WHERE a.unit_id = ? ORDER BY p.code, a.asset_no";
    constexpr const char* kTagsInPlace
        = "WHERE a.place_id IN (WITH RECURSIVE inside (id) AS (SELECT id FROM place WHERE id = ? "
          "UNION ALL SELECT c.id FROM place c JOIN inside i ON c.parent_id = i.id) SELECT id FROM inside) "
          "ORDER BY p.code, a.asset_no";

    // The building of a room: its parent, or the parent of the floor between.
    constexpr std::string_view kRoomSelect
        = "SELECT r.code, r.name, COALESCE(CASE WHEN o.kind = 'floor' THEN b.name ELSE o.name END, ''), "
          "u.name "
          "FROM place r LEFT JOIN place o ON o.id = r.parent_id LEFT JOIN place b ON b.id = o.parent_id "
          "LEFT JOIN unit u ON u.id = r.unit_id ";
    constexpr const char* kRoomsOfUnit = "WHERE r.kind = 'room' AND r.unit_id = ? ORDER BY r.code";
    constexpr const char* kRoomsInPlace = "WHERE r.kind = 'room' AND r.id IN (WITH RECURSIVE inside (id) AS "
                                          "(SELECT id FROM place WHERE id = ? "
                                          "UNION ALL SELECT c.id FROM place c JOIN inside i ON c.parent_id = "
                                          "i.id) SELECT id FROM inside) ORDER BY r.code";

} // namespace

Result<std::int64_t> LabelRows::idOf(const char* sql, const std::string& code, const char* error)
{
    return guarded("look up a code", [&]() -> Result<std::int64_t> {
        long long id = 0;
        m_session.sql() << sql, soci::use(code, "code"), soci::into(id);
        if (!m_session.sql().got_data())
            return tl::unexpected(Error {ErrorCode::NotFound, error, code});
        return id;
    });
}

std::vector<TagRow> LabelRows::tags(const char* where, std::int64_t id)
{
    std::vector<TagRow> out;
    const auto rows = m_session.bulk().stream(std::string(kTagSelect) + where, {id});
    while (rows->next())
        out.push_back({std::string(rows->text(0)), std::string(rows->text(1)), std::string(rows->text(2)),
            std::string(rows->text(3)), std::string(rows->text(4)), std::string(rows->text(5))});
    return out;
}

std::vector<RoomRow> LabelRows::rooms(const char* where, std::int64_t id)
{
    std::vector<RoomRow> out;
    const auto rows = m_session.bulk().stream(std::string(kRoomSelect) + where, {id});
    while (rows->next())
        out.push_back({std::string(rows->text(0)), std::string(rows->text(1)), std::string(rows->text(2)),
            std::string(rows->text(3))});
    return out;
}

Result<std::vector<TagRow>> LabelRows::byNumbers(const std::vector<std::string>& assetNos)
{
    std::vector<TagRow> out;
    for (const std::string& assetNo : assetNos) {
        const auto id = idOf(kAssetId, assetNo, "label.no_asset");
        if (!id)
            return fail(id.error());
        for (TagRow& row : tags(kTagOfAsset, *id))
            out.push_back(std::move(row));
    }
    return out;
}

Result<std::vector<TagRow>> LabelRows::ofUnit(const std::string& unitCode)
{
    const auto id = idOf(kUnitId, unitCode, "label.no_unit");
    return id ? Result<std::vector<TagRow>>(tags(kTagsOfUnit, *id)) : fail(id.error());
}

Result<std::vector<TagRow>> LabelRows::inPlace(const std::string& placeCode)
{
    const auto id = idOf(kPlaceId, placeCode, "label.no_place");
    return id ? Result<std::vector<TagRow>>(tags(kTagsInPlace, *id)) : fail(id.error());
}

Result<std::vector<RoomRow>> LabelRows::roomsOfUnit(const std::string& unitCode)
{
    const auto id = idOf(kUnitId, unitCode, "label.no_unit");
    return id ? Result<std::vector<RoomRow>>(rooms(kRoomsOfUnit, *id)) : fail(id.error());
}

Result<std::vector<RoomRow>> LabelRows::roomsInPlace(const std::string& placeCode)
{
    const auto id = idOf(kPlaceId, placeCode, "label.no_place");
    return id ? Result<std::vector<RoomRow>>(rooms(kRoomsInPlace, *id)) : fail(id.error());
}

} // namespace guanwu
