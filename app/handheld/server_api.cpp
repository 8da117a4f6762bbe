#include "app/handheld/server_api.h"

#include "app/handheld/api_json.h"
#include "app/packing/gzip.h"
#include "app/security/device_key.h"
#include "core/access/device_service.h"
#include "schema/connection/sha256.h"

namespace guanwu {

namespace {

    const std::string kRoot = "/api/v1";

    /// A part of a path: a task number may be Chinese, and may hold a slash.
    std::string urlEncoded(std::string_view text)
    {
        std::string out;
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            if ((byte | 32) >= 'a' && (byte | 32) <= 'z') {
                out += c;
            } else if ((c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '~') {
                out += c;
            } else {
                out += '%';
                out += "0123456789ABCDEF"[byte >> 4];
                out += "0123456789ABCDEF"[byte & 15];
            }
        }
        return out;
    }

    Error errorOfStatus(int status)
    {
        switch (status) {
        case 401:
            return {ErrorCode::Forbidden, "access.no_session", {}};
        case 403:
            return {ErrorCode::Forbidden, "access.forbidden", {}};
        case 413:
            return {ErrorCode::RuleViolated, "handheld.batch_too_large", {}};
        case 429:
        case 503:
            return {ErrorCode::Conflict, "handheld.busy", {}};
        default:
            return {ErrorCode::Conflict, "handheld.status", std::to_string(status)};
        }
    }

    template <class T> ApiResult<T> readAs(std::optional<T> value)
    {
        if (!value)
            return tl::unexpected(
                ApiFailure {{ErrorCode::Conflict, "handheld.not_our_server", {}}, 0, std::nullopt, {}});
        return std::move(*value);
    }

