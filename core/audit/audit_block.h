#pragma once

#include "core/base/token_table.h"
#include "core/values/instant.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace guanwu {

/// By what a block is sealed. Every block names its own, so that the next one may be sealed by another.
enum class SealAlgorithm : std::uint8_t { Sm3, Sha256 };

inline constexpr TokenTable<SealAlgorithm, 2> kSealAlgorithms {{
    {SealAlgorithm::Sm3, "sm3", "SM3", "SM3"},
    {SealAlgorithm::Sha256, "sha256", "SHA-256", "SHA-256"},
}};
static_assert(isDense(kSealAlgorithms));

/// Digest of bytes, lower-case hex.
using HexDigest = std::function<std::string(std::string_view bytes)>;

/// Entries of the audit trail sealed together: from here on none of them can be changed, added or taken away
/// without another root, and so without another digest of this block and of all that follow (security A2).
struct AuditBlock {
    std::int64_t number = 0; ///< from 1, without a gap
    SealAlgorithm algorithm = SealAlgorithm::Sm3;
    std::int64_t entries = 0;
    std::int64_t through = 0; ///< id: what is older was looked at when this was sealed
    std::string root; ///< of the tree over its entries, in the order of their ids
    std::string previous; ///< digest of the block before; empty for the first
    Instant sealedAt {};
    std::string digest; ///< of all the above
};

/// The leaf of an entry's bytes. Leaves and nodes are told apart, so that no node passes for an entry.
[[nodiscard]] std::string sealLeaf(std::string_view bytes, const HexDigest& digest);
/// The root of a Merkle tree; a node without a sister goes up as it is. Of no leaves: the digest of nothing.
[[nodiscard]] std::string merkleRoot(std::vector<std::string> leaves, const HexDigest& digest);
[[nodiscard]] std::string blockDigest(const AuditBlock& block, const HexDigest& digest);

} // namespace guanwu
