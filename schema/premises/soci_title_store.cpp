#include "schema/premises/soci_title_store.h"

#include "core/values/calendar.h"
#include "schema/access/scope_condition.h"
#include "schema/audit/audit_trail.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/premises/title_register.h"

namespace guanwu {

namespace {

    void insertList(Session& session, std::int64_t certificate, std::string_view table,
        std::string_view column, const std::vector<Reference>& many)
    {
        for (std::size_t i = 0; i < many.size(); ++i)
            insertRow(session, table,
                {{"certificate_id", certificate}, {"position", static_cast<std::int64_t>(i)},
                    {column, many[i].id}});
    }

} // namespace

/// What changed of a certificate, for the audit trail.
void SociTitleStore::note(
    std::int64_t certificate, std::string_view what, std::string before, std::string after)
{
    m_session.audit().note({"titles/" + std::to_string(certificate) + '/' + std::string(what),
        std::move(before), std::move(after)});
}

Result<TitleLine> SociTitleStore::find(const std::string& certNo)
{
    auto found = TitleRegister(m_session, m_scope).find(certNo);
    // A former number leads to what it became only for who looks, never for who changes.
    return found && found->certNo != certNo ? fail(ErrorCode::NotFound, "title.not_found", certNo) : found;
}

Result<Reference> SociTitleStore::unit(const std::string& code)
{
    Query query(m_session);
    query.add("SELECT u.id, u.code, u.name FROM registered_unit u WHERE u.code = ", code);
    query.add(ScopeCondition(m_scope, "u.id"));
    if (!query.next(3))
        return fail(ErrorCode::NotFound, "unit.not_found", code);
    return Reference {query.integer(0), query.text(1), query.text(2)};
}

Result<Reference> SociTitleStore::building(const std::string& code)
{
    Query query(m_session);
    query.add("SELECT p.id, p.code, p.name, p.kind FROM registered_place p WHERE p.code = ", code);
    if (!query.next(4))
        return fail(ErrorCode::NotFound, "place.not_found", code);
    if (query.text(3) != "building")
        return fail(ErrorCode::InvalidArgument, "title.not_building", code);
    return Reference {query.integer(0), query.text(1), query.text(2)};
}

std::string SociTitleStore::currentOf(const std::string& unitNo)
{
    Query query(m_session);
    query.add("SELECT c.cert_no FROM certificate_property_unit x JOIN registered_certificate c "
              "ON c.id = x.certificate_id WHERE c.state NOT IN ('history', 'ended', '历史', '终止') AND x.unit_no = ",
        unitNo);
    return query.next(1) ? query.text(0) : std::string();
}

Result<void> SociTitleStore::insert(const TitleLine& title)
{
    const std::int64_t id = m_session.newId();
    std::string formers;
    for (const std::string& former : title.formerNos)
        formers.append(formers.empty() ? "" : ";").append(former);
    try {
        insertRow(m_session, "certificate",
            {{"id", id}, {"cert_no", title.certNo}, {"cert_kind", title.kind}, {"reg_kind", title.regKind},
                {"right_holder_id", title.holder.id}, {"co_ownership", std::string("0")},
                {"location", title.location}, {"right_type", SqlValue::textOrNull(title.rightType)},
                {"right_nature", SqlValue::textOrNull(title.rightNature)},
                {"land_use", SqlValue::textOrNull(title.use)},
                {"parcel_m2_x100", title.parcel ? SqlValue(title.parcel->hundredths()) : SqlValue()},
                {"term_from", SqlValue::dayOrNull(title.termFrom)},
                {"term_to", SqlValue::dayOrNull(title.termTo)},
                {"land_share_m2_x100", title.landShare.hundredths()},
                {"floor_m2_x100", title.floor.hundredths()}, {"issued_on", formatDate(title.issuedOn)},
                {"issuer", title.issuer}, {"incomplete", std::int64_t {0}},
                {"former_cert_no", SqlValue::textOrNull(formers)}, {"state", title.state},
                {"remark", SqlValue::textOrNull(title.remark)}});
    } catch (const DuplicateKey&) {
        return fail(ErrorCode::Conflict, "title.taken", title.certNo);
    }
    insertList(m_session, id, "certificate_building", "place_id", title.buildings);
    insertList(m_session, id, "certificate_user", "unit_id", title.users);
    for (std::size_t i = 0; i < title.unitNos.size(); ++i)
        insertRow(m_session, "certificate_property_unit",
            {{"certificate_id", id}, {"position", static_cast<std::int64_t>(i)}, {"unit_no", title.unitNos[i]}});
    for (const std::string& former : title.formerNos) {
        const auto old = TitleRegister(m_session, Scope::everything()).find(former);
        const bool isHeld = old && old->certNo == former;
        insertRow(m_session, "title_link",
            {{"certificate_id", id}, {"former_no", former},
                {"former_id", isHeld ? SqlValue(old->id) : SqlValue()},
                {"former_holder", isHeld ? SqlValue(old->holder.name) : SqlValue()},
                {"reg_kind", title.regKind}, {"linked_on", formatDate(title.issuedOn)}});
    }
    m_session.audit().note({"titles/" + title.certNo, {}, title.state});
    return {};
}

void SociTitleStore::setUsers(const TitleLine& title, const std::vector<Reference>& users)
{
    const auto codes = [](const std::vector<Reference>& units) {
        std::string out;
        for (const Reference& unit : units)
            out.append(out.empty() ? "" : ";").append(unit.code);
        return out;
    };
    Query(m_session).add("DELETE FROM certificate_user WHERE certificate_id = ", title.id).run();
    insertList(m_session, title.id, "certificate_user", "unit_id", users);
    note(title.id, "users", codes(title.users), codes(users));
}

void SociTitleStore::setState(std::int64_t certificate, const std::string& state)
{
    Query(m_session).add("UPDATE certificate SET state = ", state).add(" WHERE id = ", certificate).run();
    note(certificate, "state", {}, state);
}

void SociTitleStore::addEncumbrance(std::int64_t certificate, const Encumbrance& encumbrance)
{
    insertRow(m_session, "title_encumbrance",
        {{"id", m_session.newId()}, {"certificate_id", certificate},
            {"kind", tokenRow(kEncumbranceKinds, encumbrance.kind).token}, {"paper_no", encumbrance.paperNo},
            {"party", SqlValue::textOrNull(encumbrance.party)}, {"from_on", formatDate(encumbrance.from)}});
    note(certificate, "encumbrance", {}, encumbrance.paperNo);
}

void SociTitleStore::release(std::int64_t encumbrance, Day on, const std::string& paperNo)
{
    Query(m_session)
        .add("UPDATE title_encumbrance SET released_on = ", formatDate(on))
        .add(", release_no = ", SqlValue::textOrNull(paperNo))
        .add(" WHERE id = ", encumbrance)
        .run();
    m_session.audit().note({"title-encumbrances/" + std::to_string(encumbrance), "open", formatDate(on)});
}

void SociTitleStore::addMissing(std::int64_t certificate, const MissingPaper& paper)
{
    insertRow(m_session, "title_missing_paper",
        {{"id", m_session.newId()}, {"certificate_id", certificate}, {"name", paper.name},
            {"owed_by", SqlValue::textOrNull(paper.owedBy)}, {"due_on", SqlValue::dayOrNull(paper.dueOn)}});
    note(certificate, "missing-paper", {}, paper.name);
}

void SociTitleStore::setSupplied(std::int64_t paper, Day on)
{
    Query(m_session)
        .add("UPDATE title_missing_paper SET supplied_on = ", formatDate(on))
        .add(" WHERE id = ", paper)
        .run();
    m_session.audit().note({"title-missing-papers/" + std::to_string(paper), "missing", formatDate(on)});
}

void SociTitleStore::setComplete(std::int64_t certificate, bool isComplete)
{
    Query(m_session)
        .add("UPDATE certificate SET incomplete = ", std::int64_t {isComplete ? 0 : 1})
        .add(" WHERE id = ", certificate)
        .run();
}

void SociTitleStore::addCustody(
    std::int64_t certificate, const TitleCustody& step, const std::string& actor, Instant at)
{
    insertRow(m_session, "title_custody",
        {{"id", m_session.newId()}, {"certificate_id", certificate},
            {"step", tokenRow(kCustodySteps, step.step).token}, {"person", step.person},
            {"place", SqlValue::textOrNull(step.place)}, {"on_day", formatDate(step.on)},
            {"due_on", SqlValue::dayOrNull(step.dueOn)}, {"reason", SqlValue::textOrNull(step.reason)},
            {"actor", actor}, {"at", toInstantColumn(at)}});
    note(certificate, "custody", {},
        std::string(tokenRow(kCustodySteps, step.step).token) + ' ' + formatDate(step.on));
}

void SociTitleStore::setPapers(const Reference& building, const BuildingPapers& papers)
{
    const auto situation
        = papers.situation ? SqlValue(tokenRow(kStartSituations, *papers.situation).token) : SqlValue();
    const auto filed = papers.filed ? SqlValue(papers.filed->hundredths()) : SqlValue();
    const std::int64_t changed = Query(m_session)
                                     .add("UPDATE building_title SET revision = revision + 1, situation = ", situation)
                                     .add(", filing_no = ", SqlValue::textOrNull(papers.filingNo))
                                     .add(", filed_on = ", SqlValue::dayOrNull(papers.filedOn))
                                     .add(", filed_m2_x100 = ", filed)
                                     .add(" WHERE place_id = ", building.id)
                                     .run();
    if (changed == 0)
        insertRow(m_session, "building_title",
            {{"place_id", building.id}, {"situation", situation},
                {"filing_no", SqlValue::textOrNull(papers.filingNo)},
                {"filed_on", SqlValue::dayOrNull(papers.filedOn)}, {"filed_m2_x100", filed},
                {"revision", std::int64_t {1}}});
    m_session.audit().note({"building-papers/" + building.code, {}, papers.filingNo});
}

} // namespace guanwu
