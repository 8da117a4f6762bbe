#pragma once

#include "core/base/error.h"

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>

namespace guanwu {

/// Characters a legacy number may have at most.
inline constexpr std::size_t kMaxLegacyNo = 64;

/// Whether an imported number can be kept as it is and scanned: 1 to 64 printable characters, no blank at the
/// ends.
[[nodiscard]] bool isLegacyNo(std::string_view text);

/// The number of an asset for life: kind (two letters), year, six digits. Unique in the whole registry and
/// never reused. Not to be confused with a legacy number, which may be any text.
class AssetNo {
public:
    /// Two capitals, four digits, six digits, nothing else around them. Errors: asset_no.syntax.
    [[nodiscard]] static Result<AssetNo> parse(std::string_view text);
    [[nodiscard]] const std::string& text() const { return m_text; }
    auto operator<=>(const AssetNo&) const = default;

private:
    explicit AssetNo(std::string text)
        : m_text(std::move(text))
    {
    }
    friend class AssetTag;
    std::string m_text;
};

/// What is printed on a tag: the asset number and a check character (ISO 7064 MOD 37-2) that catches every
/// single mistyped character and every swap of two neighbours.
class AssetTag {
public:
    [[nodiscard]] static AssetTag of(const AssetNo& number);
    /// Errors: tag.syntax, tag.check.
    [[nodiscard]] static Result<AssetTag> parse(std::string_view text);
    [[nodiscard]] const AssetNo& assetNo() const { return m_number; }
    [[nodiscard]] std::string text() const { return m_number.text() + m_check; }
    auto operator<=>(const AssetTag&) const = default;

private:
    AssetTag(AssetNo number, char check)
        : m_number(std::move(number))
        , m_check(check)
    {
    }
    AssetNo m_number;
    char m_check;
};

/// The ISO 7064 MOD 37-2 check character of a body of digits and upper-case letters; 0 when the body holds
/// anything else.
[[nodiscard]] char checkCharacterMod37(std::string_view body);

} // namespace guanwu
