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
    /// The row with the longest matching prefix; among buildings the one that `structure` (结构, for example
    /// 砖混结构) names, reinforced concrete when it is not stated. nullptr = no class of the table fits,
    /// choose by hand.
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

} // namespace guanwu
