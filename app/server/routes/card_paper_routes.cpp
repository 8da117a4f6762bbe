// What is made of cards for people to look at: the curve of a value, a table for a spreadsheet.
#include "app/server/routes/routes.h"

#include "app/server/routes/card_call.h"
#include "app/server/server_context.h"
#include "app/text/explain.h"
#include "core/cards/card_fields.h"
#include "core/cards/value_curve.h"
#include "core/reference/useful_life.h"
#include "core/values/asset_tag.h"
#include "core/values/calendar.h"
#include "reports/writers/csv_writer.h"

#include <algorithm>

namespace guanwu {

namespace card_paper_routes {

    using Json = nlohmann::ordered_json;

    // The table is made in memory before it is sent; more rows are a matter for `guanwu export`.
    constexpr std::size_t kMostRows = 20'000;
    constexpr int kPage = 500;

    std::string reasonOf(const ValueCurve& curve, const RegisteredCard& card, Language language)
    {
        const UsefulLife* life = UsefulLives::current().find(card.card.classCode);
        return explain({ErrorCode::RuleViolated, std::string(curve.reason),
                           life ? life->className : card.card.classCode},
            language);
    }

    Result<HttpResponse> curve(RouteCall& call)
    {
        const auto card = Cards(call).service.find(call.pathValue("no"));
        if (!card)
            return fail(card.error());
        const std::chrono::year_month_day today(
            call.server.today());
        const ValueCurve told = valueCurve(*card, today.year() / today.month());
        Json points = Json::array();
        for (std::size_t i = 0; i < told.points.size(); ++i) {
            const ValueCurve::Point& point = told.points[i];
            Json row {{"month", formatMonth(point.month)}, {"net_yuan", point.net.toYuanString()}};
            if (told.today == i)
                row["today"] = true;
            points.push_back(std::move(row));
        }
        return jsonResponse({{"asset_no", card->card.assetNo},
            {"original_yuan", card->card.original.toYuanString()}, {"points", std::move(points)},
            {"today", told.today ? Json(formatMonth(told.points[*told.today].month)) : Json()},
            {"reason", told.reason.empty() ? Json() : Json(reasonOf(told, *card, call.language))}});
    }

    /// A column of the table.
    struct Column {
        std::string_view token;
        Text heading;
        std::string (*read)(const RegisteredCard& card) = nullptr;
        const CardField* nameOf = nullptr; ///< the name of what this field points at, instead of `read`
    };

    std::string tagOf(const RegisteredCard& card)
    {
        const auto number = AssetNo::parse(card.card.assetNo);
        return number ? AssetTag::of(*number).text() : std::string();
    }

    /// Every field of the card, the names of what it points at, and what is computed.
    const std::vector<Column>& columns()
    {
        static const std::vector<std::string> nameTokens = [] {
            std::vector<std::string> out;
            for (const CardField& field : cardFields())
                out.push_back(std::string(field.token) + "_name");
            return out;
        }();
        static const std::vector<Column> all = [] {
            std::vector<Column> out;
            std::size_t i = 0;
            for (const CardField& field : cardFields()) {
                out.push_back({field.token, {field.nameZh, field.nameEn}, field.read, nullptr});
                if (field.reference)
                    out.push_back({nameTokens[i], {field.nameZh, field.nameEn}, nullptr, &field});
                ++i;
            }
            out.push_back({"tag", {"资产标签", "Asset tag"}, tagOf, nullptr});
            out.push_back({"accumulated_yuan", {"累计折旧", "Accumulated depreciation"},
                [](const RegisteredCard& card) { return card.card.accumulated.toYuanString(); }, nullptr});
            out.push_back({"net_yuan", {"账面净值", "Net value"},
                [](const RegisteredCard& card) { return card.card.net().toYuanString(); }, nullptr});
            return out;
        }();
        return all;
    }

    constexpr std::string_view kUsualColumns
        = "asset_no,name,model,class_code,quantity,unit_of_measure,original_yuan,net_yuan,use_state,unit_name,"
          "department,user_name,place,place_name,acquired_on";

