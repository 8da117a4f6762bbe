#include "app/server/routes/card_marks.h"

#include "app/security/base64url.h"
#include "app/server/route.h"
#include "core/base/text.h"
#include "schema/connection/sha256.h"

namespace guanwu {

namespace {

    constexpr std::size_t kMaxMark = 2'000; ///< a name of 200 characters, and some
    constexpr std::size_t kCheck = 8; ///< hex digits
    constexpr char kBetween = '\n'; // in no value: names hold no line breaks

    std::string checkOf(const std::string& text) { return sha256Hex(text).substr(0, kCheck); }

} // namespace

std::string markText(CardOrder order, const CardMark& mark)
{
    if (mark.value.empty())
        return std::to_string(mark.id.value);
    const std::string text = std::string(tokenRow(kCardOrders, order).token) + kBetween
        + std::to_string(mark.id.value) + kBetween + mark.value;
    return toBase64url(checkOf(text) + text);
}

Result<std::optional<CardMark>> parseMark(CardOrder order, const std::string& text)
{
    const auto bad = [] { return fail(inField({ErrorCode::InvalidArgument, "request.after", {}}, "after")); };
    if (text.empty())
        return std::optional<CardMark>();
    if (const auto id = wholeNumber(text); id && *id >= 0)
        return std::optional(CardMark {"", AssetId {*id}});
    const auto bytes = text.size() > kMaxMark ? std::nullopt : fromBase64url(text);
    if (!bytes || bytes->size() < kCheck)
        return bad();
    const std::string marked = bytes->substr(kCheck);
    const std::string sorted = std::string(tokenRow(kCardOrders, order).token) + kBetween;
    if (!bytes->starts_with(checkOf(marked)) || !marked.starts_with(sorted))
        return bad();
    const auto end = marked.find(kBetween, sorted.size());
    if (end == std::string::npos)
        return bad();
    const auto id = wholeNumber(marked.substr(sorted.size(), end - sorted.size()));
    CardMark mark {marked.substr(end + 1), AssetId {id.value_or(0)}};
    if (!id || *id <= 0 || mark.value.empty() || !isValidText(mark.value))
        return bad();
    return std::optional(std::move(mark));
}

} // namespace guanwu
