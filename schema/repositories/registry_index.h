#pragma once

#include "core/access/scope.h"
#include "core/values/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guanwu {

class Session;

/// One row of a small table that everything else points at.
struct RegistryEntry {
    std::int64_t id = 0;
    std::string code;
    std::string name;
    std::int64_t unit = 0; ///< owning unit, 0 = none
    std::int64_t parent = 0; ///< supervising unit, or the place around a place, 0 = none
    std::string kind; ///< org_type of a unit, kind of a place
};

/// The units, departments, people or places of the registry, held whole, found by id, code or name.
class IndexedTable {
public:
    void add(RegistryEntry entry);
    [[nodiscard]] const RegistryEntry* byId(std::int64_t id) const;
    [[nodiscard]] const RegistryEntry* byCode(std::string_view code) const;
    /// The one entry of the unit with this name; null when there is none or more than one: nothing is
    /// guessed.
    [[nodiscard]] const RegistryEntry* byName(std::int64_t unit, std::string_view name) const;
    /// "" for id 0 and for unknown ids.
    [[nodiscard]] const std::string& codeOf(std::int64_t id) const;
    [[nodiscard]] const std::string& nameOf(std::int64_t id) const;
    [[nodiscard]] const std::vector<RegistryEntry>& entries() const { return m_entries; }

private:
    /// Lets a text be looked up without making a string of it.
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view> {}(text); }
    };
    using TextIndex = std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>>;

    std::vector<RegistryEntry> m_entries;
    std::unordered_map<std::int64_t, std::size_t> m_byId;
    TextIndex m_byCode;
    TextIndex m_byName; ///< npos = ambiguous
};

/// Units, departments (code = name), people and places within a scope, loaded once for a job over many cards.
struct RegistryIndex {
    IndexedTable units;
    IndexedTable departments;
    IndexedTable people;
    IndexedTable places;

    [[nodiscard]] static RegistryIndex load(Session& session, const Scope& scope);
};

/// The units of the scope that take part in inventories, by code.
[[nodiscard]] std::vector<UnitId> unitsInInventory(Session& session, const Scope& scope);

} // namespace guanwu
