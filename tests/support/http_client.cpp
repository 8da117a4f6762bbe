#include "tests/support/http_client.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <curl/curl.h>
#include <memory>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace guanwu::test {

namespace {

    constexpr long kSeconds = 300; ///< ThreadSanitizer on a busy machine takes its time

    std::size_t appendBody(char* data, std::size_t, std::size_t size, void* out)
    {
        static_cast<std::string*>(out)->append(data, size);
        return size;
    }

    std::size_t addHeader(char* data, std::size_t, std::size_t size, void* out)
    {
        const std::string line(data, size);
        const auto colon = line.find(": ");
        if (colon != std::string::npos) {
            std::string name = line.substr(0, colon);
            std::transform(name.begin(), name.end(), name.begin(),
                [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
            (*static_cast<std::map<std::string, std::string>*>(out))[name]
                = line.substr(colon + 2, line.find_last_not_of("\r\n") - colon - 1);
        }
        return size;
    }

    std::shared_ptr<void> newHandle() { return {curl_easy_init(), curl_easy_cleanup}; }

} // namespace

HttpClient::HttpClient(std::string address, std::filesystem::path caFile)
    : m_address(std::move(address))
    , m_caFile(std::move(caFile))
{
}

void HttpClient::keepAlive() { m_kept = newHandle(); }

HttpReply HttpClient::post(const std::string& target, const nlohmann::json& body) const
{
    return send("POST", target, body.dump(), {"Content-Type: application/json"});
}

HttpReply HttpClient::put(const std::string& target, const nlohmann::json& body) const
{
    return send("PUT", target, body.dump(), {"Content-Type: application/json"});
}

HttpReply HttpClient::send(const std::string& method, const std::string& target, const std::string& body,
    const std::vector<std::string>& headers) const
{
    const std::shared_ptr<void> curl = m_kept ? m_kept : newHandle();
    curl_easy_reset(curl.get());
    curl_slist* list = nullptr;
    for (const std::string& header : headers)
        list = curl_slist_append(list, header.c_str());
    if (!m_token.empty())
        list = curl_slist_append(list, ("Authorization: Bearer " + m_token).c_str());
    if (!m_language.empty())
        list = curl_slist_append(list, ("Accept-Language: " + m_language).c_str());
    HttpReply reply;
    curl_easy_setopt(curl.get(), CURLOPT_URL, (m_address + target).c_str());
    curl_easy_setopt(curl.get(), CURLOPT_CUSTOMREQUEST, method.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, list);
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, kSeconds);
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_ACCEPT_ENCODING, "gzip");
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, appendBody);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &reply.body);
    curl_easy_setopt(curl.get(), CURLOPT_HEADERFUNCTION, addHeader);
    curl_easy_setopt(curl.get(), CURLOPT_HEADERDATA, &reply.headers);
    if (!m_caFile.empty())
        curl_easy_setopt(curl.get(), CURLOPT_CAINFO, m_caFile.c_str());
    if (!body.empty()) {
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body.data());
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
    }
    long status = 0;
    if (curl_easy_perform(curl.get()) == CURLE_OK)
        curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    reply.status = static_cast<int>(status);
    curl_slist_free_all(list);
    return reply;
}

std::string sendRaw(std::uint16_t port, const std::string& bytes, int seconds)
{
    const int peer = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    std::string reply;
    if (connect(peer, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
        for (std::size_t sent = 0; sent < bytes.size();) {
            const ssize_t some = send(peer, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
            if (some <= 0)
                break; // refused before all of it was sent
            sent += static_cast<std::size_t>(some);
        }
        std::array<char, 4096> piece {};
        pollfd ready {peer, POLLIN, 0};
        while (poll(&ready, 1, seconds * 1000) > 0) {
            const ssize_t some = recv(peer, piece.data(), piece.size(), 0);
            if (some <= 0)
                break;
            reply.append(piece.data(), static_cast<std::size_t>(some));
        }
    }
    close(peer);
    return reply;
}

} // namespace guanwu::test
