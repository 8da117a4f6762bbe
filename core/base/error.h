#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace guanwu {

/// What a caller should expect: bad input, not found, a rule that says no. What ends the request
/// (connection lost, disk full, corrupt row) is an exception instead.
enum class ErrorCode : std::uint8_t {
    InvalidArgument,
    NotFound,
    Conflict,
    StaleRevision,
    Forbidden,
    RuleViolated
};

struct Error {
    ErrorCode code {};
    /// A stable token that names the rule, for example "money.decimals". app/text explains it in Chinese and
    /// English.
    std::string subject;
    /// The value or place the rule met; put into the explanation, never translated.
    std::string detail;
    /// The field of what was sent that the rule met, by its token; empty = none, or all of them together.
    std::string field {};
    std::int64_t index = -1; ///< of a field that is a list: its place, from 0

    bool operator==(const Error&) const = default;
};

template <class T> using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(
    ErrorCode code, std::string_view subject, std::string detail = {})
{
    return tl::unexpected<Error>(Error {code, std::string(subject), std::move(detail)});
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

/// The error as one of a field of what was sent, or of one value of a list.
[[nodiscard]] inline Error inField(Error error, std::string_view field, std::int64_t index = -1)
{
    error.field = field;
    error.index = index;
    return error;
}

} // namespace guanwu
