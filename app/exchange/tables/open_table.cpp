#include "app/exchange/tables/csv_reader.h"
#include "core/base/text.h"

namespace guanwu {

Result<std::unique_ptr<TableReader>> openTable(const std::filesystem::path& file, const TableOptions& options)
{
    const std::string kind = upper(file.extension().string());
    if (kind == ".CSV" || kind == ".TXT") {
        auto source = TextSource::open(file, options.encoding);
        if (!source)
            return fail(source.error());
        return std::make_unique<CsvReader>(std::move(*source));
    }
    return fail(ErrorCode::InvalidArgument, "table.kind", file.string());
}

} // namespace guanwu
