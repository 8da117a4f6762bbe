#include "app/reader/svg_tree.h"

#include <algorithm>
#include <array>
#include <expat.h>
#include <new>
#include <optional>

namespace guanwu {

namespace {

    constexpr char kSeparator = '|';
    constexpr std::string_view kSvgSpace = "http://www.w3.org/2000/svg";

    template <std::size_t N> bool isOneOf(const std::array<std::string_view, N>& names, std::string_view name)
    {
        return std::find(names.begin(), names.end(), name) != names.end();
    }

    /// Drawn, or left out because a plan can do without: gradients, patterns, clips and the like.
    constexpr std::array<std::string_view, 37> kKnown {"svg", "g", "path", "rect", "line", "polyline",
        "polygon", "circle", "ellipse", "text", "tspan", "use", "symbol", "defs", "style", "title", "desc",
        "metadata", "linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker",
        "switch", "view", "filter", "feGaussianBlur", "feOffset", "feBlend", "feFlood", "feComposite",
        "feColorMatrix", "feMerge", "feMergeNode", "solidColor"};
    constexpr std::array<std::string_view, 10> kActive {"script", "handler", "listener", "animate",
        "animateMotion", "animateTransform", "animateColor", "set", "discard", "a"};
    /// What shows something that is not in the drawing, or is no drawing.
    constexpr std::array<std::string_view, 9> kElsewhere {
        "image", "feImage", "foreignObject", "iframe", "audio", "video", "embed", "object", "tref"};

    bool holds(std::string_view text, std::string_view part)
    {
        return std::search(text.begin(), text.end(), part.begin(), part.end(), [](char a, char b) {
            return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b;
        }) != text.end();
    }

    /// url(#name) is in the file; any other is not, nor is what CSS brings in. A backslash hides letters from
    /// us.
    bool pointsOut(std::string_view text)
    {
        if (holds(text, "@import") || holds(text, "@font-face") || text.find('\\') != std::string_view::npos)
            return true;
        for (auto at = text.find('('); at != std::string_view::npos; at = text.find('(', at + 1)) {
            if (at < 3 || !holds(text.substr(at - 3, 3), "url"))
                continue;
            const auto target = text.find_first_not_of(" \t\r\n'\"", at + 1);
            if (target == std::string_view::npos || text[target] != '#')
                return true;
        }
        return false;
    }

    struct Building {
        XML_Parser parser = nullptr;
        SvgTree tree;
        std::vector<SvgNode*> open;
        std::size_t elements = 0;
        int foreign = 0; ///< how deep in elements of other programs, which are not kept
        std::optional<Error> error;

        void refuse(std::string_view subject, std::string_view detail = {})
        {
            if (!error)
                error = Error {ErrorCode::InvalidArgument, std::string(subject), std::string(detail)};
            ::XML_StopParser(parser, XML_FALSE);
        }
        template <class Work> void run(const Work& work)
        {
            try {
                if (!error)
                    work();
            } catch (const std::bad_alloc&) { // exceptions must not pass through expat
                refuse("space.svg_many");
            }
        }

        bool takeAttributes(SvgNode& node, const char** attributes)
        {
            for (const char** at = attributes; *at; at += 2) {
                std::string_view name = at[0];
                const std::string_view value = at[1];
                name = name.substr(
                    name.rfind(kSeparator) == std::string_view::npos ? 0 : name.rfind(kSeparator) + 1);
                if (name.size() > 2 && holds(name.substr(0, 2), "on")) {
                    refuse("space.svg_active", name);
                    return false;
                }
                const bool isReference = name == "href" || name == "src" || name == "base";
                if ((isReference && !value.empty() && value.front() != '#') || pointsOut(value)) {
                    refuse("space.svg_elsewhere", name);
                    return false;
                }
                node.attributes.emplace_back(name, value);
            }
            return true;
        }

