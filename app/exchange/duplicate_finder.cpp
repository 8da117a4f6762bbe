#include "app/exchange/duplicate_finder.h"

#include "schema/connection/storage_error.h"

#include <unordered_map>

namespace guanwu {

namespace {

struct KeyHead {
    std::uint64_t hash;
    std::int64_t row;
    std::uint32_t length;
};

} // namespace

DuplicateFinder::DuplicateFinder()
    : m_file(std::tmpfile())
{
    if (!m_file)
        throw StorageError("no temporary file for the import");
    std::setvbuf(m_file.get(), nullptr, _IOFBF, 1 << 20);
}

void DuplicateFinder::add(std::string_view text, std::int64_t row)
{
    const KeyHead head{std::hash<std::string_view>{}(text), row, static_cast<std::uint32_t>(text.size())};
    if (std::fwrite(&head, sizeof head, 1, m_file.get()) != 1
        || std::fwrite(text.data(), 1, text.size(), m_file.get()) != text.size())
        throw StorageError("the temporary file of the import cannot be written");
    ++m_size;
}

void DuplicateFinder::finish(const std::function<void(const Key&, std::int64_t)>& duplicate,
    const std::function<void(std::span<const Key>)>& part)
{
    const auto passes = static_cast<std::uint64_t>(m_size / kPassKeys + 1);
    for (std::uint64_t pass = 0; pass < passes; ++pass) {
        if (std::fflush(m_file.get()) != 0 || std::fseek(m_file.get(), 0, SEEK_SET) != 0)
            throw StorageError("the temporary file of the import cannot be written");
        std::unordered_map<std::string, std::int64_t> firstRow;
        std::vector<Key> keys;
        KeyHead head{};
        std::string text;
        while (std::fread(&head, sizeof head, 1, m_file.get()) == 1) {
            text.resize(head.length);
            if (std::fread(text.data(), 1, text.size(), m_file.get()) != text.size())
                throw StorageError("the temporary file of the import cannot be read back");
            if (head.hash % passes != pass)
                continue;
            const auto [found, fresh] = firstRow.try_emplace(text, head.row);
            if (fresh)
                keys.push_back({text, head.row});
            else
                duplicate({text, head.row}, found->second);
        }
        if (!keys.empty())
            part(keys);
    }
}

} // namespace guanwu
