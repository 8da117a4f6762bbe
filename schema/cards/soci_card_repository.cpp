#include "schema/cards/soci_card_repository.h"

#include "schema/access/scope_condition.h"
#include "schema/audit/audit_trail.h"
#include "schema/books/book_changes.h"
#include "schema/cards/card_rows.h"
#include "schema/connection/chunked_lookup.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/stored_token.h"
#include "schema/connection/unit_of_work.h"
#include "schema/repositories/asset_numbers.h"

#include <algorithm>

namespace guanwu {

namespace {

    ColumnValues withKey(ColumnValues columns, std::string_view key, std::int64_t id)
    {
        columns.insert(columns.begin(), {key, SqlValue(id)});
        return columns;
    }

    /// The parts that are stored anew with each change.
    void storeParts(Session& session, const AssetCard& card)
    {
        insertRow(session, "asset_detail", withKey(detailColumns(card), "asset_id", card.id.value));
        if (card.vehicle)
            insertRow(
                session, "asset_vehicle", withKey(vehicleColumns(*card.vehicle), "asset_id", card.id.value));
        if (card.building || card.land)
            insertRow(session, "asset_estate", withKey(estateColumns(card), "asset_id", card.id.value));
    }

    void removeParts(Session& session, AssetId asset)
    {
        Query(session).add("DELETE FROM asset_detail WHERE asset_id = ", asset.value).run();
        Query(session).add("DELETE FROM asset_vehicle WHERE asset_id = ", asset.value).run();
        Query(session).add("DELETE FROM asset_estate WHERE asset_id = ", asset.value).run();
    }

    void storeEvent(Session& session, AssetId asset, const CardEvent& event)
    {
        insertRow(session, "asset_event",
            {{"id", event.id}, {"asset_id", asset.value},
                {"kind", tokenRow(kCardEventKinds, event.kind).token}, {"at", toInstantColumn(event.at)},
                {"actor", event.actor}, {"reason", SqlValue::textOrNull(event.reason)},
                {"change_id", event.change}, {"revision", event.revision}});
        for (const FieldDifference& field : event.fields)
            insertRow(session, "asset_event_field",
                {{"event_id", event.id}, {"field", field.field},
                    {"before_value", SqlValue::textOrNull(field.before)},
                    {"after_value", SqlValue::textOrNull(field.after)},
                    {"before_name", SqlValue::textOrNull(field.beforeName)},
                    {"after_name", SqlValue::textOrNull(field.afterName)}});
    }

    /// The changed fields as they were, or as they are.
    std::string sideOf(const CardEvent& event, std::string FieldDifference::*side)
    {
        std::string out;
        for (const FieldDifference& field : event.fields)
            out.append(field.field).append("=").append(field.*side).append("\n");
        return out;
    }

    /// False when the card is no longer of the revision.
    bool updateAsset(Session& session, const AssetCard& card)
    {
        Query update(session);
        update.add("UPDATE asset SET ");
        for (const auto& [name, value] : assetColumns(card))
            update.add(name).add(" = ", value).add(", ");
        update.add("revision = revision + 1 WHERE id = ", card.id.value)
            .add(" AND revision = ", card.revision);
        return update.run() == 1;
    }

    void updateValues(Session& session, const RegisteredCard& card)
    {
        Query update(session);
        update.add("UPDATE asset_value SET ");
        std::string_view separator;
        for (const auto& [name, value] : valueColumns(card)) {
            update.add(separator).add(name).add(" = ", value);
            separator = ", ";
        }
        update.add(" WHERE asset_id = ", card.card.id.value).run();
    }

