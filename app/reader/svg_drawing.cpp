#include "app/reader/svg_drawing.h"

#include "app/reader/svg_path.h"
#include "app/reader/svg_values.h"

#include <algorithm>
#include <cairo.h>
#include <cmath>
#include <iterator>
#include <optional>

namespace guanwu {

namespace {

    constexpr double kUnknownFill = 0.85;
    constexpr int kDeepestUse = 12;

    struct FreeSurface {
        void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    };
    struct FreeContext {
        void operator()(cairo_t* context) const { cairo_destroy(context); }
    };

    cairo_font_face_t*& font()
    {
        static cairo_font_face_t* face = nullptr;
        return face;
    }

    /// What an element hands on to those in it.
    struct Look {
        std::optional<double> fill = 0;
        std::optional<double> stroke;
        double fillOpacity = 1;
        double strokeOpacity = 1;
        double opacity = 1;
        double strokeWidth = 1;
        double fontSize = 16;
        bool isEvenOdd = false;
        bool isShown = true;
        double anchor = 0; ///< how much of the words stands before their point
        std::vector<double> dashes;
    };

    class Drawing {
    public:
        Drawing(cairo_t* context, const SvgTree& tree, double whole)
            : m_context(context)
            , m_tree(tree)
            , m_whole(whole)
        {
            collectStyles(*tree.root);
        }

        Result<void> draw(const SvgNode& node, const Look& given, int uses = 0)
        {
            if (m_left == 0)
                return fail(ErrorCode::InvalidArgument, "space.svg_many");
            --m_left;
            static constexpr std::string_view kContainers[] = {"svg", "g", "use", "symbol", "switch"};
            const bool isContainer = std::find(std::begin(kContainers), std::end(kContainers), node.name)
                != std::end(kContainers);
            if (!isContainer && !isShape(node) && node.name != "text")
                return {};
            Look look = given;
            apply(look, node);
            if (!look.isShown)
                return {};
            cairo_save(m_context);
            const auto done = drawMoved(node, look, uses, isContainer);
            cairo_restore(m_context);
            return done;
        }

    private:
        static bool isShape(const SvgNode& node)
        {
            static constexpr std::string_view kShapes[]
                = {"path", "rect", "line", "polyline", "polygon", "circle", "ellipse"};
            return std::find(std::begin(kShapes), std::end(kShapes), node.name) != std::end(kShapes);
        }

        void collectStyles(const SvgNode& node)
        {
            if (node.name == "style")
                for (auto& [name, rule] : svgRules(node.text))
                    m_rules[name].insert(m_rules[name].end(), rule.begin(), rule.end());
            for (const auto& child : node.children)
                collectStyles(*child);
        }

        [[nodiscard]] double length(const SvgNode& node, std::string_view name, double otherwise = 0) const
        {
            return svgLength(node.attribute(name), m_whole).value_or(otherwise);
        }

        static void set(Look& look, std::string_view name, std::string_view value)
        {
            const auto part = [&](double& to) {
                if (const auto number = svgLength(value, 1))
                    to = std::clamp(*number, 0.0, 1.0);
            };
            if (value == "inherit")
                return;
            if (name == "fill")
                look.fill = svgLightness(value, kUnknownFill);
            else if (name == "stroke")
                look.stroke = svgLightness(value, 0);
            else if (name == "fill-opacity")
                part(look.fillOpacity);
            else if (name == "stroke-opacity")
                part(look.strokeOpacity);
            else if (name == "opacity") {
                double own = 1;
                part(own);
                look.opacity *= own;
            } else if (name == "stroke-width")
                look.strokeWidth = std::max(0.0, svgLength(value).value_or(look.strokeWidth));
            else if (name == "font-size")
                look.fontSize = std::clamp(svgLength(value, look.fontSize).value_or(look.fontSize), 0.0, 1e5);
            else if (name == "fill-rule")
                look.isEvenOdd = value == "evenodd";
            else if (name == "display")
                look.isShown = look.isShown && value != "none";
            else if (name == "visibility")
                look.isShown = value == "visible";
            else if (name == "text-anchor")
                look.anchor = value == "middle" ? 0.5 : value == "end" ? 1 : 0;
            else if (name == "stroke-dasharray")
                dash(look, value);
        }

