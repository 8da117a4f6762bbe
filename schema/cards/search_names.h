#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace guanwu {

class Session;

/// The initials of the pinyin of a name: 办公桌 is "bgz". Handed in, because it takes a library that the
/// schema does not know.
using Initials = std::function<std::string(std::string_view name)>;

/// Every name that a card, a place or a person bears, once. A city has a million cards but few thousand
/// names, so a text is looked for in the names, and the cards are found by them. The names in turn are found
/// by any two characters of the text (bigrams), so that a search does not read all people of a province.
/// Names are learnt when somebody searches, not when they are stored: an import pays nothing for it. Codes of
/// places are learnt so as well, or a search would read every place of a province for each page.
class SearchNames {
public:
    /// Of cards; of people and places; codes of places, in which nobody looks for initials.
    enum class Kind : std::uint8_t { Card, Holder, Code };

    SearchNames(Session& session, Initials initials)
        : m_session(session)
        , m_initials(std::move(initials))
    {
    }

    /// Learns the names of batches and changes since the last time; quick when there are none.
    void learn();
    /// The code of a place that comes in no batch, in the unit of work that enters it.
    static void learnCode(Session& session, const std::string& code);
    /// Names that hold the text, of two characters or more, or whose initials do; the first of them, in the
    /// order of their characters.
    [[nodiscard]] std::vector<std::string> matching(Kind kind, std::string_view text, int most);

private:
    using Names = std::unordered_set<std::string>;
    void learnBatches();
    void learnChanges();
    void learnCodes();
    void add(Kind kind, const Names& names);
    void addPiece(Kind kind, const std::vector<std::string>& names);
    void write(Kind kind, const Names& names, const Names& known);
    /// The two characters of the text that fewest names hold; nothing when some two of them are in none.
    [[nodiscard]] std::optional<std::string> rarestOf(Kind kind, const std::string& text);
    void collect(
        Kind kind, bool areInitials, const std::string& text, int most, std::set<std::string>& found);

    Session& m_session;
    Initials m_initials;
};

/// As names and what is looked for are compared: no blanks at the ends, half-width, capitals.
[[nodiscard]] std::string searchKey(std::string_view text);

/// Each two characters that stand side by side in a text, once. Two blanks are none: MariaDB does not tell
/// them from an empty text.
[[nodiscard]] std::set<std::string> bigramsOf(std::string_view utf8);

} // namespace guanwu
