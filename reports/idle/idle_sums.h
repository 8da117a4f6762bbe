#pragma once

#include "reports/idle/idle_reports.h"

#include <array>

namespace guanwu {

struct IdleFigures {
    std::int64_t things = 0;
    Money original;
    Money net;
    Area area;
    std::optional<Money> income; ///< unknown while nobody expects any

    void add(const IdleLine& line, Money netValue);
    /// But for the income, which is told of wholes only.
    void add(const IdleFigures& other);
};

/// 问题, in the order of the report (reports 5, section 6).
enum class IdleTrouble : std::uint8_t { NoTitle, Incomplete, Unsafe, Encumbered, Disputed };
inline constexpr std::array<std::string_view, 5> kIdleTroubles {
    "无权属证书", "权属证书容缺", "房屋安全 C、D 级", "抵押、查封", "权属争议"};

[[nodiscard]] bool hasTrouble(const IdleLine& line, IdleTrouble trouble);
/// The level-1 class of a thing, as a report prints it.
[[nodiscard]] std::string idleClassName(const IdleLine& line);
[[nodiscard]] Money idleNet(const IdleLine& line, Day on);
/// What an idle thing occupies: land its share, a building its floors.
[[nodiscard]] Area idleArea(const IdleLine& line);

/// 下一步: what was said of a thing.
struct IdleStep {
    std::string thing;
    std::string measure;
    std::string responsible;
    std::optional<Day> dueOn;
    Money original;
};

struct NamedFigures {
    std::string key; ///< of the row, as idleRowsOf() gives it
    std::string name;
    IdleFigures figures;
};

/// The keys of the rows that a thing is counted in: by way, length, class, unit and trouble.
[[nodiscard]] std::vector<std::string> idleRowsOf(const IdleLine& line, const IdleHead& head);
[[nodiscard]] std::string idleTroubleKey(std::size_t trouble);

/// Whether something was said of what is to be done with a thing.
[[nodiscard]] bool hasStep(const IdleLine& line);

/// Everything the disposal report adds up, from one pass over the lines.
struct IdleSums {
    IdleFigures all;
    Money largest; ///< original value of one thing
    std::array<IdleFigures, kIdleTroubles.size()> byTrouble;
    std::vector<NamedFigures> byWay; ///< those that something is to become, in the order of the table
    std::vector<NamedFigures> byLength; ///< those that something is idle for, the same
    std::vector<NamedFigures> byClass; ///< in the order of codes
    std::vector<NamedFigures> byUnit; ///< the most original value first
    std::vector<IdleStep> steps; ///< the next to be done first, what has no day last

    IdleSums(const IdleHead& head, const IdleLines& lines);
};

} // namespace guanwu
