#include "reports/idle/idle_sums.h"

#include "core/reference/classification.h"

#include <algorithm>
#include <map>

namespace guanwu {

void IdleFigures::add(const IdleLine& line, Money netValue)
{
    ++things;
    original += line.original;
    net += netValue;
    area += idleArea(line);
    if (line.note.expectedIncome)
        income = income.value_or(Money()) + *line.note.expectedIncome;
}

void IdleFigures::add(const IdleFigures& other)
{
    things += other.things;
    original += other.original;
    net += other.net;
    area += other.area;
}

namespace {

    const std::string kWayKey = "way:";
    const std::string kLengthKey = "length:";
    const std::string kClassKey = "class:";
    const std::string kUnitKey = "unit:";

    std::string topClassOf(const IdleLine& line) { return line.classCode.substr(0, 3); }

    /// The rows of a table that have something, under their names.
    template <class Table, std::size_t Rows>
    std::vector<NamedFigures> named(
        const std::string& key, const Table& table, const std::array<IdleFigures, Rows>& figures)
    {
        std::vector<NamedFigures> out;
        for (std::size_t i = 0; i < Rows; ++i)
            if (figures[i].things > 0)
                out.push_back({key + std::string(table[i].token), std::string(table[i].nameZh), figures[i]});
        return out;
    }

} // namespace

bool hasTrouble(const IdleLine& line, IdleTrouble trouble)
{
    switch (trouble) {
    case IdleTrouble::NoTitle:
        return line.isEstate() && line.certificateNo.empty();
    case IdleTrouble::Incomplete:
        return line.isCertificateIncomplete;
    case IdleTrouble::Unsafe:
        return line.safety >= SafetyGrade::C;
    case IdleTrouble::Encumbered:
        return line.isMortgaged || line.isSealed;
    case IdleTrouble::Disputed:
        return line.isDisputed;
    }
    return false;
}

std::string idleClassName(const IdleLine& line)
{
    const ClassCode* top = Classification::edition2022().topClassOf(line.classCode);
    return top ? top->nameZh : line.classCode;
}

bool hasStep(const IdleLine& line) { return !line.note.measure.empty() || line.note.dueOn; }

std::string idleTroubleKey(std::size_t trouble) { return "trouble:" + std::to_string(trouble + 1); }

std::vector<std::string> idleRowsOf(const IdleLine& line, const IdleHead& head)
{
    const IdleLength length = idleLength(line.idleSince, head.asOf, head.termMonths);
    std::vector<std::string> out {kWayKey + std::string(tokenRow(kProposedWays, line.note.way).token),
        kLengthKey + std::string(tokenRow(kIdleLengths, length).token), kClassKey + topClassOf(line),
        kUnitKey + line.unitCode};
    for (std::size_t i = 0; i < kIdleTroubles.size(); ++i)
        if (hasTrouble(line, static_cast<IdleTrouble>(i)))
            out.push_back(idleTroubleKey(i));
    return out;
}

Money idleNet(const IdleLine& line, Day on)
{
    return line.original - line.schedule.accumulatedAt(on.year() / on.month());
}

Area idleArea(const IdleLine& line) { return line.kind == CardKind::Land ? line.landShare : line.floorArea; }

IdleSums::IdleSums(const IdleHead& head, const IdleLines& lines)
{
    std::array<IdleFigures, kProposedWays.size()> ways;
    std::array<IdleFigures, kIdleLengths.size()> lengths;
    std::map<std::string, NamedFigures> classes;
    std::map<std::pair<std::string, std::string>, IdleFigures> units;
    for (IdleLine line; lines(line);) {
        const Money net = idleNet(line, head.asOf);
        all.add(line, net);
        largest = std::max(largest, line.original);
        ways[static_cast<std::size_t>(line.note.way)].add(line, net);
        lengths[static_cast<std::size_t>(idleLength(line.idleSince, head.asOf, head.termMonths))].add(
            line, net);
        NamedFigures& ofClass = classes[topClassOf(line)];
        ofClass.key = kClassKey + topClassOf(line);
        ofClass.name = idleClassName(line);
        ofClass.figures.add(line, net);
        units[{line.unitCode, line.unitName}].add(line, net);
        for (std::size_t i = 0; i < kIdleTroubles.size(); ++i)
            if (hasTrouble(line, static_cast<IdleTrouble>(i)))
                byTrouble[i].add(line, net);
        if (hasStep(line))
            steps.push_back({line.assetNo + " " + line.name, line.note.measure, line.note.responsible,
                line.note.dueOn, line.original});
    }
    byWay = named(kWayKey, kProposedWays, ways);
    byLength = named(kLengthKey, kIdleLengths, lengths);
    for (auto& [code, figures] : classes)
        byClass.push_back(std::move(figures));
    for (const auto& [unit, figures] : units)
        byUnit.push_back({kUnitKey + unit.first, unit.second, figures});
    std::stable_sort(byUnit.begin(), byUnit.end(), [](const NamedFigures& a, const NamedFigures& b) {
        return a.figures.original > b.figures.original;
    });
    std::stable_sort(steps.begin(), steps.end(), [](const IdleStep& a, const IdleStep& b) {
        return a.dueOn && (!b.dueOn || *a.dueOn < *b.dueOn);
    });
}

} // namespace guanwu
