#pragma once

#include "tests/contract/book_fixture.h"

#include <algorithm>

namespace guanwu::test {

inline FixtureCard desktop(const std::string& number, const std::string& from = "2022-03")
{
    return {number, "A02010105", "台式计算机", "5000.00", 72, from};
}

/// Units 1 and 3, each with a desktop from March 2022.
struct TwoUnits : Books {
    explicit TwoUnits(const std::string& name)
        : Books(name)
    {
        add(3, desktop("TY2022000003"));
    }
    /// As a transfer that is closed leaves it.
    void move(AssetId asset, std::int64_t from, std::int64_t to, const std::string& on)
    {
        insertRow(*session, "asset_exit",
            {{"asset_id", asset.value}, {"document_id", ++m_document}, {"unit_id", from}, {"to_unit_id", to},
                {"left_on", on}, {"way", std::string("allocate_free")},
                {"original_fen", std::int64_t {500000}}, {"accumulated_fen", std::int64_t {0}}});
        set(asset, "unit_id", to);
    }
    /// As a disposal that is closed leaves it.
    void dispose(AssetId asset, std::int64_t from, const std::string& on)
    {
        insertRow(*session, "asset_exit",
            {{"asset_id", asset.value}, {"document_id", ++m_document}, {"unit_id", from},
                {"to_unit_id", SqlValue()}, {"left_on", on}, {"way", std::string("scrap")},
                {"original_fen", std::int64_t {500000}}, {"accumulated_fen", std::int64_t {0}}});
        set(asset, "use_state", std::string("written_off"));
    }
    Error refused(const std::string& through, std::int64_t unit, const std::string& opening = {})
    {
        DepreciationPosting::Request request {monthOf(through), {}, {UnitId {unit}}, "caiwu01", Instant {}};
        if (!opening.empty())
            request.opening = monthOf(opening);
        const auto posted = DepreciationPosting(*session, Scope::ofUnit(UnitId {unit})).run(request, {});
        return posted ? Error {} : posted.error();
    }
    std::vector<PostedMonth> postAlone(
        std::int64_t unit, const std::string& through, const std::string& opening = {})
    {
        const auto out = post(through, opening, {}, Scope::ofUnit(UnitId {unit}));
        for (const PostedMonth& month : out) {
            CAPTURE(unit, formatMonth(month.month));
            CHECK(month.unit == UnitId {unit});
            CHECK(month.ties());
        }
        return out;
    }
    [[nodiscard]] bool has(std::int64_t unit, const std::string& month, const std::string& assetNo)
    {
        const auto all = lines(unit, month);
        return std::any_of(
            all.begin(), all.end(), [&](const PostedLine& line) { return line.assetNo == assetNo; });
    }

    AssetId moved = add(1, desktop("TY2022000001"));

private:
    std::int64_t m_document = 0;
};

} // namespace guanwu::test
