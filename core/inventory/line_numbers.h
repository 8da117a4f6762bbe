#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace guanwu {

/// Which line of a sheet a scanned code means. An asset number goes before a legacy number that reads the
/// same, and of two lines with the same legacy number the one with the lower asset number bears it: the order
/// in which lines are added is nothing to the answer.
class LineNumbers {
public:
    void add(const std::string& assetNo, const std::string& legacyNo, std::size_t line);
    void reserve(std::size_t lines) { m_byNumber.reserve(lines * 2); }
    /// The line that bears one of the forms of the code.
    [[nodiscard]] std::optional<std::size_t> lineOf(const std::string& code) const;

private:
    struct Bearer {
        std::size_t line = 0;
        std::string
            legacyOf; ///< asset number of who bears it as a legacy number; empty = its own asset number
    };
    std::unordered_map<std::string, Bearer> m_byNumber;
};

/// The forms under which a scanned code may be on a card, best first: as scanned, tidied, without its check
/// character.
[[nodiscard]] std::vector<std::string> codeForms(const std::string& code);

} // namespace guanwu
