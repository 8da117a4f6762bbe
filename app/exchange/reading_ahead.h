#pragma once

#include "app/exchange/tables/table_reader.h"

#include <future>
#include <string>
#include <utility>

namespace guanwu {

/// Reads another table some rows ahead on a thread of its own: one core decodes while the other checks.
/// Memory holds two batches of rows.
class ReadingAhead final : public TableReader {
public:
    explicit ReadingAhead(std::unique_ptr<TableReader> source);

    [[nodiscard]] Result<bool> next(TableRow& row) override;
    [[nodiscard]] std::uint64_t bytesRead() const override { return m_batch.bytesRead; }
    [[nodiscard]] std::uint64_t bytesTotal() const override { return m_bytesTotal; }
    [[nodiscard]] std::string otherSheets() const override { return m_source->otherSheets(); }

private:
    struct Batch {
        std::string text; ///< the cells one after the other
        std::vector<std::size_t> cellEnds;
        std::vector<std::pair<std::int64_t, std::size_t>> rows; ///< number, and how many cells
        Result<bool> more = true; ///< whether, behind the rows, there is anything left
        std::uint64_t bytesRead = 0;
    };
    static Batch readBatch(TableReader& source);

    std::unique_ptr<TableReader> m_source; ///< the thread's while m_next is on its way
    std::uint64_t m_bytesTotal;
    Batch m_batch;
    std::size_t m_row = 0, m_cell = 0; ///< next of m_batch
    std::future<Batch> m_next; ///< last member: its end is awaited before the others go
};

} // namespace guanwu
