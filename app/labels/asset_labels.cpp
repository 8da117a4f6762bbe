#include "app/labels/asset_labels.h"

#include "scanner/decode.h"
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

    std::string symbolText(const TagLabel& label) { return label.code; }
    std::string symbolText(const RoomLabel& label) { return PlaceCode::parse(label.code).value().payload(); }

    template <class Label> Result<void> readEach(std::span<const Label> labels, const LabelDesign& design)
    {
        // A drawing holds one code, and a longer look than at a frame costs nobody a wait.
        DecodeOptions patient;
        patient.maxSymbols = 1;
        patient.budget = std::chrono::milliseconds(1000);
        patient.patience = patient.budget;
        for (const Label& label : labels) {
            const auto png = labelPng(label, design);
            if (!png)
                return fail(png.error());
            const auto* bytes = reinterpret_cast<const std::uint8_t*>(png->data());
            const auto image = decodeImage({bytes, png->size()});
            if (!image)
                return fail(image.error());
            const auto symbols = decode(*image, patient);
            if (symbols.size() != 1 || symbols.front().text != symbolText(label))
                return fail(ErrorCode::RuleViolated, "label.unread", label.code);
        }
        return {};
    }

} // namespace

TagLabel tagLabelOf(const TagRow& row, LabelCode code)
{
    TagLabel label {row.assetNo, row.unit, row.name, row.department, row.enteredOn, row.place, {}};
    if (const auto number = AssetNo::parse(row.assetNo)) {
        const AssetTag tag = AssetTag::of(*number);
        label.code = tag.text();
        label.symbol = tagSymbol(tag);
    } else {
        label.symbol = legacySymbol(row.assetNo);
    }
    if (code == LabelCode::Code128)
        label.symbol = barSymbol(label.code);
    return label;
}

Result<RoomLabel> roomLabelOf(const RoomRow& row, LabelCode code)
{
    const auto place = PlaceCode::parse(row.code);
    if (!place)
        return fail(place.error());
    return RoomLabel {row.code, row.name, row.building, row.unit,
        code == LabelCode::Code128 ? barSymbol(place->payload()) : placeSymbol(*place)};
}

Result<std::vector<TagLabel>> labelsOf(const std::vector<TagRow>& rows, LabelCode code)
{
    if (const auto checked = checkCount(rows.size()); !checked)
        return fail(checked.error());
    std::vector<TagLabel> labels;
    labels.reserve(rows.size());
    for (const TagRow& row : rows)
        labels.push_back(tagLabelOf(row, code));
    return labels;
}

Result<std::vector<RoomLabel>> labelsOf(const std::vector<RoomRow>& rows, LabelCode code)
{
    if (const auto checked = checkCount(rows.size()); !checked)
        return fail(checked.error());
    std::vector<RoomLabel> labels;
    labels.reserve(rows.size());
    for (const RoomRow& row : rows) {
        auto label = roomLabelOf(row, code);
        if (!label)
            return fail(label.error());
        labels.push_back(std::move(*label));
    }
    return labels;
}

Result<void> readBack(std::span<const TagLabel> labels, const LabelDesign& design)
{
    return readEach(labels, design);
}
Result<void> readBack(std::span<const RoomLabel> labels, const LabelDesign& design)
{
    return readEach(labels, design);
}

std::vector<std::string> typedByHand(const CountedSheet& sheet)
{
    std::vector<std::string> out;
    for (std::size_t i = 0; i < sheet.outcome.lines.size(); ++i)
        if (sheet.outcome.lines[i].entry == EntryMode::Manual)
            out.push_back(sheet.book.lines[i].assetNo);
    return out;
}

} // namespace guanwu
