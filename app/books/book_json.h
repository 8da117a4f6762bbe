#pragma once

#include "core/books/posted_month.h"
#include "core/books/reconciliation.h"
#include "schema/books/book_reader.h"
#include "schema/books/depreciation_posting.h"

#include <nlohmann/json.hpp>
#include <span>
#include <string>

namespace guanwu {

/// The books as the API and the command line tell them. Money and areas are texts with two decimals.

[[nodiscard]] nlohmann::ordered_json planJson(
    std::span<const DepreciationPosting::UnitPlan> plan, std::chrono::year_month through);
[[nodiscard]] nlohmann::ordered_json monthJson(const PostedMonth& month);
[[nodiscard]] nlohmann::ordered_json classTotalsJson(std::span<const ClassTotal> totals);
[[nodiscard]] nlohmann::ordered_json voucherJson(std::span<const ClassTotal> totals);
[[nodiscard]] nlohmann::ordered_json lineJson(const PostedLine& line);

/// The table line by line, each with its differences, its items and what no item explains.
[[nodiscard]] nlohmann::ordered_json reconciliationJson(const Reconciliation& table);
/// The sides between which a difference may lie and the reasons it may have: forms are made of it.
[[nodiscard]] nlohmann::ordered_json reconcileChoicesJson();

/// What somebody wrote down of a difference.
struct ReconcileItemTexts {
    std::string side;
    std::string classCode;
    std::string account;
    std::string amount; ///< yuan, or square metres: both have two decimals
    std::string reason; ///< token or Chinese name
    std::string assetNo;
    std::string note;
    std::string adjustmentNo;
    std::string doneOn;
};

/// Errors: reconcile.side, reconcile.reason, those of the amount and the day, and those of checkItem().
[[nodiscard]] Result<ReconcileItem> reconcileItemOf(const ReconcileItemTexts& texts, const std::string& actor);

} // namespace guanwu
