#include "schema/audit/audit_verifier.h"

#include "schema/audit/audit_seals.h"
#include "schema/audit/entry_rows.h"
#include "schema/audit/seal_digest.h"
#include "schema/bulk/bulk.h"
#include "schema/connection/session.h"

#include <algorithm>
#include <map>
#include <optional>

namespace guanwu {

namespace {

    // A page of them is held, and read beside their entries.
    constexpr std::int64_t kBlocksAtOnce = 1'000;
    constexpr std::int64_t kMostWriters = 100; ///< with a gap: more of them say nothing more

    class Verifier {
    public:
        Verifier(Session& session, std::span<const AuditAnchor> anchors)
            : m_session(session)
        {
            for (const AuditAnchor& anchor : anchors)
                m_anchors.emplace(anchor.block, anchor);
        }

        AuditReport run()
        {
            for (auto blocks = nextBlocks(); !blocks.empty(); blocks = nextBlocks())
                checkPage(blocks);
            checkOrphans();
            checkUnsealed();
            checkWriters();
            for (const auto& [number, anchor] : m_anchors) // that no block answered
                m_report.add({AuditFault::AnchorAhead, 0, number, anchor.about, m_lastEntry});
            return std::move(m_report);
        }

    private:
        std::vector<AuditBlock> nextBlocks()
        {
            std::vector<AuditBlock> out;
            const auto rows = m_session.bulk().stream(
                "SELECT block_no, algorithm, entry_count, through_id, root, previous, sealed_at, digest FROM "
                "audit_block WHERE block_no > ? ORDER BY block_no LIMIT ?",
                {m_last.number, kBlocksAtOnce});
            while (rows->next()) {
                AuditBlock& block = out.emplace_back();
                block.number = rows->integer(0);
                const auto algorithm = parseToken(kSealAlgorithms, rows->text(1), "");
                block.algorithm = algorithm.value_or(SealAlgorithm::Sm3);
                block.entries = rows->integer(2);
                block.through = rows->integer(3);
                block.root = rows->text(4);
                block.previous = rows->text(5);
                block.sealedAt = fromInstantColumn(rows->integer(6));
                block.digest = rows->text(7);
            }
            return out;
        }

        void checkPage(const std::vector<AuditBlock>& blocks)
        {
            const auto rows = m_session.bulk().stream(
                "SELECT s.block_no, s.position, s.entry_id, s.leaf, " GUANWU_AUDIT_COLUMNS
                " FROM audit_seal s LEFT JOIN audit_entry ON id = s.entry_id "
                "WHERE s.block_no BETWEEN ? AND ? ORDER BY s.block_no, s.position",
                {blocks.front().number, blocks.back().number});
            bool isRow = rows->next();
            for (const AuditBlock& block : blocks) {
                const HexDigest& digest = digestOf(block.algorithm);
                std::vector<std::string> leaves;
                std::int64_t first = 0;
                std::int64_t before = 0;
                bool isInOrder = true;
                for (; isRow && rows->integer(0) <= block.number; isRow = rows->next()) {
                    const std::int64_t entry = rows->integer(2);
                    if (first == 0)
                        first = entry;
                    isInOrder = isInOrder && rows->integer(0) == block.number && entry > before
                        && rows->integer(1) == static_cast<std::int64_t>(leaves.size());
                    before = entry;
                    checkEntry(*rows, block, digest);
                    leaves.emplace_back(rows->text(3));
                    m_lastEntry = std::max(m_lastEntry, entry);
                }
                const bool isWhole = isInOrder && static_cast<std::int64_t>(leaves.size()) == block.entries
                    && merkleRoot(std::move(leaves), digest) == block.root;
                if (!isWhole)
                    m_report.add({AuditFault::SealChanged, first, block.number, {}});
                checkBlock(block, first, digest);
            }
        }

        void checkEntry(const RowStream& row, const AuditBlock& block, const HexDigest& digest)
        {
            if (row.isNull(4))
                return m_report.add({AuditFault::EntryMissing, row.integer(2), block.number, {}});
            bool isKnown = true;
            const AuditEntry entry = readAuditEntry(row, 4, isKnown);
            if (!isKnown || sealLeaf(auditBytes(entry), digest) != row.text(3))
                m_report.add({AuditFault::EntryChanged, entry.id, block.number, {}});
        }

