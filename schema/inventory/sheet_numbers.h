#pragma once

#include "core/inventory/line_numbers.h"
#include "core/values/ids.h"
#include "schema/bulk/bulk.h"
#include "schema/connection/session.h"

namespace guanwu {

/// The numbers of all lines of a sheet, in the order of ids: a code may be the number of one line and the
/// legacy number of another, so only all of them say whose it is. Tells the card and the department of each
/// line; whose the sheet is the caller has asked.
template <class Tell> LineNumbers lineNumbers(Session& session, SheetId sheet, const Tell& tell)
{
    LineNumbers numbers;
    const auto rows = session.bulk().stream(
        "SELECT asset_id, asset_no, legacy_no, department_id FROM sheet_line WHERE sheet_id = ? ORDER BY asset_id",
        {sheet.value});
    for (std::size_t line = 0; rows->next(); ++line) {
        numbers.add(rows->text(1), rows->text(2), line);
        tell(AssetId {rows->integer(0)}, DepartmentId {rows->integer(3)});
    }
    return numbers;
}

} // namespace guanwu
