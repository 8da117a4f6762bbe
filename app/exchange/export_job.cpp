#include "app/exchange/export_job.h"

#include "app/exchange/csv_file.h"
#include "core/base/text.h"
#include "core/values/calendar.h"
#include "reports/writers/write_report.h"
#include "schema/connection/column_types.h"
#include "schema/connection/session.h"

namespace guanwu {

namespace {

    /// The question behind a kind: one column of it for each column of the file, in their order, with its
    /// form.
    struct ExportQuery {
        std::string_view table; ///< whose rows are counted, for progress
        std::string_view sql;
        std::string_view forms; ///< a letter a column: t text, i integer, m money, a area, b boolean, M month
    };

    constexpr std::string_view kAssets
        = "SELECT a.asset_no, a.legacy_no, u.code, uu.code, rh.code, d.name, pu.code, pk.code, pl.code, a.class_edition, "
          "a.class_code, a.name, a.brand, a.model, a.serial_no, a.quantity, a.unit_of_measure, v.original_fen, v.fiscal_fen, "
          "a.acquired_on, a.booked_on, a.acquisition_method, v.life_months, v.given_accumulated_fen, a.use_state, a.idle_since, "
          "a.remark, ve.plate_no, ve.vin, ve.engine_no, ve.make_model, ve.displacement_l, ve.origin, ve.quota_state, "
          "ve.official_use, ve.registered_on, ve.mileage_km, ve.gps_state, ve.on_platform, es.address, es.structure, "
          "es.floor_m2_x100, es.usable_area_m2_x100, es.basement_m2_x100, es.land_m2_x100, es.certified_m2_x100, "
          "es.area_self_m2_x100, es.area_lent_m2_x100, es.area_leased_m2_x100, es.area_invested_m2_x100, "
          "es.area_pledged_m2_x100, es.area_other_m2_x100, es.completed_on, es.floors, es.building_no, es.parcel_no, "
          "es.land_nature, es.title_state, es.cert_kind, es.cert_no, es.cert_date, es.final_accounts, es.safety_grade "
          "FROM registered_asset a JOIN asset_value v ON v.asset_id = a.id JOIN unit u ON u.id = a.unit_id "
          "JOIN unit uu ON uu.id = a.using_unit_id LEFT JOIN unit rh ON rh.id = a.right_holder_id "
          "LEFT JOIN department d ON d.id = a.department_id LEFT JOIN person pu ON pu.id = a.user_id "
          "LEFT JOIN person pk ON pk.id = a.keeper_id LEFT JOIN place pl ON pl.id = a.place_id "
          "LEFT JOIN asset_vehicle ve ON ve.asset_id = a.id LEFT JOIN asset_estate es ON es.asset_id = a.id ORDER BY a.id";

