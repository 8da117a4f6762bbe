#pragma once

#include "core/registry/asset_card.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

/// A limit or a term of a register (register_rules.csv), with where it comes from and when it is in force.
/// Not to be confused with Limit, without which a rule of documents, idle things or space could not be
/// carried out.
struct RegisterRule {
    std::string registerToken;
    std::string rule;
    std::string key; ///< what it holds for, empty = everything
    std::string value;
    std::optional<Day> from;
    std::optional<Day> to; ///< the last day
    std::string source;
};

/// The table register_rules. A thing is judged by what was in force on its day, so that a new limit makes no
/// old purchase wrong.
class RegisterRules {
public:
    explicit RegisterRules(std::string_view csv);
    [[nodiscard]] static const RegisterRules& current();

    [[nodiscard]] const std::vector<RegisterRule>& all() const { return m_rules; }
    /// nullptr when nothing is known for the key on that day: then nothing is judged.
    [[nodiscard]] const RegisterRule* find(
        std::string_view registerToken, std::string_view rule, std::string_view key, Day on) const;
    [[nodiscard]] std::optional<Money> money(
        std::string_view registerToken, std::string_view rule, std::string_view key, Day on) const;
    [[nodiscard]] std::optional<int> whole(
        std::string_view registerToken, std::string_view rule, std::string_view key, Day on) const;

private:
    std::vector<RegisterRule> m_rules;
};

} // namespace guanwu
