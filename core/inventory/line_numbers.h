#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

/// Which line of a sheet a scanned code means. An asset number goes before a legacy number that reads the
/// same, and of two lines with the same legacy number the one with the lower asset number bears it: the order
/// in which lines are added is nothing to the answer.
///
/// Of the largest sheet every number is held while it is folded, so this is a table of its own in place of a
/// map of strings: a quarter of the memory.
class LineNumbers {
public:
    void add(std::string_view assetNo, std::string_view legacyNo, std::size_t line);
    void reserve(std::size_t lines);
    /// The line that bears one of the forms of the code.
    [[nodiscard]] std::optional<std::size_t> lineOf(const std::string& code) const;

private:
    /// A piece of m_text.
    struct Text {
        std::uint32_t from = 0;
        std::uint32_t size = 0;
    };
    struct Bearer {
        Text number;
        Text legacyOf; ///< asset number of who bears it as a legacy number; empty = its own asset number
        std::uint32_t line = 0;
    };
    [[nodiscard]] std::string_view read(Text text) const
    {
        return std::string_view(m_text).substr(text.from, text.size);
    }
    [[nodiscard]] Text keep(std::string_view text);
    /// The slot of the number, or the free one where it would stand.
    [[nodiscard]] std::size_t slotOf(std::string_view number) const;
    [[nodiscard]] const Bearer* find(std::string_view number) const;
    void insert(std::size_t slot, const Bearer& bearer);
    void spread(std::size_t slots);

    std::string m_text;
    std::vector<Bearer> m_bearers;
    std::vector<std::uint32_t> m_slots; ///< 0 = free, else 1 + the place of a bearer; a power of two of them
};

/// The forms under which a scanned code may be on a card, best first: as scanned, tidied, without its check
/// character.
[[nodiscard]] std::vector<std::string> codeForms(const std::string& code);

} // namespace guanwu
