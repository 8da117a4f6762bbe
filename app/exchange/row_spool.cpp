#include "app/exchange/row_spool.h"

#include "schema/connection/storage_error.h"

#include <algorithm>
#include <deque>

namespace guanwu {

namespace {

// A row is: 'r' table, then for each column 'i' + 8 bytes, 't' + 4 bytes length + bytes, or 'n'; then 'e'.
class SpoolReader {
public:
    explicit SpoolReader(std::FILE* file)
        : m_file(file)
    {
    }
    /// The next mark, or 0 at the end.
    char mark()
    {
        const int c = std::fgetc(m_file);
        return c == EOF ? '\0' : static_cast<char>(c);
    }
    template <class T>
    T number()
    {
        T value{};
        get(&value, sizeof value);
        return value;
    }
    void get(void* data, std::size_t size)
    {
        if (std::fread(data, 1, size, m_file) != size)
            throw StorageError("the temporary file of the import cannot be read back");
    }

private:
    std::FILE* m_file;
};

} // namespace

RowSpool::RowSpool()
    : m_file(std::tmpfile())
{
    if (!m_file)
        throw StorageError("no temporary file for the import");
    std::setvbuf(m_file.get(), nullptr, _IOFBF, 1 << 20);
}

void RowSpool::put(const void* data, std::size_t size)
{
    if (std::fwrite(data, 1, size, m_file.get()) != size)
        throw StorageError("the temporary file of the import cannot be written");
}

void RowSpool::target(std::size_t table)
{
    const char head[2] = {'r', static_cast<char>(table)};
    put(head, sizeof head);
}

void RowSpool::integer(std::int64_t value)
{
    char cell[1 + sizeof value] = {'i'};
    std::copy_n(reinterpret_cast<const char*>(&value), sizeof value, cell + 1);
    put(cell, sizeof cell);
}

void RowSpool::text(std::string_view value)
{
    const auto size = static_cast<std::uint32_t>(value.size());
    char head[1 + sizeof size] = {'t'};
    std::copy_n(reinterpret_cast<const char*>(&size), sizeof size, head + 1);
    put(head, sizeof head);
    put(value.data(), value.size());
}

void RowSpool::null()
{
    put("n", 1);
}

void RowSpool::endRow()
{
    put("e", 1);
    ++m_rows;
}

void RowSpool::loadInto(Bulk& bulk, std::span<const TargetTable> tables,
    const std::function<void(std::int64_t)>& pieceDone)
{
    if (std::fflush(m_file.get()) != 0 || std::fseek(m_file.get(), 0, SEEK_SET) != 0)
        throw StorageError("the temporary file of the import cannot be written");
    std::vector<std::unique_ptr<RowWriter>> writers;
    for (const TargetTable& table : tables)
        writers.push_back(bulk.writer(table.name, table.columns));

    SpoolReader in(m_file.get());
    std::deque<std::string> texts; // they have to live, and stay, until endRow()
    std::int64_t loaded = 0;
    while (loaded < m_rows) {
        BulkTransaction piece(bulk);
        for (int inPiece = 0; inPiece < kPieceRows && loaded < m_rows; ++inPiece, ++loaded) {
            in.mark();
            RowWriter& writer = *writers[static_cast<std::size_t>(in.mark())];
            std::size_t used = 0;
            for (char mark = in.mark(); mark != 'e'; mark = in.mark()) {
                if (mark == 'i') {
                    writer.integer(in.number<std::int64_t>());
                } else if (mark == 'n') {
                    writer.null();
                } else if (mark == 't') {
                    if (used == texts.size())
                        texts.emplace_back();
                    std::string& text = texts[used++];
                    text.resize(in.number<std::uint32_t>());
                    in.get(text.data(), text.size());
                    writer.text(text);
                } else {
                    throw StorageError("the temporary file of the import cannot be read back");
                }
            }
            writer.endRow();
        }
        for (const auto& writer : writers)
            writer->flush();
        pieceDone(loaded);
        piece.commit();
    }
}

} // namespace guanwu
