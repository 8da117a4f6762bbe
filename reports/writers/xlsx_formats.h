#pragma once

#include "reports/model/cell.h"

#include <array>

struct lxw_workbook;
struct lxw_format;

namespace guanwu {

/// The cell formats of a workbook; it owns them.
class XlsxFormats {
public:
    explicit XlsxFormats(lxw_workbook* workbook);

    lxw_format* title = nullptr;
    lxw_format* info = nullptr;
    lxw_format* heading = nullptr;
    lxw_format* brokenCheck = nullptr;

    [[nodiscard]] lxw_format* body(CellKind kind) const { return m_body[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] lxw_format* total(CellKind kind) const { return m_total[static_cast<std::size_t>(kind)]; }

private:
    std::array<lxw_format*, 6> m_body {};
    std::array<lxw_format*, 6> m_total {};
};

} // namespace guanwu
