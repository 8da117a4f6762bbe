#pragma once

#include "core/registry/asset_card.h"
#include "core/registry/card_rules.h"
#include "core/rules/depreciation.h"
#include "core/values/instant.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guanwu {

/// Something a card points at, as people know it.
struct Reference {
    std::int64_t id = 0; ///< 0 = none
    std::string code; ///< a department has none: its name stands for it
    std::string name;

    bool operator==(const Reference&) const = default;
};

/// A card of the registry with what it points at. Not to be confused with AssetCard, which knows ids only.
struct RegisteredCard {
    AssetCard card;
    Reference unit;
    Reference usingUnit;
    Reference rightHolder;
    Reference managingDepartment;
    Reference department; ///< which uses it
    Reference user;
    Reference keeper;
    Reference place;
    OrgType orgType = OrgType::Administrative; ///< of the unit
    CardSource source = CardSource::Entered;
    DepreciationSchedule schedule;
    std::optional<Day> leftOn; ///< when its card was removed from the books; its month takes no depreciation
};

/// A field, by its token, and what it is to hold; an empty text clears it. References are given by code, a
/// department by name.
struct FieldValue {
    std::string field;
    std::string value;

    bool operator==(const FieldValue&) const = default;
};

/// What became of a field. The names are those that references had then.
struct FieldDifference {
    std::string field;
    std::string before;
    std::string after;
    std::string beforeName;
    std::string afterName;

    bool operator==(const FieldDifference&) const = default;
};

enum class CardEventKind : std::uint8_t { Created, Changed, Attached };

inline constexpr TokenTable<CardEventKind, 3> kCardEventKinds {{
    {CardEventKind::Created, "created", "新增", "Created"},
    {CardEventKind::Changed, "changed", "变动", "Changed"},
    {CardEventKind::Attached, "attached", "附件", "Attached"},
}};
static_assert(isDense(kCardEventKinds));

/// Something that happened to a card. Kept for ever; never changed.
struct CardEvent {
    std::int64_t id = 0; ///< made by the store, grows with time
    CardEventKind kind = CardEventKind::Changed;
    Instant at {};
    std::string actor; ///< login
    std::string reason;
    std::int64_t change = 0; ///< the bulk change it was part of, 0 = none
    std::int64_t revision = 0; ///< of the card after it
    std::vector<FieldDifference> fields;
};

} // namespace guanwu
