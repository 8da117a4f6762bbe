#include "schema/cards/soci_card_search.h"

#include "core/base/text.h"
#include "core/cards/card_number.h"
#include "schema/access/scope_condition.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

namespace guanwu {

namespace {

    constexpr int kMostMeanings = 500; ///< names, people and places that one text may stand for, of each
    /// Cards that are read and sorted to show one page of them. A text that more cards bear is walked for: of
    /// N cards a page of 50 then takes a walk over 50 N / 5,000 at most, where they lie anyhow.
    constexpr std::int64_t kMostGathered = 5'000;
    constexpr std::size_t kShortestText = 2; ///< characters: one would find nearly everything

    constexpr std::string_view kSelectFound
        = "SELECT a.id, a.asset_no, a.legacy_no, a.name, a.model, a.class_code, a.card_kind, a.quantity, "
          "a.unit_of_measure, v.original_fen, a.use_state, u.id, u.code, u.name, d.id, d.name, d.name, p.id, "
          "p.code, p.name, l.id, l.code, l.name, a.revision, a.acquired_on FROM ";
    constexpr std::string_view kFromCards
        = "registered_asset a JOIN asset_value v ON v.asset_id = a.id JOIN unit u ON u.id = a.unit_id ";
    constexpr std::string_view kReferences = "LEFT JOIN department d ON d.id = a.department_id "
                                             "LEFT JOIN person p ON p.id = a.user_id "
                                             "LEFT JOIN place l ON l.id = a.place_id WHERE ";
    constexpr std::size_t kFoundColumns = 25;

    struct OrderRule {
        std::string_view column; ///< empty = the order of the ids
        bool isDown;
        std::string_view text;
    };
    constexpr std::array<OrderRule, kCardOrders.size()> kOrderRules {{
        {"", false, " ORDER BY a.id"},
        {"", true, " ORDER BY a.id DESC"},
        {"a.asset_no ", false, " ORDER BY a.asset_no"},
        {"a.asset_no ", true, " ORDER BY a.asset_no DESC"},
        {"a.class_code ", false, " ORDER BY a.class_code, a.id"},
        {"a.class_code ", true, " ORDER BY a.class_code DESC, a.id DESC"},
        {"a.name ", false, " ORDER BY a.name, a.id"},
        {"a.name ", true, " ORDER BY a.name DESC, a.id DESC"},
        {"v.original_fen ", false, " ORDER BY v.original_fen, v.asset_id"},
        {"v.original_fen ", true, " ORDER BY v.original_fen DESC, v.asset_id DESC"},
        {"a.acquired_on ", false, " ORDER BY a.acquired_on, a.id"},
        {"a.acquired_on ", true, " ORDER BY a.acquired_on DESC, a.id DESC"},
        {"u.code ", false, " ORDER BY u.code, a.id"}, // of few cards; the others unit after unit
        {"u.code ", true, " ORDER BY u.code DESC, a.id DESC"},
    }};

    const OrderRule& ruleOf(CardOrder order) { return kOrderRules[static_cast<std::size_t>(order)]; }
    bool isByClass(CardOrder order) { return order == CardOrder::Class || order == CardOrder::ClassDown; }
    bool isByValue(CardOrder order)
    {
        return order == CardOrder::Original || order == CardOrder::OriginalDown;
    }
    bool isByDay(CardOrder order) { return order == CardOrder::Acquired || order == CardOrder::AcquiredDown; }
    bool isByUnit(CardOrder order) { return order == CardOrder::Unit || order == CardOrder::UnitDown; }

    CardSummary readSummary(const Query& row)
    {
        const auto reference = [&](std::size_t column) {
            return Reference {row.integer(column), row.text(column + 1), row.text(column + 2)};
        };
        return {AssetId {row.integer(0)}, row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
            storedToken(kCardKinds, row.text(6)), row.integer(7), row.text(8), Money::fromFen(row.integer(9)),
            parseDate(row.text(24)).value_or(Day {}), storedToken(kUseStates, row.text(10)), reference(11),
            reference(14), reference(17), reference(20), row.integer(23)};
    }