        void checkBlock(const AuditBlock& block, std::int64_t first, const HexDigest& digest)
        {
            if (block.number != m_last.number + 1)
                m_report.add({AuditFault::BlockMissing, first, m_last.number + 1, {}});
            else if (block.previous != m_last.digest)
                m_report.add({AuditFault::ChainBroken, first, block.number, {}});
            if (blockDigest(block, digest) != block.digest)
                m_report.add({AuditFault::BlockChanged, first, block.number, {}});
            ++m_report.blocks;
            m_report.sealed += block.entries;
            checkAnchors(block, first);
            m_last = block;
        }

        /// What an anchor vouches for is everything up to its block; behind the last that holds begins what
        /// is not proven.
        void checkAnchors(const AuditBlock& block, std::int64_t first)
        {
            if (m_unproven == 0)
                m_unproven = first;
            const auto [from, to] = m_anchors.equal_range(block.number);
            for (auto at = from; at != to; ++at) {
                if (at->second.digest == block.digest && at->second.entries == m_report.sealed)
                    m_report.anchored = m_report.sealed;
                else
                    m_report.add({AuditFault::AnchorDiffers, m_unproven, block.number, at->second.about});
            }
            if (m_report.anchored == m_report.sealed)
                m_unproven = 0;
            m_anchors.erase(from, to);
        }

        /// Seals of blocks that are no more.
        void checkOrphans()
        {
            const auto rows = m_session.bulk().stream(
                "SELECT MIN(entry_id), MIN(block_no) FROM audit_seal WHERE block_no NOT IN (SELECT block_no FROM "
                "audit_block)",
                {});
            if (rows->next() && !rows->isNull(0))
                m_report.add({AuditFault::BlockMissing, rows->integer(0), rows->integer(1), {}});
        }

        void checkUnsealed()
        {
            const std::int64_t reach = idBefore(m_last.through, kSealReach);
            const auto rows = m_session.bulk().stream(
                "SELECT id FROM audit_entry LEFT JOIN audit_seal s ON s.entry_id = id WHERE s.entry_id IS NULL "
                "ORDER BY id",
                {});
            while (rows->next()) {
                if (rows->integer(0) < reach)
                    m_report.add({AuditFault::EntrySlippedIn, rows->integer(0), 0, {}});
                else
                    ++m_report.unsealed;
            }
        }

        /// A gap in what one writer numbered: of sealed entries it is told already.
        void checkWriters()
        {
            std::vector<std::int64_t> writers;
            {
                const auto rows = m_session.bulk().stream(
                    "SELECT writer FROM audit_entry GROUP BY writer HAVING MIN(seq) <> 1 OR MAX(seq) <> "
                    "COUNT(*) LIMIT ?",
                    {kMostWriters});
                while (rows->next())
                    writers.push_back(rows->integer(0));
            }
            if (m_report.findingCount > 0 && hasMissing())
                return;
            for (const std::int64_t writer : writers)
                checkWriter(writer);
        }

        bool hasMissing() const
        {
            return std::any_of(m_report.findings.begin(), m_report.findings.end(),
                [](const AuditFinding& finding) { return finding.fault == AuditFault::EntryMissing; });
        }

        void checkWriter(std::int64_t writer)
        {
            const auto rows = m_session.bulk().stream(
                "SELECT id, seq FROM audit_entry WHERE writer = ? ORDER BY seq, id", {writer});
            for (std::int64_t expected = 1; rows->next(); ++expected)
                if (rows->integer(1) != expected)
                    return m_report.add({AuditFault::UnsealedMissing, rows->integer(0), 0, {}});
        }

        const HexDigest& digestOf(SealAlgorithm algorithm)
        {
            auto& digest = m_digests[algorithm];
            if (!digest)
                digest = sealDigest(algorithm);
            return digest;
        }

        Session& m_session;
        std::multimap<std::int64_t, AuditAnchor> m_anchors; ///< not yet met
        std::map<SealAlgorithm, HexDigest> m_digests;
        AuditReport m_report;
        AuditBlock m_last;
        std::int64_t m_lastEntry = 0;
        std::int64_t m_unproven = 0; ///< the first entry behind the last anchor that holds; 0 = none yet
    };

} // namespace

AuditReport verifyAudit(Session& session, std::span<const AuditAnchor> anchors)
{
    return Verifier(session, anchors).run();
}

} // namespace guanwu
