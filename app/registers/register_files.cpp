#include "app/registers/register_files.h"

#include "app/exchange/heading_map.h"
#include "app/exchange/row_fields.h"
#include "app/registers/register_columns.h"
#include "app/registers/register_report.h"
#include "core/base/text.h"
#include "reports/writers/write_report.h"

namespace guanwu {

namespace {

    /// All rows of a table that is known to be small, without their ends.
    struct SmallTable {
        std::vector<std::int64_t> numbers;
        std::vector<std::vector<std::string>> rows;
    };

    tl::unexpected<Error> tooManyRows()
    {
        return fail(ErrorCode::RuleViolated, "register.too_many_rows", std::to_string(kMostRegisterRows));
    }

    Result<SmallTable> readAll(const std::filesystem::path& file, const TableOptions& options)
    {
        auto reader = openTable(file, options);
        if (!reader)
            return fail(reader.error());
        SmallTable out;
        TableRow row;
        for (;;) {
            const auto more = (*reader)->next(row);
            if (!more)
                return fail(more.error());
            if (!*more)
                return out;
            if (out.rows.size() == kMostRegisterRows + HeadingFinder::kRowsLookedAt)
                return tooManyRows();
            out.numbers.push_back(row.row);
            out.rows.emplace_back(row.cells.begin(), row.cells.end());
        }
    }

    Result<HeadingMap> headingsOf(
        const SmallTable& table, std::span<const ColumnSpec> columns, ProblemSink& problems)
    {
        HeadingNames none;
        HeadingFinder finder(columns, none);
        for (std::size_t i = 0; i < table.rows.size() && i < std::size_t {HeadingFinder::kRowsLookedAt}; ++i)
            finder.addRow(table.numbers[i], table.rows[i]);
        return finder.find(problems);
    }

    /// What the row says where the rule met it.
    std::string valueOf(const NewRegisterEntry& row, const Error& error)
    {
        for (const FieldValue& one : row.fields)
            if (one.field == error.field)
                return one.value;
        return error.detail;
    }

    std::string headingOf(const Error& error, const RegisterType& type, const HeadingMap& headings)
    {
        const auto fields = enteredFields(type);
        for (std::size_t i = 0; i < fields.size(); ++i)
            if (fields[i]->token == error.field)
                return headings.headingOf(kFirstField + static_cast<int>(i));
        return {};
    }

} // namespace

Result<RegisterImported> importRegister(
    RegisterService& service, const RegisterImport& request, const ProblemSink::Listener& listener)
{
    const auto type = findRegisterType(request.kind, request.type);
    if (!type)
        return fail(type.error());
    const auto table = readAll(request.file, request.table);
    if (!table)
        return fail(table.error());
    ProblemSink problems(listener);
    const auto columns = columnsOf(**type);
    const auto headings = headingsOf(*table, columns, problems);
    if (!headings)
        return fail(headings.error());

    RowFields fields(columns, *headings, problems);
    std::vector<NewRegisterEntry> given;
    std::vector<std::int64_t> rows;
    for (std::size_t i = 0; i < table->rows.size(); ++i) {
        if (table->numbers[i] <= headings->headingRow())
            continue;
        const std::vector<std::string_view> cells(table->rows[i].begin(), table->rows[i].end());
        fields.setRow(table->numbers[i], cells);
        if (fields.isBlank() || fields.isTotal() || fields.isFooter())
            continue;
        NewRegisterEntry entry;
        entry.type = (*type)->token;
        entry.unit = fields.text(kUnitColumn);
        entry.department = fields.text(kDepartmentColumn);
        entry.parent = fields.text(kParentColumn);
        for (int column = kFirstField; const RegisterField* field : enteredFields(**type))
            entry.fields.push_back({std::string(field->token), std::string(fields.text(column++))});
        given.push_back(std::move(entry));
        rows.push_back(table->numbers[i]);
    }
    if (given.size() > kMostRegisterRows)
        return tooManyRows();
    const bool isSound = problems.errors() == 0;
    const auto refused = service.createAll(
        request.kind, given, request.reason,
        [&](std::size_t place, const Error& error) {
            problems.report({Severity::Error, rows[place], headingOf(error, **type, *headings),
                valueOf(given[place], error), error});
        },
        isSound ? request.mode : WriteMode::DryRun);
    if (!refused)
        return fail(refused.error());
    return RegisterImported {static_cast<std::int64_t>(given.size()), problems.errors()};
}

Result<std::int64_t> exportRegister(RegisterService& service, RegisterKind kind, const RegisterFilter& filter,
    const std::filesystem::path& file)
{
    const auto type = findRegisterType(kind, filter.type);
    if (!type)
        return fail(type.error());
    const std::string ending = upper(file.extension().string());
    if (ending != ".CSV" && ending != ".XLSX")
        return fail(ErrorCode::InvalidArgument, "export.format", file.string());
    const StreamedReport table = registerTable(service, **type, filter);
    const auto written = writeReport(table.report, *table.rows, file);
    return written ? Result<std::int64_t>(written->rows) : fail(written.error());
}

} // namespace guanwu
