#pragma once

#include "tests/bench/scan/frames.h"
#include "tests/bench/scan/scanners.h"

#include <map>

namespace guanwu::bench {

/// Counts what scanners read of frames with truth and how long it took, and prints the table.
class Scores {
public:
    Scores(std::vector<std::unique_ptr<Scanner>> scanners, bool tellMisses);

    /// Lets every scanner read the frame. In a sequence a symbol counts as read from the frame on in which it
    /// first was.
    void add(const TruthFrame& frame);
    /// A line a group and scanner, then the groups' families ("easy" of "easy/QRCode") and all.
    void print() const;
    [[nodiscard]] int misreadsOf(std::size_t scanner) const;

    /// What one scanner reached in a group or family.
    struct Summary {
        int expected = 0;
        double rate = 0; ///< percent
        double median = 0; ///< ms a frame
        double ninetyFifth = 0;
        double longest = 0;
    };
    /// One a scanner; empty where nothing of that name was added.
    [[nodiscard]] std::vector<Summary> summaries(const std::string& groupOrFamily) const;

private:
    struct Cell {
        int frames = 0;
        int expected = 0;
        int right = 0;
        int wrong = 0;
        std::vector<double> milliseconds;
        void add(const Cell& other);
    };

    using Cells = std::map<std::string, std::vector<Cell>>;

    [[nodiscard]] Cells families() const;
    [[nodiscard]] static Summary summaryOf(const Cell& cell);
    void printRow(const std::string& group, const std::vector<Cell>& cells) const;

    std::vector<std::unique_ptr<Scanner>> m_scanners;
    bool m_tellMisses;
    Cells m_groups; // a cell for each scanner
    std::vector<std::set<std::pair<SymbolFormat, std::string>>> m_readBefore; // in this sequence
};

} // namespace guanwu::bench