    /// What the list is ordered by of a card.
    CardMark markOf(CardOrder order, const CardSummary& card)
    {
        switch (order) {
        case CardOrder::Oldest:
        case CardOrder::Newest:
            return {"", card.id};
        case CardOrder::Number:
        case CardOrder::NumberDown:
            return {card.assetNo, card.id};
        case CardOrder::Class:
        case CardOrder::ClassDown:
            return {card.classCode, card.id};
        case CardOrder::Name:
        case CardOrder::NameDown:
            return {card.name, card.id};
        case CardOrder::Original:
        case CardOrder::OriginalDown:
            return {std::to_string(card.original.fen()), card.id};
        case CardOrder::Acquired:
        case CardOrder::AcquiredDown:
            return {formatDate(card.acquiredOn), card.id};
        case CardOrder::Unit:
        case CardOrder::UnitDown:
            break;
        }
        return {card.unit.code, card.id};
    }

    /// The same as the store compares it; nullopt when the mark is of another order.
    std::optional<SqlValue> valueOf(CardOrder order, const std::string& text)
    {
        if (!isByValue(order))
            return text.empty() || (isByDay(order) && !parseDate(text)) ? std::nullopt
                                                                        : std::optional(SqlValue(text));
        std::int64_t fen = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), fen);
        return !text.empty() && error == std::errc {} && end == text.data() + text.size()
            ? std::optional(SqlValue(fen))
            : std::nullopt;
    }

    bool isAscii(std::string_view text)
    {
        return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
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
    out.names = m_names.matching(SearchNames::Kind::Card, text, kMostMeanings);
    const std::string key = searchKey(text);
    const auto holders = m_names.matching(SearchNames::Kind::Holder, text, kMostMeanings);
    Query people(m_session);
    people.add("SELECT p.id FROM registered_person p WHERE p.code = ", key);
    people.add(ScopeCondition(m_scope, "p.unit_id"));
    out.people = ids(people);
    if (!holders.empty()) {
        Query named(m_session);
        named.add("SELECT p.id FROM registered_person p WHERE p.name IN ").addList(holders);
        named.add(ScopeCondition(m_scope, "p.unit_id")).add(" LIMIT ", std::int64_t {kMostMeanings});
        const auto some = ids(named);
        out.people.insert(out.people.end(), some.begin(), some.end());
        Query places(m_session);
        places.add("SELECT p.id FROM registered_place p WHERE p.name IN ").addList(holders);
        places.add(ScopeCondition::ofPlaces(m_scope, "p")).add(" LIMIT ", std::int64_t {kMostMeanings});
        out.places = ids(places);
    }
    if (const auto codes = m_names.matching(SearchNames::Kind::Code, text, kMostMeanings); !codes.empty()) {
        Query places(m_session);
        places.add("SELECT p.id FROM registered_place p WHERE p.code IN ").addList(codes);
        places.add(ScopeCondition::ofPlaces(m_scope, "p")).add(" LIMIT ", std::int64_t {kMostMeanings});
        const auto coded = ids(places);
        out.places.insert(out.places.end(), coded.begin(), coded.end());
    }
    return out;
}

namespace {

    struct Bearing {
        std::string_view column;
        /// With nothing that an index could be entered by: who walks means to walk, and either store would
        /// rather gather and sort everything that hundreds of values lead to.
        std::string_view walked;
    };
    constexpr Bearing kName {"name", "COALESCE(a.name, '')"};
    constexpr Bearing kUser {"user_id", "a.user_id + 0"};
    constexpr Bearing kKeeper {"keeper_id", "a.keeper_id + 0"};
    constexpr Bearing kPlace {"place_id", "a.place_id + 0"};

    /// What is borne, and how, where anything is.
    template <class Meaning, class Do> void forEachBearing(const Meaning& meaning, const Do& act)
    {
        if (!meaning.names.empty())
            act(kName, meaning.names);
        if (!meaning.people.empty()) {
            act(kUser, meaning.people);
            act(kKeeper, meaning.people);
        }
        if (!meaning.places.empty())
            act(kPlace, meaning.places);
    }

} // namespace

