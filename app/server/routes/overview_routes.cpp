// What leaders look at: the assets by class, age and unit, and five indicators with how each is computed.
#include "app/server/routes/routes.h"
#include "app/server/server_context.h"
#include "core/values/calendar.h"
#include "reports/catalog.h"
#include "reports/overview/indicator_report.h"
#include "schema/overview/overview_store.h"
#include "schema/premises/space_register.h"

namespace guanwu {

namespace overview_routes {

    using Json = nlohmann::ordered_json;

    constexpr std::size_t kMostUnits = 20;

    Json sumJson(const AssetSum& sum)
    {
        return {{"cards", sum.cards}, {"things", sum.things}, {"original_yuan", sum.original.toYuanString()},
            {"accumulated_yuan", sum.accumulated.toYuanString()}, {"net_yuan", sum.net().toYuanString()}};
    }

    constexpr std::size_t kOriginalColumn = 4; ///< of 国有资产总览表

    /// `row` is that of the report, which opens the cards behind a sum.
    template <class Name>
    Json named(std::string_view key, const Name& name, const AssetSum& sum, const std::string& row)
    {
        Json out {{key, name}, {"cell", cellKeyText(row, kOriginalColumn)}};
        out.update(sumJson(sum));
        return out;
    }

    /// What units use above the standard, as 办公用房使用情况表 adds it up. A department has no space of its
    /// own, and who sat where on another day is not kept.
    Json overStandardJson(RouteCall& call, Day on)
    {
        if (call.scope().reach() == Scope::Reach::Department || on != call.server.today())
            return {};
        SpaceRegister space(call.session, call.scope());
        const auto units = space.units({});
        if (!units)
            return {};
        std::int64_t over = 0;
        Area area;
        for (const Reference& unit : *units) {
            RoomQuery query;
            query.unit = unit.id;
            const UnitSpaceUse use = sumUp(space.facts(unit.code).value_or(UnitFacts {}), space.rooms(query));
            const Area ofUnit = use.overOffice + use.overService;
            over += ofUnit > Area() ? 1 : 0;
            area += ofUnit;
        }
        return {{"units", over}, {"area_m2", area.toString()}};
    }

    Json indicatorsJson(const Overview& overview, Language language)
    {
        const bool isChinese = language == Language::ZhCn;
        Json out = Json::array();
        for (const auto& row : kIndicators) {
            const IndicatorFigure& figure = overview.indicators[static_cast<std::size_t>(row.value)];
            const IndicatorRule rule = ruleOf(row.value);
            const auto rate = figure.rate();
            out.push_back({{"indicator", row.token}, {"name", isChinese ? row.nameZh : row.nameEn},
                {"rate", rate ? Json(static_cast<double>(*rate) / 100) : Json()}, {"part", figure.part},
                {"whole", figure.whole}, {"is_value", isOfValue(row.value)},
                {"rule", isChinese ? rule.zh : rule.en}, {"report", kIndicatorReport.name},
                {"cell", rate ? Json(indicatorCell(row.value)) : Json()}});
        }
        return out;
    }

    Result<HttpResponse> overview(RouteCall& call)
    {
        const std::string text = call.queryValue("as_of");
        const auto on = text.empty() ? Result<Day>(call.server.today()) : parseDate(text);
        if (!on)
            return fail(on.error());
        const Overview all = readOverview(call.session, call.scope(), *on);
        Json classes = Json::array();
        for (const auto& [code, sum] : all.byClass) {
            Json row = named("class", code, sum, "class:" + code);
            row["name"] = overviewClassName(code);
            classes.push_back(std::move(row));
        }
        Json ages = Json::array();
        for (const auto& band : kAgeBands)
            ages.push_back(named("age", call.language == Language::ZhCn ? band.nameZh : band.nameEn,
                all.byAge[static_cast<std::size_t>(band.value)], "age:" + std::string(band.token)));
        Json units = Json::array();
        for (const Overview::OfUnit& unit : all.byUnit) {
            if (units.size() == kMostUnits)
                break;
            Json row = named("unit", unit.code, unit.sum, "unit:" + unit.code);
            row["name"] = unit.name;
            units.push_back(std::move(row));
        }
        return jsonResponse(
            {{"as_of", formatDate(all.on)}, {"all", sumJson(all.all)}, {"idle", sumJson(all.idle)},
                {"classes", std::move(classes)}, {"ages", std::move(ages)}, {"units", std::move(units)},
                {"unit_count", all.byUnit.size()}, {"over_standard", overStandardJson(call, *on)},
                {"indicators", indicatorsJson(all, call.language)}});
    }

    constexpr RouteField kQuery[] = {
        {"as_of", FieldKind::Text, FieldNeed::Optional, "Day that the ages are counted to; today if not given."}};

    const Route kRoutes[] = {
        {"GET", "/overview", Admission::Permitted, Permission::ReadRegistry, Reach::OwnRows,
            "The assets of the caller's reach by class, age and unit (the twenty of most value), and the indicators.",
            overview, kQuery, BodyKind::None, {}, 0, Lane::Long},
    };

} // namespace overview_routes

std::span<const Route> overviewRoutes() { return overview_routes::kRoutes; }

} // namespace guanwu
