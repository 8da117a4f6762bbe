#pragma once

#include "core/inventory/inventory_service.h"
#include "schema/inventory/soci_inventory_store.h"
#include "tests/contract/back_ends.h"

#include <catch2/catch.hpp>

namespace guanwu::test {

inline constexpr Instant kCountTime = std::chrono::sys_days(std::chrono::year(2022) / 11 / 1);
inline constexpr auto kQuietly = [](auto, auto) {};

/// A registry with two units and a few cards each, and a task over them that is being counted.
struct Campaign {
    explicit Campaign(const std::string& backEndName)
        : backEnd(backEndName)
        , session(backEnd.connectMigrated())
        , store(*session, Scope::everything())
        , service(store, [] { return kCountTime; })
    {
        BulkTransaction piece(session->bulk());
        const auto units = session->bulk().writer("unit",
            "id, code, name, org_type, organ_level, division, posts_established, posts_filled, in_inventory");
        for (const auto& [id, code] : {std::pair {1, "U001"}, {2, "U002"}}) {
            units->integer(id);
            units->text(code);
            units->text("单位");
            units->text("administrative");
            units->text("municipal");
            units->text("431200");
            units->integer(10);
            units->integer(9);
            units->integer(1);
            units->endRow();
        }
        units->flush();
        piece.commit();
    }
    void addCards(std::int64_t unit, std::int64_t firstId, int count, const char* acquiredOn = "2020-05-01")
    {
        BulkTransaction piece(session->bulk());
        const auto cards = session->bulk().writer("asset",
            "id, asset_no, legacy_no, unit_id, using_unit_id, card_kind, "
            "class_edition, class_code, name, quantity, acquired_on, "
            "acquisition_method, use_state");
        const auto values = session->bulk().writer("asset_value",
            "asset_id, original_fen, life_months, depreciation_base_fen, "
            "depreciation_from, depreciation_months, "
            "depreciation_opening_fen");
        for (std::int64_t i = 0; i < count; ++i) {
            const std::string no = number(firstId + i);
            const std::string legacy = "OLD-" + std::to_string(firstId + i);
            cards->integer(firstId + i);
            cards->text(no);
            cards->text(legacy);
            cards->integer(unit);
            cards->integer(unit);
            cards->text("equipment");
            cards->text("2022");
            cards->text("A02010105");
            cards->text("台式计算机");
            cards->integer(1);
            cards->text(acquiredOn);
            cards->text("purchase");
            cards->text("in_use");
            cards->endRow();
            values->integer(firstId + i);
            values->integer(500000 + i);
            values->integer(72);
            values->integer(500000 + i);
            values->integer(2020 * 12 + 4);
            values->integer(72);
            values->integer(0);
            values->endRow();
        }
        cards->flush();
        values->flush();
        piece.commit();
    }
    void startCounting()
    {
        InventoryTask draft;
        draft.taskNo = "QC2022";
        draft.name = "清查";
        draft.baseDate = std::chrono::year(2022) / 9 / 30;
        const std::vector<UnitId> units {UnitId {1}, UnitId {2}};
        REQUIRE(service.create(draft, units));
        REQUIRE(service.issue("QC2022"));
        REQUIRE(service.freeze("QC2022", [](auto, auto) {}));
        task = store.findTask("QC2022").value();
    }
    [[nodiscard]] CountSheet sheet(const std::string& unit)
    {
        for (const CountSheet& candidate : store.sheets(task.id))
            if (candidate.unitCode == unit)
                return candidate;
        FAIL("no sheet");
        return {};
    }
    static std::string number(std::int64_t id)
    {
        const std::string digits = std::to_string(id);
        return "TY2020" + std::string(6 - digits.size(), '0') + digits;
    }
    [[nodiscard]] IncomingEvent seen(
        std::int64_t seq, const std::string& code, const std::string& unit = "U001")
    {
        IncomingEvent incoming;
        incoming.event.eventId = "01932c5e-7b1a-7c3e-9f00-"
            + std::string(12 - std::to_string(seq).size(), '0') + std::to_string(seq);
        incoming.event.installId = unit == "U001" ? "install-a" : "install-b";
        incoming.event.seq = seq;
        incoming.event.at = kCountTime + std::chrono::minutes(seq);
        incoming.event.actor = "clerk01";
        incoming.event.unit = unit;
        incoming.event.code = code;
        incoming.sheet = sheet(unit).id;
        return incoming;
    }

    BackEnd backEnd;
    std::unique_ptr<Session> session;
    SociInventoryStore store;
    InventoryService service;
    InventoryTask task;
};

} // namespace guanwu::test
