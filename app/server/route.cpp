#include "app/server/route.h"

#include "app/server/server_context.h"
#include "core/values/calendar.h"

#include <charconv>

namespace guanwu {

std::string RouteCall::queryValue(std::string_view name) const
{
    const auto found = query.find(name);
    return found == query.end() ? std::string() : found->second;
}

bool RouteCall::has(std::string_view name) const { return body.contains(name); }

std::string RouteCall::text(std::string_view name) const
{
    const auto found = body.find(name);
    return found == body.end() ? std::string() : found->get<std::string>();
}

nlohmann::ordered_json textOrNull(const std::string& text)
{
    return text.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(text);
}

std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

Result<std::chrono::year_month_day> dayOrToday(const RouteCall& call, std::string_view name)
{
    if (!call.has(name))
        return call.server.today();
    return parseDate(call.text(name));
}

HttpResponse jsonResponse(const nlohmann::ordered_json& body, int status)
{
    HttpResponse out;
    out.status = status;
    out.body = body.dump();
    out.body += '\n';
    return out;
}

HttpResponse fileResponse(const char* type, std::string bytes)
{
    HttpResponse out;
    out.contentType = type;
    out.body = std::move(bytes);
    return out;
}

HttpResponse emptyResponse()
{
    HttpResponse out;
    out.status = 204;
    out.contentType.clear();
    return out;
}

} // namespace guanwu
