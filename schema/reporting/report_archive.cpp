#include "schema/reporting/report_archive.h"

#include "schema/audit/audit_seals.h"
#include "schema/audit/audit_trail.h"
#include "schema/audit/seal_digest.h"
#include "schema/connection/column_types.h"
#include "schema/connection/content_pieces.h"
#include "schema/connection/query.h"
#include "schema/connection/sha256.h"
#include "schema/connection/stored_token.h"
#include "schema/connection/unit_of_work.h"
#include "schema/reporting/kept_scope.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr std::string_view kPieces = "kept_report_piece";
    constexpr std::size_t kKeptColumns = 20;
    constexpr std::string_view kSelectKept
        = "SELECT k.id, k.report, k.title, k.format, k.reach, k.unit_id, k.department_id, COALESCE(u.code, ''), "
          "COALESCE(u.name, ''), k.as_of, k.parameters, k.row_count, k.checks_hold, k.sha256, k.sm3, "
          "k.byte_count, k.restricted_register, k.made_by, k.made_at, COALESCE(r.schedule_id, 0) FROM kept_report k LEFT "
          "JOIN unit u ON u.id = k.unit_id LEFT JOIN report_run r ON r.kept_id = k.id WHERE 1 = 1";

    /// Between a report's id and that of its entry in the trail, which one transaction makes.
    constexpr std::chrono::minutes kOneCommit {10};

    AuditNote noteOf(const KeptReport& report)
    {
        return {"kept-reports/" + std::to_string(report.id), {}, keptNote(report)};
    }

    KeptReport readRow(const Query& query)
    {
        KeptReport out;
        out.id = query.integer(0);
        out.report = query.text(1);
        out.title = query.text(2);
        out.format = storedToken(kReportFormats, query.text(3));
        out.reach = storedToken(kReaches, query.text(4));
        out.unit = UnitId {query.integer(5)};
        out.department = DepartmentId {query.integer(6)};
        out.unitCode = query.text(7);
        out.unitName = query.text(8);
        out.asOf = fromDayColumn(query.text(9)).value_or(std::chrono::year_month_day {});
        out.parameters = query.text(10);
        out.rows = query.integer(11);
        out.checksHold = query.integer(12) != 0;
        out.sha256 = query.text(13);
        out.sm3 = query.text(14);
        out.bytes = query.integer(15);
        out.restricted = storedTokenOrNone(kRegisterKinds, query.text(16));
        out.madeBy = query.text(17);
        out.madeAt = fromInstantColumn(query.integer(18));
        out.schedule = query.integer(19);
        return out;
    }

} // namespace

bool ReportArchive::sees(const KeptReport& report) const
{
    return !report.restricted
        || std::find(m_restricted.begin(), m_restricted.end(), *report.restricted) != m_restricted.end();
}

void ReportArchive::store(const KeptReport& report, std::string_view bytes)
{
    UnitOfWork work(m_session);
    bool isKnown = false;
    {
        Query known(m_session);
        known.add("SELECT c.sha256 FROM kept_report_content c WHERE c.sha256 = ", report.sha256);
        isKnown = known.next(1);
    }
    if (!isKnown) {
        insertRow(
            m_session, "kept_report_content", {{"sha256", report.sha256}, {"byte_count", report.bytes}});
        storePieces(m_session, kPieces, report.sha256, bytes);
    }
    insertRow(m_session, "kept_report",
        {{"id", report.id}, {"report", report.report}, {"title", report.title},
            {"format", tokenRow(kReportFormats, report.format).token},
            {"reach", tokenRow(kReaches, report.reach).token}, {"unit_id", report.unit.value},
            {"department_id", report.department.value}, {"as_of", formatDate(report.asOf)},
            {"parameters", report.parameters}, {"row_count", report.rows},
            {"checks_hold", std::int64_t {report.checksHold}}, {"sha256", report.sha256}, {"sm3", report.sm3},
            {"byte_count", report.bytes},
            {"restricted_register",
                report.restricted ? SqlValue(tokenRow(kRegisterKinds, *report.restricted).token)
                                  : SqlValue()},
            {"made_by", report.madeBy}, {"made_at", toInstantColumn(report.madeAt)}});
    m_session.audit().note(noteOf(report));
    work.commit();
}

Result<KeptReport> ReportArchive::keep(KeptReport report, std::string_view bytes)
{
    if (const auto fits = checkKept(bytes.size()); !fits)
        return fail(fits.error());
    report.sha256 = sha256Hex(bytes);
    report.sm3 = sealDigest(SealAlgorithm::Sm3)(bytes);
    report.bytes = static_cast<std::int64_t>(bytes.size());
    report.id = m_session.newId();
    const auto once = [&] { store(report, bytes); };
    try {
        retrying(m_session, once);
    } catch (const DuplicateKey&) {
        retrying(m_session, once); // the same bytes were kept twice at once
    }
    return report;
}

std::vector<KeptReport> ReportArchive::list(const KeptFilter& filter, std::int64_t most)
{
    std::vector<KeptReport> out;
    Query query(m_session);
    query.add(kSelectKept);
    addKeptScope(query, m_scope);
    if (!filter.report.empty())
        query.add(" AND k.report = ", filter.report);
    if (!filter.unit.empty())
        query.add(" AND u.code = ", filter.unit);
    if (filter.before != 0)
        query.add(" AND k.id < ", filter.before);
    query.add(" AND (k.restricted_register IS NULL OR k.restricted_register IN ");
    std::vector<std::string> seen;
    for (const RegisterKind kind : m_restricted)
        seen.emplace_back(tokenRow(kRegisterKinds, kind).token);
    query.addList(seen).add(") ORDER BY k.id DESC LIMIT ", most);
    while (query.next(kKeptColumns))
        out.push_back(readRow(query));
    return out;
}

Result<KeptReport> ReportArchive::find(std::int64_t id)
{
    Query query(m_session);
    query.add(kSelectKept).add(" AND k.id = ", id);
    addKeptScope(query, m_scope);
    if (!query.next(kKeptColumns))
        return fail(ErrorCode::NotFound, "report.not_kept", std::to_string(id));
    KeptReport out = readRow(query);
    if (!sees(out))
        return fail(ErrorCode::Forbidden, "report.restricted", std::to_string(id));
    return out;
}

Result<std::string> ReportArchive::read(const KeptReport& report)
{
    try {
        std::string bytes = readPieces(m_session, kPieces, report.sha256);
        if (sha256Hex(bytes) == report.sha256)
            return bytes;
    } catch (const CorruptData&) { // as below
    }
    return fail(ErrorCode::Conflict, "report.damaged", std::to_string(report.id));
}

KeptCheck ReportArchive::verify(const KeptReport& report)
{
    KeptCheck out;
    if (const auto bytes = read(report))
        out.bytesHold = static_cast<std::int64_t>(bytes->size()) == report.bytes
            && sealDigest(SealAlgorithm::Sm3)(*bytes) == report.sm3;
    // By its id, which is of about the same moment: nobody looks through the whole trail.
    Query entry(m_session);
    entry.add("SELECT e.id FROM audit_entry e WHERE e.id > ", report.id);
    entry.add(" AND e.id < ", idBefore(report.id, -std::chrono::milliseconds(kOneCommit)));
    entry.add(" AND e.after_digest = ", digestOf(noteOf(report))).add(" LIMIT 1");
    out.trailHolds = entry.next(1);
    return out;
}

} // namespace guanwu