        static void dash(Look& look, std::string_view value)
        {
            constexpr std::size_t kMostDashes = 16;
            look.dashes.clear();
            double sum = 0;
            SvgNumbers numbers(value);
            for (auto one = numbers.next(); one && look.dashes.size() < kMostDashes; one = numbers.next()) {
                look.dashes.push_back(std::max(0.0, *one));
                sum += look.dashes.back();
            }
            if (sum <= 0)
                look.dashes.clear();
        }

        void apply(Look& look, const SvgNode& node) const
        {
            for (const auto& [name, value] : node.attributes)
                set(look, name, value);
            const auto rule = [&](const std::string& name) {
                if (const auto found = m_rules.find(name); found != m_rules.end())
                    for (const auto& [key, value] : found->second)
                        set(look, key, value);
            };
            rule(node.name);
            std::string_view classes = node.attribute("class");
            while (!classes.empty()) {
                const auto end = std::min(classes.size(), classes.find(' '));
                if (end > 0)
                    rule("." + std::string(classes.substr(0, end)));
                classes.remove_prefix(std::min(classes.size(), end + 1));
            }
            for (const auto& [key, value] : svgDeclarations(node.attribute("style")))
                set(look, key, value);
        }

        Result<void> drawMoved(const SvgNode& node, const Look& look, int uses, bool isContainer)
        {
            const auto matrix = svgTransform(node.attribute("transform"));
            if (!matrix)
                return fail(ErrorCode::InvalidArgument, "space.svg_damaged", "transform");
            const cairo_matrix_t moved {matrix->a, matrix->b, matrix->c, matrix->d, matrix->e, matrix->f};
            const double size = matrix->a * matrix->d - matrix->b * matrix->c;
            if (!std::isfinite(size) || size == 0)
                return {}; // flattened to nothing
            cairo_transform(m_context, &moved);
            if (node.name == "use" || (node.name == "svg" && &node != m_tree.root.get()))
                cairo_translate(m_context, length(node, "x"), length(node, "y"));
            if (node.name == "use") {
                const auto target
                    = m_tree.ids.find(node.attribute("href").substr(node.attribute("href").empty() ? 0 : 1));
                if (target == m_tree.ids.end())
                    return {};
                if (uses == kDeepestUse)
                    return fail(ErrorCode::InvalidArgument, "space.svg_deep");
                return draw(*target->second, look, uses + 1);
            }
            if (node.name == "text")
                return drawWords(node, look);
            if (!isContainer)
                return drawShape(node, look);
            for (const auto& child : node.children)
                if (child->name != "symbol")
                    if (auto done = draw(*child, look, uses); !done)
                        return done;
            return {};
        }

        Result<void> drawShape(const SvgNode& node, const Look& look)
        {
            cairo_new_path(m_context);
            const auto damaged
                = [&] { return fail(ErrorCode::InvalidArgument, "space.svg_damaged", node.name); };
            if (node.name == "path") {
                // What is before the damage is drawn, as the standard says; without end is not.
                static_cast<void>(addSvgPath(m_context, node.attribute("d"), m_pointsLeft));
                if (m_pointsLeft == 0)
                    return fail(ErrorCode::InvalidArgument, "space.svg_many");
            } else if (node.name == "rect")
                cairo_rectangle(m_context, length(node, "x"), length(node, "y"),
                    std::max(0.0, length(node, "width")), std::max(0.0, length(node, "height")));
            else if (node.name == "circle")
                addSvgEllipse(
                    m_context, length(node, "cx"), length(node, "cy"), length(node, "r"), length(node, "r"));
            else if (node.name == "ellipse")
                addSvgEllipse(m_context, length(node, "cx"), length(node, "cy"), length(node, "rx"),
                    length(node, "ry"));
            else if (node.name == "line") {
                cairo_move_to(m_context, length(node, "x1"), length(node, "y1"));
                cairo_line_to(m_context, length(node, "x2"), length(node, "y2"));
            } else {
                SvgNumbers numbers(node.attribute("points"));
                while (!numbers.isAtEnd()) {
                    const auto x = numbers.next();
                    const auto y = numbers.next();
                    if (!x || !y)
                        return damaged();
                    if (m_pointsLeft-- <= 1)
                        return fail(ErrorCode::InvalidArgument, "space.svg_many");
                    cairo_line_to(m_context, *x, *y);
                }
                if (node.name == "polygon")
                    cairo_close_path(m_context);
            }
            paint(look, node.name != "line");
            return {};
        }

