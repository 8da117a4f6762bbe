#include "app/reader/plan_command.h"

#include "app/reader/process_limits.h"
#include "app/reader/svg_drawing.h"
#include "app/reader/whole_input.h"
#include "app/reader/whole_output.h"
#include "core/premises/floor_plan.h"
#include "scanner/grey_picture.h"

#include <exception>

namespace guanwu {

namespace {

    constexpr int kNoPlan = 3;
    constexpr int kDrawnSide = 2400; ///< pixels: an SVG has none of its own

    bool looksLikeXml(std::string_view bytes)
    {
        if (bytes.starts_with("\xEF\xBB\xBF"))
            bytes.remove_prefix(3);
        const auto at = bytes.find_first_not_of(" \t\r\n");
        return (at != std::string_view::npos && bytes[at] == '<') || bytes.starts_with("\xFF\xFE")
            || bytes.starts_with("\xFE\xFF");
    }

    Result<LumImage> read(std::string_view bytes)
    {
        if (!looksLikeXml(bytes)) {
            auto picture = decodeImage({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
            if (!picture && picture.error().subject == "image.format")
                return fail(ErrorCode::InvalidArgument, "space.plan_type");
            return picture ? Result<LumImage>(shrunk(std::move(*picture), kPlanLongestSide)) : picture;
        }
        const auto tree = readSvg(bytes);
        return tree ? drawSvg(*tree, kDrawnSide) : fail(tree.error());
    }

} // namespace

int runPlanReader()
{
    openSvgFont();
    limitProcess();
    Result<LumImage> plan = fail(ErrorCode::InvalidArgument, "space.plan_type");
    try {
        if (const std::string_view input = wholeInput(kMaxImageBytes); !input.empty())
            plan = read(input);
    } catch (const std::exception&) {
        plan = fail(ErrorCode::InvalidArgument, "space.svg_many"); // memory, above all
    }
    if (!plan) {
        writeWhole(plan.error().subject + '\t' + plan.error().detail);
        return kNoPlan;
    }
    return writePicture(plan->width, plan->height, plan->pixels) ? 0 : 1;
}

} // namespace guanwu
