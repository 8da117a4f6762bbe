#include "app/server/routes/write_once.h"

#include "app/server/routes/versions.h"
#include "app/server/server_context.h"
#include "schema/access/request_keys.h"
#include "schema/connection/sha256.h"
#include "schema/connection/unit_of_work.h"

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

    /// The key of a write; nullopt = it has none. Errors: request.key_form.
    Result<std::optional<std::string>> keyOf(const RouteCall& call)
    {
        std::string key(call.request.headers["Idempotency-Key"]);
        if (key.empty())
            return std::optional<std::string>();
        if (!isKey(key))
            return fail(ErrorCode::InvalidArgument, "request.key_form");
        return std::optional(std::move(key));
    }

    /// Stands for all that was asked for.
    std::string contentOf(const RouteCall& call)
    {
        return sha256Hex(call.request.method + '\n' + call.request.target + '\n'
            + std::string(call.request.headers["If-Match"]) + '\n' + call.request.body);
    }

} // namespace

Result<HttpResponse> writeOnce(RouteCall& call, const std::function<Result<HttpResponse>()>& work)
{
    const auto key = keyOf(call);
    if (!key)
        return fail(key.error());
    if (!*key)
        return retrying(call.session, [&]() -> Result<HttpResponse> {
            UnitOfWork unit(call.session);
            auto response = work();
            if (response && response->status < 300)
                unit.commit();
            return response;
        });
    Result<HttpResponse> refusal = emptyResponse();
    const auto answer = RequestKeys(call.session, call.caller.account.id)
                            .answerOnce(**key, contentOf(call), call.server.now(), [&] {
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

Result<HttpResponse> writeResumed(
    RouteCall& call, const std::function<Result<HttpResponse>(const FinishWrite& finish)>& work)
{
    const auto key = keyOf(call);
    if (!key)
        return fail(key.error());
    if (!*key)
        return work([](const std::function<Result<HttpResponse>()>& step) { return step(); });
    RequestKeys keys(call.session, call.caller.account.id);
    const std::string content = contentOf(call);
    const auto before = [&]() -> Result<std::optional<HttpResponse>> {
        const auto answer = keys.find(**key, content);
        if (!answer)
            return fail(answer.error());
        return *answer ? std::optional(repeated(**answer)) : std::nullopt;
    };
    const auto finish = [&](const std::function<Result<HttpResponse>()>& step) -> Result<HttpResponse> {
        UnitOfWork unit(call.session);
        auto response = step();
        if (!response || response->status >= 300)
            return response;
        keys.keep(**key, content, call.server.now(), {response->status, response->body});
        unit.commit();
        return response;
    };
    const auto answered = before();
    if (!answered)
        return fail(answered.error());
    if (*answered)
        return **answered;
    try {
        return work(finish);
    } catch (const DuplicateKey&) {
        // The same request was under way twice: the other one has the answer.
        const auto other = before();
        if (other && *other)
            return **other;
        throw;
    }
}

} // namespace guanwu