        void paint(const Look& look, bool isFilled)
        {
            if (isFilled && look.fill && look.fillOpacity * look.opacity > 0) {
                cairo_set_source_rgba(
                    m_context, *look.fill, *look.fill, *look.fill, look.fillOpacity * look.opacity);
                cairo_set_fill_rule(
                    m_context, look.isEvenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
                cairo_fill_preserve(m_context);
            }
            if (look.stroke && look.strokeWidth > 0 && look.strokeOpacity * look.opacity > 0) {
                cairo_set_source_rgba(
                    m_context, *look.stroke, *look.stroke, *look.stroke, look.strokeOpacity * look.opacity);
                // A hair line of a drawing is still seen.
                double least = 1;
                double ignored = 0;
                cairo_device_to_user_distance(m_context, &least, &ignored);
                const double pixel = std::hypot(least, ignored);
                cairo_set_line_width(m_context, std::max(look.strokeWidth, pixel));
                // Dashes finer than the pixels are a grey line, and cost without end.
                double sum = 0;
                for (const double dash : look.dashes)
                    sum += dash;
                cairo_set_dash(m_context, look.dashes.data(),
                    sum > 2 * pixel ? static_cast<int>(look.dashes.size()) : 0, 0);
                cairo_stroke_preserve(m_context);
            }
            cairo_new_path(m_context);
        }

        Result<void> drawWords(const SvgNode& node, const Look& look)
        {
            if (!font())
                return {};
            double x = length(node, "x");
            double y = length(node, "y");
            words(node.text, look, x, y);
            for (const auto& child : node.children) {
                if (child->name != "tspan")
                    continue;
                if (m_left == 0)
                    return fail(ErrorCode::InvalidArgument, "space.svg_many");
                --m_left;
                Look own = look;
                apply(own, *child);
                x = length(*child, "x", x) + length(*child, "dx");
                y = length(*child, "y", y) + length(*child, "dy");
                if (own.isShown)
                    words(child->text, own, x, y);
            }
            return {};
        }

        /// Moves x behind what was written.
        void words(std::string_view raw, const Look& look, double& x, double y)
        {
            std::string text;
            for (const char c : raw)
                if (c != '\n' && c != '\r' && c != '\t'
                    && !(c == ' ' && (text.empty() || text.back() == ' ')))
                    text += c;
            constexpr std::size_t kLongestWords = 300;
            if (text.empty() || text.size() > kLongestWords || !look.fill || look.fontSize <= 0)
                return;
            cairo_set_font_face(m_context, font());
            cairo_set_font_size(m_context, look.fontSize);
            cairo_text_extents_t extents;
            cairo_text_extents(m_context, text.c_str(), &extents);
            cairo_set_source_rgba(
                m_context, *look.fill, *look.fill, *look.fill, look.fillOpacity * look.opacity);
            cairo_move_to(m_context, x - look.anchor * extents.x_advance, y);
            // As an outline: a large one is not kept as a glyph.
            cairo_text_path(m_context, text.c_str());
            cairo_fill(m_context);
            x += (1 - look.anchor) * extents.x_advance;
        }

        cairo_t* m_context;
        const SvgTree& m_tree;
        std::unordered_map<std::string, SvgDeclarations> m_rules;
        std::size_t m_left = kMostSvgDrawn;
        std::size_t m_pointsLeft = kMostSvgPoints;
        double m_whole; ///< of which a percentage is taken
    };

