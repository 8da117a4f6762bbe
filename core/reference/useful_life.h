#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

/// How long assets of a class are depreciated, with the source of the rule (财会〔2017〕4号 table 1).
struct UsefulLife {
    std::string className;
    int minMonths = 0; ///< not below this without an approval
    std::optional<int> maxMonths; ///< special equipment has a range
    bool neverDepreciated = false;
    std::string source;
};

/// The lives of depreciation.csv, looked up by class code of the 2022 edition.
class UsefulLives {
public:
    [[nodiscard]] static const UsefulLives& current();
    /// The row with the longest matching prefix. Buildings are told apart by their structure, in any of the
    /// forms 钢, 钢结构, 钢混, 钢筋混凝土结构, 砖混, 砖木, 简易房: reinforced concrete when none is stated;
    /// for another structure the lower of the two lives, because a minimum must not refuse what may be right.
    /// nullptr = no class of the table fits, choose by hand. The answer lives as long as the program.
    [[nodiscard]] const UsefulLife* find(std::string_view classCode, std::string_view structure = {}) const;

private:
    UsefulLives();
    struct Row {
        std::string prefix;
        std::string structure; ///< of buildings, else empty
        UsefulLife life;
    };
    std::vector<Row> m_rows;
};

/// Why a life cannot be given to an asset of a class: "life.never_depreciated" (a life where there is none),
/// "life.below_minimum" (without an approval), "life.above_maximum" (special equipment lies in its range);
/// empty when it can. 0 months mean not depreciated.
[[nodiscard]] std::string_view lifeProblem(const UsefulLife& life, int months, bool approved);

} // namespace guanwu
