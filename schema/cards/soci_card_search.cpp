#include "schema/cards/soci_card_search.h"

#include "core/base/text.h"
#include "core/cards/card_number.h"
#include "schema/access/scope_condition.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"

#include <algorithm>
#include <array>

namespace guanwu {

namespace {

    constexpr int kMostMeanings = 500; ///< names, people and places that one text may stand for
    constexpr std::size_t kShortestText = 2; ///< characters: one would find nearly everything

    constexpr std::string_view kSelect
        = "SELECT a.id, a.asset_no, a.legacy_no, a.name, a.model, a.class_code, a.card_kind, a.quantity, "
          "a.unit_of_measure, v.original_fen, a.use_state, u.id, u.code, u.name, d.id, d.name, d.name, p.id, "
          "p.code, p.name, l.id, l.code, l.name, a.revision FROM registered_asset a "
          "JOIN asset_value v ON v.asset_id = a.id JOIN unit u ON u.id = a.unit_id "
          "LEFT JOIN department d ON d.id = a.department_id LEFT JOIN person p ON p.id = a.user_id "
          "LEFT JOIN place l ON l.id = a.place_id WHERE ";
    constexpr std::size_t kColumns = 24;

    constexpr std::array<std::string_view, kCardOrders.size()> kOrderBy {" ORDER BY a.id", " ORDER BY a.id DESC",
        " ORDER BY a.asset_no", " ORDER BY a.asset_no DESC", " ORDER BY a.class_code, a.id",
        " ORDER BY a.class_code DESC, a.id DESC"};

    CardSummary readSummary(const Query& row)
    {
        const auto reference = [&](std::size_t column) {
            return Reference {row.integer(column), row.text(column + 1), row.text(column + 2)};
        };
        return {AssetId {row.integer(0)}, row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
            storedToken(kCardKinds, row.text(6)), row.integer(7), row.text(8), Money::fromFen(row.integer(9)),
            storedToken(kUseStates, row.text(10)), reference(11), reference(14), reference(17), reference(20),
            row.integer(23)};
    }

    bool isAscii(std::string_view text)
    {
        return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    }

    std::size_t characters(std::string_view utf8)
    {
        return static_cast<std::size_t>(
            std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; }));
    }

} // namespace

std::vector<std::int64_t> SociCardSearch::ids(Query& query)
{
    std::vector<std::int64_t> out;
    while (query.next(1))
        out.push_back(query.integer(0));
    return out;
}

Result<SociCardSearch::Narrowed> SociCardSearch::narrow(const CardFilter& filter)
{
    Narrowed out;
    const auto one = [&](std::string_view sql, const std::string& code, const ScopeCondition& scope,
                         const char* missing, std::int64_t& id) -> Result<void> {
        if (code.empty())
            return {};
        Query query(m_session);
        query.add(sql, code).add(scope);
        if (!query.next(1))
            return fail(ErrorCode::NotFound, missing, code);
        id = query.integer(0);
        return {};
    };
    if (auto unit = one("SELECT u.id FROM registered_unit u WHERE u.code = ", filter.unit,
            ScopeCondition(m_scope, "u.id"), "unit.not_found", out.unit);
        !unit)
        return fail(unit.error());
    if (auto place = one("SELECT p.id FROM registered_place p WHERE p.code = ", filter.place,
            ScopeCondition::ofPlaces(m_scope, "p"), "place.not_found", out.place);
        !place)
        return fail(place.error());
    if (auto user = one("SELECT p.id FROM registered_person p WHERE p.code = ", filter.user,
            ScopeCondition(m_scope, "p.unit_id"), "person.not_found", out.user);
        !user)
        return fail(user.error());
    return out;
}

SociCardSearch::Meaning SociCardSearch::meaningOf(const std::string& text)
{
    m_names.learn();
    Meaning out;
    out.names = m_names.matching(text, kMostMeanings);
    const std::string key = searchKey(text);
    Query people(m_session);
    // People and places are few enough to be looked through; the names bring in those found by their
    // initials.
    people.add("SELECT p.id FROM registered_person p WHERE (p.code = ", key);
    people.add(" OR INSTR(p.name, ", normalized(text)).add(") > 0 OR p.name IN ");
    people.addList(out.names).add(")").add(ScopeCondition(m_scope, "p.unit_id"));
    people.add(" LIMIT ", std::int64_t {kMostMeanings});
    out.people = ids(people);
    Query places(m_session);
    places.add("SELECT p.id FROM registered_place p WHERE (INSTR(p.code, ", key);
    places.add(") > 0 OR INSTR(p.name, ", normalized(text)).add(") > 0 OR p.name IN ");
    places.addList(out.names).add(")").add(ScopeCondition::ofPlaces(m_scope, "p"));
    places.add(" LIMIT ", std::int64_t {kMostMeanings});
    out.places = ids(places);
    return out;
}

void SociCardSearch::addConditions(Query& query, const CardFilter& filter, const Narrowed& narrowed)
{
    query.add(ScopeCondition(m_scope, "a.unit_id", "a.department_id"));
    if (narrowed.unit != 0)
        query.add(" AND a.unit_id = ", narrowed.unit);
    if (narrowed.user != 0)
        query.add(" AND a.user_id = ", narrowed.user);
    if (narrowed.place != 0)
        query
            .add(" AND a.place_id IN (WITH RECURSIVE inside (id) AS (SELECT id FROM place WHERE id = ",
                narrowed.place)
            .add(
                " UNION ALL SELECT c.id FROM place c JOIN inside i ON c.parent_id = i.id) SELECT id FROM inside)");
    if (!filter.classPrefix.empty())
        query.add(" AND a.class_code >= ", filter.classPrefix)
            .add(" AND a.class_code <= ", filter.classPrefix + "~");
    if (filter.useState)
        query.add(" AND a.use_state = ", tokenRow(kUseStates, *filter.useState).token);
}