    struct Frame {
        double x = 0;
        double y = 0;
        double width = 0;
        double height = 0;
    };

    Result<Frame> frameOf(const SvgNode& root)
    {
        Frame out;
        SvgNumbers box(root.attribute("viewBox"));
        const auto x = box.next();
        const auto y = box.next();
        const auto width = box.next();
        const auto height = box.next();
        if (x && y && width && height)
            out = {*x, *y, *width, *height};
        else
            out = {0, 0, svgLength(root.attribute("width")).value_or(0),
                svgLength(root.attribute("height")).value_or(0)};
        // A plan is no ribbon: of such a one a side would have no pixels.
        constexpr double kFlattest = 50;
        if (!(out.width > 0 && out.height > 0) || out.width > kFlattest * out.height
            || out.height > kFlattest * out.width)
            return fail(ErrorCode::InvalidArgument, "space.svg_no_size");
        return out;
    }

} // namespace

void openSvgFont()
{
    cairo_font_face_t* const face
        = cairo_toy_font_face_create("Noto Sans CJK SC", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    const std::unique_ptr<cairo_surface_t, FreeSurface> paper(
        cairo_image_surface_create(CAIRO_FORMAT_A8, 32, 32));
    const std::unique_ptr<cairo_t, FreeContext> context(cairo_create(paper.get()));
    // Written once, so that the file is open when none can be opened any more.
    cairo_set_font_face(context.get(), face);
    cairo_set_font_size(context.get(), 12);
    cairo_move_to(context.get(), 1, 20);
    cairo_text_path(context.get(), "墙1");
    if (cairo_status(context.get()) == CAIRO_STATUS_SUCCESS)
        font() = face;
}

Result<LumImage> drawSvg(const SvgTree& tree, int longestSide)
{
    const auto frame = frameOf(*tree.root);
    if (!frame)
        return fail(frame.error());
    const double scale = longestSide / std::max(frame->width, frame->height);
    LumImage out;
    out.width = std::clamp(static_cast<int>(std::lround(frame->width * scale)), 1, longestSide);
    out.height = std::clamp(static_cast<int>(std::lround(frame->height * scale)), 1, longestSide);
    const std::unique_ptr<cairo_surface_t, FreeSurface> paper(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, out.width, out.height));
    const std::unique_ptr<cairo_t, FreeContext> context(cairo_create(paper.get()));
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    cairo_scale(context.get(), scale, scale);
    cairo_translate(context.get(), -frame->x, -frame->y);
    cairo_set_tolerance(context.get(), 0.3);
    if (auto drawn = Drawing(context.get(), tree, std::max(frame->width, frame->height)).draw(*tree.root, {});
        !drawn)
        return fail(drawn.error());
    if (cairo_status(context.get()) != CAIRO_STATUS_SUCCESS)
        return fail(ErrorCode::InvalidArgument, "space.svg_damaged",
            cairo_status_to_string(cairo_status(context.get())));
    cairo_surface_flush(paper.get());
    const auto width = static_cast<std::size_t>(out.width);
    const auto height = static_cast<std::size_t>(out.height);
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(paper.get()));
    const unsigned char* const pixels = cairo_image_surface_get_data(paper.get());
    out.pixels.resize(width * height);
    // Everything was drawn in greys: one of the three parts is all of it.
    for (std::size_t y = 0; y < height; ++y)
        for (std::size_t x = 0; x < width; ++x)
            out.pixels[y * width + x] = pixels[y * stride + 4 * x];
    return out;
}

} // namespace guanwu
