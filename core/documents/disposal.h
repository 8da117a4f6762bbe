#pragma once

#include "core/documents/document_rules.h"

#include <optional>

namespace guanwu {

/// Land and buildings, vehicles, and everything else go on sheets of their own (reports 0).
[[nodiscard]] int disposalSheet(std::string_view classCode);

/// The money of a disposal (收支两条线): all of it goes to the treasury but what the approval lets be netted.
struct DisposalIncome {
    Money gross;
    Money tax;
    Money fees;
    Money netted; ///< of tax and fees, what the approval allowed
    Money paid;
    std::optional<Day> dueOn;
    std::optional<Day> paidOn;

    [[nodiscard]] Money due() const { return gross - netted; }
    [[nodiscard]] Money gap() const { return due() - paid; }
    [[nodiscard]] Money net() const { return gross - tax - fees; }
};
[[nodiscard]] DisposalIncome incomeOf(const Document& document);

/// Whether a deal stays below the share of the appraised value that limits.csv names and below what
/// was approved.
[[nodiscard]] bool isBelowFloor(const Document& document, Day on);

/// Whether the appraisal was good on a day: until the day it names, else for the months of
/// limits.csv, the last day not included (algorithms 11).
[[nodiscard]] bool isAppraisalGood(const Document& document, Day on);

} // namespace guanwu
