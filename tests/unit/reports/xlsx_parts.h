#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace guanwu::test {

/// One file out of a workbook, inflated; empty if it is not there.
[[nodiscard]] std::string xlsxPart(const std::filesystem::path& path, std::string_view name);

/// All streams of a PDF that can be inflated, one after the other.
[[nodiscard]] std::string pdfStreams(const std::filesystem::path& path);

/// The cells of a sheet that hold something: "A5<tab>text<tab>..." or "B5<tab>number<tab>...", a line each.
/// Independent of how the library orders attributes and styles.
[[nodiscard]] std::string cellDump(const std::string& sheetXml);

/// The texts of a sheet's text cells, in order, with the escapes of XML undone.
[[nodiscard]] std::vector<std::string> textCells(const std::string& sheetXml);

} // namespace guanwu::test
