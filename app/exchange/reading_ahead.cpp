#include "app/exchange/reading_ahead.h"

namespace guanwu {

namespace {

    constexpr std::size_t kBatchRows = 2000;
    constexpr std::size_t kBatchBytes = 1 << 20;

} // namespace

ReadingAhead::ReadingAhead(std::unique_ptr<TableReader> source)
    : m_source(std::move(source))
    , m_bytesTotal(m_source->bytesTotal())
    , m_next(std::async(std::launch::async, readBatch, std::ref(*m_source)))
{
}

ReadingAhead::Batch ReadingAhead::readBatch(TableReader& source)
{
    Batch batch;
    TableRow row;
    while (batch.rows.size() < kBatchRows && batch.text.size() < kBatchBytes) {
        batch.more = source.next(row);
        if (!batch.more || !*batch.more)
            break;
        for (const std::string_view cell : row.cells) {
            batch.text += cell;
            batch.cellEnds.push_back(batch.text.size());
        }
        batch.rows.emplace_back(row.row, row.cells.size());
    }
    batch.bytesRead = source.bytesRead();
    return batch;
}

Result<bool> ReadingAhead::next(TableRow& row)
{
    while (m_row == m_batch.rows.size()) {
        if (!m_next.valid())
            return m_batch.more;
        m_batch = m_next.get();
        m_row = 0;
        m_cell = 0;
        if (m_batch.more && *m_batch.more)
            m_next = std::async(std::launch::async, readBatch, std::ref(*m_source));
    }
    const auto [number, cells] = m_batch.rows[m_row++];
    row.row = number;
    row.cells.clear();
    for (std::size_t i = 0; i < cells; ++i, ++m_cell) {
        const std::size_t start = m_cell == 0 ? 0 : m_batch.cellEnds[m_cell - 1];
        row.cells.push_back(std::string_view(m_batch.text).substr(start, m_batch.cellEnds[m_cell] - start));
    }
    return true;
}

} // namespace guanwu