    Result<Reference> oneReference(Query& query, const char* missing, const std::string& code)
    {
        if (!query.next(3))
            return fail(ErrorCode::NotFound, missing, code);
        return Reference {query.integer(0), query.text(1), query.text(2)};
    }

} // namespace

Result<RegisteredCard> SociCardRepository::find(const std::string& assetNo)
{
    const ScopeCondition scope(m_scope, "a.unit_id", "a.department_id");
    Query query(m_session, Query::Lifetime::Kept);
    query.add(selectCards()).add("AND a.asset_no = ", assetNo).add(scope);
    if (!query.next(kCardColumns))
        return fail(ErrorCode::NotFound, "card.not_found", assetNo);
    RegisteredCard card = readCard(query);
    readExits(m_session, {&card, 1});
    return card;
}

std::vector<RegisteredCard> SociCardRepository::findAll(std::span<const std::string> assetNos)
{
    std::vector<RegisteredCard> out;
    inPieces(assetNos, [&](std::span<const std::string> piece) {
        Query query(m_session);
        query.add(selectCards()).add("AND a.asset_no IN ").addList(piece);
        query.add(ScopeCondition(m_scope, "a.unit_id", "a.department_id"));
        const std::size_t first = out.size();
        while (query.next(kCardColumns))
            out.push_back(readCard(query));
        readExits(m_session, std::span(out).subspan(first));
    });
    std::sort(out.begin(), out.end(),
        [](const RegisteredCard& a, const RegisteredCard& b) { return a.card.id < b.card.id; });
    return out;
}

Result<void> SociCardRepository::insert(const RegisteredCard& card, const CardEvent& event)
{
    try {
        retrying(m_session, [&] {
            UnitOfWork work(m_session);
            insertRow(m_session, "asset", withKey(assetColumns(card.card), "id", card.card.id.value));
            insertRow(m_session, "asset_value", withKey(valueColumns(card), "asset_id", card.card.id.value));
            storeParts(m_session, card.card);
            storeEvent(m_session, card.card.id, event);
            noteForBooks(m_session, card.card.id, card.card.revision);
            m_session.audit().note(
                {"assets/" + card.card.assetNo, {}, sideOf(event, &FieldDifference::after)});
            work.commit();
        });
    } catch (const DuplicateKey&) {
        return fail(ErrorCode::Conflict, "card.number_taken", card.card.assetNo);
    }
    return {};
}

Result<void> SociCardRepository::update(std::span<const ChangedCard> cards)
{
    return retrying(m_session, [&]() -> Result<void> {
        UnitOfWork work(m_session);
        for (const ChangedCard& changed : cards) {
            const AssetCard& card = changed.after.card;
            if (!updateAsset(m_session, card))
                return fail(ErrorCode::StaleRevision, "card.changed", card.assetNo);
            if (changed.valuesChanged)
                updateValues(m_session, changed.after);
            removeParts(m_session, card.id);
            storeParts(m_session, card);
            storeEvent(m_session, card.id, changed.event);
            noteForBooks(m_session, card.id, card.revision + 1);
            m_session.audit().note({"assets/" + card.assetNo, sideOf(changed.event, &FieldDifference::before),
                sideOf(changed.event, &FieldDifference::after)});
        }
        work.commit();
        return {};
    });
}

std::vector<CardEvent> SociCardRepository::history(AssetId asset, std::int64_t before, int limit)
{
    std::vector<CardEvent> events;
    {
        Query query(m_session);
        query.add(
            "SELECT id, kind, at, actor, reason, change_id, revision FROM asset_event WHERE asset_id = ",
            asset.value);
        // Ids come from the clocks of many servers; only the revisions are in the order of the commits.
        if (before > 0)
            query.add(" AND (revision, id) < (SELECT revision, id FROM asset_event WHERE id = ", before)
                .add(")");
        query.add(" ORDER BY revision DESC, id DESC LIMIT ", std::int64_t {limit});
        while (query.next(7))
            events.push_back({query.integer(0), storedToken(kCardEventKinds, query.text(1)),
                fromInstantColumn(query.integer(2)), query.text(3), query.text(4), query.integer(5),
                query.integer(6), {}});
    }
    for (CardEvent& event : events) {
        Query query(m_session);
        query.add(
            "SELECT field, before_value, after_value, before_name, after_name FROM asset_event_field WHERE "
            "event_id = ",
            event.id);
        query.add(" ORDER BY field");
        while (query.next(5))
            event.fields.push_back(
                {query.text(0), query.text(1), query.text(2), query.text(3), query.text(4)});
    }
    return events;
}

Result<UnitReference> SociCardRepository::unit(const std::string& code)
{
    const ScopeCondition scope(m_scope, "u.id");
    Query query(m_session);
    query
        .add(
            "SELECT u.id, u.code, u.name, u.org_type, (SELECT count(*) FROM unit_reform r "
            "WHERE r.unit_id = u.id AND r.kind IN ('merge', 'abolish')) FROM registered_unit u WHERE u.code = ",
            code)
        .add(scope);
    if (!query.next(5))
        return fail(ErrorCode::NotFound, "unit.not_found", code);
    if (query.integer(4) != 0)
        return fail(ErrorCode::RuleViolated, "unit.ended", code);
    return UnitReference {
        {query.integer(0), query.text(1), query.text(2)}, storedToken(kOrgTypes, query.text(3))};
}

Result<Reference> SociCardRepository::department(UnitId unit, const std::string& name)
{
    const ScopeCondition scope(m_scope, "d.unit_id", "d.id");
    Query query(m_session);
    query.add("SELECT d.id, d.name, d.name FROM department d WHERE d.unit_id = ", unit.value);
    query.add(" AND d.name = ", name).add(scope);
    return oneReference(query, "department.not_found", name);
}

Result<Reference> SociCardRepository::person(const std::string& code)
{
    const ScopeCondition scope(m_scope, "p.unit_id");
    Query query(m_session);
    query.add("SELECT p.id, p.code, p.name FROM registered_person p WHERE p.code = ", code).add(scope);
    return oneReference(query, "person.not_found", code);
}

Result<Reference> SociCardRepository::place(const std::string& code)
{
    const auto scope = ScopeCondition::ofPlaces(m_scope, "p");
    Query query(m_session);
    query.add("SELECT p.id, p.code, p.name FROM registered_place p WHERE p.code = ", code).add(scope);
    return oneReference(query, "place.not_found", code);
}

std::string SociCardRepository::greatestNumber(const std::string& prefix)
{
    return greatestAssetNo(m_session, prefix + "000000", prefix + "999999");
}

std::int64_t SociCardRepository::newId() { return m_session.newId(); }

} // namespace guanwu