    ExportQuery queryOf(ImportKind kind, Dialect dialect)
    {
        const bool sqlite = dialect == Dialect::Sqlite;
        switch (kind) {
        case ImportKind::Units:
            return {"registered_unit",
                "SELECT u.code, u.name, u.uscc, u.org_type, u.organ_level, p.code, u.division, u.posts_established, "
                "u.posts_filled, u.in_inventory FROM registered_unit u LEFT JOIN unit p ON p.id = u.parent_id ORDER BY u.code",
                "tttttttiib"};
        case ImportKind::People:
            return {"registered_person",
                "SELECT p.code, p.name, u.code, d.name, p.grade, p.post, p.in_post FROM registered_person p JOIN unit u ON u.id = p.unit_id "
                "LEFT JOIN department d ON d.id = p.department_id ORDER BY p.code",
                "ttttttb"};
        case ImportKind::Places:
            return {"registered_place",
                "SELECT p.code, p.kind, p.name, o.code, u.code, p.usable_m2_x100, p.room_kind FROM registered_place p "
                "LEFT JOIN place o ON o.id = p.parent_id LEFT JOIN unit u ON u.id = p.unit_id ORDER BY p.code",
                "tttttat"};
        case ImportKind::Assets:
            return {"asset", kAssets,
                "ttttttttt"
                "ttttttitmm"
                "ttt"
                "imtt"
                "t"
                "tttttttttitb"
                "tt"
                "aaaaaaaaaaa"
                "ti"
                "ttttttttt"};
        case ImportKind::Rooms:
            return {"registered_room",
                "SELECT p.code, r.room_kind, r.service_kind, r.usable_m2_x100, r.floor_area_share_m2_x100, r.state, "
                "r.toilet_m2_x100, r.rest_m2_x100 FROM registered_room r JOIN place p ON p.id = r.place_id ORDER BY p.code",
                "tttaataa"};
        case ImportKind::Allocations:
            return {"registered_allocation",
                "SELECT a.certificate_no, u.code, p.code, a.approved_m2_x100, a.agreement_no, a.term_from, a.term_to, "
                "a.approval_no, a.approved_on, a.handed_over_on, a.vacate_by, a.vacated_on, a.published_on, a.remark "
                "FROM registered_allocation a JOIN unit u ON u.id = a.unit_id JOIN place p ON p.id = a.place_id "
                "ORDER BY a.certificate_no, p.code",
                "tttatttttttttt"};
        case ImportKind::Certificates:
            // Lists come back in the order they were given; group_concat spells its separator in two ways.
            return {"registered_certificate",
                sqlite
                    ? "SELECT c.cert_no, c.cert_kind, c.reg_kind, h.code, c.co_ownership, c.location, "
                      "(SELECT group_concat(x, ';') FROM (SELECT unit_no AS x FROM certificate_property_unit WHERE "
                      "certificate_id = c.id ORDER BY position)), c.right_type, c.right_nature, c.land_use, c.parcel_m2_x100, "
                      "c.land_share_m2_x100, c.floor_m2_x100, c.term_from, c.term_to, c.issued_on, c.issuer, "
                      "(SELECT group_concat(x, ';') FROM (SELECT p.code AS x FROM certificate_building b JOIN place p ON "
                      "p.id = b.place_id WHERE b.certificate_id = c.id ORDER BY b.position)), "
                      "(SELECT group_concat(x, ';') FROM (SELECT u.code AS x FROM certificate_user b JOIN unit u ON "
                      "u.id = b.unit_id WHERE b.certificate_id = c.id ORDER BY b.position)), "
                      "c.incomplete, c.missing_papers, c.former_cert_no, c.state, c.remark "
                      "FROM registered_certificate c JOIN unit h ON h.id = c.right_holder_id ORDER BY c.cert_no"
                    : "SELECT c.cert_no, c.cert_kind, c.reg_kind, h.code, c.co_ownership, c.location, "
                      "(SELECT group_concat(unit_no ORDER BY position SEPARATOR ';') FROM certificate_property_unit WHERE "
                      "certificate_id = c.id), c.right_type, c.right_nature, c.land_use, c.parcel_m2_x100, "
                      "c.land_share_m2_x100, c.floor_m2_x100, c.term_from, c.term_to, c.issued_on, c.issuer, "
                      "(SELECT group_concat(p.code ORDER BY b.position SEPARATOR ';') FROM certificate_building b JOIN place p "
                      "ON p.id = b.place_id WHERE b.certificate_id = c.id), "
                      "(SELECT group_concat(u.code ORDER BY b.position SEPARATOR ';') FROM certificate_user b JOIN unit u ON "
                      "u.id = b.unit_id WHERE b.certificate_id = c.id), "
                      "c.incomplete, c.missing_papers, c.former_cert_no, c.state, c.remark "
                      "FROM registered_certificate c JOIN unit h ON h.id = c.right_holder_id ORDER BY c.cert_no",
                "ttttttttttaaatttttt"
                "btttt"};
        case ImportKind::Repairs:
            return {"registered_repair",
                "SELECT r.application_no, u.code, p.code, r.kind, r.area_m2_x100, r.estimate_fen, r.approved_fen, r.approval_no, "
                "r.approved_on, r.state, r.remark, w.parts, w.inspected_on, w.finding, w.plan_year, w.plan_rank, w.contractor, "
                "w.started_on, w.finished_on, w.accepted_on, w.settled_fen, CASE w.capitalised WHEN 'yes' THEN 1 WHEN 'no' THEN 0 END FROM registered_repair r "
                "JOIN unit u ON u.id = r.unit_id JOIN place p ON p.id = r.place_id "
                "LEFT JOIN repair_work w ON w.repair_id = r.id ORDER BY r.application_no",
                "ttttammttttt"
                "ttiittttmb"};
        case ImportKind::Ledger:
            return {"registered_ledger",
                "SELECT u.code, l.month, l.account, l.class_code, l.balance_fen FROM registered_ledger l "
                "JOIN unit u ON u.id = l.unit_id ORDER BY u.code, l.month, l.account, l.class_code",
                "tMttm"};
        case ImportKind::Occupants:
            return {"registered_occupant",
                "SELECT p.code, e.code, o.kind, o.from_on, o.ended_on, o.end_ground, o.to_on, o.approval_no "
                "FROM registered_occupant o JOIN place p ON p.id = o.place_id JOIN person e ON e.id = o.person_id "
                "ORDER BY p.code, e.code, o.from_on, o.kind",
                "tttttttt"};
        }
        return {};
    }

