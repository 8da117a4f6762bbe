#pragma once

#include "schema/bulk/bulk.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace guanwu {

enum class ColumnKind : std::uint8_t { Integer, Text };

/// Rows of a stream that is over, in one piece of memory, read again as a stream. As objects with their texts
/// they would take five times as much, and the thread that reads would be the one that makes them.
class RowCopies {
public:
    static constexpr std::size_t kMostColumns = 20;

    /// Copies the columns of the row, from its first one on. Integers are never NULL.
    void add(const RowStream& row, std::span<const ColumnKind> columns);

    /// Goes over the copies. They must outlive it and not be added to meanwhile.
    class Reader final : public RowStream {
    public:
        Reader(const RowCopies& copies, std::span<const ColumnKind> columns)
            : m_rest(copies.m_bytes)
            , m_columns(columns)
        {
        }
        bool next() override;
        [[nodiscard]] bool isNull(int column) const override { return cell(column).isNull; }
        [[nodiscard]] std::int64_t integer(int column) const override { return cell(column).integer; }
        [[nodiscard]] std::string_view text(int column) const override { return cell(column).text; }

    private:
        struct Cell {
            std::string_view text;
            std::int64_t integer = 0;
            bool isNull = false;
        };
        [[nodiscard]] const Cell& cell(int column) const
        {
            return m_cells.at(static_cast<std::size_t>(column));
        }
        std::int64_t take();

        std::string_view m_rest;
        std::span<const ColumnKind> m_columns;
        std::array<Cell, kMostColumns> m_cells {};
    };

private:
    void put(std::int64_t value);

    std::string m_bytes; ///< integers as seven bits a byte, a text as 1 + its size and its bytes, 0 = NULL
};

} // namespace guanwu
