// The official forms: which there are, and each as a file or as what a screen shows.
#include "app/private_folder.h"
#include "app/reporting/make_report.h"
#include "app/reporting/report_words.h"
#include "app/server/routes/routes.h"
#include "app/server/server_context.h"
#include "reports/writers/lines_of_cell.h"
#include "reports/writers/report_page.h"

#include <memory>

namespace guanwu {

namespace report_routes {

    using Json = nlohmann::ordered_json;

    constexpr std::int64_t kUsualRows = 200;
    constexpr std::int64_t kMostRows = 2'000; ///< on a screen; a file holds all

    struct FileFormat {
        std::string_view name;
        const char* type;
    };
    constexpr FileFormat kFormats[] = {
        {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
        {"csv", "text/csv; charset=utf-8"},
        {"pdf", "application/pdf"},
    };

    std::string_view say(Language language, std::string_view zh, std::string_view en)
    {
        return language == Language::ZhCn ? zh : en;
    }

    Json infoJson(const ReportInfo& info, Language language)
    {
        const auto& group = tokenRow(kReportGroups, info.group);
        Json takes = Json::array();
        for (const TakenParameter& taken : info.takes) {
            const auto& row = tokenRow(kReportParameters, taken.parameter);
            takes.push_back({{"name", row.token}, {"title", say(language, row.nameZh, row.nameEn)},
                {"needed", taken.isNeeded}, {"many", taken.isMany}});
        }
        return {{"name", info.name}, {"title", say(language, info.titleZh, info.titleEn)},
            {"group", group.token}, {"group_title", say(language, group.nameZh, group.nameEn)},
            {"parameters", std::move(takes)}};
    }

    Result<HttpResponse> list(RouteCall& call)
    {
        Json out = Json::array();
        for (const ReportInfo& info : kReportCatalog)
            out.push_back(infoJson(info, call.language));
        return jsonResponse({{"reports", std::move(out)}});
    }

    Result<ReportRequest> requestOf(RouteCall& call)
    {
        auto out = requestOfWords(
            call.pathValue("name"), [&](std::string_view name) { return call.queryValue(name); },
            call.server.today());
        if (out)
            out->bureau = call.server.bureau;
        return out;
    }

    /// The report, or of a `cell` of it the lines behind that.
    Result<WrittenReport> made(RouteCall& call, const ReportRequest& request, ReportOutput output)
    {
        if (const std::string cell = call.queryValue("cell"); !cell.empty()) {
            const auto key = parseCellKey(cell);
            if (!key)
                return fail(key.error());
            output = linesOfCell(*key, std::move(output));
        }
        return makeReport(call.session, call.scope(), {call.caller.account.login, call.caller.account.role},
            request, output, [](std::int64_t, std::int64_t) {});
    }

    Json cellsJson(const std::vector<Cell>& cells, MoneyUnit unit)
    {
        Json out = Json::array();
        for (const Cell& cell : cells)
            out.push_back(printedText(cell, unit));
        return out;
    }

    constexpr std::string_view kKindNames[] = {"text", "integer", "money", "area", "percent", "date"};

    /// Lines of the head; of a document also what its sections say, whose figures the rows hold.
    Json notesJson(const Report& report)
    {
        Json out = report.notes;
        if (report.document)
            for (const DocumentSection& section : report.document->sections)
                for (const std::string& paragraph : section.paragraphs)
                    out.push_back(section.heading + "：" + paragraph);
        return out;
    }

    Json documentJson(const ReportDocument& document)
    {
        Json sections = Json::array();
        for (const DocumentSection& section : document.sections) {
            Json tables = Json::array();
            for (const DocumentTable& table : section.tables) {
                Json columns = Json::array();
                for (const DocumentColumn& column : table.columns)
                    columns.push_back(
                        {{"heading", column.heading}, {"width", column.width}, {"number", column.isNumber}});
                tables.push_back({{"caption", table.caption}, {"columns", std::move(columns)},
                    {"rows", table.rows}, {"ends_in_total", table.endsInTotal}});
            }
            Json charts = Json::array();
            for (const DocumentChart& chart : section.charts) {
                Json bars = Json::array();
                for (const ChartBar& bar : chart.bars)
                    bars.push_back({{"name", bar.name}, {"length", bar.length}, {"value", bar.value}});
                charts.push_back({{"caption", chart.caption}, {"bars", std::move(bars)}});
            }
            sections.push_back({{"heading", section.heading}, {"paragraphs", section.paragraphs},
                {"tables", std::move(tables)}, {"charts", std::move(charts)}});
        }
        Json figures = Json::array();
        for (const CitedFigure& figure : document.figures)
            figures.push_back({{"value", figure.value}, {"source", figure.source},
                {"cell", figure.cell.empty() ? Json() : Json(figure.cell)}});
        return {{"sections", std::move(sections)}, {"figures", std::move(figures)}};
    }

    Json pageJson(const ReportPage& page, const WrittenReport& written)
    {
        const Report& report = page.report;
        Json columns = Json::array();
        for (const Column& column : report.columns)
            columns.push_back({{"group", column.group}, {"heading", column.heading}, {"unit", column.unit},
                {"kind", kKindNames[static_cast<std::size_t>(column.kind)]}, {"width", column.width},
                {"opens", column.isFigure()}});
        Json rows = Json::array();
        bool opens = false;
        for (const ReportRow& row : page.rows) {
            opens = opens || !row.key.empty();
            rows.push_back({{"key", row.key.empty() ? Json() : Json(row.key)},
                {"cells", cellsJson(row.cells, report.moneyUnit)}, {"of_which", isRepeating(row.role)},
                {"sum", isSum(row.role)},
                {"sheet", row.sheet < report.sheets.size() ? Json(report.sheets[row.sheet]) : Json()}});
        }
        Json checks = Json::array();
        for (const CheckLine& check : page.end.checks)
            checks.push_back({{"holds", check.holds}, {"text", check.text}});
        return {{"title", report.title}, {"preparer", report.preparer}, {"period", report.period},
            {"money", report.moneyUnit == MoneyUnit::WanYuan ? "wan" : "yuan"}, {"notes", notesJson(report)},
            {"columns", std::move(columns)}, {"rows", std::move(rows)}, {"row_count", written.rows},
            {"totals", cellsJson(page.end.totals, report.moneyUnit)},
            {"totals_key", opens ? Json(kTotalKey) : Json()},
            {"document", report.document ? documentJson(*report.document) : Json()},
            {"checks", std::move(checks)}, {"checks_hold", written.checksHold()}};
    }

    Result<HttpResponse> page(RouteCall& call, const ReportRequest& request)
    {
        std::int64_t limit = kUsualRows;
        if (const std::string text = call.queryValue("limit"); !text.empty()) {
            limit = wholeNumber(text).value_or(0);
            if (limit < 1 || limit > kMostRows)
                return fail(ErrorCode::InvalidArgument, "request.limit", std::to_string(kMostRows));
        }
        ReportPage out;
        const auto written = made(call, request, toPage(out, static_cast<std::size_t>(limit)));
        if (!written)
            return fail(written.error());
        return jsonResponse(pageJson(out, *written));
    }

    Result<HttpResponse> one(RouteCall& call)
    {
        auto request = requestOf(call);
        if (!request)
            return fail(request.error());
        const std::string format = call.queryValue("format");
        if (format.empty() || format == "json")
            return page(call, *request);
        for (const FileFormat& known : kFormats) {
            if (known.name != format)
                continue;
            const auto folder = std::make_shared<const PrivateFolder>();
            HttpResponse response;
            response.contentType = known.type;
            response.file = *folder / std::string("report.").append(known.name);
            response.fileKeeper = folder;
            request->hasHead = printsHead(response.file);
            if (const auto written = made(call, *request, toFile(response.file)); !written)
                return fail(written.error());
            return response;
        }
        return fail(ErrorCode::InvalidArgument, "request.type", "format");
    }

    constexpr auto kText = FieldKind::Text;
    constexpr auto kMay = FieldNeed::Optional;
    constexpr RouteField kQuery[] = {
        {"format", kText, kMay, "xlsx, csv, pdf, or json for a screen; json if not given."},
        {"unit", kText, kMay, "Codes with commas between; all that the caller reaches if not given."},
        {"subordinates", FieldKind::Boolean, kMay, "With the units below the one unit that is named."},
        {"task", kText, kMay, "Number of a count."},
        {"as_of", kText, kMay, "Day that the report stands for, today if not given."},
        {"month", kText, kMay, "YYYY-MM of depreciation, movements, reconciliation."},
        {"from", kText, kMay, "First month of the movements."},
        {"year", FieldKind::Integer, kMay, "Of a register, of allocations, of repairs."},
        {"asset", kText, kMay, "Asset number of a card."},
        {"document", kText, kMay, "Number of a document."},
        {"findings", FieldKind::Boolean, kMay, "Of a register only what is late, overdue or above a limit."},
        {"preparer", kText, kMay, "编制单位 of the head; if not given the unit, of the city the bureau."},
        {"money", kText, kMay, "yuan or wan."},
        {"cell", kText, kMay,
            "ROW@COLUMN of a summary: the lines behind that figure in place of the report."},
        {"limit", FieldKind::Integer, kMay, "Rows of a screen, 1 to 2000; 200 if not given."},
    };

    const Route kRoutes[] = {
        {"GET", "/reports", Admission::Permitted, Permission::ReadRegistry, Reach::Common,
            "Every report there is, and what it asks for.", list},
        {"GET", "/reports/{name}", Admission::Permitted, Permission::ReadRegistry, Reach::OwnRows,
            "A report of what the caller reaches, as a file or as its first rows with the totals of all.", one,
            kQuery, BodyKind::None, {}, 0, Lane::Long},
    };

} // namespace report_routes

std::span<const Route> reportRoutes() { return report_routes::kRoutes; }

} // namespace guanwu
