#pragma once

#include "core/base/token_table.h"

#include <cstdint>
#include <string>
#include <vector>

namespace guanwu {

/// What is wrong with an audit trail.
enum class AuditFault : std::uint8_t {
    EntryChanged,
    EntryMissing,
    EntrySlippedIn,
    UnsealedMissing,
    SealChanged,
    BlockChanged,
    BlockMissing,
    ChainBroken,
    AnchorDiffers,
    AnchorAhead,
    AnchorForged,
    FoldDiffers,
};

inline constexpr TokenTable<AuditFault, 12> kAuditFaults {{
    {AuditFault::EntryChanged, "entry_changed", "记录被改动", "an entry was changed"},
    {AuditFault::EntryMissing, "entry_missing", "记录被删除", "an entry was deleted"},
    {AuditFault::EntrySlippedIn, "entry_slipped_in", "事后插入的记录", "an entry was put in afterwards"},
    {AuditFault::UnsealedMissing, "unsealed_missing", "封存前的记录被删除",
        "an entry was deleted before it was sealed"},
    {AuditFault::SealChanged, "seal_changed", "封存清单与根不符",
        "what seals the entries does not give the root"},
    {AuditFault::BlockChanged, "block_changed", "封存块被改动", "a block was changed"},
    {AuditFault::BlockMissing, "block_missing", "封存块缺失", "a block is missing"},
    {AuditFault::ChainBroken, "chain_broken", "封存块前后不相连",
        "a block does not follow from the one before"},
    {AuditFault::AnchorDiffers, "anchor_differs", "与锚点不符：历史被重写或分叉",
        "not what the anchor says: the history was written again, or forked"},
    {AuditFault::AnchorAhead, "anchor_ahead", "锚点之后的历史缺失：被截断或回滚到旧备份",
        "the anchor knows more: the tail was cut off, or an old backup was put in its place"},
    {AuditFault::AnchorForged, "anchor_forged", "锚点签名不符", "the anchor is not signed by this key"},
    {AuditFault::FoldDiffers, "fold_differs", "盘点结果与扫码记录不符",
        "the stored result of a count is not what its events give"},
}};
static_assert(isDense(kAuditFaults));

struct AuditFinding {
    AuditFault fault = AuditFault::EntryChanged;
    std::int64_t entry = 0; ///< the first that is bad; what is before it holds. 0 = of no entry
    std::int64_t block = 0; ///< 0 = of no block
    std::string about {}; ///< a file, or a count sheet
    std::int64_t after = 0; ///< of what is cut off: the last entry that is there
};

/// A block of which somebody keeps the digest outside of the database.
struct AuditAnchor {
    std::int64_t block = 0;
    std::string digest;
    std::int64_t entries = 0; ///< in this block and all before it
    std::string about {}; ///< where it was found
};

struct AuditReport {
    std::int64_t blocks = 0;
    std::int64_t sealed = 0;
    std::int64_t unsealed = 0; ///< not sealed yet
    std::int64_t anchored = 0; ///< entries that an anchor vouches for
    std::vector<AuditFinding> findings; ///< the first ones, see kMostFindings
    std::int64_t findingCount = 0;

    void add(AuditFinding finding);
    /// That of the smallest entry; null = all is well.
    [[nodiscard]] const AuditFinding* first() const;
};

inline constexpr std::size_t kMostFindings = 1'000;

} // namespace guanwu
