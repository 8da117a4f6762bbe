#pragma once

#include "reports/labels/labels.h"
#include "schema/repositories/label_rows.h"

namespace guanwu {

/// The most labels one file holds: a PDF of more pages opens badly, and nobody prints it in one go.
inline constexpr std::size_t kMaxLabels = 20'000;

/// The label of a card: its tag as a QR symbol, human text beside it. A card that kept an imported number
/// bears that.
[[nodiscard]] TagLabel tagLabelOf(const TagRow& row);

/// The label of a room. Errors: place_code.syntax (a code that no label can bear).
[[nodiscard]] Result<RoomLabel> roomLabelOf(const RoomRow& row);

/// The labels of many rows, or the first error. Errors also: label.none, label.too_many.
[[nodiscard]] Result<std::vector<TagLabel>> labelsOf(const std::vector<TagRow>& rows);
[[nodiscard]] Result<std::vector<RoomLabel>> labelsOf(const std::vector<RoomRow>& rows);

} // namespace guanwu
