#include "schema/documents/document_rows.h"

#include "core/values/calendar.h"
#include "schema/connection/column_types.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"

namespace guanwu {

namespace {

    constexpr std::string_view kSelect
        = "SELECT d.id, d.document_no, d.kind, d.method, u.id, u.code, u.name, u.org_type, "
          "dp.id, dp.name, su.id, su.code, su.name, cu.id, cu.code, cu.name, d.applicant, d.applicant_name, "
          "d.filer, d.reason, d.state, d.open_step, d.rule_row, d.rule_version, d.rule_source, d.rule_example, "
          "d.approval_no, d.approved_on, d.created_at, d.filed_at, d.revision, d.open_step_kind, d.due_on, "
          "d.original_fen, (SELECT count(*) FROM document_line l WHERE l.document_id = d.id), d.department_id "
          "FROM document d JOIN unit u ON u.id = d.unit_id "
          "LEFT JOIN department dp ON dp.id = d.department_id "
          "LEFT JOIN unit su ON su.id = d.supervising_id LEFT JOIN unit cu ON cu.id = d.counterpart_id ";

    SqlValue instant(const std::optional<Instant>& value)
    {
        return value ? SqlValue(toInstantColumn(*value)) : SqlValue();
    }
    std::optional<Instant> instantOrNone(const Query& query, std::size_t column)
    {
        const auto value = query.integerOrNone(column);
        return value ? std::optional(fromInstantColumn(*value)) : std::nullopt;
    }

    std::vector<DocumentLine> readLines(Session& session, std::int64_t id)
    {
        std::vector<DocumentLine> out;
        Query query(session);
        query.add("SELECT line_no, asset_id, asset_no, name, class_code, model, unit_of_measure, quantity, "
                  "original_fen, accumulated_fen, acquired_on, life_months, min_use_years, before_state "
                  "FROM document_line WHERE document_id = ",
            id);
        query.add(" ORDER BY line_no");
        while (query.next(14)) {
            DocumentLine line;
            line.no = static_cast<int>(query.integer(0));
            line.asset = AssetId {query.integer(1)};
            line.assetNo = query.text(2);
            line.name = query.text(3);
            line.classCode = query.text(4);
            line.model = query.text(5);
            line.unitOfMeasure = query.text(6);
            line.quantity = query.integer(7);
            line.original = Money::fromFen(query.integer(8));
            line.accumulated = Money::fromFen(query.integer(9));
            line.acquiredOn = fromDayColumn(query.text(10));
            line.lifeMonths = static_cast<std::int32_t>(query.integer(11));
            if (const auto years = query.integerOrNone(12))
                line.minUseYears = static_cast<int>(*years);
            line.before = storedToken(kUseStates, query.text(13));
            out.push_back(std::move(line));
        }
        return out;
    }

    std::vector<DocumentStep> readSteps(Session& session, std::int64_t id)
    {
        std::vector<DocumentStep> out;
        Query query(session);
        query.add("SELECT kind, co_signers, due_on, signer, signer_name, signed_at, opinion, paper_no, "
                  "meeting, minutes_no FROM document_step WHERE document_id = ",
            id);
        query.add(" ORDER BY step_no");
        while (query.next(10)) {
            DocumentStep step;
            step.kind = storedToken(kStepKinds, query.text(0));
            step.coSigners = static_cast<int>(query.integer(1));
            step.dueOn = fromDayColumn(query.text(2));
            step.signer = query.text(3);
            step.signerName = query.text(4);
            step.signedAt = instantOrNone(query, 5);
            step.opinion = query.text(6);
            step.paperNo = query.text(7);
            step.meeting = query.text(8);
            step.minutesNo = query.text(9);
            out.push_back(std::move(step));
        }
        return out;
    }

    void readCounterSignatures(Session& session, Document& document)
    {
        Query query(session);
        query.add("SELECT step_no, login, name, signed_at, opinion FROM document_counter_signature "
                  "WHERE document_id = ",
            document.id.value);
        query.add(" ORDER BY step_no, login");
        while (query.next(5)) {
            const auto step = static_cast<std::size_t>(query.integer(0));
            if (step < document.steps.size())
                document.steps[step].counterSignatures.push_back(
                    {query.text(1), query.text(2), instantOrNone(query, 3), query.text(4)});
        }
    }

    std::vector<DocumentLogEntry> readLog(Session& session, std::int64_t id)
    {
        std::vector<DocumentLogEntry> out;
        Query query(session);
        query.add("SELECT action, actor, actor_name, at, step_kind, state, text FROM document_log "
                  "WHERE document_id = ",
            id);
        query.add(" ORDER BY entry_no");
        while (query.next(7))
            out.push_back({storedToken(kDocumentActions, query.text(0)), query.text(1), query.text(2),
                fromInstantColumn(query.integer(3)), storedTokenOrNone(kStepKinds, query.text(4)),
                storedToken(kDocumentStates, query.text(5)), query.text(6)});
        return out;
    }

