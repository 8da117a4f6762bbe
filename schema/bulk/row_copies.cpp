#include "schema/bulk/row_copies.h"

namespace guanwu {

namespace {

    constexpr std::uint64_t kSevenBits = 0x7f;
    constexpr std::uint64_t kMore = 0x80;

} // namespace

void RowCopies::put(std::int64_t value)
{
    auto rest = static_cast<std::uint64_t>(value);
    for (; rest > kSevenBits; rest >>= 7)
        m_bytes.push_back(static_cast<char>((rest & kSevenBits) | kMore));
    m_bytes.push_back(static_cast<char>(rest));
}

void RowCopies::add(const RowStream& row, std::span<const ColumnKind> columns)
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int column = static_cast<int>(i);
        if (columns[i] == ColumnKind::Integer) {
            put(row.integer(column));
            continue;
        }
        const std::string_view text = row.text(column);
        if (text.empty() && row.isNull(column)) {
            put(0);
            continue;
        }
        put(static_cast<std::int64_t>(text.size()) + 1);
        m_bytes.append(text);
    }
}

std::int64_t RowCopies::Reader::take()
{
    std::uint64_t value = 0;
    for (int shift = 0;; shift += 7) {
        const auto byte = static_cast<std::uint8_t>(m_rest.front());
        m_rest.remove_prefix(1);
        value |= (byte & kSevenBits) << shift;
        if ((byte & kMore) == 0)
            return static_cast<std::int64_t>(value);
    }
}

bool RowCopies::Reader::next()
{
    if (m_rest.empty())
        return false;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const std::int64_t value = take();
        if (m_columns[i] == ColumnKind::Integer) {
            m_cells[i] = {{}, value, false};
            continue;
        }
        const auto size = static_cast<std::size_t>(value == 0 ? 0 : value - 1);
        m_cells[i] = {m_rest.substr(0, size), 0, value == 0};
        m_rest.remove_prefix(size);
    }
    return true;
}

} // namespace guanwu
