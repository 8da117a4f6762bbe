#include "reports/premises/building_drawing.h"

#include "core/values/calendar.h"
#include "reports/plans/floor_layout.h"
#include "reports/plans/mark_geometry.h"
#include "reports/writers/pdf_page.h"

#include <algorithm>
#include <cairo-pdf.h>
#include <cairomm/surface.h>
#include <cmath>
#include <numbers>

namespace guanwu {

namespace {

    using Context = Cairo::RefPtr<Cairo::Context>;

    // Points on A4 landscape.
    constexpr double kMargin = 36;
    constexpr double kHeadHeight = 52;
    constexpr double kFootHeight = 22;
    constexpr double kLegendWidth = 176;
    constexpr double kLegendGap = 16;
    constexpr double kLegendLine = 24;
    constexpr double kSwatch = 16;
    constexpr double kCorridor = 12;
    constexpr double kPad = 3;
    constexpr double kSmallestText = 5;
    constexpr double kPlanLeft = kMargin;
    constexpr double kPlanTop = kMargin + kHeadHeight;
    constexpr double kPlanWidth = PdfPages::kPageWidth - 2 * kMargin - kLegendWidth - kLegendGap;
    constexpr double kPlanHeight = PdfPages::kPageHeight - 2 * kMargin - kHeadHeight - kFootHeight;

    struct Ink {
        double red = 0;
        double green = 0;
        double blue = 0;

        [[nodiscard]] Ink paler(double part) const
        {
            return {1 - (1 - red) * part, 1 - (1 - green) * part, 1 - (1 - blue) * part};
        }
    };

    constexpr Ink hex(unsigned rgb)
    {
        return {(rgb >> 16U & 255U) / 255.0, (rgb >> 8U & 255U) / 255.0, (rgb & 255U) / 255.0};
    }

    // Okabe and Ito's colours, which people with any of the common kinds of colour blindness tell apart.
    constexpr std::array<Ink, kPictureTints> kInks {hex(0x8a8a8a), hex(0x0072b2), hex(0xe69f00), hex(0x009e73),
        hex(0xcc79a7), hex(0x56b4e9), hex(0xd55e00), hex(0xf0e442)};

    void use(const Context& context, const Ink& ink) { context->set_source_rgb(ink.red, ink.green, ink.blue); }

    void rectangle(const Context& context, const Box& box)
    {
        context->rectangle(box.x, box.y, box.width, box.height);
    }

    void hatch(const Context& context, const Box& box, bool isRising)
    {
        constexpr double kStep = 5;
        for (double at = -box.height; at < box.width; at += kStep) {
            context->move_to(box.x + at, isRising ? box.y + box.height : box.y);
            context->line_to(box.x + at + box.height, isRising ? box.y : box.y + box.height);
        }
        context->stroke();
    }

    void dots(const Context& context, const Box& box)
    {
        constexpr double kStep = 6;
        bool isShifted = false;
        for (double y = box.y + kStep / 2; y < box.y + box.height; y += kStep) {
            for (double x = box.x + (isShifted ? kStep : kStep / 2); x < box.x + box.width; x += kStep) {
                context->begin_new_sub_path();
                context->arc(x, y, 0.8, 0, 2 * std::numbers::pi);
            }
            isShifted = !isShifted;
        }
        context->fill();
    }

    /// What is drawn below may be the floor plan, whose lines stay to be seen. `outline` adds the path of the
    /// room, which lies in the box.
    template <class Outline>
    void fillShape(const Context& context, const Box& box, const LegendEntry& entry, const Outline& outline)
    {
        const Ink& ink = kInks[static_cast<std::size_t>(entry.tint)];
        context->save();
        outline();
        context->clip();
        use(context, ink.paler(entry.tint == 0 ? 0.12 : 0.3));
        cairo_set_operator(context->cobj(), CAIRO_OPERATOR_MULTIPLY);
        context->paint();
        cairo_set_operator(context->cobj(), CAIRO_OPERATOR_OVER);
        use(context, ink.paler(0.75));
        context->set_line_width(0.7);
        if (entry.pattern == PicturePattern::Hatch || entry.pattern == PicturePattern::Cross)
            hatch(context, box, true);
        if (entry.pattern == PicturePattern::Cross)
            hatch(context, box, false);
        if (entry.pattern == PicturePattern::Dots)
            dots(context, box);
        context->restore();
        context->set_source_rgb(0.25, 0.25, 0.25);
        context->set_line_width(0.7);
        outline();
        context->stroke();
    }

    void fill(const Context& context, const Box& box, const LegendEntry& entry)
    {
        fillShape(context, box, entry, [&] { rectangle(context, box); });
    }

    void words(PdfText& text, const std::string& words, const TextStyle& style, const Box& box)
    {
        if (!words.empty())
            text.drawLine(words, style, box);
    }

