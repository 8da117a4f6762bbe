#include "app/server/routes/paging.h"

#include <charconv>

namespace guanwu {

namespace {

    std::optional<std::int64_t> wholeNumber(std::string_view text)
    {
        std::int64_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
    }

} // namespace

Result<int> pageLimit(const RouteCall& call, int usual, int most)
{
    const std::string text = call.queryValue("limit");
    if (text.empty())
        return usual;
    const auto rows = wholeNumber(text);
    if (!rows || *rows < 1 || *rows > most)
        return fail(ErrorCode::InvalidArgument, "request.limit", std::to_string(most));
    return static_cast<int>(*rows);
}

Result<std::int64_t> pageStart(const RouteCall& call)
{
    const std::string text = call.queryValue("after");
    if (text.empty())
        return 0;
    const auto id = wholeNumber(text);
    return id && *id >= 0 ? Result<std::int64_t>(*id) : fail(ErrorCode::InvalidArgument, "request.after");
}

} // namespace guanwu
