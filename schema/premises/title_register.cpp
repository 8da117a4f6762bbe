#include "schema/premises/title_register.h"

#include "core/base/text.h"
#include "schema/access/scope_condition.h"
#include "schema/cards/countable_states.h"
#include "schema/connection/chunked_lookup.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"
#include "schema/premises/room_rows.h"

#include <map>
#include <set>

namespace guanwu {

namespace {

    constexpr std::string_view kNotCurrent = "('history', 'ended', '历史', '终止')";

    /// Cards of the buildings of certificates b that name no certificate themselves.
    constexpr std::string_view kUnnamedOn
        = "FROM certificate_building b JOIN registered_asset a ON a.place_id = b.place_id AND a.card_kind = "
          "'building' JOIN asset_estate e ON e.asset_id = a.id AND COALESCE(e.cert_no, '') = '' ";

    std::optional<Area> areaOrNone(const std::optional<std::int64_t>& hundredths)
    {
        return hundredths ? std::optional(Area::fromHundredths(*hundredths)) : std::nullopt;
    }

    std::vector<std::string> listOf(std::string_view text)
    {
        std::vector<std::string> out;
        while (!text.empty()) {
            const auto end = text.find(';');
            if (const auto part = trimmed(text.substr(0, end)); !part.empty())
                out.emplace_back(part);
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        }
        return out;
    }

    TitleLine readTitle(const Query& row)
    {
        TitleLine line;
        line.id = row.integer(0);
        line.certNo = row.text(1);
        line.kind = row.text(2);
        line.regKind = row.text(3);
        line.holder = referenceAt(row, 4);
        line.location = row.text(7);
        line.rightType = row.text(8);
        line.rightNature = row.text(9);
        line.use = row.text(10);
        line.parcel = areaOrNone(row.integerOrNone(11));
        line.landShare = Area::fromHundredths(row.integer(12));
        line.floor = Area::fromHundredths(row.integer(13));
        line.termFrom = fromDayColumn(row.text(14));
        line.termTo = fromDayColumn(row.text(15));
        line.issuedOn = *fromDayColumn(row.text(16));
        line.issuer = row.text(17);
        line.isIncomplete = row.integer(18) != 0;
        line.missingText = row.text(19);
        line.formerNos = listOf(row.text(20));
        line.state = row.text(21);
        line.remark = row.text(22);
        return line;
    }

    using ById = std::map<std::int64_t, TitleLine*>;

    /// Puts a question about pieces of the certificates, and tells `found` each row with its certificate.
    template <class Found>
    void ask(Session& session, const ById& byId, std::string_view select, std::string_view order,
        std::size_t columns, const Found& found)
    {
        std::vector<std::int64_t> ids;
        for (const auto& [id, line] : byId)
            ids.push_back(id);
        inPieces(std::span<const std::int64_t>(ids), [&](std::span<const std::int64_t> piece) {
            Query query(session);
            query.add(select).addList(piece).add(order);
            while (query.next(columns))
                found(*byId.at(query.integer(0)), query);
        });
    }

