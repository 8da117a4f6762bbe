#include "app/exchange/duplicate_finder.h"

#include "schema/connection/storage_error.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace guanwu {

namespace {

    struct KeyHead {
        std::uint64_t hash;
        std::int64_t row;
        std::int64_t owner;
        std::int64_t item;
        std::uint32_t length;
        std::uint32_t isFixed;
    };

    DuplicateFinder::Key keyOf(const KeyHead& head, const std::string& text)
    {
        return {text, head.row, head.owner, head.item, head.isFixed != 0};
    }

    void writeKey(std::FILE* file, const KeyHead& head, std::string_view text)
    {
        if (std::fwrite(&head, sizeof head, 1, file) != 1
            || std::fwrite(text.data(), 1, text.size(), file) != text.size())
            throw StorageError("the temporary file of the import cannot be written");
    }

    template <class Take> void forEachKey(std::FILE* file, Take take)
    {
        if (std::fflush(file) != 0 || std::fseek(file, 0, SEEK_SET) != 0)
            throw StorageError("the temporary file of the import cannot be written");
        KeyHead head {};
        std::string text;
        while (std::fread(&head, sizeof head, 1, file) == 1) {
            text.resize(head.length);
            if (std::fread(text.data(), 1, text.size(), file) != text.size())
                throw StorageError("the temporary file of the import cannot be read back");
            take(head, text);
        }
    }

    void findIn(
        std::FILE* file, const DuplicateFinder::Duplicate& duplicate, const DuplicateFinder::Part& part)
    {
        // By hash first, which is quick; texts are compared only where two hashes agree.
        std::vector<std::uint64_t> hashes;
        forEachKey(file, [&](const KeyHead& head, const std::string&) { hashes.push_back(head.hash); });
        std::sort(hashes.begin(), hashes.end());
        std::unordered_set<std::uint64_t> repeated;
        for (auto at = hashes.begin(); (at = std::adjacent_find(at, hashes.end())) != hashes.end(); ++at)
            repeated.insert(*at);

        std::unordered_map<std::string, DuplicateFinder::Key> firsts;
        std::vector<DuplicateFinder::Key> keys;
        if (part)
            keys.reserve(hashes.size());
        if (!part && repeated.empty())
            return;
        forEachKey(file, [&](const KeyHead& head, const std::string& text) {
            if (repeated.contains(head.hash)) {
                const auto [found, fresh] = firsts.try_emplace(text, keyOf(head, text));
                if (!fresh)
                    return duplicate(keyOf(head, text), found->second);
            }
            if (part)
                keys.push_back(keyOf(head, text));
        });
        if (!keys.empty())
            part(keys);
    }

} // namespace

DuplicateFinder::File DuplicateFinder::temporaryFile()
{
    File file(std::tmpfile());
    if (!file)
        throw StorageError("no temporary file for the import");
    return file;
}

DuplicateFinder::DuplicateFinder()
    : m_file(temporaryFile())
{
    std::setvbuf(m_file.get(), nullptr, _IOFBF, 1 << 20);
}

void DuplicateFinder::add(std::string_view text, const Key& key)
{
    writeKey(m_file.get(),
        {std::hash<std::string_view> {}(text), key.row, key.owner, key.item,
            static_cast<std::uint32_t>(text.size()), key.isFixed ? 1U : 0U},
        text);
    ++m_size;
}

void DuplicateFinder::finish(const Duplicate& duplicate, const Part& part)
{
    if (m_size <= kPartKeys)
        return findIn(m_file.get(), duplicate, part);
    std::vector<File> parts(static_cast<std::size_t>(m_size / kPartKeys + 1));
    for (File& file : parts)
        file = temporaryFile();
    forEachKey(m_file.get(), [&](const KeyHead& head, const std::string& text) {
        writeKey(parts[head.hash % parts.size()].get(), head, text);
    });
    for (File& file : parts) {
        findIn(file.get(), duplicate, part);
        file.reset();
    }
}

} // namespace guanwu
