#include "app/server/routes/card_json.h"
#include "app/server/routes/paging.h"
#include "app/server/routes/routes.h"
#include "app/server/routes/write_once.h"
#include "core/reference/class_list.h"
#include "schema/repositories/registry_lists.h"

namespace guanwu {

namespace register_routes {

    using Json = nlohmann::ordered_json;

    Result<ListFilter> filterOf(const RouteCall& call)
    {
        const auto limit = pageLimit(call);
        if (!limit)
            return fail(limit.error());
        return ListFilter {call.queryValue("q"), call.queryValue("unit"), call.queryValue("parent"),
            call.queryValue("after"), *limit};
    }

    Json referenceOrNull(const Reference& target)
    {
        return target.id == 0 ? Json() : Json {{"code", target.code}, {"name", target.name}};
    }

    Json rowJson(const UnitRow& row)
    {
        const Unit& unit = row.unit;
        return {{"code", unit.code}, {"name", unit.name}, {"uscc", textOrNull(unit.uscc)},
            {"org_type", tokenRow(kOrgTypes, unit.orgType).token},
            {"organ_level", tokenRow(kOrganLevels, unit.organLevel).token},
            {"parent", textOrNull(row.parentCode)}, {"division", unit.division},
            {"posts_established", unit.postsEstablished}, {"posts_filled", unit.postsFilled},
            {"in_inventory", unit.inInventory}};
    }

    Json rowJson(const DepartmentRow& row)
    {
        return {{"name", row.name}, {"unit", referenceOrNull(row.unit)}};
    }

    Json rowJson(const PersonRow& row)
    {
        return {{"code", row.code}, {"name", row.name}, {"unit", referenceOrNull(row.unit)},
            {"department", textOrNull(row.department)}, {"rank", textOrNull(row.rank)},
            {"post", textOrNull(row.post)}, {"in_post", row.inPost}};
    }

    Json rowJson(const PlaceRow& row)
    {
        const Place& place = row.place;
        return {{"code", place.code}, {"kind", tokenRow(kPlaceKinds, place.kind).token}, {"name", place.name},
            {"parent", textOrNull(row.parentCode)}, {"unit", referenceOrNull(row.unit)},
            {"usable_m2", place.usableArea ? Json(place.usableArea->toString()) : Json()},
            {"room_kind", place.roomKind ? Json(tokenRow(kRoomKinds, *place.roomKind).token) : Json()}};
    }

    template <class Row> HttpResponse pageResponse(const char* name, const ListPage<Row>& page)
    {
        Json rows = Json::array();
        for (const Row& row : page.rows)
            rows.push_back(rowJson(row));
        return jsonResponse({{name, rows}, {"next", page.next ? Json(*page.next) : Json()}});
    }

    Result<HttpResponse> units(RouteCall& call)
    {
        const auto filter = filterOf(call);
        if (!filter)
            return fail(filter.error());
        return pageResponse("units", RegistryLists(call.session, call.scope()).units(*filter));
    }

    Result<HttpResponse> unit(RouteCall& call)
    {
        const auto found = RegistryLists(call.session, call.scope()).unit(call.pathValue("code"));
        return found ? Result<HttpResponse>(jsonResponse(rowJson(*found))) : fail(found.error());
    }

    Result<HttpResponse> departments(RouteCall& call)
    {
        const auto filter = filterOf(call);
        if (!filter)
            return fail(filter.error());
        const auto page = RegistryLists(call.session, call.scope()).departments(*filter);
        return page ? Result<HttpResponse>(pageResponse("departments", *page)) : fail(page.error());
    }

    Result<HttpResponse> people(RouteCall& call)
    {
        const auto filter = filterOf(call);
        if (!filter)
            return fail(filter.error());
        return pageResponse("people", RegistryLists(call.session, call.scope()).people(*filter));
    }

    Result<HttpResponse> places(RouteCall& call)
    {
        const auto filter = filterOf(call);
        if (!filter)
            return fail(filter.error());
        return pageResponse("places", RegistryLists(call.session, call.scope()).places(*filter));
    }

    Result<HttpResponse> classCodes(RouteCall& call)
    {
        const auto limit = pageLimit(call);
        if (!limit)
            return fail(limit.error());
        const std::string after = call.queryValue("after");
        Json rows = Json::array();
        Json next;
        for (const ClassCode* code : classes2022(call.queryValue("parent"), call.queryValue("q"))) {
            if (code->code <= after)
                continue;
            if (rows.size() == static_cast<std::size_t>(*limit)) {
                next = rows.back()["code"];
                break;
            }
            rows.push_back({{"code", code->code}, {"parent", textOrNull(code->parent)},
                {"level", code->level}, {"name_zh", code->nameZh}, {"name_en", textOrNull(code->nameEn)},
                {"unit_of_measure", textOrNull(code->unitOfMeasure)},
                {"usable", Classification::edition2022().isUsable(code->code)}});
        }
        return jsonResponse({{"class_codes", rows}, {"next", next}});
    }

    constexpr RouteField kText {"q", FieldKind::Text, FieldNeed::Optional, "Part of the code or the name."};
    constexpr RouteField kUnit {"unit", FieldKind::Text, FieldNeed::Optional, "Code of a unit."};
    constexpr RouteField kUnitsQuery[]
        = {kText, {"parent", FieldKind::Text, FieldNeed::Optional, "Code of the supervising unit."},
            kLimitField, kAfterField};
    constexpr RouteField kDepartmentsQuery[] = {
        kText, {"unit", FieldKind::Text, FieldNeed::Required, "Code of the unit."}, kLimitField, kAfterField};
    constexpr RouteField kPeopleQuery[] = {kText, kUnit, kLimitField, kAfterField};
    constexpr RouteField kPlacesQuery[]
        = {kText, kUnit, {"parent", FieldKind::Text, FieldNeed::Optional, "Code of the place around."},
            kLimitField, kAfterField};
    constexpr RouteField kClassesQuery[]
        = {{"q", FieldKind::Text, FieldNeed::Optional, "Beginning of the code, or part of the name."},
            {"parent", FieldKind::Text, FieldNeed::Optional, "Code of the class above."}, kLimitField,
            kAfterField};

    const Route kRoutes[] = {
        {"GET", "/units", Admission::Permitted, Permission::ReadRegistry, Reach::OwnRows,
            "Units of the caller's scope.", units, kUnitsQuery},
        {"GET", "/units/{code}", Admission::Permitted, Permission::ReadRegistry, Reach::OwnUnit, "A unit.",
            unit},
        {"GET", "/departments", Admission::Permitted, Permission::ReadRegistry, Reach::OwnUnit,
            "Departments of a unit.", departments, kDepartmentsQuery},
        {"GET", "/people", Admission::Permitted, Permission::ReadRegistry, Reach::OwnRows,
            "People of the caller's scope.", people, kPeopleQuery},
        {"GET", "/places", Admission::Permitted, Permission::ReadRegistry, Reach::OwnRows,
            "Rooms of the caller's scope, and what is shared around them.", places, kPlacesQuery},
        {"GET", "/class-codes", Admission::Permitted, Permission::ReadRegistry, Reach::Common,
            "Classes of GB/T 14885-2022.", classCodes, kClassesQuery},
    };

} // namespace register_routes

std::span<const Route> registerRoutes() { return register_routes::kRoutes; }

} // namespace guanwu
