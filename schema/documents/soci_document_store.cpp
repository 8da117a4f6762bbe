#include "schema/documents/soci_document_store.h"

#include "core/values/calendar.h"
#include "schema/audit/audit_trail.h"
#include "schema/books/book_changes.h"
#include "schema/connection/chunked_lookup.h"
#include "schema/connection/column_types.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"
#include "schema/connection/unit_of_work.h"
#include "schema/documents/document_rows.h"
#include "schema/documents/document_scope.h"
#include "schema/documents/final_states.h"

#include <algorithm>

namespace guanwu {

namespace {

    /// For the audit trail: what was done to a document it has in rows of its own.
    std::string versionOf(const Document& document, std::int64_t revision)
    {
        return std::string(tokenRow(kDocumentStates, document.state).token) + ' ' + std::to_string(revision);
    }

} // namespace

Result<Document> SociDocumentStore::find(const std::string& no)
{
    Query query(m_session);
    query.add(selectDocuments()).add("WHERE d.document_no = ", no);
    addDocumentScope(query, m_scope);
    if (!query.next(kDocumentColumns))
        return fail(ErrorCode::NotFound, "document.not_found", no);
    Document out = readDocument(query);
    readParts(m_session, out);
    return out;
}

namespace {

    /// The column of the unit that sits there; empty = the bureau, which is of no unit.
    std::string_view seatColumn(StepPlace place)
    {
        switch (place) {
        case StepPlace::Unit:
            return "d.unit_id";
        case StepPlace::Counterpart:
            return "d.counterpart_id";
        case StepPlace::Parent:
            return "d.supervising_id";
        case StepPlace::City:
            break;
        }
        return {};
    }

    /// Whoever signed at another step, or with somebody at this one, does not sign here any more.
    void addNotSignedYet(Query& query, const std::string& login)
    {
        query.add(" AND NOT EXISTS (SELECT 1 FROM document_log g WHERE g.document_id = d.id AND g.actor = ", login)
            .add(" AND g.action IN ('approve', 'counter_sign') AND g.step_kind <> d.open_step_kind)");
        query
            .add(" AND NOT EXISTS (SELECT 1 FROM document_counter_signature s WHERE s.document_id = d.id AND "
                 "s.step_no = d.open_step AND s.signed_at IS NOT NULL AND s.login = ",
                login)
            .add(")");
    }

