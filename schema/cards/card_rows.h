#pragma once

#include "core/cards/registered_card.h"
#include "schema/connection/query.h"

#include <string_view>

namespace guanwu {

/// "SELECT … FROM registered_asset a …" of whole cards with what they point at, to be followed by " WHERE …".
[[nodiscard]] std::string_view selectCards();
inline constexpr std::size_t kCardColumns = 118;

/// The card in the row that the query stands on.
[[nodiscard]] RegisteredCard readCard(const Query& query);

// The other way, table by table; without the key columns id, asset_id and revision.
[[nodiscard]] ColumnValues assetColumns(const AssetCard& card);
[[nodiscard]] ColumnValues valueColumns(const RegisteredCard& card);
[[nodiscard]] ColumnValues detailColumns(const AssetCard& card);
[[nodiscard]] ColumnValues vehicleColumns(const VehiclePart& vehicle);
[[nodiscard]] ColumnValues estateColumns(const AssetCard& card);

} // namespace guanwu
