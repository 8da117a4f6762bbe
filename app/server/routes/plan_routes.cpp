#include "app/premises/plan_json.h"
#include "app/premises/plan_picture.h"
#include "app/server/routes/routes.h"
#include "app/server/routes/versions.h"
#include "app/server/routes/write_once.h"
#include "app/server/server_context.h"
#include "core/cards/attachment.h"

namespace guanwu {

namespace plan_routes {

    FloorPlans plansOf(RouteCall& call) { return FloorPlans(call.session, call.scope()); }

    Result<HttpResponse> answer(const Result<PlannedFloor>& floor)
    {
        if (!floor)
            return fail(floor.error());
        return withRevision(jsonResponse(plannedFloorJson(*floor)), floor->plan.revision);
    }

    Result<HttpResponse> show(RouteCall& call) { return answer(plansOf(call).find(call.pathValue("floor"))); }

    Result<HttpResponse> picture(RouteCall& call)
    {
        auto png = plansOf(call).picture(call.pathValue("floor"));
        return png ? Result<HttpResponse>(fileResponse("image/png", std::move(*png))) : fail(png.error());
    }

    /// One change at the revision that the caller has seen; of a plan that is not there yet that is "0".
    template <class Work> Result<HttpResponse> change(RouteCall& call, const Work& work)
    {
        const auto seen = seenRevision(call);
        if (!seen)
            return fail(seen.error());
        return writeOnce(call, [&]() -> Result<HttpResponse> {
            FloorPlans plans = plansOf(call);
            const auto now = plans.find(call.pathValue("floor"));
            if (!now)
                return fail(now.error());
            if (auto unseen = unseenRevision(call, now->plan.revision, plannedFloorJson(*now)))
                return std::move(*unseen);
            return answer(work(plans, *seen));
        });
    }

    Result<HttpResponse> draw(RouteCall& call)
    {
        // A file is opened for who may draw a floor that is there, and for nobody else.
        if (const auto floor = plansOf(call).find(call.pathValue("floor")); !floor)
            return fail(floor.error());
        if (call.scope().reach() != Scope::Reach::Everything)
            return fail(ErrorCode::Forbidden, "space.not_yours", call.pathValue("floor"));
        const auto image = readPlan(call.content, call.server.readerProgram);
        const auto png = image ? encodePng(*image) : fail(image.error());
        if (!png)
            return fail(png.error());
        return change(call, [&](FloorPlans& plans, std::int64_t seen) {
            return plans.draw(call.pathValue("floor"), *png, image->width, image->height, seen,
                call.caller.account.login, call.server.now());
        });
    }

    Result<HttpResponse> mark(RouteCall& call)
    {
        const auto marks = marksOf(call.body["marks"]);
        if (!marks)
            return fail(marks.error());
        return change(call, [&](FloorPlans& plans, std::int64_t seen) {
            return plans.mark(
                call.pathValue("floor"), *marks, seen, call.caller.account.login, call.server.now());
        });
    }

    Result<HttpResponse> remove(RouteCall& call)
    {
        return change(call, [&](FloorPlans& plans, std::int64_t seen) {
            return plans.remove(call.pathValue("floor"), seen);
        });
    }

    constexpr RouteField kMarksBody[] = {{"marks", FieldKind::List, FieldNeed::Required,
        "All marks of the floor: {room, corners: [[x, y], ...]} in pixels of the picture; two corners are a rectangle."}};

    const Route kRoutes[] = {
        {"GET", "/space/floors/{floor}/plan", Admission::Permitted, Permission::ReadRegistry, Reach::OwnUnit,
            "The plan of a floor and the marks of the rooms that the caller sees; revision 0 where there is none.",
            show},
        {"GET", "/space/floors/{floor}/plan.png", Admission::Permitted, Permission::ReadRegistry,
            Reach::OwnUnit, "The drawing, in grey.", picture},
        {"PUT", "/space/floors/{floor}/plan", Admission::Permitted, Permission::FileDocuments, Reach::OwnUnit,
            "Stores a drawing, PNG, JPEG or SVG, with If-Match; marks keep their place in it.",
            {AuditAction::DrawPlan, draw}, {}, BodyKind::File, {}, kMostAttachmentBytes, Lane::Picture},
        {"PUT", "/space/floors/{floor}/plan/marks", Admission::Permitted, Permission::FileDocuments,
            Reach::OwnUnit, "Where the rooms lie on the drawing, all anew, with If-Match.",
            {AuditAction::MarkPlan, mark}, {}, BodyKind::Json, kMarksBody},
        {"DELETE", "/space/floors/{floor}/plan", Admission::Permitted, Permission::FileDocuments,
            Reach::OwnUnit, "Removes drawing and marks, with If-Match.", {AuditAction::RemovePlan, remove}},
    };

} // namespace plan_routes

std::span<const Route> planRoutes() { return plan_routes::kRoutes; }

} // namespace guanwu