bool SociCardSearch::isBorneByFew(const Meaning& meaning)
{
    std::int64_t cards = 0;
    forEachBearing(meaning, [&](const Bearing& bearing, const auto& values) {
        if (cards > kMostGathered)
            return;
        Query query(m_session);
        query.add("SELECT COUNT(*) FROM (SELECT id FROM asset WHERE ").add(bearing.column);
        query.add(" IN ").addList(values).add(" LIMIT ", kMostGathered + 1 - cards).add(") borne");
        if (query.next(1))
            cards += query.integer(0);
    });
    return cards <= kMostGathered;
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
        query.add(kSelectFound).add(kFromCards).add(kReferences).add(column).addList(numbers);
        addConditions(query, filter, narrowed);
        query.add(" ORDER BY a.id LIMIT ", std::int64_t {limit} - static_cast<std::int64_t>(out.size()));
        while (query.next(kFoundColumns)) {
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

void SociCardSearch::addText(Query& query, const Sought& sought)
{
    const std::string& text = sought.filter.text;
    const Meaning& meaning = sought.meaning;
    query.add(" AND a.asset_no NOT IN ").addList(sought.numbers);
    query.add(" AND COALESCE(a.legacy_no, '') NOT IN ").addList(sought.numbers);
    if (sought.areFew)
        return;
    std::string_view separator = " AND (";
    forEachBearing(meaning, [&](const Bearing& bearing, const auto& values) {
        query.add(separator).add(bearing.walked).add(" IN ").addList(values);
        separator = " OR ";
    });
    if (isAscii(text)) {
        const std::string key = searchKey(text);
        query.add(separator).add("INSTR(a.asset_no, ", key).add(") > 0 OR INSTR(a.serial_no, ", key);
        query.add(") > 0 OR INSTR(a.serial_no, ", normalized(text)).add(") > 0");
    }
    query.add(")");
}

void SociCardSearch::addRun(const Sought& sought, CardOrder order, const std::function<void(Query&)>& start,
    std::size_t most, std::vector<CardSummary>& out)
{
    if (out.size() == most)
        return;
    Query query(m_session);
    const bool isText = !sought.filter.text.empty();
    // The cards by the index of their values: either store would read them all and sort. For a list of which
    // most cards are part, since each entry of the index is looked at until a page is full.
    const bool isFromValues = isByValue(order) && sought.filter.classPrefix.empty()
        && sought.narrowed.user == 0 && sought.narrowed.place == 0 && !isOfOneUnit(sought.narrowed);
    const std::string_view join = joinInThisOrder(m_session.dialect());
    query.add(kSelectFound);
    if (sought.areFew) {
        std::string_view separator = "(";
        forEachBearing(sought.meaning, [&](const Bearing& bearing, const auto& values) {
            query.add(separator).add("SELECT id FROM asset WHERE ").add(bearing.column).add(" IN ");
            query.addList(values);
            separator = " UNION ";
        });
        query.add(") borne").add(join).add("registered_asset a ON a.id = borne.id ");
        query.add("JOIN asset_value v ON v.asset_id = a.id JOIN unit u ON u.id = a.unit_id ");
    } else if (isFromValues) {
        query.add("asset_value v").add(join).add("registered_asset a ON a.id = v.asset_id").add(join);
        query.add("unit u ON u.id = a.unit_id ");
    } else if (isText) {
        query.add("registered_asset a").add(join).add("asset_value v ON v.asset_id = a.id").add(join);
        query.add("unit u ON u.id = a.unit_id ");
    } else
        query.add(kFromCards);
    query.add(kReferences);
    start(query);
    addConditions(query, sought.filter, sought.narrowed);
    if (isText)
        addText(query, sought);
    query.add(ruleOf(order).text).add(" LIMIT ", static_cast<std::int64_t>(most - out.size()));
    while (query.next(kFoundColumns))
        out.push_back(readSummary(query));
}

Result<std::vector<CardSummary>> SociCardSearch::read(
    const Sought& sought, CardOrder order, const std::optional<CardMark>& after, std::size_t most)
{
    std::vector<CardSummary> out;
    if (!after || after->id.value == 0) {
        addRun(
            sought, order, [](Query& query) { query.add("1 = 1"); }, most, out);
        return out;
    }
    const OrderRule& rule = ruleOf(order);
    const std::string_view beyond = rule.isDown ? "< " : "> ";
    const std::string_view id = isByValue(order) ? "v.asset_id " : "a.id ";
    if (rule.column.empty()) {
        addRun(
            sought, order, [&](Query& query) { query.add(id).add(beyond, after->id.value); }, most, out);
        return out;
    }
    const auto value = valueOf(order, after->value);
    if (!value)
        return fail(ErrorCode::InvalidArgument, "request.after");
    // The rest of those that are the same, then the others: thousands may be of one name, and neither store
    // enters an index in the midst of them when both are asked for at once.
    addRun(
        sought, order,
        [&](Query& query) {
            query.add(rule.column).add("= ", *value).add(" AND ").add(id).add(beyond, after->id.value);
        },
        most, out);
    addRun(
        sought, order, [&](Query& query) { query.add(rule.column).add(beyond, *value); }, most, out);
    return out;
}

Result<std::vector<CardSummary>> SociCardSearch::readByUnit(
    Sought sought, const std::optional<CardMark>& after, std::size_t most)
{
    const bool isDown = ruleOf(sought.filter.order).isDown;
    const CardOrder order = isDown ? CardOrder::Newest : CardOrder::Oldest; // within a unit
    const bool isBehind = after && after->id.value != 0;
    Query units(m_session);
    units.add("SELECT u.id, u.code FROM unit u WHERE ");
    if (isBehind)
        units.add(isDown ? "u.code <= " : "u.code >= ", after->value);
    else
        units.add("1 = 1");
    units.add(ScopeCondition(m_scope, "u.id"));
    if (sought.narrowed.unit != 0)
        units.add(" AND u.id = ", sought.narrowed.unit);
    units.add(isDown ? " ORDER BY u.code DESC" : " ORDER BY u.code");
    std::vector<std::pair<std::int64_t, std::string>> all;
    while (units.next(2))
        all.emplace_back(units.integer(0), units.text(1));

    std::vector<CardSummary> out;
    for (const auto& [unit, code] : all) {
        sought.narrowed.unit = unit;
        auto some
            = read(sought, order, isBehind && code == after->value ? after : std::nullopt, most - out.size());
        if (!some)
            return some;
        std::move(some->begin(), some->end(), std::back_inserter(out));
        if (out.size() == most)
            break;
    }
    return out;
}

Result<CardPage> SociCardSearch::find(
    const CardFilter& filter, const std::optional<CardMark>& after, int limit)
{
    const auto narrowed = narrow(filter);
    if (!narrowed)
        return fail(narrowed.error());
    if (isByClass(filter.order) && !isOfOneUnit(*narrowed))
        return fail(ErrorCode::InvalidArgument, "card.sort_unit");
    CardPage page;
    const bool hasText = !filter.text.empty();
    if (hasText && !after)
        page.cards = numbered(filter, *narrowed, limit);
    if (hasText && characterCount(normalized(filter.text)) < kShortestText)
        return page;

    Sought sought {filter, *narrowed};
    if (hasText) {
        sought.numbers = {assetNoOf(filter.text), normalized(filter.text)};
        sought.meaning = meaningOf(filter.text);
        // Where nobody and nothing is called so, only part of a number is left; those are not written in
        // Chinese.
        if (!isAscii(filter.text)) {
            if (sought.meaning.isEmpty())
                return page;
            sought.areFew = isBorneByFew(sought.meaning);
        }
    }
    const std::size_t room = static_cast<std::size_t>(limit) - page.cards.size();
    auto found = isByUnit(filter.order) && !sought.areFew ? readByUnit(sought, after, room + 1)
                                                          : read(sought, filter.order, after, room + 1);
    if (!found)
        return fail(found.error());
    if (found->size() > room) {
        found->pop_back();
        page.next = found->empty() ? after.value_or(CardMark {}) : markOf(filter.order, found->back());
    }
    std::move(found->begin(), found->end(), std::back_inserter(page.cards));
    return page;
}

} // namespace guanwu
