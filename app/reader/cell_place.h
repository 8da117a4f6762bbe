#pragma once

#include <cstdint>
#include <string>

namespace guanwu {

/// "Sheet1!C7", as formulas name a cell; the column counts from 0, the row from 1.
[[nodiscard]] inline std::string cellPlace(const std::string& sheet, std::size_t column, std::int64_t row)
{
    std::string letters;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return sheet + '!' + letters + std::to_string(row);
}

} // namespace guanwu
