#include "schema/connection/chunked_lookup.h"

#include "schema/connection/storage_error.h"

#include <soci/soci.h>

namespace guanwu {

namespace {

    constexpr std::size_t kChunk = 250;

} // namespace

void chunkedLookup(soci::session& sql, std::string_view select, std::vector<std::string> texts,
    const std::function<void(const std::string&, const std::string&)>& found)
{
    if (texts.empty())
        return;
    // Every question has the same number of texts, so the statement is prepared once; the last ones repeat.
    texts.resize((texts.size() + kChunk - 1) / kChunk * kChunk, texts.back());
    std::string question(select);
    for (std::size_t i = 0; i < kChunk; ++i)
        question += (i == 0 ? "(:t" : ", :t") + std::to_string(i);
    question += ')';

    guarded("look up", [&] {
        std::vector<std::string> bound(kChunk);
        std::string first;
        std::string second;
        soci::statement query(sql);
        for (std::size_t i = 0; i < kChunk; ++i)
            query.exchange(soci::use(bound[i], "t" + std::to_string(i)));
        query.exchange(soci::into(first));
        query.exchange(soci::into(second));
        query.alloc();
        query.prepare(question);
        query.define_and_bind();
        for (std::size_t from = 0; from < texts.size(); from += kChunk) {
            std::copy_n(texts.begin() + static_cast<std::ptrdiff_t>(from), kChunk, bound.begin());
            query.execute();
            while (query.fetch())
                found(first, second);
        }
    });
}

} // namespace guanwu
