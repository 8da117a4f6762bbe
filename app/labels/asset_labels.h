#pragma once

#include "core/inventory/inventory_task.h"
#include "reports/labels/labels.h"
#include "schema/repositories/label_rows.h"

namespace guanwu {

/// The most labels one file holds: a PDF of more pages opens badly, and nobody prints it in one go.
inline constexpr std::size_t kMaxLabels = 20'000;

/// The label of a card: its tag as a symbol of the design, human text beside it. A card that kept an imported
/// number bears that.
[[nodiscard]] TagLabel tagLabelOf(const TagRow& row, LabelCode code = LabelCode::Qr);

/// The label of a room. Errors: place_code.syntax (a code that no label can bear).
[[nodiscard]] Result<RoomLabel> roomLabelOf(const RoomRow& row, LabelCode code = LabelCode::Qr);

/// The labels of many rows, or the first error. Errors also: label.none, label.too_many.
[[nodiscard]] Result<std::vector<TagLabel>> labelsOf(
    const std::vector<TagRow>& rows, LabelCode code = LabelCode::Qr);
[[nodiscard]] Result<std::vector<RoomLabel>> labelsOf(
    const std::vector<RoomRow>& rows, LabelCode code = LabelCode::Qr);

/// Draws each label alone and reads it as a scanner would: what cannot be read is not to be stuck on
/// anything. About 10 ms a label. Errors: label.unread (detail: the code), and those of drawing.
[[nodiscard]] Result<void> readBack(std::span<const TagLabel> labels, const LabelDesign& design);
[[nodiscard]] Result<void> readBack(std::span<const RoomLabel> labels, const LabelDesign& design);

/// The cards of a sheet that were found and typed in by hand: their labels are gone or cannot be read, and
/// are printed again.
[[nodiscard]] std::vector<std::string> typedByHand(const CountedSheet& sheet);

} // namespace guanwu