    std::string sheetPath(const HeldSheet& sheet)
    {
        return "/tasks/" + urlEncoded(sheet.task) + "/sheets/" + urlEncoded(sheet.unit);
    }

} // namespace

bool ApiFailure::isPassing() const
{
    if (error.subject == "handheld.certificate")
        return false;
    return status == 0 || (status >= 300 && status < 400) || status == 408 || status == 425 || status == 429
        || status >= 500;
}

ApiResult<ApiAnswer> ServerApi::send(ApiRequest wanted)
{
    LinkRequest request;
    request.method = std::move(wanted.method);
    request.target = kRoot + wanted.path;
    request.body = std::move(wanted.bytes);
    request.headers = std::move(wanted.headers);
    const std::string digest = sha256Hex(request.body);
    const SentRequest proven {request.method, request.target, digest, m_token};
    request.headers.emplace_back("Guanwu-Protocol", "1");
    request.headers.emplace_back("Guanwu-Proof", m_key.sign(proofText(proven)));
    if (!wanted.type.empty())
        request.headers.emplace_back("Content-Type", wanted.type);
    if (!wanted.encoding.empty())
        request.headers.emplace_back("Content-Encoding", wanted.encoding);
    if (!m_token.empty())
        request.headers.emplace_back("Authorization", "Bearer " + m_token);
    ++m_requests;
    auto answer = m_link.send(request);
    if (!answer)
        return tl::unexpected(ApiFailure {answer.error(), 0, std::nullopt, {}});
    if (answer->serverTime)
        m_serverTime = answer->serverTime;
    if (answer->status >= 200 && answer->status < 300)
        return ApiAnswer {answer->status, std::move(answer->body), std::move(answer->etag)};
    const auto refusal = refusalIn(answer->body);
    return tl::unexpected(ApiFailure {refusal ? *refusal : errorOfStatus(answer->status), answer->status,
        answer->retryAfter, std::move(answer->body)});
}

ApiResult<std::string> ServerApi::call(ApiRequest request)
{
    return send(std::move(request)).map([](ApiAnswer answer) { return std::move(answer.bytes); });
}

ApiResult<std::string> ServerApi::enrol(const std::string& code, const std::string& name)
{
    return call({"POST", "/devices", enrolmentJson(code, name, m_key.publicKey()), "application/json"})
        .and_then([](const std::string& body) { return readAs(deviceIn(body)); });
}

ApiResult<HandheldLogin> ServerApi::logIn(
    const std::string& login, const std::string& password, const std::string& device)
{
    m_token.clear();
    return call({"POST", "/sessions", logInJson(login, password, device), "application/json"})
        .and_then([](const std::string& body) { return readAs(loginIn(body)); });
}

ApiResult<void> ServerApi::changePassword(const std::string& old, const std::string& fresh)
{
    const auto changed
        = call({"POST", "/sessions/current/password", changePasswordJson(old, fresh), "application/json"});
    return changed ? ApiResult<void>() : tl::unexpected(changed.error());
}

ApiResult<void> ServerApi::logOut()
{
    const auto ended = call({"DELETE", "/sessions/current"});
    return ended ? ApiResult<void>() : tl::unexpected(ended.error());
}

ApiResult<std::vector<HeldSheet>> ServerApi::sheets(const std::string& task)
{
    const auto name = call({"GET", "/tasks/" + urlEncoded(task)}).and_then([](const std::string& body) {
        return readAs(taskNameIn(body));
    });
    if (!name)
        return tl::unexpected(name.error());
    std::vector<HeldSheet> out;
    for (std::string next, path = "/tasks/" + urlEncoded(task) + "/sheets";;) {
        auto page = call({"GET", next.empty() ? path : path + "?after=" + urlEncoded(next)})
                        .and_then([&](const std::string& body) { return readAs(sheetsIn(body, next)); });
        if (!page)
            return page;
        for (HeldSheet& sheet : *page) {
            sheet.task = task;
            sheet.taskName = *name;
            out.push_back(std::move(sheet));
        }
        if (next.empty())
            return out;
    }
}

ApiResult<BookPage> ServerApi::bookPage(const HeldSheet& sheet, const std::string& after)
{
    const std::string path = sheetPath(sheet) + "/book?limit=2000";
    return call({"GET", after.empty() ? path : path + "&after=" + urlEncoded(after)})
        .and_then([](const std::string& body) { return readAs(bookPageIn(body)); });
}

ApiResult<NumberPage> ServerApi::issuedNumbers(const std::string& after)
{
    const std::string path = "/asset-numbers";
    return call({"GET", after.empty() ? path : path + "?after=" + urlEncoded(after)})
        .and_then([](const std::string& body) { return readAs(numberPageIn(body)); });
}

ApiResult<OthersPage> ServerApi::othersPage(
    const HeldSheet& sheet, const std::string& installId, const std::string& after)
{
    const std::string path = sheetPath(sheet) + "/events?limit=500&install=" + urlEncoded(installId);
    return call({"GET", after.empty() ? path : path + "&after=" + urlEncoded(after)})
        .and_then([](const std::string& body) { return readAs(othersPageIn(body)); });
}

ApiResult<ServerHolding> ServerApi::installState(const std::string& installId)
{
    return call({"GET", "/installs/" + urlEncoded(installId) + "/state"})
        .and_then([](const std::string& body) { return readAs(serverHoldingIn(body)); });
}

ApiResult<BatchAnswer> ServerApi::sendEvents(const std::string& task, std::span<const OutboxEntry> entries)
{
    std::string lines;
    for (const OutboxEntry& entry : entries)
        lines.append(entry.body).append("\n");
    return call(
        {"POST", "/tasks/" + urlEncoded(task) + "/events", gzip(lines), "application/x-ndjson", "gzip"})
        .and_then([&](const std::string& body) { return readAs(batchAnswerIn(body, entries.size())); });
}

ApiResult<std::string> ServerApi::sendPhoto(const std::string& bytes)
{
    const bool isPng = bytes.starts_with("\x89PNG");
    return call({"POST", "/attachments", bytes, isPng ? "image/png" : "image/jpeg"})
        .and_then([](const std::string& body) { return readAs(photoHashIn(body)); });
}

} // namespace guanwu