    void storeLines(Session& session, const Document& document)
    {
        const bool holds = isOpen(document.state);
        for (const DocumentLine& line : document.lines)
            insertRow(session, "document_line",
                {{"document_id", document.id.value}, {"line_no", std::int64_t {line.no}},
                    {"asset_id", line.isAsset() ? SqlValue(line.asset.value) : SqlValue()},
                    {"open_asset_id", holds && line.isAsset() ? SqlValue(line.asset.value) : SqlValue()},
                    {"asset_no", SqlValue::textOrNull(line.assetNo)}, {"name", line.name},
                    {"class_code", SqlValue::textOrNull(line.classCode)},
                    {"model", SqlValue::textOrNull(line.model)},
                    {"unit_of_measure", SqlValue::textOrNull(line.unitOfMeasure)},
                    {"quantity", line.quantity}, {"original_fen", line.original.fen()},
                    {"accumulated_fen", line.accumulated.fen()}, {"acquired_on", SqlValue::dayOrNull(line.acquiredOn)},
                    {"life_months", std::int64_t {line.lifeMonths}},
                    {"min_use_years",
                        line.minUseYears ? SqlValue(std::int64_t {*line.minUseYears}) : SqlValue()},
                    {"before_state", tokenRow(kUseStates, line.before).token}});
    }

    void storeSteps(Session& session, const Document& document)
    {
        std::int64_t no = 0;
        for (const DocumentStep& step : document.steps) {
            insertRow(session, "document_step",
                {{"document_id", document.id.value}, {"step_no", no},
                    {"kind", tokenRow(kStepKinds, step.kind).token},
                    {"co_signers", std::int64_t {step.coSigners}}, {"due_on", SqlValue::dayOrNull(step.dueOn)},
                    {"signer", SqlValue::textOrNull(step.signer)},
                    {"signer_name", SqlValue::textOrNull(step.signerName)},
                    {"signed_at", instant(step.signedAt)}, {"opinion", SqlValue::textOrNull(step.opinion)},
                    {"paper_no", SqlValue::textOrNull(step.paperNo)},
                    {"meeting", SqlValue::textOrNull(step.meeting)},
                    {"minutes_no", SqlValue::textOrNull(step.minutesNo)}});
            for (const CounterSignature& one : step.counterSignatures)
                insertRow(session, "document_counter_signature",
                    {{"document_id", document.id.value}, {"step_no", no}, {"login", one.login},
                        {"name", SqlValue::textOrNull(one.name)}, {"signed_at", instant(one.at)},
                        {"opinion", SqlValue::textOrNull(one.opinion)}});
            ++no;
        }
    }

