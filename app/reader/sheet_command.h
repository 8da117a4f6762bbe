#pragma once

namespace guanwu {

/// The verb "sheet": reads the spreadsheet that is open as standard input, a file, and writes its rows to
/// standard output as frames of app/exchange/tables/sheet_protocol.h. Returns the exit status. Limits its own
/// process first.
[[nodiscard]] int runSheetReader();

} // namespace guanwu