    void addParts(Session& session, std::vector<TitleLine>& lines)
    {
        ById byId;
        std::map<std::string, TitleLine*> byNo;
        for (TitleLine& line : lines) {
            byId[line.id] = &line;
            byNo[line.certNo] = &line;
        }
        ask(session, byId,
            "SELECT b.certificate_id, p.id, p.code, p.name FROM certificate_building b "
            "JOIN place p ON p.id = b.place_id WHERE b.certificate_id IN ",
            " ORDER BY b.certificate_id, b.position", 4,
            [](TitleLine& line, const Query& row) { line.buildings.push_back(referenceAt(row, 1)); });
        ask(session, byId,
            "SELECT b.certificate_id, u.id, u.code, u.name FROM certificate_user b "
            "JOIN unit u ON u.id = b.unit_id WHERE b.certificate_id IN ",
            " ORDER BY b.certificate_id, b.position", 4,
            [](TitleLine& line, const Query& row) { line.users.push_back(referenceAt(row, 1)); });
        ask(session, byId,
            "SELECT b.certificate_id, b.unit_no FROM certificate_property_unit b WHERE b.certificate_id IN ",
            " ORDER BY b.certificate_id, b.position", 2,
            [](TitleLine& line, const Query& row) { line.unitNos.push_back(row.text(1)); });
        ask(session, byId,
            "SELECT l.certificate_id, l.former_no, l.former_holder FROM title_link l WHERE l.certificate_id IN ",
            " ORDER BY l.certificate_id, l.former_no", 3, [](TitleLine& line, const Query& row) {
                if (std::find(line.formerNos.begin(), line.formerNos.end(), row.text(1)) == line.formerNos.end())
                    line.formerNos.push_back(row.text(1));
                if (!row.text(2).empty())
                    line.formerHolders.push_back(row.text(2));
            });
        ask(session, byId,
            "SELECT l.former_id, n.cert_no FROM title_link l JOIN registered_certificate n "
            "ON n.id = l.certificate_id WHERE l.former_id IN ",
            " ORDER BY l.former_id, n.id", 2,
            [](TitleLine& line, const Query& row) { line.laterNo = row.text(1); });
        ask(session, byId,
            "SELECT e.certificate_id, e.id, e.kind, e.paper_no, e.party, e.from_on FROM title_encumbrance e "
            "WHERE e.released_on IS NULL AND e.certificate_id IN ",
            " ORDER BY e.certificate_id, e.id", 6, [](TitleLine& line, const Query& row) {
                line.encumbrances.push_back({row.integer(1), storedToken(kEncumbranceKinds, row.text(2)),
                    row.text(3), row.text(4), *fromDayColumn(row.text(5)), std::nullopt});
            });
        ask(session, byId,
            "SELECT m.certificate_id, m.id, m.name, m.owed_by, m.due_on, m.supplied_on "
            "FROM title_missing_paper m WHERE m.certificate_id IN ",
            " ORDER BY m.certificate_id, m.id", 6, [](TitleLine& line, const Query& row) {
                line.missing.push_back({row.integer(1), row.text(2), row.text(3), fromDayColumn(row.text(4)),
                    fromDayColumn(row.text(5))});
            });
        ask(session, byId,
            "SELECT c.certificate_id, c.step, c.person, c.place, c.on_day, c.due_on, c.reason "
            "FROM title_custody c WHERE c.certificate_id IN ",
            " ORDER BY c.certificate_id, c.id", 7, [](TitleLine& line, const Query& row) {
                line.custody = TitleCustody {storedToken(kCustodySteps, row.text(1)), row.text(2), row.text(3),
                    *fromDayColumn(row.text(4)), fromDayColumn(row.text(5)), row.text(6)};
            });
        const auto addUser = [](TitleLine& line, const Reference& unit) {
            if (std::none_of(line.cardUsers.begin(), line.cardUsers.end(),
                    [&](const Reference& one) { return one.id == unit.id; }))
                line.cardUsers.push_back(unit);
        };
        ask(session, byId,
            "SELECT b.certificate_id, u.id, u.code, u.name, a.use_state " + std::string(kUnnamedOn)
                + "JOIN unit u ON u.id = a.using_unit_id WHERE b.certificate_id IN ",
            " ORDER BY b.certificate_id, u.code", 5, [&](TitleLine& line, const Query& row) {
                if (isCountable(storedToken(kUseStates, row.text(4))))
                    addUser(line, referenceAt(row, 1));
            });
        std::vector<std::string> numbers;
        for (const auto& [no, line] : byNo)
            numbers.push_back(no);
        inPieces(std::span<const std::string>(numbers), [&](std::span<const std::string> piece) {
            Query query(session);
            query
                .add(
                    "SELECT e.cert_no, u.id, u.code, u.name, a.use_state, a.asset_no FROM asset_estate e JOIN "
                    "registered_asset a ON a.id = e.asset_id LEFT JOIN unit u ON u.id = a.using_unit_id WHERE "
                    "e.cert_no IN ")
                .addList(piece)
                .add(" ORDER BY e.cert_no, a.asset_no");
            while (query.next(6)) {
                TitleLine& line = *byNo.at(query.text(0));
                line.assets.push_back(query.text(5));
                if (query.integer(1) != 0 && isCountable(storedToken(kUseStates, query.text(4))))
                    addUser(line, referenceAt(query, 1));
            }
        });
    }