    std::int64_t countRows(Session& session, std::string_view table)
    {
        const auto rows = session.bulk().stream("SELECT count(*) FROM " + std::string(table), {});
        return rows->next() ? rows->integer(0) : 0;
    }

    void writeCell(CsvWriter& csv, const RowStream& rows, int column, char form)
    {
        if (rows.isNull(column)) {
            csv.appendEmpty();
            return;
        }
        switch (form) {
        case 'i':
            csv.appendNumber(rows.integer(column));
            return;
        case 'm':
        case 'a':
            csv.appendHundredths(rows.integer(column));
            return;
        case 'b':
            csv.appendPlain(rows.integer(column) != 0 ? "true" : "false");
            return;
        case 'M':
            csv.appendPlain(formatMonth(fromMonthColumn(rows.integer(column))));
            return;
        default:
            csv.appendText(rows.text(column));
        }
    }

    Cell reportCell(const RowStream& rows, int column, char form)
    {
        if (rows.isNull(column))
            return {};
        switch (form) {
        case 'i':
            return rows.integer(column);
        case 'm':
            return Money::fromFen(rows.integer(column));
        case 'a':
            return Area::fromHundredths(rows.integer(column));
        case 'b':
            return std::string(rows.integer(column) != 0 ? "true" : "false");
        case 'M':
            return formatMonth(fromMonthColumn(rows.integer(column)));
        default:
            return std::string(rows.text(column));
        }
    }

    /// The same rows for the spreadsheet writer.
    class ExportRows final : public RowSource {
    public:
        ExportRows(std::unique_ptr<RowStream> rows, std::string_view forms)
            : m_rows(std::move(rows))
            , m_forms(forms)
        {
        }
        bool next(ReportRow& row) override
        {
            if (!m_rows->next())
                return false;
            for (std::size_t i = 0; i < m_forms.size(); ++i)
                row.cells[i] = reportCell(*m_rows, static_cast<int>(i), m_forms[i]);
            ++m_count;
            return true;
        }
        [[nodiscard]] std::int64_t count() const { return m_count; }

    private:
        std::unique_ptr<RowStream> m_rows;
        std::string_view m_forms;
        std::int64_t m_count = 0;
    };

    constexpr std::int64_t kMaxSheetRows = 1'048'576;

    CellKind kindOf(char form)
    {
        switch (form) {
        case 'i':
            return CellKind::Integer;
        case 'm':
            return CellKind::Money;
        case 'a':
            return CellKind::Area;
        default:
            return CellKind::Text;
        }
    }

} // namespace

Result<std::int64_t> exportFile(Session& session, ImportKind kind, const std::filesystem::path& file,
    const std::function<void(std::int64_t, std::int64_t)>& progress)
{
    const ExportQuery query = queryOf(kind, session.dialect());
    const auto columns = columnsOf(kind);
    const std::int64_t total = countRows(session, query.table);
    if (upper(file.extension().string()) == ".XLSX") {
        // An import reads one sheet, and Excel's end at 1,048,576 rows.
        if (total >= kMaxSheetRows)
            return fail(ErrorCode::InvalidArgument, "export.too_many_rows", std::to_string(total));
        Report report;
        report.title = tokenRow(kImportKinds, kind).nameZh;
        report.isPlainTable = true;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            Column& column = report.columns.emplace_back();
            column.heading = columns[i].name;
            column.kind = kindOf(query.forms[i]);
        }
        ExportRows rows(session.bulk().stream(query.sql, {}), query.forms);
        const auto written = writeReport(report, rows, file);
        return written ? Result<std::int64_t>(rows.count()) : fail(written.error());
    }

    if (upper(file.extension().string()) != ".CSV")
        return fail(ErrorCode::InvalidArgument, "export.format", file.string());
    auto out = CsvFile::create(file);
    if (!out)
        return fail(out.error());
    CsvWriter& csv = (*out)->csv();
    for (const ColumnSpec& column : columns)
        csv.appendPlain(column.name);
    csv.endRow();
    const auto rows = session.bulk().stream(query.sql, {});
    std::int64_t count = 0;
    while (rows->next()) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            writeCell(csv, *rows, static_cast<int>(i), query.forms[i]);
        csv.endRow();
        if (++count % 5000 == 0)
            progress(count, total);
    }
    (*out)->commit();
    return count;
}

} // namespace guanwu
