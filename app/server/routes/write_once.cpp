#include "app/server/routes/write_once.h"

#include "app/server/routes/versions.h"
#include "app/server/server_context.h"
#include "schema/access/request_keys.h"
#include "schema/connection/sha256.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr std::size_t kLongestKey = 64;

    bool isKey(std::string_view key)
    {
        return !key.empty() && key.size() <= kLongestKey
            && std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c <= '~'; });
    }

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

} // namespace guanwu
