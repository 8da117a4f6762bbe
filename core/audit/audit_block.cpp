#include "core/audit/audit_block.h"

namespace guanwu {

std::string sealLeaf(std::string_view bytes, const HexDigest& digest)
{
    return digest(std::string("leaf:").append(bytes));
}

std::string merkleRoot(std::vector<std::string> leaves, const HexDigest& digest)
{
    if (leaves.empty())
        return digest("");
    while (leaves.size() > 1) {
        std::size_t filled = 0;
        for (std::size_t i = 0; i + 1 < leaves.size(); i += 2)
            leaves[filled++] = digest("node:" + leaves[i] + leaves[i + 1]);
        if (leaves.size() % 2 == 1)
            leaves[filled++] = std::move(leaves.back());
        leaves.resize(filled);
    }
    return std::move(leaves.front());
}

std::string blockDigest(const AuditBlock& block, const HexDigest& digest)
{
    std::string bytes = "block:";
    const auto add = [&](std::string_view field) {
        bytes.append(std::to_string(field.size())).append(":").append(field);
    };
    add(std::to_string(block.number));
    add(tokenRow(kSealAlgorithms, block.algorithm).token);
    add(std::to_string(block.entries));
    add(std::to_string(block.through));
    add(block.root);
    add(block.previous);
    add(std::to_string(block.sealedAt.time_since_epoch().count()));
    return digest(bytes);
}

} // namespace guanwu