        void start(std::string_view full, const char** attributes)
        {
            if (++elements > kMostSvgElements)
                return refuse("space.svg_many");
            const auto gap = full.rfind(kSeparator);
            const std::string_view space
                = gap == std::string_view::npos ? std::string_view() : full.substr(0, gap);
            const std::string_view name = gap == std::string_view::npos ? full : full.substr(gap + 1);
            if (open.size() + static_cast<std::size_t>(foreign) >= kMostSvgDepth)
                return refuse("space.svg_deep");
            // Whatever namespace it claims.
            if (isOneOf(kActive, name))
                return refuse("space.svg_active", name);
            if (isOneOf(kElsewhere, name))
                return refuse("space.svg_elsewhere", name);
            auto node = std::make_unique<SvgNode>();
            if (!takeAttributes(*node, attributes))
                return;
            if (open.empty() && (name != "svg" || (space != kSvgSpace && !space.empty())))
                return refuse("space.svg_element", name);
            if (foreign > 0 || (space != kSvgSpace && !space.empty())) {
                ++foreign; // notes of the program that drew it
                return;
            }
            if (!isOneOf(kKnown, name))
                return refuse("space.svg_element", name);
            node->name = name;
            SvgNode* const here = node.get();
            if (open.empty())
                tree.root = std::move(node);
            else
                open.back()->children.push_back(std::move(node));
            open.push_back(here);
            if (const std::string_view id = here->attribute("id"); !id.empty())
                tree.ids.emplace(id, here);
        }

        void end()
        {
            if (foreign > 0) {
                --foreign;
                return;
            }
            if (open.back()->name == "style" && pointsOut(open.back()->text))
                return refuse("space.svg_elsewhere", "style");
            open.pop_back();
        }

        void text(std::string_view piece)
        {
            if (foreign > 0 || open.empty())
                return;
            const std::string& name = open.back()->name;
            if (name == "text" || name == "tspan" || name == "style")
                open.back()->text += piece;
        }
    };

    Building& building(void* user) { return *static_cast<Building*>(user); }

} // namespace

std::string_view SvgNode::attribute(std::string_view wanted) const
{
    for (const auto& [key, value] : attributes)
        if (key == wanted)
            return value;
    return {};
}

Result<SvgTree> readSvg(std::string_view bytes)
{
    if (bytes.size() > kMostSvgBytes)
        return fail(ErrorCode::InvalidArgument, "space.svg_size", std::to_string(bytes.size()));
    const std::unique_ptr<XML_ParserStruct, decltype(&::XML_ParserFree)> parser(
        ::XML_ParserCreateNS(nullptr, kSeparator), &::XML_ParserFree);
    if (!parser)
        throw std::bad_alloc();
    Building user;
    user.parser = parser.get();
    ::XML_SetUserData(parser.get(), &user);
    ::XML_SetElementHandler(
        parser.get(),
        [](void* to, const XML_Char* name, const XML_Char** attributes) {
            building(to).run([&] { building(to).start(name, attributes); });
        },
        [](void* to, const XML_Char*) { building(to).run([&] { building(to).end(); }); });
    ::XML_SetCharacterDataHandler(parser.get(), [](void* to, const XML_Char* text, int size) {
        building(to).run([&] { building(to).text({text, static_cast<std::size_t>(size)}); });
    });
    // Many programs name the public definition of SVG, which is never fetched. One of their own they need for
    // entities only.
    ::XML_SetStartDoctypeDeclHandler(
        parser.get(), [](void* to, const XML_Char*, const XML_Char*, const XML_Char*, int hasOwn) {
            if (hasOwn != 0)
                building(to).refuse("space.svg_entity");
        });
    ::XML_SetSkippedEntityHandler(
        parser.get(), [](void* to, const XML_Char*, int) { building(to).refuse("space.svg_entity"); });
    ::XML_SetProcessingInstructionHandler(
        parser.get(), [](void* to, const XML_Char* target, const XML_Char*) {
            building(to).refuse("space.svg_elsewhere", target);
        });
    const auto status = ::XML_Parse(parser.get(), bytes.data(), static_cast<int>(bytes.size()), XML_TRUE);
    if (user.error)
        return fail(user.error->code, user.error->subject, user.error->detail);
    if (status != XML_STATUS_OK || !user.tree.root)
        return fail(ErrorCode::InvalidArgument, "space.svg_damaged",
            "line " + std::to_string(::XML_GetCurrentLineNumber(parser.get())));
    return std::move(user.tree);
}

} // namespace guanwu
