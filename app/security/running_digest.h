#pragma once

#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace guanwu {

/// SM3 over bytes that come in pieces (GM/T 0004-2012).
class RunningDigest {
public:
    RunningDigest();
    void add(std::string_view bytes);
    /// Of all that was added, as 64 hexadecimal digits; it begins anew.
    [[nodiscard]] std::string takeHex();

private:
    struct Free {
        void operator()(evp_md_ctx_st* context) const;
    };
    void begin();
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

} // namespace guanwu
