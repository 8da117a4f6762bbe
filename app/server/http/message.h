#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guanwu {

/// Header fields in the order in which they came; names are compared without case.
class HttpHeaders {
public:
    void add(std::string name, std::string value)
    {
        m_fields.emplace_back(std::move(name), std::move(value));
    }
    /// The first of this name; empty when there is none.
    [[nodiscard]] std::string_view operator[](std::string_view name) const
    {
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
        for (const auto& [known, value] : m_fields)
            if (std::equal(known.begin(), known.end(), name.begin(), name.end(),
                    [&](char a, char b) { return lower(a) == lower(b); }))
                return value;
        return {};
    }
    [[nodiscard]] auto begin() const { return m_fields.begin(); }
    [[nodiscard]] auto end() const { return m_fields.end(); }

private:
    std::vector<std::pair<std::string, std::string>> m_fields;
};

struct HttpRequest {
    std::string method; ///< upper case
    std::string target; ///< path and query, as sent
    HttpHeaders headers;
    std::string body; ///< as sent: still compressed, if it is
    std::string peer; ///< address of who asks
    bool overTls = false;
};

/// A body that is sent many times.
struct ReadyBody {
    std::string plain;
    std::string packed; ///< the same as gzip
};

struct HttpResponse {
    int status = 200;
    std::string contentType = "application/json; charset=utf-8"; ///< empty = no body
    std::string body;
    HttpHeaders headers;
    std::string refusedBy {}; ///< the rule, when it is a refusal
    std::filesystem::path file {}; ///< what is sent in place of `body`, as it is
    std::shared_ptr<const void> fileKeeper {}; ///< takes the file away with the last copy of the answer
    std::shared_ptr<const ReadyBody> ready {}; ///< what is sent in place of `body`
};

/// Takes the answer to one request; called once, from any thread.
using Answer = std::function<void(HttpResponse)>;

} // namespace guanwu