    /// mayDo() as far as the columns of a document tell it. Whoever counted and would sign alone has it on his
    /// list: he asks somebody for a counter-signature.
    void addWaiting(Query& query, const DocumentActor& actor)
    {
        query.add(" AND ((d.state = 'in_review' AND d.applicant <> ", actor.login);
        query.add(" AND (d.filer IS NULL OR d.filer <> ", actor.login).add(")");
        addNotSignedYet(query, actor.login);
        query.add(" AND (1 = 0");
        for (const auto& row : kStepKinds) {
            const StepRule& rule = DocumentData::current().step(row.value);
            const std::string_view seat = seatColumn(rule.place);
            if (!actor.role
                || std::find(rule.roles.begin(), rule.roles.end(), *actor.role) == rule.roles.end()
                || seat.empty() != (actor.unit.value == 0))
                continue;
            query.add(" OR (d.open_step_kind = ", row.token);
            if (!seat.empty())
                query.add(" AND ").add(seat).add(" = ", actor.unit.value);
            query.add(")");
        }
        query
            .add(")) OR (d.state = 'in_review' AND EXISTS (SELECT 1 FROM document_counter_signature c "
                 "WHERE c.document_id = d.id AND c.signed_at IS NULL AND c.login = ",
                actor.login)
            .add("))");
        query.add(" OR (d.state IN ('draft', 'returned') AND d.applicant = ", actor.login).add(")");
        if (actor.may(Permission::SettleDocuments)) {
            query.add(" OR (d.state IN ('approved', 'executing', 'income_settled') AND ");
            if (actor.unit.value != 0)
                query.add("d.unit_id = ", actor.unit.value);
            else
                query.add("d.applicant = ", actor.login);
            query.add(")");
        }
        query.add(")");
    }

} // namespace

Result<DocumentPage> SociDocumentStore::list(const DocumentFilter& filter, std::int64_t before, int limit)
{
    Query query(m_session);
    query.add(selectDocuments()).add("WHERE 1 = 1");
    if (filter.kind)
        query.add(" AND d.kind = ", tokenRow(kDocumentKinds, *filter.kind).token);
    if (filter.state)
        query.add(" AND d.state = ", tokenRow(kDocumentStates, *filter.state).token);
    if (filter.onlyOpen)
        query.add(" AND d.state NOT IN ").addList(finalStates());
    if (!filter.unit.empty())
        query.add(" AND u.code = ", filter.unit);
    if (!filter.assetNo.empty()) // on a line, or made by the document
        query
            .add(" AND d.id IN (SELECT l.document_id FROM asset a JOIN document_line l ON l.asset_id = a.id WHERE "
                 "a.asset_no = ",
                filter.assetNo)
            .add(" UNION SELECT c.document_id FROM asset a JOIN document_card c ON c.asset_id = a.id WHERE "
                 "a.asset_no = ",
                filter.assetNo)
            .add(")");
    if (filter.dueBy)
        query.add(" AND d.due_on <= ", formatDate(*filter.dueBy));
    if (!filter.applicant.empty())
        query.add(" AND d.applicant = ", filter.applicant);
    if (filter.waitsFor)
        addWaiting(query, *filter.waitsFor);
    if (before > 0)
        query.add(" AND d.id < ", before);
    addDocumentScope(query, m_scope);
    query.add(" ORDER BY d.id DESC LIMIT ", std::int64_t {limit} + 1);
    DocumentPage out;
    while (query.next(kDocumentColumns)) {
        const Document document = readDocument(query);
        if (out.documents.size() == static_cast<std::size_t>(limit)) {
            out.next = out.documents.back().id.value;
            break;
        }
        out.documents.push_back({document.id, document.no, document.kind, document.method, document.unit,
            document.counterpart, document.state, storedTokenOrNone(kStepKinds, query.text(31)),
            fromDayColumn(query.text(32)), document.applicantName, query.integer(34),
            Money::fromFen(query.integer(33)), document.createdAt, document.revision});
    }
    return out;
}

/// Whoever asks at the same moment waits for the row of the prefix: no number is left out or given twice.
std::string SociDocumentStore::nextNumber(const std::string& prefix)
{
    Query update(m_session);
    update.add("UPDATE document_number SET last_serial = last_serial + 1 WHERE prefix = ", prefix);
    if (update.run() == 0)
        insertRow(m_session, "document_number", {{"prefix", prefix}, {"last_serial", std::int64_t {1}}});
    Query read(m_session);
    read.add("SELECT last_serial FROM document_number WHERE prefix = ", prefix);
    const std::string digits = std::to_string(read.next(1) ? read.integer(0) : 1);
    return prefix + std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

void SociDocumentStore::insert(Document& document, std::chrono::year year)
{
    const std::string prefix = std::string(lettersOf(document.kind)) + "-" + std::to_string(int(year)) + "-";
    document.id = DocumentId {m_session.newId()};
    document.no = nextNumber(prefix);
    document.revision = 1;
    ColumnValues columns = documentColumns(document);
    columns.insert(columns.begin(), {"id", SqlValue(document.id.value)});
    columns.insert(columns.begin() + 1, {"document_no", SqlValue(document.no)});
    insertRow(m_session, "document", columns);
    storeParts(m_session, document);
    m_session.audit().note({"documents/" + document.no, {}, versionOf(document, document.revision)});
}

Result<void> SociDocumentStore::update(const Document& document)
{
    Query update(m_session);
    update.add("UPDATE document SET ");
    for (const auto& [name, value] : documentColumns(document))
        update.add(name).add(" = ", value).add(", ");
    update.add("revision = revision + 1 WHERE id = ", document.id.value)
        .add(" AND revision = ", document.revision);
    if (update.run() != 1)
        return fail(ErrorCode::StaleRevision, "document.changed", document.no);
    try {
        storeParts(m_session, document);
    } catch (const DuplicateKey&) {
        // Of the keys written here only the asset that is held can be another document's.
        return fail(ErrorCode::Conflict, "document.asset_taken", document.no);
    }
    m_session.audit().note({"documents/" + document.no, std::to_string(document.revision),
        versionOf(document, document.revision + 1)});
    return {};
}

std::optional<std::chrono::year_month> SociDocumentStore::postedThrough(UnitId unit)
{
    Query query(m_session);
    query.add("SELECT MAX(month) FROM depreciation_month WHERE state = 'posted' AND unit_id = ", unit.value);
    const bool isThere = query.next(1) && !query.isNull(0);
    return isThere ? std::optional(fromMonthColumn(query.integer(0))) : std::nullopt;
}

Result<void> SociDocumentStore::recordInBooks(
    std::span<const BookChange> changes, const std::string& by, Instant at)
{
    // Whoever may do it, the workflow has said.
    BookChanges books(m_session, Scope::everything());
    for (const BookChange& change : changes)
        if (auto recorded = books.replace(change, by, at); !recorded)
            return recorded;
    return {};
}

void SociDocumentStore::addExits(DocumentId document, std::span<const AssetExit> exits)
{
    for (const AssetExit& exit : exits)
        insertRow(m_session, "asset_exit",
            {{"asset_id", exit.asset.value}, {"document_id", document.value}, {"unit_id", exit.from.value},
                {"to_unit_id", exit.to.value == 0 ? SqlValue() : SqlValue(exit.to.value)},
                {"left_on", formatDate(exit.leftOn)}, {"way", exit.way},
                {"original_fen", exit.original.fen()}, {"accumulated_fen", exit.accumulated.fen()},
                {"voucher_no", SqlValue::textOrNull(exit.voucherNo)}});
}

void SociDocumentStore::addCards(DocumentId document, int line, AssetId asset)
{
    insertRow(m_session, "document_card",
        {{"document_id", document.value}, {"asset_id", asset.value}, {"line_no", std::int64_t {line}}});
}

std::vector<std::string> SociDocumentStore::cardsOf(DocumentId document)
{
    std::vector<std::string> out;
    Query query(m_session);
    query.add("SELECT a.asset_no FROM document_card c JOIN registered_asset a ON a.id = c.asset_id "
              "WHERE c.document_id = ",
        document.value);
    query.add(" ORDER BY c.line_no, c.asset_id");
    while (query.next(1))
        out.push_back(query.text(0));
    return out;
}

std::vector<std::pair<AssetId, CardEvent>> SociDocumentStore::eventsOf(DocumentId document)
{
    std::vector<std::pair<AssetId, CardEvent>> out;
    Query query(m_session);
    query.add(
        "SELECT e.asset_id, e.id, e.kind, e.revision, f.field, f.before_value, f.after_value, "
        "f.before_name, f.after_name FROM document_line l JOIN asset_event e ON e.asset_id = l.asset_id "
        "AND e.change_id = l.document_id JOIN asset_event_field f ON f.event_id = e.id "
        "WHERE l.document_id = ",
        document.value);
    query.add(" ORDER BY l.line_no, e.revision, e.id, f.field");
    while (query.next(9)) {
        if (const std::int64_t id = query.integer(1); out.empty() || out.back().second.id != id) {
            CardEvent event;
            event.id = id;
            event.kind = storedToken(kCardEventKinds, query.text(2));
            event.change = document.value;
            event.revision = query.integer(3);
            out.emplace_back(AssetId {query.integer(0)}, std::move(event));
        }
        out.back().second.fields.push_back(
            {query.text(4), query.text(5), query.text(6), query.text(7), query.text(8)});
    }
    return out;
}

std::vector<std::string> SociDocumentStore::cardsNaming(const std::vector<std::string>& certNos)
{
    std::vector<std::string> out;
    inPieces(std::span<const std::string>(certNos), [&](std::span<const std::string> piece) {
        Query query(m_session);
        query
            .add("SELECT a.asset_no FROM asset_estate e JOIN registered_asset a ON a.id = e.asset_id "
                 "WHERE a.use_state NOT IN ('written_off', 'void') AND e.cert_no IN ")
            .addList(piece)
            .add(" ORDER BY a.asset_no");
        while (query.next(1))
            out.push_back(query.text(0));
    });
    return out;
}

Result<void> SociDocumentStore::transact(Commit commit, const std::function<Result<void>()>& work)
{
    return retrying(m_session, [&]() -> Result<void> {
        UnitOfWork unit(m_session);
        auto done = work();
        if (done && commit == Commit::Yes)
            unit.commit();
        return done;
    });
}

} // namespace guanwu
