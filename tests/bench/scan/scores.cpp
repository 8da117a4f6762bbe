#include "tests/bench/scan/scores.h"

#include "scanner/work_clock.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace guanwu::bench {

namespace {

    double quantile(std::vector<double> values, double part)
    {
        if (values.empty())
            return 0;
        std::sort(values.begin(), values.end());
        return values[static_cast<std::size_t>(std::lround(part * static_cast<double>(values.size() - 1)))];
    }

    /// Truth leaves out the separator of GS1 codes and writes line ends as \n, none around the text.
    std::string comparable(std::string text)
    {
        for (auto at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n"))
            text.erase(at, 1);
        std::erase(text, '\x1D');
        text.erase(0, std::min(text.find_first_not_of('\n'), text.size()));
        text.erase(text.find_last_not_of('\n') + 1);
        return text;
    }

} // namespace

Scores::Scores(std::vector<std::unique_ptr<Scanner>> scanners, bool tellMisses)
    : m_scanners(std::move(scanners))
    , m_tellMisses(tellMisses)
    , m_readBefore(m_scanners.size())
{
}

void Scores::Cell::add(const Cell& other)
{
    frames += other.frames;
    expected += other.expected;
    right += other.right;
    wrong += other.wrong;
    milliseconds.insert(milliseconds.end(), other.milliseconds.begin(), other.milliseconds.end());
}

void Scores::add(const TruthFrame& frame)
{
    auto& cells = m_groups[frame.group];
    cells.resize(m_scanners.size());
    std::set<std::pair<SymbolFormat, std::string>> truth;
    for (const auto& [format, text] : frame.truth)
        truth.emplace(format, comparable(text));
    for (std::size_t i = 0; i < m_scanners.size(); ++i) {
        if (frame.shot == 0) {
            m_scanners[i]->begin();
            m_readBefore[i].clear();
        }
        const auto before = WorkClock::now(); // other work on the machine does not count
        const auto symbols = m_scanners[i]->read(frame.picture);
        Cell cell {1, static_cast<int>(truth.size()), 0, 0, {std::chrono::duration<double, std::milli>(WorkClock::now() - before).count()}};
        std::set<std::pair<SymbolFormat, std::string>> read;
        for (const auto& symbol : symbols)
            read.emplace(symbol.format, comparable(symbol.text));
        for (const auto& one : read)
            if (!truth.contains(one) && (frame.complete || truth.empty())) {
                ++cell.wrong;
                std::fprintf(stderr, "misread by %s in %s %s: %s %s\n", m_scanners[i]->name().c_str(),
                    frame.group.c_str(), frame.name.c_str(),
                    std::string(tokenRow(kSymbolFormats, one.first).token).c_str(),
                    escapedText(one.second).c_str());
            }
        m_readBefore[i].insert(read.begin(), read.end());
        for (const auto& one : truth) {
            cell.right += m_readBefore[i].contains(one);
            if (m_tellMisses && i == 0 && !m_readBefore[i].contains(one))
                std::fprintf(stderr, "missed: %s %s %s\n", frame.group.c_str(), frame.name.c_str(),
                    escapedText(one.second).c_str());
        }
        cells[i].add(cell);
    }
}

int Scores::misreadsOf(std::size_t scanner) const
{
    int wrong = 0;
    for (const auto& [group, cells] : m_groups)
        wrong += cells[scanner].wrong;
    return wrong;
}

Scores::Summary Scores::summaryOf(const Cell& cell)
{
    return {cell.expected, cell.expected > 0 ? 100.0 * cell.right / cell.expected : 0,
        quantile(cell.milliseconds, .5), quantile(cell.milliseconds, .95), quantile(cell.milliseconds, 1)};
}

Scores::Cells Scores::families() const
{
    Cells families;
    for (const auto& [group, cells] : m_groups) {
        std::string family = group.substr(0, group.find('/'));
        if (const auto shot = group.find(" @"); shot != std::string::npos)
            family += group.substr(shot);
        for (const auto& name : {family, std::string("ALL")}) {
            auto& sums = families[name];
            sums.resize(cells.size());
            for (std::size_t i = 0; i < cells.size(); ++i)
                sums[i].add(cells[i]);
        }
    }
    return families;
}

std::vector<Scores::Summary> Scores::summaries(const std::string& groupOrFamily) const
{
    const auto all = families();
    const auto group = m_groups.find(groupOrFamily);
    const auto family = all.find(groupOrFamily);
    std::vector<Summary> out;
    if (group != m_groups.end() || family != all.end())
        for (const Cell& cell : group != m_groups.end() ? group->second : family->second)
            out.push_back(summaryOf(cell));
    return out;
}

void Scores::printRow(const std::string& group, const std::vector<Cell>& cells) const
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Cell& cell = cells[i];
        const Summary sum = summaryOf(cell);
        std::printf("%-24s %-7s %5d %5d %6d %6.1f %4d %8.1f %8.1f %8.1f\n", group.c_str(),
            m_scanners[i]->name().c_str(), cell.frames, cell.expected, cell.right, sum.rate, cell.wrong,
            sum.median, sum.ninetyFifth, sum.longest);
    }
}

void Scores::print() const
{
    std::printf("%-24s %-7s %5s %5s %6s %6s %4s %8s %8s %8s\n", "group", "scanner", "img", "sym", "right",
        "rate%", "mis", "med ms", "p95 ms", "max ms");
    for (const auto& [group, cells] : m_groups)
        printRow(group, cells);
    for (const auto& [name, sums] : families())
        if (!m_groups.contains(name))
            printRow(name, sums);
}

} // namespace guanwu::bench
