#pragma once

#include <functional>
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
/// names, so a text is looked for in the names, and the cards are found by them. Names are learnt when
/// somebody searches, not when they are stored: an import pays nothing for it.
class SearchNames {
public:
    SearchNames(Session& session, Initials initials)
        : m_session(session)
        , m_initials(std::move(initials))
    {
    }

    /// Learns the names of batches and changes since the last time; quick when there are none.
    void learn();
    /// Names that hold the text, or whose initials do; at most so many.
    [[nodiscard]] std::vector<std::string> matching(std::string_view text, int most);

private:
    using Names = std::unordered_set<std::string>;
    void learnBatches();
    void learnChanges();
    void add(const Names& names);
    void addPiece(const std::vector<std::string>& names);

    Session& m_session;
    Initials m_initials;
};

/// As names and what is looked for are compared: no blanks at the ends, half-width, capitals.
[[nodiscard]] std::string searchKey(std::string_view text);

} // namespace guanwu
