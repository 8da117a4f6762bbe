#pragma once

#include "core/cards/registered_card.h"
#include "core/registers/register_kind.h"
#include "core/values/ids.h"
#include "core/values/instant.h"

#include <map>
#include <string>
#include <vector>

namespace guanwu {

using RegisterEntryId = Id<struct RegisterEntryIdTag>;

/// A row of a register. What its fields mean stands in its RegisterType; here they are canonical texts by
/// token, and a field without a value is not there.
struct RegisterEntry {
    RegisterEntryId id;
    RegisterKind kind = RegisterKind::Gifts;
    std::string type;
    std::string entryNo; ///< LP-2026-000001: given once, never again
    RegisterEntryId parent; ///< 0 = none
    std::string parentNo;
    Reference unit; ///< id 0 = of a body outside the registry
    Reference department;
    std::string state;
    std::int64_t revision = 1;
    std::map<std::string, std::string, std::less<>> values;

    /// Empty when the field holds nothing.
    [[nodiscard]] std::string text(std::string_view field) const
    {
        const auto found = values.find(field);
        return found == values.end() ? std::string() : found->second;
    }
    /// nullopt when the field holds no day.
    [[nodiscard]] std::optional<Day> day(std::string_view field) const;
    [[nodiscard]] std::optional<Money> money(std::string_view field) const;
    [[nodiscard]] std::int64_t whole(std::string_view field) const; ///< 0 when it holds nothing
    /// An empty text clears it.
    void set(std::string_view field, std::string value);
    [[nodiscard]] bool isVoid() const { return state == "void"; }

    bool operator==(const RegisterEntry&) const = default;
};

enum class RegisterEventKind : std::uint8_t { Created, Changed, Stepped, Read };

inline constexpr TokenTable<RegisterEventKind, 4> kRegisterEventKinds {{
    {RegisterEventKind::Created, "created", "登记", "Entered"},
    {RegisterEventKind::Changed, "changed", "更正", "Changed"},
    {RegisterEventKind::Stepped, "stepped", "办理", "Step"},
    {RegisterEventKind::Read, "read", "查阅", "Read"},
}};
static_assert(isDense(kRegisterEventKinds));

/// Something that happened to an entry. Kept for ever; never changed.
struct RegisterEvent {
    std::int64_t id = 0; ///< grows with time
    RegisterEventKind kind = RegisterEventKind::Changed;
    std::string step; ///< of a step
    std::string state; ///< after it
    Instant at {};
    std::string actor; ///< login
    std::string reason;
    std::int64_t revision = 0; ///< of the entry after it
    std::vector<FieldDifference> fields;
};

} // namespace guanwu
