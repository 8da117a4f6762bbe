#pragma once

#include "core/registry/asset_codes.h"
#include "core/values/calendar.h"
#include "schema/books/book_changes.h"
#include "schema/books/book_reader.h"
#include "schema/books/depreciation_posting.h"
#include "schema/connection/column_types.h"
#include "tests/contract/small_registry.h"

#include <catch2/catch.hpp>

namespace guanwu::test {

inline std::chrono::year_month monthOf(std::string_view text) { return parseMonth(text).value(); }
inline Money yuanOf(std::string_view text) { return Money::parseYuan(text).value(); }

struct FixtureCard {
    std::string assetNo;
    std::string classCode;
    std::string name;
    std::string original;
    std::int32_t life = 0;
    std::string from; ///< month of booking
};

/// The ten cards of the worked example (reports 12).
inline const std::vector<FixtureCard>& workedExample()
{
    static const std::vector<FixtureCard> cards {
        {"FW2010000001", "A01010100", "办公楼", "12345678.90", 600, "2010-06"},
        {"TY2022000001", "A02010105", "台式计算机", "5000.00", 72, "2022-03"},
        {"TY2021000007", "A02010108", "便携式计算机", "6800.00", 72, "2021-11"},
        {"CL2021000001", "A02030501", "轿车", "179800.00", 96, "2021-11"},
        {"TY2019000001", "A02020100", "复印机", "34999.00", 72, "2019-01"},
        {"TY2014000001", "A02010105", "旧台式计算机", "4200.00", 72, "2014-04"},
        {"TY2016000003", "A02021003", "打印机", "3200.00", 72, "2016-07"},
        {"TS2018000001", "A04010100", "图书", "3000.00", 0, "2018-05"},
        {"JJ2020000001", "A05010301", "办公椅", "799.99", 180, "2020-12"},
        {"JJ2015000002", "A05010201", "办公桌", "1500.00", 180, "2015-05"},
    };
    return cards;
}

/// As an import leaves it.
inline AssetId addCard(
    Session& session, std::int64_t unit, const FixtureCard& card, const std::string& acquisition = "purchase")
{
    const std::int64_t id = session.newId();
    const Money original = yuanOf(card.original);
    insertRow(session, "asset",
        {{"id", id}, {"asset_no", card.assetNo}, {"unit_id", unit}, {"using_unit_id", unit},
            {"card_kind", std::string(tokenRow(kCardKinds, cardKindOf(card.classCode)).token)},
            {"class_edition", std::string("2022")}, {"class_code", card.classCode}, {"name", card.name},
            {"quantity", std::int64_t {1}}, {"acquired_on", card.from + "-15"},
            {"booked_on", card.from + "-15"}, {"acquisition_method", acquisition},
            {"use_state", std::string("in_use")}});
    insertRow(session, "asset_value",
        {{"asset_id", id}, {"original_fen", original.fen()}, {"life_months", std::int64_t {card.life}},
            {"depreciation_base_fen", original.fen()},
            {"depreciation_from", toMonthColumn(monthOf(card.from))},
            {"depreciation_months", std::int64_t {card.life}},
            {"depreciation_opening_fen", std::int64_t {0}}});
    noteForBooks(session, AssetId {id}, 1);
    return AssetId {id};
}

/// A registry of three units whose books are to be kept.
struct Books : SmallRegistry {
    using SmallRegistry::SmallRegistry;

    AssetId add(std::int64_t unit, const FixtureCard& card, const std::string& acquisition = "purchase")
    {
        return addCard(*session, unit, card, acquisition);
    }
    void addWorkedExample(std::int64_t unit = 1)
    {
        for (const FixtureCard& card : workedExample())
            add(unit, card);
    }
    /// As a use case that changes a card does it.
    void set(AssetId asset, const std::string& column, const SqlValue& value)
    {
        Query(*session)
            .add("UPDATE asset SET revision = revision + 1, ")
            .add(column)
            .add(" = ", value)
            .add(" WHERE id = ", asset.value)
            .run();
        std::int64_t revision = 0;
        {
            Query query(*session);
            query.add("SELECT revision FROM asset WHERE id = ", asset.value);
            REQUIRE(query.next(1));
            revision = query.integer(0);
        }
        noteForBooks(*session, asset, revision);
    }
    std::vector<PostedMonth> post(const std::string& through, const std::string& opening = {},
        const std::vector<UnitId>& units = {}, const Scope& scope = Scope::everything())
    {
        std::vector<PostedMonth> out;
        DepreciationPosting::Request request {monthOf(through), {}, units, "caiwu01", Instant {}};
        if (!opening.empty())
            request.opening = monthOf(opening);
        DepreciationPosting::Listener listener;
        listener.month = [&](const PostedMonth& month) { out.push_back(month); };
        const auto posted = DepreciationPosting(*session, scope).run(request, listener);
        REQUIRE(posted);
        CHECK(*posted == static_cast<std::int64_t>(out.size()));
        return out;
    }
    [[nodiscard]] std::vector<PostedLine> lines(std::int64_t unit, const std::string& month)
    {
        std::vector<PostedLine> out;
        PostedLines lines = BookReader(*session, Scope::everything()).lines(UnitId {unit}, monthOf(month));
        for (PostedLine line; lines.next(line);)
            out.push_back(line);
        return out;
    }
    /// The line of a card, which has to be there.
    [[nodiscard]] PostedLine line(std::int64_t unit, const std::string& month, const std::string& assetNo)
    {
        for (const PostedLine& line : lines(unit, month))
            if (line.assetNo == assetNo)
                return line;
        FAIL("no line of " + assetNo + " in " + month);
        return {};
    }
    /// The value table, which the lines are not read from.
    [[nodiscard]] std::vector<std::int64_t> value(AssetId asset)
    {
        Query query(*session);
        query.add(
            "SELECT b.original_fen, b.accumulated_fen, b.months_taken FROM asset_book b JOIN book_entry e "
            "ON e.entry_id = b.entry_id WHERE e.asset_id = ",
            asset.value);
        if (!query.next(3))
            return {};
        return {query.integer(0), query.integer(1), query.integer(2)};
    }
    BookChanges changes {*session, Scope::everything()};
};

} // namespace guanwu::test
