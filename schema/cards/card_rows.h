#pragma once

#include "core/cards/registered_card.h"
#include "schema/connection/query.h"

#include <span>
#include <string_view>

namespace guanwu {

/// "SELECT … FROM asset a … WHERE …" of whole cards with what they point at, but for the batches that are
/// still loading; to be followed by "AND …".
[[nodiscard]] std::string_view selectCards();
inline constexpr std::size_t kCardColumns = 117;

/// The card in the row that the query stands on, but for the day on which it left.
[[nodiscard]] RegisteredCard readCard(const Query& query);

/// Adds the day on which those of them left that are no longer on the books; a list of a statement's length.
void readExits(Session& session, std::span<RegisteredCard> cards);

// The other way, table by table; without the key columns id, asset_id and revision.
[[nodiscard]] ColumnValues assetColumns(const AssetCard& card);
[[nodiscard]] ColumnValues valueColumns(const RegisteredCard& card);
[[nodiscard]] ColumnValues detailColumns(const AssetCard& card);
[[nodiscard]] ColumnValues vehicleColumns(const VehiclePart& vehicle);
[[nodiscard]] ColumnValues estateColumns(const AssetCard& card);

} // namespace guanwu