    /// The units of the scope hold the certificate or use what it covers.
    void addScope(Query& query, const Scope& scope)
    {
        if (scope.reach() == Scope::Reach::Everything)
            return;
        query.add(" AND (EXISTS (SELECT 1 FROM unit s0 WHERE s0.id = c.right_holder_id");
        query.add(ScopeCondition(scope, "s0.id"));
        query.add(") OR EXISTS (SELECT 1 FROM certificate_user s1 WHERE s1.certificate_id = c.id");
        query.add(ScopeCondition(scope, "s1.unit_id")).add("))");
    }

} // namespace

std::vector<TitleLine> TitleRegister::titles(const TitleQuery& asked)
{
    std::vector<TitleLine> out;
    Query query(m_session);
    query.add("SELECT c.id, c.cert_no, c.cert_kind, c.reg_kind, h.id, h.code, h.name, c.location, c.right_type, "
              "c.right_nature, c.land_use, c.parcel_m2_x100, c.land_share_m2_x100, c.floor_m2_x100, c.term_from, "
              "c.term_to, c.issued_on, c.issuer, c.incomplete, c.missing_papers, c.former_cert_no, c.state, c.remark "
              "FROM registered_certificate c JOIN unit h ON h.id = c.right_holder_id WHERE 1 = 1");
    if (!asked.certNo.empty())
        query.add(" AND (c.cert_no = ", asked.certNo)
            .add(" OR c.id IN (SELECT l.certificate_id FROM title_link l WHERE l.former_no = ", asked.certNo)
            .add("))");
    if (!asked.unitCode.empty())
        query.add(" AND (h.code = ", asked.unitCode)
            .add(" OR c.id IN (SELECT x.certificate_id FROM certificate_user x JOIN unit y ON y.id = x.unit_id "
                 "WHERE y.code = ",
                asked.unitCode)
            .add("))");
    if (asked.onlyCurrent)
        query.add(" AND c.state NOT IN ").add(kNotCurrent);
    if (!asked.after.empty())
        query.add(" AND c.cert_no > ", asked.after);
    addScope(query, m_scope);
    query.add(" ORDER BY c.cert_no");
    if (asked.limit > 0)
        query.add(" LIMIT ", std::int64_t {asked.limit});
    while (query.next(23))
        out.push_back(readTitle(query));
    addParts(m_session, out);
    return out;
}

Result<TitleLine> TitleRegister::find(const std::string& certNo)
{
    TitleQuery asked;
    asked.certNo = certNo;
    auto found = titles(asked);
    for (TitleLine& line : found)
        if (line.certNo == certNo)
            return std::move(line);
    return found.empty() ? Result<TitleLine>(fail(ErrorCode::NotFound, "title.not_found", certNo))
                         : Result<TitleLine>(std::move(found.front()));
}

std::vector<BuildingTitle> TitleRegister::buildings()
{
    std::vector<BuildingTitle> out;
    std::map<std::int64_t, std::size_t> positions;
    {
        // A building is of who uses it, by its place, or by the cards that stand on it.
        Query query(m_session);
        query.add("SELECT p.id, p.code, p.name, t.situation, t.filing_no, t.filed_m2_x100 "
                  "FROM registered_place p LEFT JOIN building_title t ON t.place_id = p.id WHERE p.kind = 'building'");
        query.add(ScopeCondition(m_scope, "p.unit_id")).add(" ORDER BY p.code");
        while (query.next(6)) {
            BuildingTitle line;
            line.building = referenceAt(query, 0);
            line.situation = storedTokenOrNone(kStartSituations, query.text(3));
            line.filingNo = query.text(4);
            line.isFiledOnly = !line.filingNo.empty();
            line.filed = Area::fromHundredths(query.integer(5));
            positions[line.building.id] = out.size();
            out.push_back(std::move(line));
        }
    }
    {
        // Once over the few cards that have floors: by building, each would go over all cards.
        Query query(m_session);
        query.add("SELECT a.place_id, sum(CASE WHEN a.use_state IN ")
            .addList(countableStates())
            .add(
                " THEN e.floor_m2_x100 ELSE 0 END), "
                "sum(CASE WHEN a.use_state IN ('written_off', 'void') THEN 0 ELSE 1 END) FROM asset_estate e JOIN registered_asset a ON a.id = e.asset_id "
                "WHERE a.card_kind = 'building' AND a.place_id IS NOT NULL GROUP BY a.place_id");
        while (query.next(3))
            if (const auto at = positions.find(query.integer(0)); at != positions.end()) {
                out[at->second].floor = Area::fromHundredths(query.integer(1));
                out[at->second].isGone = query.integer(2) == 0;
            }
    }
    Query query(m_session);
    query.add("SELECT b.place_id, c.cert_no FROM certificate_building b "
              "JOIN registered_certificate c ON c.id = b.certificate_id WHERE c.state NOT IN ")
        .add(kNotCurrent)
        .add(" ORDER BY b.place_id, c.cert_no");
    while (query.next(2))
        if (const auto at = positions.find(query.integer(0)); at != positions.end())
            out[at->second].certificates.push_back(query.text(1));
    return out;
}

std::vector<std::string> TitleRegister::emptiedBy(std::span<const AssetId> gone)
{
    // Of several buildings on one certificate each has to be known as gone: one without a card still stands.
    static constexpr std::string_view kNothingLeft
        = "NOT EXISTS (SELECT 1 FROM asset_estate l JOIN registered_asset a ON a.id = l.asset_id "
          "WHERE l.cert_no = c.cert_no AND a.use_state NOT IN ('written_off', 'void')) "
          "AND NOT EXISTS (SELECT 1 FROM certificate_building b JOIN registered_asset a ON a.place_id = b.place_id "
          "WHERE b.certificate_id = c.id AND a.card_kind = 'building' "
          "AND a.use_state NOT IN ('written_off', 'void')) "
          "AND ((SELECT count(*) FROM certificate_building x WHERE x.certificate_id = c.id) <= 1 "
          "OR NOT EXISTS (SELECT 1 FROM certificate_building b WHERE b.certificate_id = c.id "
          "AND NOT EXISTS (SELECT 1 FROM registered_asset a WHERE a.place_id = b.place_id "
          "AND a.card_kind = 'building' AND a.use_state = 'written_off')))";
    std::vector<std::int64_t> ids;
    for (const AssetId asset : gone)
        ids.push_back(asset.value);
    std::set<std::string> out;
    inPieces(std::span<const std::int64_t>(ids), [&](std::span<const std::int64_t> piece) {
        Query query(m_session);
        query.add("SELECT c.cert_no FROM registered_certificate c WHERE c.state NOT IN ").add(kNotCurrent);
        query.add(" AND (c.cert_no IN (SELECT e.cert_no FROM asset_estate e WHERE e.asset_id IN ")
            .addList(piece);
        query.add(") OR c.id IN (SELECT b.certificate_id FROM certificate_building b JOIN asset g "
                  "ON g.place_id = b.place_id WHERE g.card_kind = 'building' AND g.id IN ");
        query.addList(piece).add(")) AND ").add(kNothingLeft);
        while (query.next(1))
            out.insert(query.text(0));
    });
    return {out.begin(), out.end()};
}

std::vector<std::string> TitleRegister::usedOnlyBy(AssetId card, UnitId user)
{
    // Of several buildings on one certificate each has to be known as used by the unit.
    std::vector<std::string> out;
    Query query(m_session);
    query.add("SELECT c.cert_no FROM registered_certificate c WHERE c.state NOT IN ").add(kNotCurrent);
    query.add(" AND (c.cert_no IN (SELECT e.cert_no FROM asset_estate e WHERE e.asset_id = ", card.value);
    query.add(") OR c.id IN (SELECT b.certificate_id ").add(kUnnamedOn).add("WHERE a.id = ", card.value);
    query
        .add(")) AND NOT EXISTS (SELECT 1 FROM asset_estate e JOIN registered_asset a ON a.id = e.asset_id "
             "WHERE e.cert_no = c.cert_no AND a.use_state IN ")
        .addList(countableStates())
        .add(" AND COALESCE(a.using_unit_id, 0) <> ", user.value);
    query.add(") AND NOT EXISTS (SELECT 1 ")
        .add(kUnnamedOn)
        .add("WHERE b.certificate_id = c.id AND a.use_state IN ");
    query.addList(countableStates()).add(" AND COALESCE(a.using_unit_id, 0) <> ", user.value);
    query.add(
        ") AND ((SELECT count(*) FROM certificate_building x WHERE x.certificate_id = c.id) <= 1 OR NOT EXISTS "
        "(SELECT 1 FROM certificate_building x WHERE x.certificate_id = c.id AND NOT EXISTS (SELECT 1 FROM "
        "registered_asset a WHERE a.place_id = x.place_id AND a.card_kind = 'building' AND a.using_unit_id = ",
        user.value);
    query.add(" AND a.use_state IN ").addList(countableStates()).add("))) ORDER BY c.cert_no");
    while (query.next(1))
        out.push_back(query.text(0));
    return out;
}

std::vector<TitleCustody> TitleRegister::custody(std::int64_t certificate)
{
    std::vector<TitleCustody> out;
    Query query(m_session);
    query.add("SELECT step, person, place, on_day, due_on, reason FROM title_custody WHERE certificate_id = ", certificate)
        .add(" ORDER BY id");
    while (query.next(6))
        out.push_back({storedToken(kCustodySteps, query.text(0)), query.text(1), query.text(2),
            *fromDayColumn(query.text(3)), fromDayColumn(query.text(4)), query.text(5)});
    return out;
}

Reference TitleRegister::chiefHolder()
{
    Query query(m_session);
    query.add("SELECT h.id, h.code, h.name, count(*) FROM registered_certificate c "
              "JOIN unit h ON h.id = c.right_holder_id WHERE c.state NOT IN ")
        .add(kNotCurrent)
        .add(" GROUP BY h.id, h.code, h.name ORDER BY 4 DESC, h.code LIMIT 1");
    return query.next(4) ? referenceAt(query, 0) : Reference {};
}

} // namespace guanwu