    /// Number, area and who has it, as far as they fit; the number always.
    void drawWords(const Context& context, PdfText& text, const PictureRoom& room, const LegendEntry& entry,
        const Box& box)
    {
        context->set_source_rgb(0, 0, 0);
        const double big = std::clamp(std::min(box.width / 5, box.height / 2.2), kSmallestText, 12.0);
        const double small = std::max(kSmallestText, big - 2);
        const double line = PdfText::lineHeight(big);
        const Box inside {box.x + kPad, box.y + 1, std::max(1.0, box.width - 2 * kPad), line};
        const std::string number = entry.mark.empty() ? room.label : room.label + " " + entry.mark;
        words(text, number, {big, TextSide::Left, TextWeight::Bold}, inside);
        const double lower = PdfText::lineHeight(small);
        double top = inside.y + line;
        const double bottom = box.y + box.height - 1;
        if (top + lower > bottom || box.width < 24)
            return;
        words(text, room.usable.toString() + " ㎡", {small}, {inside.x, top, inside.width, lower});
        top += lower;
        const int lines = static_cast<int>((bottom - top) / lower);
        if (lines < 1 || room.unit.name.empty() || box.width < 34)
            return;
        const int needed = std::min({lines, 3, text.lineCount(room.unit.name, {small}, inside.width)});
        text.drawWrapped(room.unit.name, {small}, {inside.x, top, inside.width, lower * needed}, needed);
    }

    void drawRoom(const Context& context, PdfText& text, const PictureRoom& room, const LegendEntry& entry,
        const Box& box)
    {
        fill(context, box, entry);
        drawWords(context, text, room, entry, box);
    }

    /// The drawing in its frame of pixels: a byte a part, as cairo wants it.
    void drawGround(const Context& context, const PlanGround& ground, double scale)
    {
        const auto surface
            = Cairo::ImageSurface::create(Cairo::ImageSurface::Format::RGB24, ground.width, ground.height);
        surface->flush();
        const auto stride = static_cast<std::size_t>(surface->get_stride());
        unsigned char* const rows = surface->get_data();
        const auto width = static_cast<std::size_t>(ground.width);
        for (std::size_t y = 0; y < static_cast<std::size_t>(ground.height); ++y)
            for (std::size_t x = 0; x < width; ++x)
                std::fill_n(rows + y * stride + 4 * x, 4, ground.light[y * width + x]);
        surface->mark_dirty();
        context->save();
        context->translate(kPlanLeft, kPlanTop);
        context->scale(scale, scale);
        context->set_source(surface, 0, 0);
        context->paint();
        context->restore();
    }

    /// The drawing with the rooms that are marked on it; what is not marked is told below, because a room
    /// that nobody sees is not missed.
    void drawPlan(const Context& context, PdfText& text, const PictureLegend& legend,
        const PictureFloor& floor, std::size_t at, const PlanGround& ground)
    {
        std::string unmarked;
        for (const PictureRoom& room : floor.rooms)
            if (room.mark.empty())
                unmarked.append(unmarked.empty() ? "未标注：" : "、").append(room.label);
        const double below = unmarked.empty() ? 0 : 2 * PdfText::lineHeight(7.5);
        const double scale = std::min(kPlanWidth / ground.width, (kPlanHeight - below) / ground.height);
        drawGround(context, ground, scale);
        const auto x = [&](double pixels) { return kPlanLeft + pixels * scale; };
        const auto y = [&](double pixels) { return kPlanTop + pixels * scale; };
        for (std::size_t i = 0; i < floor.rooms.size(); ++i) {
            const PictureRoom& room = floor.rooms[i];
            if (room.mark.empty())
                continue;
            Box box {kPlanLeft, kPlanTop, ground.width * scale, ground.height * scale};
            const LegendEntry& entry = legend.entries[legend.of[at][i]];
            fillShape(context, box, entry, [&] {
                context->begin_new_path(); // words leave a point where they ended
                for (const PlanPoint& corner : room.mark)
                    context->line_to(x(static_cast<double>(corner.x)), y(static_cast<double>(corner.y)));
                context->close_path();
            });
            const PlanSpot spot = labelSpot(room.mark);
            const Box words {x(spot.x - spot.width / 2), y(spot.y - spot.height / 2), spot.width * scale,
                spot.height * scale};
            drawWords(context, text, room, entry, words);
        }
        context->set_source_rgb(0.3, 0.3, 0.3);
        if (!unmarked.empty())
            text.drawWrapped(
                unmarked, {7.5}, {kPlanLeft, kPlanTop + ground.height * scale + 2, kPlanWidth, below}, 2);
    }

    bool hasMarks(const PictureFloor& floor)
    {
        return floor.plan.revision > 0
            && std::any_of(floor.rooms.begin(), floor.rooms.end(),
                [](const PictureRoom& room) { return !room.mark.empty(); });
    }

