#include "app/server/routes/paging.h"

namespace guanwu {

Result<int> pageLimit(const RouteCall& call, int usual, int most)
{
    const std::string text = call.queryValue("limit");
    if (text.empty())
        return usual;
    const auto rows = wholeNumber(text);
    if (!rows || *rows < 1 || *rows > most)
        return fail(inField({ErrorCode::InvalidArgument, "request.limit", std::to_string(most)}, "limit"));
    return static_cast<int>(*rows);
}

Result<std::int64_t> pageStart(const RouteCall& call)
{
    const std::string text = call.queryValue("after");
    if (text.empty())
        return 0;
    const auto id = wholeNumber(text);
    return id && *id >= 0 ? Result<std::int64_t>(*id)
                          : fail(inField({ErrorCode::InvalidArgument, "request.after", {}}, "after"));
}

} // namespace guanwu
