#pragma once

#include "core/documents/document_service.h"
#include "core/inventory/inventory_task.h"

#include <functional>
#include <string>
#include <vector>

namespace guanwu {

/// Why no document is made of a finding now.
enum class FindingSkip : std::uint8_t { Made, Taken, Gone, Settled, Unknown, Away };

inline constexpr TokenTable<FindingSkip, 6> kFindingSkips {{
    {FindingSkip::Made, "made", "已有单据", "Has its document"},
    {FindingSkip::Taken, "taken", "资产在其他单据中", "The asset is on another document"},
    {FindingSkip::Gone, "gone", "卡片已终止或不在本单位", "The card ended or is of another unit"},
    {FindingSkip::Settled, "settled", "卡片已与实物一致", "The card says what was found"},
    {FindingSkip::Unknown, "unknown", "所见地点或人员未登记", "The place or person seen is not registered"},
    {FindingSkip::Away, "away", "资产出租、出借或改扩建中", "The asset is let, lent or under rebuild"},
}};
static_assert(isDense(kFindingSkips));

/// A document to be drafted from findings of a count.
struct FindingDraft {
    DocumentKind kind {};
    std::string method;
    LineResult result {}; ///< what all of its lines are
    std::string reason;
    std::vector<std::string> assets;
    std::vector<Wish> wishes; ///< of a surplus
    std::vector<Fact> facts;
    std::vector<std::string> findings; ///< in the order of the lines: asset number, or event of a surplus
    std::vector<std::string> countedBy; ///< logins: none of them signs it alone
    Money original;
};

struct SkippedFinding {
    std::string finding;
    LineResult result {};
    FindingSkip why {};
};

struct FindingPlan {
    std::vector<FindingDraft> drafts;
    std::vector<SkippedFinding> skipped;
};

/// What is known of a verified sheet and of its cards as they are now.
struct FindingContext {
    const InventoryTask& task;
    const CountSheet& sheet;
    const CountedSheet& counted;
    const std::vector<RegisteredCard>& cards; ///< of the lines that are findings, as far as they are seen
    Day today {};
    std::function<bool(const std::string& finding)> isMade; ///< a document that is not over without effect has it
    std::function<bool(AssetId asset)> isTaken; ///< another open document has it
    std::function<bool(const std::string& code)> isPlace;
    std::function<bool(const std::string& code)> isPerson;
};

/// The asset numbers of the lines of a sheet that ask for a document.
[[nodiscard]] std::vector<std::string> findingNumbers(const CountedSheet& counted);

/// Which documents follow from a count (inventory_results.csv): place and person seen elsewhere are handed over,
/// another state is a change slip, shortage, theft and damage are written off by kind of loss, what is worn out is
/// scrapped, what was disposed of or entered twice is corrected, a surplus that was accepted comes onto the books. Pure:
/// the same sheet and cards give the same plan.
[[nodiscard]] FindingPlan planDocuments(const FindingContext& context);

} // namespace guanwu
