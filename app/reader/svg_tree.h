#pragma once

#include "core/base/error.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guanwu {

inline constexpr std::size_t kMostSvgBytes = std::size_t {4} * 1024 * 1024;
inline constexpr std::size_t kMostSvgElements = 100'000;
inline constexpr std::size_t kMostSvgDepth = 64;

/// An element of an SVG, its name without the namespace.
struct SvgNode {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::string text; ///< its own, in one piece
    std::vector<std::unique_ptr<SvgNode>> children;

    [[nodiscard]] std::string_view attribute(std::string_view name) const;
};

struct SvgTree {
    std::unique_ptr<SvgNode> root;
    std::unordered_map<std::string_view, const SvgNode*> ids; ///< the first with it
};

/// A drawing of strangers as a tree, if it is nothing but one: only elements that the product draws or leaves
/// out knowingly, nothing that does something, nothing from elsewhere, no entities. Errors: space.svg_size,
/// space.svg_damaged, space.svg_active (scripts, events, animations), space.svg_elsewhere (a reference out of
/// the file), space.svg_entity, space.svg_element (none that is known; detail: its name), space.svg_deep,
/// space.svg_many.
[[nodiscard]] Result<SvgTree> readSvg(std::string_view bytes);

} // namespace guanwu
