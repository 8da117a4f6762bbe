#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace soci {
class session;
}

namespace guanwu {

/// Looks up many texts by a unique column, a few hundred a question. `select` is constant text that ends in
/// "IN "; it gives two text columns, which `found` is told for each row. The texts are bound, never pasted.
void chunkedLookup(soci::session& sql, std::string_view select, std::vector<std::string> texts,
    const std::function<void(const std::string& first, const std::string& second)>& found);

/// The same by id, for an id and two text columns.
void chunkedLookup(soci::session& sql, std::string_view select, std::vector<std::int64_t> ids,
    const std::function<void(std::int64_t id, const std::string& first, const std::string& second)>& found);

/// For questions that are made of more than a list: `ask` is given the values a few hundred at a time.
template <class Value, class Ask> void inPieces(std::span<const Value> values, const Ask& ask)
{
    constexpr std::size_t kAQuestion = 250;
    for (std::size_t from = 0; from < values.size(); from += kAQuestion)
        ask(values.subspan(from, std::min(kAQuestion, values.size() - from)));
}

} // namespace guanwu
