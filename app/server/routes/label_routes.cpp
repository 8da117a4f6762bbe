#include "app/server/routes/routes.h"

#include "app/labels/asset_labels.h"
#include "core/cards/card_number.h"

namespace guanwu {

namespace label_routes {

    constexpr std::size_t kMostAsked = 5'000; // a PDF of 20 MB, made in seconds

    Result<LabelDesign> designOf(const std::string& asked, std::string_view usual)
    {
        return findLabelDesign(asked.empty() ? usual : std::string_view(asked));
    }

    Result<HttpResponse> designs(RouteCall& call)
    {
        auto all = nlohmann::ordered_json::array();
        for (const LabelDesign& design : labelDesigns())
            all.push_back({{"design", design.token},
                {"name", call.language == Language::ZhCn ? design.nameZh : design.nameEn},
                {"code", tokenRow(kLabelCodes, design.code).token}, {"tape", design.isTape()},
                {"a_page", design.columns * design.rows}});
        return jsonResponse({{"designs", std::move(all)}});
    }

    Result<HttpResponse> one(RouteCall& call)
    {
        const auto size = designOf(call.queryValue("design"), "60x40");
        if (!size)
            return fail(size.error());
        const auto rows = LabelRows(call.session, call.scope()).byNumbers({assetNoOf(call.pathValue("no"))});
        if (!rows)
            return fail(rows.error());
        auto png = labelPng(tagLabelOf(rows->front(), size->code), *size);
        return png ? Result<HttpResponse>(fileResponse("image/png", std::move(*png))) : fail(png.error());
    }

    /// The cards that the body names. Errors: label.selection, request.type, label.too_many_asked, and those
    /// of LabelRows.
    Result<std::vector<TagRow>> rowsOf(RouteCall& call)
    {
        if (int(call.has("assets")) + int(call.has("unit")) + int(call.has("place")) != 1)
            return fail(ErrorCode::InvalidArgument, "label.selection");
        LabelRows rows(call.session, call.scope());
        if (call.has("unit"))
            return rows.ofUnit(call.text("unit"));
        if (call.has("place"))
            return rows.inPlace(call.text("place"));
        std::vector<std::string> numbers;
        for (const auto& number : call.body["assets"]) {
            if (!number.is_string())
                return fail(ErrorCode::InvalidArgument, "request.type", "assets");
            if (numbers.size() == kMostAsked)
                return fail(ErrorCode::RuleViolated, "label.too_many_asked", std::to_string(kMostAsked));
            numbers.push_back(assetNoOf(number.get<std::string>()));
        }
        return rows.byNumbers(numbers);
    }

    template <class Row>
    Result<HttpResponse> sheetOf(const Result<std::vector<Row>>& rows, const LabelDesign& layout)
    {
        if (!rows)
            return fail(rows.error());
        if (rows->size() > kMostAsked)
            return fail(ErrorCode::RuleViolated, "label.too_many_asked", std::to_string(kMostAsked));
        const auto labels = labelsOf(*rows, layout.code);
        if (!labels)
            return fail(labels.error());
        auto pdf = labelSheet(*labels, layout);
        return pdf ? Result<HttpResponse>(fileResponse("application/pdf", std::move(*pdf)))
                   : fail(pdf.error());
    }

    Result<HttpResponse> many(RouteCall& call)
    {
        const auto layout = designOf(call.text("design"), "a4");
        if (!layout)
            return fail(layout.error());
        const bool rooms = call.has("rooms") && call.body["rooms"].get<bool>();
        if (!rooms)
            return sheetOf(rowsOf(call), *layout);
        if (call.has("assets") || call.has("unit") == call.has("place"))
            return fail(ErrorCode::InvalidArgument, "label.selection");
        LabelRows rows(call.session, call.scope());
        return sheetOf(
            call.has("unit") ? rows.roomsOfUnit(call.text("unit")) : rows.roomsInPlace(call.text("place")),
            *layout);
    }

    constexpr RouteField kDesign[] = {
        {"design", FieldKind::Text, FieldNeed::Optional,
            "One of /label-designs; 60x40 when left out. Of a sheet one label."},
    };
    constexpr RouteField kBody[] = {
        {"assets", FieldKind::List, FieldNeed::Optional, "Asset numbers or tags; or else a unit or a place."},
        {"unit", FieldKind::Text, FieldNeed::Optional, "Code: every card of the unit."},
        {"place", FieldKind::Text, FieldNeed::Optional, "Code: every card in it, and in what is inside it."},
        {"rooms", FieldKind::Boolean, FieldNeed::Optional,
            "The doors of the unit or place instead of the cards."},
        {"design", FieldKind::Text, FieldNeed::Optional, "One of /label-designs; a4 when left out."},
    };

    const Route kRoutes[] = {
        {"GET", "/assets/{no}/label.png", Admission::Permitted, Permission::ReadRegistry, Reach::OwnUnit,
            "The label of a card as a PNG of 12 dots a millimetre.", one, kDesign, BodyKind::None, {}, 0,
            Lane::Long},
        {"GET", "/label-designs", Admission::Permitted, Permission::ReadRegistry, Reach::Common,
            "How labels may look and lie on their pages.", designs},
        {"POST", "/labels", Admission::Permitted, Permission::ReadRegistry, Reach::OwnUnit,
            "The labels of at most 5,000 cards as a PDF, in the order in which a clerk walks.", many, {},
            BodyKind::Json, kBody, 0, Lane::Long},
    };

} // namespace label_routes

std::span<const Route> labelRoutes() { return label_routes::kRoutes; }

} // namespace guanwu