    /// Errors: export.column.
    Result<std::vector<const Column*>> chosenColumns(const RouteCall& call)
    {
        const std::string asked = call.queryValue("columns");
        std::string_view rest = asked.empty() ? kUsualColumns : std::string_view(asked);
        std::vector<const Column*> out;
        while (!rest.empty()) {
            const std::string_view token = rest.substr(0, rest.find(','));
            rest.remove_prefix(std::min(rest.size(), token.size() + 1));
            const auto found = std::find_if(columns().begin(), columns().end(),
                [&](const Column& column) { return column.token == token; });
            if (found == columns().end() || out.size() == columns().size())
                return fail(ErrorCode::InvalidArgument, "export.column", std::string(token));
            out.push_back(&*found);
        }
        return out;
    }

    /// Amounts and areas are the program's own texts; a minus sign is no formula there.
    bool isNumber(std::string_view token)
    {
        return token.ends_with("_yuan") || token.ends_with("_m2") || token == "quantity";
    }

    std::string headingOf(const Column& column, Language language)
    {
        std::string out(column.heading.in(language));
        if (column.nameOf)
            out += language == Language::ZhCn ? "名称" : " (name)";
        return out;
    }

    void writeRow(CsvWriter& csv, const std::vector<const Column*>& chosen, const RegisteredCard& card)
    {
        for (const Column* column : chosen) {
            const std::string text
                = column->nameOf ? (card.*column->nameOf->reference).name : column->read(card);
            if (isNumber(column->token))
                csv.appendPlain(text);
            else
                csv.appendText(text);
        }
        csv.endRow();
    }

    Result<HttpResponse> table(RouteCall& call)
    {
        const auto filter = filterOf(call);
        const auto chosen = chosenColumns(call);
        if (!filter || !chosen)
            return fail(!filter ? filter.error() : chosen.error());
        HttpResponse out;
        out.contentType = "text/csv; charset=utf-8";
        out.headers.add("Content-Disposition", "attachment; filename=\"assets.csv\"");
        CsvWriter csv([&](std::string_view bytes) { out.body += bytes; });
        for (const Column* column : *chosen)
            csv.appendText(headingOf(*column, call.language));
        csv.endRow();
        Cards cards(call);
        std::size_t rows = 0;
        std::optional<CardMark> after;
        do {
            const auto page = cards.search.find(*filter, after, kPage);
            if (!page)
                return fail(page.error());
            rows += page->cards.size();
            if (rows > kMostRows)
                return fail(ErrorCode::RuleViolated, "export.too_many", std::to_string(kMostRows));
            std::vector<std::string> numbers;
            for (const CardSummary& card : page->cards)
                numbers.push_back(card.assetNo);
            for (const RegisteredCard& card : cards.service.findAll(numbers))
                writeRow(csv, *chosen, card);
            after = page->next;
        } while (after);
        csv.flush();
        return out;
    }

    constexpr RouteField kTableQuery[] = {
        kFilterFields[0],
        kFilterFields[1],
        kFilterFields[2],
        kFilterFields[3],
        kFilterFields[4],
        kFilterFields[5],
        {"columns", FieldKind::Text, FieldNeed::Optional,
            "Tokens of fields separated by commas; FIELD_name is the name of what a field points at."},
    };

    const Route kRoutes[] = {
        {"GET", "/assets/{no}/value-curve", Admission::Permitted, Permission::ReadRegistry, Reach::OwnUnit,
            "What a card is worth from its acquisition to the end of its life.", curve},
        {"GET", "/assets.csv", Admission::Permitted, Permission::ReadRegistry, Reach::OwnRows,
            "The cards that a list would show, at most 20,000, as a table for a spreadsheet.", table,
            kTableQuery, BodyKind::None, {}, 0, Lane::Long},
    };

} // namespace card_paper_routes

std::span<const Route> cardPaperRoutes() { return card_paper_routes::kRoutes; }

} // namespace guanwu
