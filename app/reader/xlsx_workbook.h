#pragma once

#include "app/reader/cell_text.h"
#include "app/reader/xml_part.h"

namespace guanwu {

struct XlsxSheet {
    std::string name;
    const ZipEntry* part = nullptr;
};

/// What a workbook says about its sheets: their order, the texts and formats that their cells refer to by
/// number.
struct XlsxWorkbook {
    std::vector<XlsxSheet> sheets; ///< those that are shown, in the order of their tabs
    const ZipEntry* strings = nullptr;
    const ZipEntry* styles = nullptr;
    bool epoch1904 = false;
};

/// Errors: those of parseXml(), table.external_links, table.not_spreadsheet, table.damaged.
[[nodiscard]] Result<XlsxWorkbook> readXlsxWorkbook(const ZipArchive& archive, InflateBudget& budget);

/// The formats that cells refer to by number. Errors: those of parseXml().
[[nodiscard]] Result<std::vector<NumberFormat>> readXlsxFormats(const ZipEntry& part, InflateBudget& budget);

/// Texts that cells refer to by number, in one piece of memory.
class XlsxStrings {
public:
    /// Errors: those of parseXml().
    [[nodiscard]] static Result<XlsxStrings> read(const ZipEntry& part, InflateBudget& budget);
    [[nodiscard]] std::optional<std::string_view> at(std::size_t index) const;
    void add(std::string_view text);

private:
    std::string m_text;
    std::vector<std::uint32_t> m_ends; ///< a budget of 300 MiB fits
};

/// Collects the text of an <si> or <is>: its runs without the reading aid <rPh> that stands beside them.
class XlsxRichText {
public:
    void clear() { m_text.clear(); }
    void start(std::string_view element);
    void end(std::string_view element);
    void text(std::string_view piece);
    /// With _x000A_ as the character it stands for (ECMA-376 part 1, 22.9.2.19).
    [[nodiscard]] std::string_view take();

private:
    std::string m_text;
    bool m_inText = false;
    bool m_inReadingAid = false;
};

} // namespace guanwu
