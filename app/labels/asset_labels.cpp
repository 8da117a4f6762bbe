#include "app/labels/asset_labels.h"

#include "scanner/tag_symbol.h"

namespace guanwu {

namespace {

template <class Row, class Make> auto makeAll(const std::vector<Row>& rows, Make make)
    -> Result<std::vector<typename std::invoke_result_t<Make, const Row&>::value_type>>
{
    if (rows.empty())
        return fail(ErrorCode::NotFound, "label.none");
    if (rows.size() > kMaxLabels)
        return fail(ErrorCode::InvalidArgument, "label.too_many", std::to_string(rows.size()));
    std::vector<typename std::invoke_result_t<Make, const Row&>::value_type> labels;
    labels.reserve(rows.size());
    for (const Row& row : rows) {
        auto label = make(row);
        if (!label)
            return fail(label.error());
        labels.push_back(std::move(*label));
    }
    return labels;
}

} // namespace

Result<TagLabel> tagLabelOf(const TagRow& row)
{
    const auto number = AssetNo::parse(row.assetNo);
    if (!number)
        return fail(number.error());
    const AssetTag tag = AssetTag::of(*number);
    return TagLabel{tag, row.unit, row.name, row.department, row.enteredOn, row.place, tagSymbol(tag)};
}

Result<RoomLabel> roomLabelOf(const RoomRow& row)
{
    const auto place = PlaceCode::parse(row.code);
    if (!place)
        return fail(place.error());
    return RoomLabel{row.code, row.name, row.building, row.unit, placeSymbol(*place)};
}

Result<std::vector<TagLabel>> labelsOf(const std::vector<TagRow>& rows)
{
    return makeAll(rows, tagLabelOf);
}

Result<std::vector<RoomLabel>> labelsOf(const std::vector<RoomRow>& rows)
{
    return makeAll(rows, roomLabelOf);
}

} // namespace guanwu
