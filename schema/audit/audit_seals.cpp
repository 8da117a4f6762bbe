#include "schema/audit/audit_seals.h"

#include "schema/audit/entry_rows.h"
#include "schema/audit/seal_digest.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/unit_of_work.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr std::size_t kRowsAtOnce = 200;

    struct Leaf {
        std::int64_t entry = 0;
        std::string digest;
    };

    std::vector<Leaf> unsealed(
        Session& session, std::int64_t from, std::int64_t most, const HexDigest& digest)
    {
        Query query(session);
        query.add("SELECT " GUANWU_AUDIT_COLUMNS
                  " FROM audit_entry LEFT JOIN audit_seal s ON s.entry_id = id "
                  "WHERE s.entry_id IS NULL AND id >= ",
            from);
        query.add(" ORDER BY id LIMIT ", most);
        std::vector<Leaf> out;
        while (query.next(kAuditColumns)) {
            bool isKnown = true;
            const AuditEntry entry = readAuditEntry(query, std::size_t {0}, isKnown);
            out.push_back({entry.id, sealLeaf(auditBytes(entry), digest)});
        }
        return out;
    }

    void insertSeals(Session& session, std::int64_t block, const std::vector<Leaf>& leaves)
    {
        for (std::size_t from = 0; from < leaves.size(); from += kRowsAtOnce) {
            Query insert(session);
            insert.add("INSERT INTO audit_seal (block_no, position, entry_id, leaf) VALUES ");
            std::string_view separator = "(";
            for (std::size_t i = from; i < std::min(leaves.size(), from + kRowsAtOnce); ++i) {
                insert.add(separator, block).add(", ", static_cast<std::int64_t>(i));
                insert.add(", ", leaves[i].entry).add(", ", leaves[i].digest).add(")");
                separator = ", (";
            }
            insert.run();
        }
    }

} // namespace

std::optional<AuditBlock> AuditSeals::last()
{
    Query query(m_session);
    query.add("SELECT block_no, algorithm, entry_count, through_id, root, previous, sealed_at, digest FROM "
              "audit_block ORDER BY block_no DESC LIMIT 1");
    if (!query.next(8))
        return std::nullopt;
    return AuditBlock {query.integer(0), storedToken(kSealAlgorithms, query.text(1)), query.integer(2),
        query.integer(3), query.text(4), query.text(5), fromInstantColumn(query.integer(6)), query.text(7)};
}

std::optional<AuditAnchor> AuditSeals::unanchored()
{
    const auto block = last();
    const auto anchored = lastAnchor();
    if (!block || (anchored && anchored->anchor.block >= block->number))
        return std::nullopt;
    // Counted on from the last: a block every few seconds makes millions of them in a year. Another server
    // may seal the next one meanwhile.
    Query query(m_session);
    query.add("SELECT COALESCE(SUM(entry_count), 0) FROM audit_block WHERE block_no > ",
        anchored ? anchored->anchor.block : 0);
    query.add(" AND block_no <= ", block->number);
    const std::int64_t since = query.next(1) ? query.integer(0) : 0;
    return AuditAnchor {block->number, block->digest, (anchored ? anchored->anchor.entries : 0) + since, {}};
}

void AuditSeals::keepAnchor(const SignedAnchor& anchor)
{
    try {
        retrying(m_session, [&] {
            UnitOfWork work(m_session, UnitOfWork::Audit::Apart);
            insertRow(m_session, "audit_anchor",
                {{"block_no", anchor.anchor.block}, {"digest", anchor.anchor.digest},
                    {"entries", anchor.anchor.entries}, {"signed_at", toInstantColumn(anchor.at)},
                    {"public_key", anchor.key}, {"signature", anchor.signature}});
            work.commit();
        });
    } catch (const DuplicateKey&) {
    }
}

std::optional<SignedAnchor> AuditSeals::lastAnchor()
{
    Query query(m_session);
    query.add("SELECT block_no, digest, entries, signed_at, public_key, signature FROM audit_anchor "
              "ORDER BY block_no DESC LIMIT 1");
    if (!query.next(6))
        return std::nullopt;
    return SignedAnchor {{query.integer(0), query.text(1), query.integer(2), {}},
        fromInstantColumn(query.integer(3)), query.text(4), query.text(5)};
}

std::int64_t AuditSeals::seal(SealAlgorithm algorithm, Instant now, std::int64_t most)
{
    try {
        return retrying(m_session, [&] { return sealOnce(algorithm, now, most); });
    } catch (const DuplicateKey&) {
        return 0;
    }
}

std::int64_t AuditSeals::sealOnce(SealAlgorithm algorithm, Instant now, std::int64_t most)
{
    const HexDigest digest = sealDigest(algorithm);
    UnitOfWork work(m_session, UnitOfWork::Audit::Apart);
    const auto before = last();
    const auto leaves = unsealed(m_session, before ? idBefore(before->through, kSealReach) : 0, most, digest);
    if (leaves.empty())
        return 0;
    AuditBlock block;
    block.number = before ? before->number + 1 : 1;
    block.algorithm = algorithm;
    block.entries = static_cast<std::int64_t>(leaves.size());
    // By the entries, not by the clock of whoever seals: one that is ahead would shut out what others write.
    block.through = std::max(leaves.back().entry, before ? before->through : 0);
    block.previous = before ? before->digest : std::string();
    block.sealedAt = now;
    std::vector<std::string> digests;
    for (const Leaf& leaf : leaves)
        digests.push_back(leaf.digest);
    block.root = merkleRoot(std::move(digests), digest);
    block.digest = blockDigest(block, digest);
    insertRow(m_session, "audit_block",
        {{"block_no", block.number}, {"algorithm", tokenRow(kSealAlgorithms, algorithm).token},
            {"entry_count", block.entries}, {"through_id", block.through}, {"root", block.root},
            {"previous", block.previous}, {"sealed_at", toInstantColumn(block.sealedAt)},
            {"digest", block.digest}});
    insertSeals(m_session, block.number, leaves);
    work.commit();
    return block.entries;
}

std::int64_t idBefore(std::int64_t id, std::chrono::milliseconds time)
{
    return std::max<std::int64_t>(0, id - (time.count() << 22));
}

} // namespace guanwu