std::vector<CardSummary> SociCardSearch::numbered(
    const CardFilter& filter, const Narrowed& narrowed, int limit)
{
    std::vector<CardSummary> out;
    const std::vector<std::string> numbers {assetNoOf(filter.text), normalized(filter.text)};
    for (const std::string_view column : {"a.asset_no IN ", "a.legacy_no IN "}) {
        Query query(m_session);
        query.add(kSelect).add(column).addList(numbers);
        addConditions(query, filter, narrowed);
        query.add(" ORDER BY a.id LIMIT ", std::int64_t {limit} - static_cast<std::int64_t>(out.size()));
        while (query.next(kColumns)) {
            CardSummary card = readSummary(query);
            // A card that kept its number as its older one is found by both.
            if (std::none_of(
                    out.begin(), out.end(), [&](const CardSummary& one) { return one.id == card.id; }))
                out.push_back(std::move(card));
        }
    }
    return out;
}

bool SociCardSearch::isOfOneUnit(const Narrowed& narrowed) const
{
    return narrowed.unit != 0 || m_scope.reach() == Scope::Reach::Unit
        || m_scope.reach() == Scope::Reach::Department;
}

Result<void> SociCardSearch::addStart(Query& query, CardOrder order, std::optional<std::int64_t> after)
{
    if (!after) {
        query.add("1 = 1");
        return {};
    }
    const bool isDown
        = order == CardOrder::Newest || order == CardOrder::NumberDown || order == CardOrder::ClassDown;
    const std::string_view beyond = isDown ? " < " : " > ";
    if (order == CardOrder::Oldest || order == CardOrder::Newest) {
        query.add(isDown ? "a.id < " : "a.id > ", *after);
        return {};
    }
    Query last(m_session);
    last.add("SELECT a.asset_no, a.class_code FROM registered_asset a WHERE a.id = ", *after);
    last.add(ScopeCondition(m_scope, "a.unit_id", "a.department_id"));
    if (!last.next(2))
        return fail(ErrorCode::InvalidArgument, "request.after");
    if (order == CardOrder::Number || order == CardOrder::NumberDown) {
        query.add(isDown ? "a.asset_no < " : "a.asset_no > ", last.text(0));
        return {};
    }
    // The first condition is what the index is entered by.
    query.add(isDown ? "a.class_code <= " : "a.class_code >= ", last.text(1));
    query.add(" AND (a.class_code <> ", last.text(1)).add(" OR a.id").add(beyond, *after).add(")");
    return {};
}

Result<CardPage> SociCardSearch::find(const CardFilter& filter, std::optional<std::int64_t> after, int limit)
{
    const auto narrowed = narrow(filter);
    if (!narrowed)
        return fail(narrowed.error());
    const bool isByClass = filter.order == CardOrder::Class || filter.order == CardOrder::ClassDown;
    if (isByClass && !isOfOneUnit(*narrowed))
        return fail(ErrorCode::InvalidArgument, "card.sort_unit");
    CardPage page;
    const bool hasText = !filter.text.empty();
    if (hasText && !after)
        page.cards = numbered(filter, *narrowed, limit);
    if (hasText && characters(filter.text) < kShortestText)
        return page;

    Query query(m_session);
    query.add(kSelect);
    if (auto started = addStart(query, filter.order, after); !started)
        return fail(started.error());
    addConditions(query, filter, *narrowed);
    if (hasText) {
        const std::vector<std::string> numbers {assetNoOf(filter.text), normalized(filter.text)};
        const Meaning meaning = meaningOf(filter.text);
        // Where nobody and nothing is called so, only part of a number is left; those are not written in
        // Chinese.
        const bool mayBeNumber = isAscii(filter.text);
        if (!mayBeNumber && meaning.isEmpty())
            return page;
        query.add(" AND a.asset_no NOT IN ").addList(numbers);
        query.add(" AND COALESCE(a.legacy_no, '') NOT IN ").addList(numbers);
        query.add(" AND (a.name IN ").addList(meaning.names);
        query.add(" OR a.user_id IN ").addList(meaning.people);
        query.add(" OR a.keeper_id IN ").addList(meaning.people);
        query.add(" OR a.place_id IN ").addList(meaning.places);
        if (mayBeNumber) {
            const std::string key = searchKey(filter.text);
            query.add(" OR INSTR(a.asset_no, ", key).add(") > 0 OR INSTR(a.serial_no, ", key);
            query.add(") > 0 OR INSTR(a.serial_no, ", normalized(filter.text)).add(") > 0");
        }
        query.add(")");
    }
    const std::size_t room = static_cast<std::size_t>(limit) - page.cards.size();
    query.add(kOrderBy[static_cast<std::size_t>(filter.order)]);
    query.add(" LIMIT ", static_cast<std::int64_t>(room + 1));
    std::size_t found = 0;
    std::int64_t last = after.value_or(0);
    while (query.next(kColumns)) {
        if (++found > room) {
            page.next = last;
            break;
        }
        page.cards.push_back(readSummary(query));
        last = page.cards.back().id.value;
    }
    return page;
}

} // namespace guanwu
