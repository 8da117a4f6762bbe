#include "app/handheld/server_link.h"

#include "app/security/pinned_authority.h"
#include "core/base/hex.h"

#include <algorithm>
#include <charconv>
#include <csignal>
#include <curl/curl.h>
#include <mutex>
#include <stdexcept>
#include <string_view>

namespace guanwu {

namespace {

    constexpr std::size_t kFingerprintDigits = 64;

    void startCurl()
    {
        static std::once_flag once;
        std::call_once(once, [] {
            // A server that hangs up is an error to be told, not the end of the process.
            std::signal(SIGPIPE, SIG_IGN);
            if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
                throw std::runtime_error("the HTTP library does not start");
        });
    }

    bool isLoopback(std::string_view host)
    {
        return host == "127.0.0.1" || host == "[::1]" || host == "localhost";
    }

    std::string partOf(CURLU* url, CURLUPart part)
    {
        char* text = nullptr;
        if (curl_url_get(url, part, &text, 0) != CURLUE_OK)
            return {};
        std::string out = text;
        curl_free(text);
        return out;
    }

    /// "https", or "http" on the loopback; empty when the text is no address of a server.
    std::string schemeOf(const std::string& text)
    {
        CURLU* url = curl_url();
        std::string scheme;
        if (curl_url_set(url, CURLUPART_URL, text.c_str(), 0) == CURLUE_OK) {
            const bool isBare = partOf(url, CURLUPART_PATH) == "/" && partOf(url, CURLUPART_QUERY).empty()
                && partOf(url, CURLUPART_USER).empty() && partOf(url, CURLUPART_FRAGMENT).empty()
                && !text.ends_with('/');
            scheme = partOf(url, CURLUPART_SCHEME);
            if (!isBare || (scheme != "https" && !isLoopback(partOf(url, CURLUPART_HOST))))
                scheme.clear();
        }
        curl_url_cleanup(url);
        return scheme == "https" || scheme == "http" ? scheme : std::string();
    }

    /// What arrives of an answer.
    struct Incoming {
        LinkAnswer answer;
        std::size_t limit = 0;
        bool isTooLarge = false;
    };

    std::size_t takeBody(char* data, std::size_t one, std::size_t count, void* to)
    {
        auto& incoming = *static_cast<Incoming*>(to);
        const std::size_t size = one * count;
        if (incoming.answer.body.size() + size > incoming.limit) {
            incoming.isTooLarge = true;
            return 0;
        }
        incoming.answer.body.append(data, size);
        return size;
    }

    /// The value of a header line with this name, which is given in lower case.
    std::optional<std::string> valueOf(std::string_view line, std::string_view name)
    {
        if (line.size() <= name.size() || line[name.size()] != ':'
            || !std::equal(name.begin(), name.end(), line.begin(),
                [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); }))
            return std::nullopt;
        line.remove_prefix(name.size() + 1);
        const auto begin = line.find_first_not_of(" \t");
        const auto end = line.find_last_not_of(" \t\r\n");
        return begin == std::string_view::npos ? std::string()
                                               : std::string(line.substr(begin, end - begin + 1));
    }

    std::size_t takeHeader(char* data, std::size_t one, std::size_t count, void* to)
    {
        auto& answer = static_cast<Incoming*>(to)->answer;
        const std::string_view line(data, one * count);
        if (const auto text = valueOf(line, "retry-after")) {
            long seconds = 0;
            const auto read = std::from_chars(text->data(), text->data() + text->size(), seconds);
            if (read.ec == std::errc() && seconds >= 0)
                answer.retryAfter = std::chrono::seconds(seconds);
        } else if (auto etag = valueOf(line, "etag")) {
            answer.etag = std::move(*etag);
        } else if (const auto date = valueOf(line, "date")) {
            const time_t at = curl_getdate(date->c_str(), nullptr);
            if (at >= 0)
                answer.serverTime = Instant(std::chrono::seconds(at));
        }
        return one * count;
    }

    CURLcode pinAuthority(CURL*, void* context, void* caSha256)
    {
        trustOnly(context, *static_cast<const std::string*>(caSha256));
        return CURLE_OK;
    }

    Error errorOf(CURLcode code, const std::string& url)
    {
        switch (code) {
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_ISSUER_ERROR:
            return {ErrorCode::Forbidden, "handheld.certificate", url};
        case CURLE_OPERATION_TIMEDOUT:
            return {ErrorCode::NotFound, "handheld.timeout", url};
        default:
            return {ErrorCode::NotFound, "handheld.no_connection", url};
        }
    }

} // namespace

