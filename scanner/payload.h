#pragma once

#include "core/values/asset_tag.h"

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace guanwu {

/// The code of a place as a room label carries it. Not every code of the register can: see parse().
class PlaceCode {
public:
    /// 1 to 32 of A-Z a-z 0-9 - . / _, beginning and ending with a letter or digit. That is what a scanner in
    /// keyboard mode types unharmed under every input method, and what fits a small symbol. Error:
    /// place_code.syntax.
    [[nodiscard]] static Result<PlaceCode> parse(std::string_view text);
    [[nodiscard]] const std::string& text() const { return m_text; }
    /// What the room label's symbol says: "P:" and the code. No asset tag, asset number or number of a class
    /// holds a colon, so the two kinds of label cannot be taken for each other.
    [[nodiscard]] std::string payload() const;
    auto operator<=>(const PlaceCode&) const = default;

private:
    explicit PlaceCode(std::string text)
        : m_text(std::move(text))
    {
    }
    std::string m_text;
};

/// Text that is no label of ours: a legacy number, a foreign code, the producer's serial number. Only the
/// register knows whether it means something; nothing in it is ever opened or executed.
struct ForeignText {
    std::string text;
    bool operator==(const ForeignText&) const = default;
};

/// What a decoded text is, decided by strict grammar before anything acts on it.
using Payload = std::variant<AssetTag, PlaceCode, ForeignText>;

/// The whole text must match, without blanks around it and without another case: a tag that was printed by us
/// does.
[[nodiscard]] Payload parsePayload(std::string_view text);

/// The tag that the text is, with a check character that holds; none for everything else.
[[nodiscard]] std::optional<AssetTag> acceptedTag(std::string_view text);

} // namespace guanwu
