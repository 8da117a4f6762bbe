#include "app/cli/import_columns.h"

#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

ExitCode printColumns(const CliContext& context, ImportKind kind)
{
    auto json = nlohmann::ordered_json::array();
    for (const ColumnSpec& column : columnsOf(kind)) {
        std::string headings(column.headings);
        for (std::size_t at = 0; (at = headings.find('|', at)) != std::string::npos;)
            headings.replace(at, 1, "、");
        if (context.json)
            json.push_back({{"column", column.name}, {"headings", headings}, {"required", column.required}});
        else
            std::cout << column.name << '\t' << headings << '\t'
                      << (column.required ? context.say({"必填", "required"}) : std::string_view()) << '\n';
    }
    if (context.json)
        std::cout << json.dump() << '\n';
    return ExitCode::Done;
}

} // namespace guanwu
