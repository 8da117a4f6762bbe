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

private:
    struct Cell {
        int frames = 0;
        int expected = 0;
        int right = 0;
        int wrong = 0;
        std::vector<double> milliseconds;
        void add(const Cell& other);
    };

    void printRow(const std::string& group, const std::vector<Cell>& cells) const;

    std::vector<std::unique_ptr<Scanner>> m_scanners;
    bool m_tellMisses;
    std::map<std::string, std::vector<Cell>> m_groups; // a cell for each scanner
    std::vector<std::set<std::pair<SymbolFormat, std::string>>> m_readBefore; // in this sequence
};

} // namespace guanwu::bench
