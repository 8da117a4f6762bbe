#include "app/labels/asset_labels.h"

#include "scanner/tag_symbol.h"

namespace guanwu {

namespace {

    /// Whether so many labels go into a file.
    Result<void> checkCount(std::size_t count)
    {
        if (count == 0)
            return fail(ErrorCode::NotFound, "label.none");
        if (count > kMaxLabels)
            return fail(ErrorCode::InvalidArgument, "label.too_many", std::to_string(count));
        return {};
    }

} // namespace

TagLabel tagLabelOf(const TagRow& row)
{
    TagLabel label {row.assetNo, row.unit, row.name, row.department, row.enteredOn, row.place, {}};
    if (const auto number = AssetNo::parse(row.assetNo)) {
        const AssetTag tag = AssetTag::of(*number);
        label.code = tag.text();
        label.symbol = tagSymbol(tag);
    } else {
        label.symbol = legacySymbol(row.assetNo);
    }
    return label;
}

Result<RoomLabel> roomLabelOf(const RoomRow& row)
{
    const auto place = PlaceCode::parse(row.code);
    if (!place)
        return fail(place.error());
    return RoomLabel {row.code, row.name, row.building, row.unit, placeSymbol(*place)};
}

Result<std::vector<TagLabel>> labelsOf(const std::vector<TagRow>& rows)
{
    if (const auto checked = checkCount(rows.size()); !checked)
        return fail(checked.error());
    std::vector<TagLabel> labels;
    labels.reserve(rows.size());
    for (const TagRow& row : rows)
        labels.push_back(tagLabelOf(row));
    return labels;
}

Result<std::vector<RoomLabel>> labelsOf(const std::vector<RoomRow>& rows)
{
    if (const auto checked = checkCount(rows.size()); !checked)
        return fail(checked.error());
    std::vector<RoomLabel> labels;
    labels.reserve(rows.size());
    for (const RoomRow& row : rows) {
        auto label = roomLabelOf(row);
        if (!label)
            return fail(label.error());
        labels.push_back(std::move(*label));
    }
    return labels;
}

} // namespace guanwu
