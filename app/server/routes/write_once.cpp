#include "app/server/routes/write_once.h"

#include "app/server/server_context.h"
#include "schema/access/request_keys.h"
#include "schema/connection/sha256.h"

#include <algorithm>
#include <charconv>

namespace guanwu {

namespace {

    constexpr std::size_t kLongestKey = 64;
    constexpr int kMostRows = 500;
    constexpr int kUsualRows = 50;

    bool isKey(std::string_view key)
    {
        return !key.empty() && key.size() <= kLongestKey
            && std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c <= '~'; });
    }

    std::optional<std::int64_t> wholeNumber(std::string_view text)
    {
        std::int64_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
    }

    std::string etag(std::int64_t revision) { return '"' + std::to_string(revision) + '"'; }

    /// The first answer again, with the ETag that goes with its body.
    HttpResponse repeated(const FirstAnswer& first)
    {
        HttpResponse out = emptyResponse();
        out.status = first.status;
        if (first.body.empty())
            return out;
        out = jsonResponse({}, first.status);
        out.body = first.body;
        const auto body = nlohmann::json::parse(first.body, nullptr, false);
        if (body.is_object() && body.contains("revision"))
            out.headers.add("ETag", etag(body["revision"].get<std::int64_t>()));
        return out;
    }

} // namespace

Result<HttpResponse> writeOnce(RouteCall& call, const std::function<Result<HttpResponse>()>& work)
{
    const std::string key(call.request.headers["Idempotency-Key"]);
    if (key.empty())
        return work();
    if (!isKey(key))
        return fail(ErrorCode::InvalidArgument, "request.key_form");
    const std::string content = call.request.method + '\n' + call.request.target + '\n'
        + std::string(call.request.headers["If-Match"]) + '\n' + call.request.body;
    Result<HttpResponse> refusal = emptyResponse();
    const auto answer = RequestKeys(call.session, call.caller.account.id)
                            .answerOnce(key, sha256Hex(content), call.server.now(), [&] {
                                auto response = work();
                                FirstAnswer first;
                                if (response)
                                    first = {response->status, response->body};
                                if (!first.isDone())
                                    refusal = std::move(response);
                                return first;
                            });
    if (!answer)
        return fail(answer.error());
    return answer->isDone() ? Result<HttpResponse>(repeated(*answer)) : std::move(refusal);
}

HttpResponse versionedResponse(const nlohmann::ordered_json& body, std::int64_t revision, int status)
{
    HttpResponse out = jsonResponse(body, status);
    out.headers.add("ETag", etag(revision));
    return out;
}

Result<std::int64_t> seenRevision(const RouteCall& call)
{
    std::string_view tag = call.request.headers["If-Match"];
    // A proxy that compresses may have made the tag weak.
    if (tag.starts_with("W/"))
        tag.remove_prefix(2);
    if (tag.size() < 3 || tag.front() != '"' || tag.back() != '"')
        return fail(ErrorCode::InvalidArgument, "request.if_match");
    const auto revision = wholeNumber(tag.substr(1, tag.size() - 2));
    return revision ? Result<std::int64_t>(*revision) : fail(ErrorCode::InvalidArgument, "request.if_match");
}

Result<int> pageLimit(const RouteCall& call)
{
    const std::string text = call.queryValue("limit");
    if (text.empty())
        return kUsualRows;
    const auto rows = wholeNumber(text);
    if (!rows || *rows < 1 || *rows > kMostRows)
        return fail(ErrorCode::InvalidArgument, "request.limit", std::to_string(kMostRows));
    return static_cast<int>(*rows);
}

Result<std::int64_t> pageStart(const RouteCall& call)
{
    const std::string text = call.queryValue("after");
    if (text.empty())
        return 0;
    const auto id = wholeNumber(text);
    return id && *id >= 0 ? Result<std::int64_t>(*id)
                          : fail(ErrorCode::InvalidArgument, "request.after");
}

} // namespace guanwu
