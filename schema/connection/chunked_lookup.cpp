#include "schema/connection/chunked_lookup.h"

#include "schema/connection/storage_error.h"

#include <soci/soci.h>

namespace guanwu {

namespace {

    constexpr std::size_t kChunk = 250;

    /// Asks for the keys chunk by chunk; `defineColumns` names where a row goes, `row` is told that one is
    /// there.
    template <class Key, class DefineColumns, class Row>
    void lookUp(soci::session& sql, std::string_view select, std::vector<Key> keys,
        const DefineColumns& defineColumns, const Row& row)
    {
        if (keys.empty())
            return;
        // Every question has the same number of keys, so the statement is prepared once; the last ones
        // repeat.
        keys.resize((keys.size() + kChunk - 1) / kChunk * kChunk, Key(keys.back()));
        std::string question(select);
        for (std::size_t i = 0; i < kChunk; ++i)
            question += (i == 0 ? "(:k" : ", :k") + std::to_string(i);
        question += ')';

        guarded("look up", [&] {
            std::vector<Key> bound(kChunk);
            soci::statement query(sql);
            for (std::size_t i = 0; i < kChunk; ++i)
                query.exchange(soci::use(bound[i], "k" + std::to_string(i)));
            defineColumns(query);
            query.alloc();
            query.prepare(question);
            query.define_and_bind();
            for (std::size_t from = 0; from < keys.size(); from += kChunk) {
                std::copy_n(keys.begin() + static_cast<std::ptrdiff_t>(from), kChunk, bound.begin());
                query.execute();
                while (query.fetch())
                    row();
            }
        });
    }

} // namespace

void chunkedLookup(soci::session& sql, std::string_view select, std::vector<std::string> texts,
    const std::function<void(const std::string&, const std::string&)>& found)
{
    std::string first;
    std::string second;
    lookUp(
        sql, select, std::move(texts),
        [&](soci::statement& query) {
            query.exchange(soci::into(first));
            query.exchange(soci::into(second));
        },
        [&] { found(first, second); });
}

void chunkedLookup(soci::session& sql, std::string_view select, std::vector<std::int64_t> ids,
    const std::function<void(std::int64_t, const std::string&, const std::string&)>& found)
{
    long long id = 0;
    std::string first;
    std::string second;
    lookUp(
        sql, select, std::move(ids),
        [&](soci::statement& query) {
            query.exchange(soci::into(id));
            query.exchange(soci::into(first));
            query.exchange(soci::into(second));
        },
        [&] { found(id, first, second); });
}

} // namespace guanwu
