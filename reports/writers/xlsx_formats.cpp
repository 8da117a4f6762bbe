#include "reports/writers/xlsx_formats.h"

#include <new>
#include <xlsxwriter.h>

namespace guanwu {

namespace {

    constexpr auto kFont = "宋体";
    constexpr lxw_color_t kHeadingFill = 0xE7EBF0;
    constexpr lxw_color_t kTotalFill = 0xF4F6F8;
    constexpr lxw_color_t kBrokenRed = 0xC00000;

    lxw_format* newFormat(lxw_workbook* workbook, double fontSize)
    {
        lxw_format* format = workbook_add_format(workbook);
        if (!format)
            throw std::bad_alloc();
        format_set_font_name(format, kFont);
        format_set_font_size(format, fontSize);
        format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
        return format;
    }

    const char* numberFormat(CellKind kind)
    {
        switch (kind) {
        case CellKind::Integer:
            return "#,##0";
        case CellKind::Money:
        case CellKind::Area:
            return "#,##0.00";
        case CellKind::Percent:
            return "0.00%";
        case CellKind::Date:
            return "yyyy-mm-dd";
        case CellKind::Text:
            break;
        }
        // "@" keeps text as text when somebody edits the cell.
        return "@";
    }

    lxw_format* newCellFormat(lxw_workbook* workbook, CellKind kind)
    {
        lxw_format* format = newFormat(workbook, 10);
        format_set_border(format, LXW_BORDER_THIN);
        format_set_num_format(format, numberFormat(kind));
        if (kind == CellKind::Text)
            format_set_text_wrap(format);
        if (kind == CellKind::Date)
            format_set_align(format, LXW_ALIGN_CENTER);
        return format;
    }

} // namespace

XlsxFormats::XlsxFormats(lxw_workbook* workbook)
    : title(newFormat(workbook, 16))
    , info(newFormat(workbook, 10))
    , heading(newFormat(workbook, 10))
    , brokenCheck(newFormat(workbook, 10))
{
    format_set_bold(title);
    format_set_align(title, LXW_ALIGN_CENTER);
    format_set_text_wrap(info);
    format_set_bold(heading);
    format_set_border(heading, LXW_BORDER_THIN);
    format_set_align(heading, LXW_ALIGN_CENTER);
    format_set_text_wrap(heading);
    format_set_bg_color(heading, kHeadingFill);
    format_set_bold(brokenCheck);
    format_set_font_color(brokenCheck, kBrokenRed);
    format_set_text_wrap(brokenCheck);

    for (std::size_t i = 0; i < m_body.size(); ++i) {
        const auto kind = static_cast<CellKind>(i);
        m_body[i] = newCellFormat(workbook, kind);
        m_total[i] = newCellFormat(workbook, kind);
        format_set_bold(m_total[i]);
        format_set_bg_color(m_total[i], kTotalFill);
    }
}

} // namespace guanwu
