#pragma once

#include <string_view>

namespace guanwu {

/// The pages for browsers, part of the program: nothing is read from a folder and nothing fetched from elsewhere.
extern const std::string_view kWallHtml;
extern const std::string_view kWallCss;
extern const std::string_view kWallJs;
extern const std::string_view kWallWordsJs;

} // namespace guanwu