    void storeLog(Session& session, const Document& document)
    {
        Query known(session);
        known.add("SELECT count(*) FROM document_log WHERE document_id = ", document.id.value);
        const auto stored = known.next(1) ? known.integer(0) : 0;
        for (auto i = stored; i < static_cast<std::int64_t>(document.log.size()); ++i) {
            const DocumentLogEntry& entry = document.log[static_cast<std::size_t>(i)];
            insertRow(session, "document_log",
                {{"document_id", document.id.value}, {"entry_no", i},
                    {"action", tokenRow(kDocumentActions, entry.action).token}, {"actor", entry.actor},
                    {"actor_name", SqlValue::textOrNull(entry.actorName)}, {"at", toInstantColumn(entry.at)},
                    {"step_kind",
                        entry.step ? SqlValue(tokenRow(kStepKinds, *entry.step).token) : SqlValue()},
                    {"state", tokenRow(kDocumentStates, entry.state).token},
                    {"text", SqlValue::textOrNull(entry.text)}});
        }
    }

} // namespace

std::string_view selectDocuments() { return kSelect; }

Document readDocument(const Query& query)
{
    Document out;
    out.id = DocumentId {query.integer(0)};
    out.no = query.text(1);
    out.kind = storedToken(kDocumentKinds, query.text(2));
    out.method = query.text(3);
    out.unit = {query.integer(4), query.text(5), query.text(6)};
    out.unitType = storedToken(kOrgTypes, query.text(7));
    out.department = {query.integer(8), query.text(9), query.text(9)};
    out.supervising = {query.integer(10), query.text(11), query.text(12)};
    out.counterpart = {query.integer(13), query.text(14), query.text(15)};
    out.applicant = query.text(16);
    out.applicantName = query.text(17);
    out.filer = query.text(18);
    out.reason = query.text(19);
    out.state = storedToken(kDocumentStates, query.text(20));
    out.step = static_cast<std::size_t>(query.integer(21));
    if (!query.isNull(22))
        out.rule = AppliedRule {query.text(22), query.text(23), query.text(24), query.integer(25) != 0};
    out.approvalNo = query.text(26);
    out.approvedOn = fromDayColumn(query.text(27));
    out.createdAt = fromInstantColumn(query.integer(28));
    out.filedAt = instantOrNone(query, 29);
    out.revision = query.integer(30);
    return out;
}

void readParts(Session& session, Document& document)
{
    const std::int64_t id = document.id.value;
    document.lines = readLines(session, id);
    document.steps = readSteps(session, id);
    readCounterSignatures(session, document);
    document.log = readLog(session, id);
    Query facts(session);
    facts.add("SELECT line_no, name, value FROM document_fact WHERE document_id = ", id);
    facts.add(" ORDER BY line_no, name");
    while (facts.next(3))
        document.facts.push_back({static_cast<int>(facts.integer(0)), facts.text(1), facts.text(2)});
    Query papers(session);
    papers.add("SELECT paper, hash, title, added_by, added_at FROM document_paper WHERE document_id = ", id);
    papers.add(" ORDER BY added_at, paper, hash");
    while (papers.next(5))
        document.papers.push_back({papers.text(0), papers.text(1), papers.text(2), papers.text(3),
            fromInstantColumn(papers.integer(4))});
    Query warnings(session);
    warnings.add("SELECT text FROM document_warning WHERE document_id = ", id).add(" ORDER BY warning_no");
    while (warnings.next(1))
        document.warnings.push_back(warnings.text(0));
    Query counters(session);
    counters.add("SELECT login FROM document_counter WHERE document_id = ", id).add(" ORDER BY login");
    while (counters.next(1))
        document.countedBy.push_back(counters.text(0));
}

ColumnValues documentColumns(const Document& document)
{
    const bool isReviewed
        = document.state == DocumentState::InReview && document.step < document.steps.size();
    const AppliedRule rule = document.rule.value_or(AppliedRule {});
    return {{"kind", tokenRow(kDocumentKinds, document.kind).token}, {"method", document.method},
        {"unit_id", document.unit.id}, {"department_id", document.department.id},
        {"supervising_id", document.supervising.id}, {"counterpart_id", document.counterpart.id},
        {"applicant", document.applicant}, {"applicant_name", document.applicantName},
        {"filer", SqlValue::textOrNull(document.filer)}, {"reason", SqlValue::textOrNull(document.reason)},
        {"state", tokenRow(kDocumentStates, document.state).token},
        {"open_step", static_cast<std::int64_t>(document.step)},
        {"open_step_kind",
            isReviewed ? SqlValue(tokenRow(kStepKinds, document.steps[document.step].kind).token)
                       : SqlValue()},
        {"due_on", isReviewed ? SqlValue::dayOrNull(document.steps[document.step].dueOn) : SqlValue()},
        {"original_fen", document.original().fen()}, {"rule_row", SqlValue::textOrNull(rule.row)},
        {"rule_version", SqlValue::textOrNull(rule.version)},
        {"rule_source", SqlValue::textOrNull(rule.source)}, {"rule_example", std::int64_t {rule.isExample}},
        {"approval_no", SqlValue::textOrNull(document.approvalNo)}, {"approved_on", SqlValue::dayOrNull(document.approvedOn)},
        {"created_at", toInstantColumn(document.createdAt)}, {"filed_at", instant(document.filedAt)}};
}

void storeParts(Session& session, const Document& document)
{
    const std::int64_t id = document.id.value;
    Query(session).add("DELETE FROM document_line WHERE document_id = ", id).run();
    Query(session).add("DELETE FROM document_fact WHERE document_id = ", id).run();
    Query(session).add("DELETE FROM document_step WHERE document_id = ", id).run();
    Query(session).add("DELETE FROM document_counter_signature WHERE document_id = ", id).run();
    Query(session).add("DELETE FROM document_paper WHERE document_id = ", id).run();
    Query(session).add("DELETE FROM document_warning WHERE document_id = ", id).run();
    Query(session).add("DELETE FROM document_counter WHERE document_id = ", id).run();
    storeLines(session, document);
    for (const Fact& fact : document.facts)
        insertRow(session, "document_fact",
            {{"document_id", id}, {"line_no", std::int64_t {fact.line}}, {"name", fact.name},
                {"value", fact.value}});
    storeSteps(session, document);
    for (const DocumentPaper& paper : document.papers)
        insertRow(session, "document_paper",
            {{"document_id", id}, {"paper", paper.paper}, {"hash", paper.hash},
                {"title", SqlValue::textOrNull(paper.title)}, {"added_by", paper.addedBy},
                {"added_at", toInstantColumn(paper.addedAt)}});
    std::int64_t no = 0;
    for (const std::string& warning : document.warnings)
        insertRow(
            session, "document_warning", {{"document_id", id}, {"warning_no", no++}, {"text", warning}});
    for (const std::string& login : document.countedBy)
        insertRow(session, "document_counter", {{"document_id", id}, {"login", login}});
    storeLog(session, document);
}

} // namespace guanwu