struct ServerLink::Curl {
    CURL* handle = curl_easy_init();
    std::string url;
    std::string caSha256;
    LinkLimits limits;

    Curl() = default;
    Curl(const Curl&) = delete;
    Curl& operator=(const Curl&) = delete;
    ~Curl() { curl_easy_cleanup(handle); }

    template <class Value> void set(CURLoption option, Value value)
    {
        if (curl_easy_setopt(handle, option, value) != CURLE_OK)
            throw std::runtime_error("the HTTP library does not know option " + std::to_string(option));
    }
};

ServerLink::ServerLink(std::unique_ptr<Curl> curl)
    : m_curl(std::move(curl))
{
}

ServerLink::~ServerLink() = default;

Result<std::unique_ptr<ServerLink>> ServerLink::to(
    const std::string& url, const std::string& caSha256, LinkLimits limits)
{
    startCurl();
    const std::string scheme = schemeOf(url);
    if (scheme.empty())
        return fail(ErrorCode::InvalidArgument, "handheld.server_url", url);
    if (scheme == "https" && (caSha256.size() != kFingerprintDigits || !onlyHexDigits(caSha256)))
        return fail(ErrorCode::InvalidArgument, "handheld.fingerprint", caSha256);

    auto curl = std::make_unique<Curl>();
    if (!curl->handle)
        throw std::bad_alloc();
    curl->url = url;
    curl->caSha256 = caSha256;
    curl->limits = limits;
    curl->set(CURLOPT_PROTOCOLS_STR, scheme.c_str());
    curl->set(CURLOPT_PROXY, "");
    curl->set(CURLOPT_FOLLOWLOCATION, 0L);
    curl->set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl->set(CURLOPT_ACCEPT_ENCODING, "gzip");
    curl->set(CURLOPT_PATH_AS_IS, 1L); // the proof is over the target as it is sent
    curl->set(CURLOPT_NOSIGNAL, 1L);
    curl->set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
    curl->set(CURLOPT_TIMEOUT_MS, static_cast<long>(limits.whole.count()));
    curl->set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl->set(CURLOPT_SSL_VERIFYPEER, 1L);
    curl->set(CURLOPT_SSL_VERIFYHOST, 2L);
    curl->set(CURLOPT_CAINFO, static_cast<const char*>(nullptr));
    curl->set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));
    curl->set(CURLOPT_SSL_SESSIONID_CACHE, 0L); // every connection is verified anew
    curl->set(CURLOPT_SSL_CTX_FUNCTION, pinAuthority);
    curl->set(CURLOPT_SSL_CTX_DATA, static_cast<void*>(&curl->caSha256));
    curl->set(CURLOPT_WRITEFUNCTION, takeBody);
    curl->set(CURLOPT_HEADERFUNCTION, takeHeader);
    return std::unique_ptr<ServerLink>(new ServerLink(std::move(curl)));
}

Result<LinkAnswer> ServerLink::send(const LinkRequest& request)
{
    Incoming incoming;
    incoming.limit = m_curl->limits.answerBytes;
    curl_slist* headers = curl_slist_append(nullptr, "Expect:");
    for (const auto& [name, value] : request.headers)
        headers = curl_slist_append(headers, (name + ": " + value).c_str());

    m_curl->set(CURLOPT_URL, (m_curl->url + request.target).c_str());
    m_curl->set(CURLOPT_HTTPHEADER, headers);
    m_curl->set(CURLOPT_WRITEDATA, static_cast<void*>(&incoming));
    m_curl->set(CURLOPT_HEADERDATA, static_cast<void*>(&incoming));
    if (request.method == "GET") {
        m_curl->set(CURLOPT_HTTPGET, 1L);
        m_curl->set(CURLOPT_CUSTOMREQUEST, static_cast<const char*>(nullptr));
    } else {
        m_curl->set(CURLOPT_POST, 1L);
        m_curl->set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
        m_curl->set(CURLOPT_POSTFIELDS, request.body.data());
        m_curl->set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    }
    const CURLcode code = curl_easy_perform(m_curl->handle);
    curl_slist_free_all(headers);
    if (incoming.isTooLarge)
        return fail(ErrorCode::RuleViolated, "handheld.answer_too_large", m_curl->url);
    if (code != CURLE_OK)
        return fail(errorOf(code, m_curl->url));
    long status = 0;
    curl_easy_getinfo(m_curl->handle, CURLINFO_RESPONSE_CODE, &status);
    incoming.answer.status = static_cast<int>(status);
    return std::move(incoming.answer);
}

} // namespace guanwu
