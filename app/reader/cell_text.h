#pragma once

#include "core/base/error.h"

#include <optional>

namespace guanwu {

/// How a spreadsheet shows the number of a cell.
struct NumberFormat {
    enum class Kind : std::uint8_t { Number, Date, Month, DateTime, Time };
    Kind kind = Kind::Number;
    std::size_t padTo = 0; ///< a format of zeros only, such as 00000: codes that were typed as numbers
};

/// The formats that xlsx knows by number (ECMA-376 part 1, 18.8.30, with the Chinese ones).
[[nodiscard]] NumberFormat builtInFormat(long id);
/// A format code such as yyyy"年"m"月"d"日"; only its first section counts.
[[nodiscard]] NumberFormat parseFormat(std::string_view code);

/// A number as a decimal without exponent, in at most 15 significant digits as spreadsheets show it, so that
/// 1234.5600000000001 is 1234.56. Errors: table.damaged (no number); table.number_digits: 10^15 and above, of
/// which a spreadsheet keeps 15 digits only, so that an identity number typed as a number has lost its end.
[[nodiscard]] Result<std::string> numberText(std::string_view raw);

/// The text of a number under its format: 2022-03-15, 2022-03-15 10:30:00, 10:30:00, 00123; 2022-03 for the
/// first of a month whose day is not shown. Errors: those of numberText().
[[nodiscard]] Result<std::string> formattedNumber(std::string_view raw, NumberFormat format, bool epoch1904);

/// "2022-03-15T00:00:00" as a spreadsheet shows it: 2022-03-15, with the time unless it is midnight.
[[nodiscard]] std::string isoDateText(std::string_view iso);
/// "PT10H30M00S" as 10:30:00; anything else as it was.
[[nodiscard]] std::string isoDurationText(std::string_view iso);

} // namespace guanwu
