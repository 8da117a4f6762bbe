#include "core/access/access_policy.h"

#include "core/base/text.h"

#include <string>

namespace guanwu {

namespace {

    std::size_t classes(std::string_view text)
    {
        bool lower = false, upper = false, digit = false, other = false;
        for (const char c : text) {
            if (c >= 'a' && c <= 'z')
                lower = true;
            else if (c >= 'A' && c <= 'Z')
                upper = true;
            else if (c >= '0' && c <= '9')
                digit = true;
            else
                other = true;
        }
        return std::size_t {lower} + std::size_t {upper} + std::size_t {digit} + std::size_t {other};
    }

} // namespace

Result<void> checkPassword(const AccessPolicy& policy, std::string_view login, std::string_view password)
{
    if (characterCount(password) < policy.passwordLength)
        return fail(
            ErrorCode::InvalidArgument, "access.password_short", std::to_string(policy.passwordLength));
    if (classes(password) < policy.passwordClasses)
        return fail(
            ErrorCode::InvalidArgument, "access.password_classes", std::to_string(policy.passwordClasses));
    if (password.find(login) != std::string_view::npos)
        return fail(ErrorCode::InvalidArgument, "access.password_is_login");
    return {};
}

} // namespace guanwu
