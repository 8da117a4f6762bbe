// What a person or a unit has of the registry: the proof that nothing is outstanding when somebody leaves.
#include "app/documents/outstanding.h"
#include "app/server/routes/routes.h"

namespace guanwu {

namespace holding_routes {

    Result<HttpResponse> answer(const Result<nlohmann::ordered_json>& found)
    {
        return found ? jsonResponse(*found) : Result<HttpResponse>(fail(found.error()));
    }

    Result<HttpResponse> ofPerson(RouteCall& call)
    {
        return answer(outstandingOfPerson(call.session, call.scope(), call.pathValue("code")));
    }

    Result<HttpResponse> ofUnit(RouteCall& call)
    {
        return answer(outstandingOfUnit(call.session, call.scope(), call.pathValue("code")));
    }

    const Route kRoutes[] = {
        {"GET", "/people/{code}/holdings", Admission::Permitted, Permission::ReadRegistry, Reach::OwnUnit,
            "What a person uses or keeps; an empty list proves that nothing is outstanding.", ofPerson},
        {"GET", "/units/{code}/outstanding", Admission::Permitted, Permission::ReadRegistry, Reach::OwnUnit,
            "Who of a unit has what, and which of its documents are open.", ofUnit},
    };

} // namespace holding_routes

std::span<const Route> holdingRoutes() { return holding_routes::kRoutes; }

} // namespace guanwu
