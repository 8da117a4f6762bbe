#include "app/premises/plan_picture.h"

#include "app/exchange/tables/reader_child.h"
#include "app/exchange/tables/told_picture.h"
#include "core/cards/attachment.h"

#include <algorithm>
#include <array>

namespace guanwu {

namespace {

    constexpr std::chrono::seconds kLongestReading {20};

    /// What the reader may say of a file; anything else it says is no rule.
    constexpr std::array<std::string_view, 16> kRefusals {"space.plan_type", "space.svg_active",
        "space.svg_damaged", "space.svg_deep", "space.svg_element", "space.svg_elsewhere", "space.svg_entity",
        "space.svg_many", "space.svg_no_size", "space.svg_size", "image.damaged", "image.empty",
        "image.format", "image.pixels", "image.size", "image.truncated"};

    tl::unexpected<Error> refusalOf(std::string_view told)
    {
        const auto tab = std::min(told.size(), told.find('\t'));
        const auto* rule = std::find(kRefusals.begin(), kRefusals.end(), told.substr(0, tab));
        if (rule == kRefusals.end())
            return fail(ErrorCode::InvalidArgument, "space.plan_type");
        // The detail is from the file: a name of an element and the like, or nothing.
        constexpr std::size_t kShown = 60;
        std::string detail(told.substr(std::min(told.size(), tab + 1), kShown));
        if (!std::all_of(detail.begin(), detail.end(), [](char c) { return c >= ' ' && c <= '~'; }))
            detail.clear();
        return fail(ErrorCode::InvalidArgument, std::string(*rule), detail);
    }

} // namespace

Result<LumImage> readPlan(std::string_view bytes, const std::filesystem::path& readerProgram)
{
    if (bytes.empty())
        return fail(ErrorCode::InvalidArgument, "attachment.empty");
    if (bytes.size() > kMostAttachmentBytes)
        return fail(ErrorCode::InvalidArgument, "attachment.too_large", std::to_string(bytes.size()));
    const auto answer = askReader("plan", bytes, readerProgram, kLongestReading);
    if (!answer)
        return fail(answer.error());
    if (!answer->isTaken)
        return refusalOf(answer->isTold ? answer->bytes : std::string());
    auto told = toldPicture(answer->bytes, 1, kPlanLongestSide);
    return told ? Result<LumImage>({told->width, told->height, std::move(told->pixels)}) : refusalOf({});
}

PlanGrounds planGrounds(Session& session, const Scope& scope, const std::filesystem::path& readerProgram)
{
    return [&session, scope, readerProgram](const PictureFloor& floor) -> std::optional<PlanGround> {
        const auto png = FloorPlans(session, scope).picture(floor.floor.code);
        if (!png)
            return std::nullopt;
        auto image = readPlan(*png, readerProgram);
        if (!image)
            return std::nullopt;
        return PlanGround {image->width, image->height, std::move(image->pixels)};
    };
}

} // namespace guanwu