    void drawLegend(const Context& context, PdfText& text, const PictureLegend& legend,
        const PictureFloor& floor, std::size_t at)
    {
        // What is on this floor, counted on this floor.
        std::vector<std::pair<std::int64_t, Area>> counts(legend.entries.size());
        for (std::size_t i = 0; i < floor.rooms.size(); ++i) {
            auto& [rooms, usable] = counts[legend.of[at][i]];
            ++rooms;
            usable += floor.rooms[i].usable;
        }
        const double left = PdfPages::kPageWidth - kMargin - kLegendWidth;
        double top = kPlanTop;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (counts[i].first == 0)
                continue;
            const LegendEntry& entry = legend.entries[i];
            fill(context, {left, top + 3, kSwatch, kSwatch}, entry);
            context->set_source_rgb(0, 0, 0);
            words(text, entry.mark, {8, TextSide::Centre, TextWeight::Bold}, {left, top + 3, kSwatch, kSwatch});
            const double x = left + kSwatch + 6;
            const double width = kLegendWidth - kSwatch - 6;
            text.drawWrapped(entry.nameZh, {8}, {x, top, width, PdfText::lineHeight(8)}, 1);
            words(text, std::to_string(counts[i].first) + " 间　" + counts[i].second.toString() + " ㎡", {7},
                {x, top + PdfText::lineHeight(8), width, PdfText::lineHeight(7)});
            top += kLegendLine;
        }
    }

    void drawFloor(const Context& context, PdfText& text, const PictureLegend& legend, const PictureFloor& floor,
        std::size_t at)
    {
        std::vector<Area> areas;
        for (const PictureRoom& room : floor.rooms)
            areas.push_back(room.usable);
        const FloorLayout plan = layOutFloor(
            areas, {scaleToFit(areas, kPlanWidth, kPlanHeight, kCorridor), kPlanWidth, kCorridor});
        for (const PlanBox& corridor : plan.corridors) {
            context->set_source_rgb(0.94, 0.94, 0.94);
            rectangle(context, {kPlanLeft + corridor.x, kPlanTop + corridor.y, corridor.width, corridor.height});
            context->fill();
        }
        for (std::size_t i = 0; i < plan.rooms.size(); ++i) {
            const PlanBox& box = plan.rooms[i];
            drawRoom(context, text, floor.rooms[i], legend.entries[legend.of[at][i]],
                {kPlanLeft + box.x, kPlanTop + box.y, box.width, box.height});
        }
    }

} // namespace

Result<std::string> buildingPicturePdf(
    const BuildingPicture& picture, PictureColour colour, const PictureHead& head, const PlanGrounds& grounds)
{
    if (picture.floors.empty())
        return fail(ErrorCode::NotFound, "space.no_rooms", picture.building.code);
    std::string bytes;
    const auto surface = Cairo::PdfSurface::create_for_stream(
        [&bytes](const unsigned char* data, unsigned int length) {
            bytes.append(reinterpret_cast<const char*>(data), length);
            return CAIRO_STATUS_SUCCESS;
        },
        PdfPages::kPageWidth, PdfPages::kPageHeight);
    // The same whenever it is printed: no time of the machine in it.
    cairo_pdf_surface_set_metadata(surface->cobj(), CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
    const auto context = Cairo::Context::create(surface);
    PdfText text(context);
    const PictureLegend legend = legendOf(picture, colour);
    const double wide = PdfPages::kPageWidth - 2 * kMargin;
    for (std::size_t at = 0; at < picture.floors.size(); ++at) {
        const PictureFloor& floor = picture.floors[at];
        const auto ground = grounds && hasMarks(floor) ? grounds(floor) : std::nullopt;
        context->set_source_rgb(0, 0, 0);
        words(text,
            picture.building.name + "　" + (floor.label.empty() ? "未分层" : floor.label)
                + (ground ? "　房间平面图" : "　房间示意图"),
            {16, TextSide::Left, TextWeight::Bold}, {kMargin, kMargin, wide, 26});
        words(text,
            "按" + std::string(tokenRow(kPictureColours, colour).nameZh) + "着色　本层 "
                + std::to_string(floor.rooms.size()) + " 间，使用面积 " + floor.usable.toString()
                + " ㎡　基准日：" + formatDate(head.asOf)
                + (head.preparer.empty() ? "" : "　编制单位：" + head.preparer),
            {9}, {kMargin, kMargin + 28, wide, 16});
        if (ground)
            drawPlan(context, text, legend, floor, at, *ground);
        else
            drawFloor(context, text, legend, floor, at);
        drawLegend(context, text, legend, floor, at);
        context->set_source_rgb(0.3, 0.3, 0.3);
        const Box foot {kMargin, PdfPages::kPageHeight - kMargin - 14, wide, 14};
        words(text,
            ground ? "房间位置按平面图上的标注；面积以登记的使用面积为准。"
                   : "房间大小与使用面积成比例，按房号排列；位置为示意，非实测。",
            {7.5}, foot);
        words(text, "第 " + std::to_string(at + 1) + " 页，共 " + std::to_string(picture.floors.size()) + " 页",
            {7.5, TextSide::Right}, foot);
        context->show_page();
    }
    surface->finish();
    return bytes;
}

} // namespace guanwu
