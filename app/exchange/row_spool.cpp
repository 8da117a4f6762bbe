#include "app/exchange/row_spool.h"

#include "schema/connection/storage_error.h"

#include <cstring>
#include <utility>

namespace guanwu {

namespace {

    // In the file a row is its length in 4 bytes, then the table in one, then for each column 'i' + 8 bytes,
    // 't' + 4 bytes length + bytes, or 'n'.
    using RowLength = std::uint32_t;
    using TextLength = std::uint32_t;

    constexpr std::size_t kBlockBytes = 1 << 20;

    class SpoolReader {
    public:
        explicit SpoolReader(std::FILE* file)
            : m_file(file)
        {
        }
        /// Reads the next row and tells its table. What is handed out of it lives until the next one.
        std::size_t nextRow()
        {
            RowLength length = 0;
            read(&length, sizeof length);
            m_row.resize(length);
            read(m_row.data(), length);
            m_position = 0;
            return static_cast<std::size_t>(take(1)[0]);
        }
        /// The id that the row begins with; does not move on.
        [[nodiscard]] std::int64_t firstId() const
        {
            std::int64_t id = 0;
            std::memcpy(&id, m_row.data() + 2, sizeof id); // behind the table and an 'i'
            return id;
        }
        [[nodiscard]] bool atRowEnd() const { return m_position == m_row.size(); }
        std::string_view take(std::size_t size)
        {
            if (m_row.size() - m_position < size)
                failed();
            m_position += size;
            return std::string_view(m_row).substr(m_position - size, size);
        }
        template <class Number> Number takeNumber()
        {
            Number value {};
            std::memcpy(&value, take(sizeof value).data(), sizeof value);
            return value;
        }
        [[noreturn]] static void failed()
        {
            throw StorageError("the temporary file of the import cannot be read back");
        }

    private:
        void read(void* data, std::size_t size)
        {
            if (std::fread(data, 1, size, m_file) != size)
                failed();
        }

        std::FILE* m_file;
        std::string m_row;
        std::size_t m_position = 0;
    };

    using ReplacedTexts = std::vector<std::pair<std::size_t, std::string>>;

    const std::string* replacedText(const ReplacedTexts* texts, std::size_t column)
    {
        if (texts)
            for (const auto& [replaced, text] : *texts)
                if (replaced == column)
                    return &text;
        return nullptr;
    }

    void skipCell(SpoolReader& in)
    {
        const char kind = in.take(1)[0];
        if (kind == 'i')
            in.takeNumber<std::int64_t>();
        else if (kind == 't')
            in.take(in.takeNumber<TextLength>());
    }

    void copyCell(SpoolReader& in, RowWriter& out)
    {
        switch (in.take(1)[0]) {
        case 'i':
            return out.integer(in.takeNumber<std::int64_t>());
        case 't':
            return out.text(in.take(in.takeNumber<TextLength>()));
        case 'n':
            return out.null();
        default:
            SpoolReader::failed();
        }
    }

} // namespace

RowSpool::RowSpool()
    : m_file(std::tmpfile())
{
    if (!m_file)
        throw StorageError("no temporary file for the import");
}

void RowSpool::target(std::size_t table)
{
    m_rowStart = m_block.size();
    putNumber(RowLength {0}); // known at the end of the row
    m_block += static_cast<char>(table);
}

void RowSpool::integer(std::int64_t value)
{
    m_block += 'i';
    putNumber(value);
}

void RowSpool::text(std::string_view value)
{
    m_block += 't';
    putNumber(static_cast<TextLength>(value.size()));
    m_block += value;
}

void RowSpool::endRow()
{
    const auto length = static_cast<RowLength>(m_block.size() - m_rowStart - sizeof(RowLength));
    std::memcpy(m_block.data() + m_rowStart, &length, sizeof length);
    ++m_rows;
    if (m_block.size() >= kBlockBytes)
        writeBlock();
}

void RowSpool::replaceTexts(
    std::size_t table, std::int64_t id, std::vector<std::pair<std::size_t, std::string>> texts)
{
    m_replacedTable = table;
    m_replaced[id] = std::move(texts);
}

/// On a thread of its own: the kernel copies while the next rows are checked.
void RowSpool::writeBlock()
{
    if (m_writing.valid())
        m_writing.get();
    m_writing = std::async(std::launch::async, [file = m_file.get(), block = std::exchange(m_block, {})] {
        if (std::fwrite(block.data(), 1, block.size(), file) != block.size())
            throw StorageError("the temporary file of the import cannot be written");
    });
    m_block.reserve(kBlockBytes + kBlockBytes / 4);
}

void RowSpool::loadInto(
    Bulk& bulk, std::span<const TargetTable> tables, const std::function<void(std::int64_t)>& pieceDone)
{
    writeBlock();
    m_writing.get();
    if (std::fflush(m_file.get()) != 0 || std::fseek(m_file.get(), 0, SEEK_SET) != 0)
        throw StorageError("the temporary file of the import cannot be written");
    std::vector<std::unique_ptr<RowWriter>> writers;
    for (const TargetTable& table : tables)
        writers.push_back(bulk.writer(table.name, table.columns));

    SpoolReader in(m_file.get());
    std::int64_t loaded = 0;
    while (loaded < m_rows) {
        BulkTransaction piece(bulk);
        for (int inPiece = 0; inPiece < kPieceRows && loaded < m_rows; ++inPiece, ++loaded) {
            const std::size_t table = in.nextRow();
            RowWriter& writer = *writers[table];
            const auto replaced = m_replaced.empty() || table != m_replacedTable
                ? m_replaced.end()
                : m_replaced.find(in.firstId());
            const ReplacedTexts* texts = replaced == m_replaced.end() ? nullptr : &replaced->second;
            for (std::size_t column = 0; !in.atRowEnd(); ++column)
                if (const std::string* text = replacedText(texts, column)) {
                    skipCell(in);
                    writer.text(*text);
                } else {
                    copyCell(in, writer);
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
