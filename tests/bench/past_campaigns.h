#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace guanwu::bench {

/// Campaigns that were closed years before the one that is measured, over all cards of today.
constexpr const char* kPastTask = "BENCH-"; ///< and its number, 1 for the earliest

/// The bare statement that puts cards on count sheets; `which` says of which sheets `s`. No pieces, no
/// condition on the cards.
[[nodiscard]] std::string bookLines(const std::string& which);

/// Fills the issued task `taskNo` with as many rows as a real campaign leaves and closes it: lines, a
/// sighting of each, what follows from it. Statements of the database, a sheet a transaction, each table in
/// the order of its keys; the identities of the events rise with the sheets. `yearsAgo` sets its days. With
/// the task of the year before, `alike`, the rows are taken from there, a year later, which takes half as
/// long.
void closeAsCounted(const std::string& url, const std::string& taskNo, int yearsAgo,
    const std::optional<std::string>& alike = {});

/// Throws unless the product shows the task closed, unit by unit, with all the cards and their value. With
/// `isFolded` it folds every sheet again and compares.
void checkPast(const std::string& url, const std::string& taskNo, std::int64_t cards, bool isFolded);

} // namespace guanwu::bench
