#include "app/exchange/tables/csv_reader.h"
#include "app/exchange/tables/spreadsheet_reader.h"
#include "core/base/text.h"

namespace guanwu {

Result<std::unique_ptr<TableReader>> openTable(const std::filesystem::path& file, const TableOptions& options)
{
    if (std::filesystem::is_directory(file))
        return fail(ErrorCode::InvalidArgument, "table.folder", file.string());
    const std::string kind = upper(file.extension().string());
    if (kind == ".CSV" || kind == ".TXT") {
        auto source = TextSource::open(file, options.encoding);
        if (!source)
            return fail(source.error());
        if (source->bytesTotal() == 0)
            return fail(ErrorCode::InvalidArgument, "table.empty", file.filename().string());
        return std::make_unique<CsvReader>(std::move(*source));
    }
    if (kind == ".XLSX" || kind == ".ODS")
        return SpreadsheetReader::open(file, {options.readerProgram});
    if (kind == ".XLS")
        return fail(ErrorCode::InvalidArgument, "table.old_xls", file.filename().string());
    return fail(ErrorCode::InvalidArgument, "table.kind", file.string());
}

} // namespace guanwu
