#pragma once

#include "core/base/token_table.h"

#include <span>
#include <string_view>

namespace guanwu {

/// What a file of a unit can hold.
enum class ImportKind : std::uint8_t {
    Units,
    People,
    Places,
    Assets,
    Rooms,
    Allocations,
    Certificates,
    Repairs,
    Ledger,
    Occupants,
};

inline constexpr TokenTable<ImportKind, 10> kImportKinds {{
    {ImportKind::Units, "units", "单位", "Units"},
    {ImportKind::People, "people", "人员", "People"},
    {ImportKind::Places, "places", "地点", "Places"},
    {ImportKind::Assets, "assets", "资产", "Assets"},
    {ImportKind::Rooms, "rooms", "房间", "Rooms"},
    {ImportKind::Allocations, "allocations", "办公用房分配", "Office allocations"},
    {ImportKind::Certificates, "certificates", "不动产权证", "Property certificates"},
    {ImportKind::Repairs, "repairs", "维修", "Repairs"},
    {ImportKind::Ledger, "ledger", "总账余额", "Ledger balances"},
    {ImportKind::Occupants, "occupants", "用房使用人", "Occupants of rooms"},
}};
static_assert(isDense(kImportKinds));

/// A column of an import file and of the export with the same name.
struct ColumnSpec {
    std::string_view name; ///< the English heading, contract section 4
    std::string_view
        headings; ///< further headings it goes by, separated by '|', the official Chinese one first
    bool required = false; ///< without it the file is refused before any row is read
    int maxLength = 200; ///< characters, as the store holds
};

/// The columns of a kind, in the order in which they are exported.
[[nodiscard]] std::span<const ColumnSpec> columnsOf(ImportKind kind);

/// Position of a column in columnsOf(kind), at compile time where it matters.
template <std::size_t N>
[[nodiscard]] constexpr int columnIndex(const ColumnSpec (&columns)[N], std::string_view name)
{
    for (std::size_t i = 0; i < N; ++i)
        if (columns[i].name == name)
            return static_cast<int>(i);
    throw "no such column";
}

} // namespace guanwu
