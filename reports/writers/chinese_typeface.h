#pragma once

namespace guanwu {

/// What papers are written in.
inline constexpr auto kChineseFamily = "Noto Sans CJK SC, Noto Sans CJK, sans-serif";

/// Whether it is installed, or another one that will do; without one there would be boxes for characters.
[[nodiscard]] bool hasChineseTypeface();

} // namespace guanwu
