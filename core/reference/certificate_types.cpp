#include "core/reference/certificate_types.h"

#include "core/reference/embedded.h"
#include "core/reference/reference_table.h"

namespace guanwu {

std::string certificateTypeName(std::string_view code)
{
    static const ReferenceTable table(embeddedTable("certificate_types"));
    for (std::size_t row = 0; row < table.size(); ++row)
        if (table.cell(row, "code") == code)
            return std::string(table.cell(row, "name_zh"));
    return std::string(code);
}

} // namespace guanwu
