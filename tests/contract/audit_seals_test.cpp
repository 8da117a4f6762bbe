// A2, A3, A4, P7: the audit trail sealed, anchored, and what is found when somebody has edited it.
#include "app/audit/anchor_file.h"
#include "app/audit/fold_check.h"
#include "app/security/device_key.h"
#include "app/security/openssl_signatures.h"
#include "app/system_clock.h"
#include "schema/audit/audit_seals.h"
#include "schema/audit/audit_trail.h"
#include "schema/audit/audit_verifier.h"
#include "schema/audit/entry_rows.h"
#include "schema/audit/seal_digest.h"
#include "schema/connection/query.h"
#include "schema/connection/unit_of_work.h"
#include "tests/contract/campaign.h"

#include <fstream>

using namespace guanwu;
using namespace guanwu::test;

namespace {

const char* const kTables[] = {"audit_entry", "audit_seal", "audit_block"};

/// A trail of 30 entries in three blocks, an anchor behind each of them, and two entries that are not sealed
/// yet.
struct Trail {
    explicit Trail(Session& registry, SealAlgorithm by = SealAlgorithm::Sm3)
        : session(registry)
        , seals(registry)
        , algorithm(by)
    {
        for (int block = 0; block < 3; ++block) {
            for (int i = 0; i < 10; ++i)
                act();
            REQUIRE(seals.seal(algorithm, systemNow()) == 10);
            anchors.push_back({seals.last()->number, seals.last()->digest, (block + 1) * 10,
                "anchor " + std::to_string(block + 1)});
        }
        act();
        act();
        for (const AuditEntry& entry : auditEntries(session, {}, 100))
            entries.insert(entries.begin(), entry.id);
        REQUIRE(entries.size() == 32);
    }
    void act()
    {
        AuditAct one;
        one.action = AuditAction::ChangeCard;
        one.object = "assets/TY2022000001";
        one.actor = "clerk";
        one.source = "test";
        one.requestId = "1";
        one.now = systemNow;
        const Acting acting(session.audit(), {one});
        UnitOfWork work(session);
        session.audit().note({"assets/TY2022000001", "before", std::to_string(++m_changes)});
        work.commit();
    }
    void run(const char* sql) { Query(session).add(sql).run(); }
    void run(const char* sql, std::int64_t value) { Query(session).add(sql, value).run(); }
    /// What an attacker with all rights does who knows how seals are made: all blocks from here on anew.
    void sealAgainFrom(std::int64_t number)
    {
        run("DELETE FROM audit_seal WHERE block_no >= ", number);
        run("DELETE FROM audit_block WHERE block_no >= ", number);
        while (seals.seal(algorithm, systemNow(), 10) == 10) { }
    }
    [[nodiscard]] AuditReport verified(bool withAnchors = true)
    {
        return verifyAudit(
            session, withAnchors ? std::span<const AuditAnchor>(anchors) : std::span<const AuditAnchor>());
    }
    [[nodiscard]] std::int64_t entry(std::size_t position) const { return entries[position]; }

    Session& session;
    AuditSeals seals;
    SealAlgorithm algorithm;
    std::vector<AuditAnchor> anchors;
    std::vector<std::int64_t> entries; ///< ids, the oldest first

private:
    int m_changes = 0;
};

bool has(const AuditReport& report, AuditFault fault)
{
    return std::any_of(report.findings.begin(), report.findings.end(),
        [&](const AuditFinding& finding) { return finding.fault == fault; });
}

} // namespace

TEST_CASE("A2: what is left by units of work is sealed in blocks that follow from each other")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto algorithm = GENERATE(SealAlgorithm::Sm3, SealAlgorithm::Sha256);
    const auto session = backEnd.connectMigrated();
    Trail trail(*session, algorithm);
    const AuditReport report = trail.verified();
    CHECK(report.findingCount == 0);
    CHECK(report.first() == nullptr);
    CHECK(report.blocks == 3);
    CHECK(report.sealed == 30);
    CHECK(report.anchored == 30);
    CHECK(report.unsealed == 2);
    // Sealed a piece at a time, and nothing twice.
    CHECK(trail.seals.seal(algorithm, systemNow(), 1) == 1);
    CHECK(trail.seals.seal(algorithm, systemNow(), 1) == 1);
    CHECK(trail.seals.seal(algorithm, systemNow(), 1) == 0);
    CHECK(trail.verified().findingCount == 0);
    CHECK(trail.verified().unsealed == 0);
    // The next blocks may be sealed otherwise.
    trail.act();
    CHECK(trail.seals.seal(SealAlgorithm::Sha256, systemNow()) == 1);
    CHECK(trail.verified().findingCount == 0);
}

TEST_CASE("P8: a block seals its most entries, and one more waits for the next")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    Trail trail(*session);
    REQUIRE(trail.seals.seal(trail.algorithm, systemNow()) == 2);
    trail.act();
    // As many as were sealed and this one already are there; doubled until they are more than a block holds.
    const auto entries = [&] {
        Query query(*session);
        query.add("SELECT count(*) FROM audit_entry");
        return query.next(1) ? query.integer(0) : -1;
    };
    const std::int64_t sealed = entries() - 1;
    for (std::int64_t copies = 1; copies < 2 * kMostSealed; copies *= 2)
        Query(*session)
            .add("INSERT INTO audit_entry (" GUANWU_AUDIT_COLUMNS ") SELECT id + ", copies)
            .add(
                ", at_ms, actor, source, request_id, action, object, object_count, outcome, rule, before_digest, "
                "after_digest, writer, seq + ",
                copies)
            .add(" FROM audit_entry WHERE seq > ", sealed)
            .run();
    const std::int64_t waiting = entries() - sealed;
    REQUIRE(waiting > kMostSealed);
    REQUIRE(waiting < 3 * kMostSealed);
    CHECK(trail.seals.seal(trail.algorithm, systemNow()) == kMostSealed);
    CHECK(trail.seals.seal(trail.algorithm, systemNow()) == kMostSealed);
    CHECK(trail.seals.seal(trail.algorithm, systemNow()) == waiting - 2 * kMostSealed);
    CHECK(trail.seals.seal(trail.algorithm, systemNow()) == 0);
    CHECK(trail.verified().findingCount == 0);
}

TEST_CASE("P8: of a hundred writers with a gap each is told, and of more no more")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    Trail trail(*session);
    for (std::int64_t writers = 1; writers <= 101; ++writers) {
        Query(*session)
            .add("INSERT INTO audit_entry (" GUANWU_AUDIT_COLUMNS ") SELECT id + ", writers)
            .add(
                ", at_ms, actor, source, request_id, action, object, object_count, outcome, rule, before_digest, "
                "after_digest, writer + ",
                writers)
            .add(", 2 FROM audit_entry WHERE id = ", trail.entries.back()) // its first is missing
            .run();
        if (writers >= 99)
            CHECK(trail.verified().findingCount == std::min<std::int64_t>(writers, 100)); // kMostWriters
    }
}

TEST_CASE("A2: an entry that commits after younger ones is sealed in the next block")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    Trail trail(*session);
    trail.run("UPDATE audit_entry SET id = id - 4194304 + 2048 WHERE id = ", trail.entry(31)); // a millisecond older, and nobody's number
    CHECK(trail.seals.seal(SealAlgorithm::Sm3, systemNow()) == 2);
    CHECK(trail.verified().findingCount == 0);
}

TEST_CASE("A2: whoever seals with a clock that is hours ahead shuts nothing out")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    Trail trail(*session);
    CHECK(trail.seals.seal(SealAlgorithm::Sm3, systemNow() + std::chrono::hours(3)) == 2);
    trail.act();
    CHECK(trail.seals.seal(SealAlgorithm::Sm3, systemNow()) == 1);
    CHECK(trail.verified().findingCount == 0);
    CHECK(trail.verified().unsealed == 0);
}

TEST_CASE("A2: the digest is SM3 as the standard has it")
{
    // GB/T 32905-2016, example 1.
    CHECK(sealDigest(SealAlgorithm::Sm3)("abc")
        == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    CHECK(sealDigest(SealAlgorithm::Sha256)("abc")
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("P7, A4: every kind of edit is found, and the first bad entry is named")
{
    const std::string backEndName = GENERATE("sqlite", "mariadb");
    const BackEnd backEnd(backEndName);
    const auto session = backEnd.connectMigrated();
    Trail trail(*session);
    for (const char* table : kTables) {
        const std::string copy = "CREATE TABLE copy_" + std::string(table) + " AS SELECT * FROM " + table;
        trail.run(copy.c_str());
    }
    const auto restore = [&] {
        for (const char* table : kTables) {
            trail.run(("DELETE FROM " + std::string(table)).c_str());
            trail.run(("INSERT INTO " + std::string(table) + " SELECT * FROM copy_" + table).c_str());
        }
    };
    struct Edit {
        const char* name;
        AuditFault fault;
        std::int64_t firstBad; ///< 0 = it is not there to be named
        std::function<void()> make;
    };
    const std::vector<Edit> edits {
        {"a byte changed", AuditFault::EntryChanged, trail.entry(13),
            [&] { trail.run("UPDATE audit_entry SET actor = 'other' WHERE id = ", trail.entry(13)); }},
        {"a byte changed in an entry and in its leaf", AuditFault::SealChanged, trail.entry(10),
            [&] {
                trail.run("UPDATE audit_entry SET actor = 'other' WHERE id = ", trail.entry(13));
                Query read(*session);
                read.add("SELECT " GUANWU_AUDIT_COLUMNS " FROM audit_entry WHERE id = ", trail.entry(13));
                REQUIRE(read.next(kAuditColumns));
                bool isKnown = true;
                const std::string leaf = sealLeaf(auditBytes(readAuditEntry(read, std::size_t {0}, isKnown)),
                    sealDigest(SealAlgorithm::Sm3));
                Query(*session)
                    .add("UPDATE audit_seal SET leaf = ", leaf)
                    .add(" WHERE entry_id = ", trail.entry(13))
                    .run();
            }},
        {"an action that there is not", AuditFault::EntryChanged, trail.entry(3),
            [&] { trail.run("UPDATE audit_entry SET action = 'nothing' WHERE id = ", trail.entry(3)); }},
        {"the first deleted", AuditFault::EntryMissing, trail.entry(0),
            [&] { trail.run("DELETE FROM audit_entry WHERE id = ", trail.entry(0)); }},
        {"one in the middle deleted", AuditFault::EntryMissing, trail.entry(15),
            [&] { trail.run("DELETE FROM audit_entry WHERE id = ", trail.entry(15)); }},
        {"the last sealed deleted", AuditFault::EntryMissing, trail.entry(29),
            [&] { trail.run("DELETE FROM audit_entry WHERE id = ", trail.entry(29)); }},
        {"the tail cut off, seals and all", AuditFault::AnchorAhead, 0,
            [&] {
                trail.run("DELETE FROM audit_entry WHERE id >= ", trail.entry(20));
                trail.run("DELETE FROM audit_seal WHERE block_no >= 3");
                trail.run("DELETE FROM audit_block WHERE block_no >= 3");
            }},
        {"two swapped", AuditFault::EntryChanged, trail.entry(4),
            [&] {
                trail.run("UPDATE audit_entry SET id = 1 WHERE id = ", trail.entry(4));
                Query(*session)
                    .add("UPDATE audit_entry SET id = ", trail.entry(4))
                    .add(" WHERE id = ", trail.entry(7))
                    .run();
                Query(*session)
                    .add("UPDATE audit_entry SET id = ", trail.entry(7))
                    .add(" WHERE id = 1")
                    .run();
            }},
        {"one put in, dated back", AuditFault::EntrySlippedIn,
            trail.entry(0) - (std::int64_t {3'600'000} << 22),
            [&] {
                Query(*session)
                    .add("INSERT INTO audit_entry (" GUANWU_AUDIT_COLUMNS ") SELECT id - ",
                        std::int64_t {3'600'000} << 22)
                    .add(
                        ", at_ms - 3600000, 'other', source, request_id, action, object, object_count, outcome, "
                        "rule, before_digest, after_digest, writer + 1, 1 FROM audit_entry WHERE id = ",
                        trail.entry(0))
                    .run();
            }},
        {"all sealed again", AuditFault::AnchorDiffers, trail.entry(0),
            [&] {
                trail.run("UPDATE audit_entry SET actor = 'other' WHERE id = ", trail.entry(2));
                trail.sealAgainFrom(1);
            }},
        {"sealed again from the second block on", AuditFault::AnchorDiffers, trail.entry(10),
            [&] {
                trail.run("UPDATE audit_entry SET actor = 'other' WHERE id = ", trail.entry(12));
                trail.sealAgainFrom(2);
            }},
        {"a fork: another third block", AuditFault::AnchorDiffers, trail.entry(20),
            [&] {
                trail.run("DELETE FROM audit_seal WHERE block_no = 3");
                trail.run("DELETE FROM audit_block WHERE block_no = 3");
                trail.run("DELETE FROM audit_entry WHERE id >= ", trail.entry(20));
                for (int i = 0; i < 10; ++i)
                    trail.act();
                REQUIRE(trail.seals.seal(SealAlgorithm::Sm3, systemNow()) == 10);
                trail.entries[20] = auditEntries(*session, {}, 10).back().id;
            }},
        {"an old backup in its place", AuditFault::AnchorAhead, 0,
            [&] {
                trail.run("DELETE FROM audit_entry WHERE id >= ", trail.entry(10));
                trail.run("DELETE FROM audit_seal WHERE block_no >= 2");
                trail.run("DELETE FROM audit_block WHERE block_no >= 2");
            }},
        {"one deleted before it was sealed", AuditFault::UnsealedMissing, trail.entry(31),
            [&] { trail.run("DELETE FROM audit_entry WHERE id = ", trail.entry(30)); }},
        {"a block in the middle deleted", AuditFault::BlockMissing, trail.entry(10),
            [&] { trail.run("DELETE FROM audit_block WHERE block_no = 2"); }},
        {"a block changed", AuditFault::BlockChanged, trail.entry(10),
            [&] { trail.run("UPDATE audit_block SET sealed_at = sealed_at + 1 WHERE block_no = 2"); }},
        {"a seal deleted", AuditFault::SealChanged, trail.entry(10),
            [&] { trail.run("DELETE FROM audit_seal WHERE entry_id = ", trail.entry(15)); }},
    };
    for (const Edit& edit : edits) {
        const std::int64_t wanted = edit.firstBad;
        edit.make();
        const AuditReport report = trail.verified();
        std::string told;
        for (const AuditFinding& finding : report.findings)
            told += std::string(tokenRow(kAuditFaults, finding.fault).token) + " "
                + std::to_string(finding.entry) + " block " + std::to_string(finding.block) + "\n";
        CAPTURE(edit.name, told);
        CHECK(has(report, edit.fault));
        REQUIRE(report.first() != nullptr);
        if (std::string_view(edit.name).starts_with("a fork"))
            CHECK(report.first()->entry == trail.entries[20]);
        else
            CHECK(report.first()->entry == wanted);
        restore();
        CHECK(trail.verified().findingCount == 0);
    }
}

TEST_CASE("P7, A4: a stored result that does not follow from its events is found")
{
    Campaign campaign(GENERATE("sqlite", "mariadb"));
    campaign.addCards(1, 1, 5);
    campaign.addCards(2, 100, 5);
    campaign.startCounting();
    campaign.service.project(campaign.task, [](std::int64_t, std::int64_t) {});
    const auto found = [&] {
        AuditReport report;
        checkFolds(*campaign.session, report);
        std::string out;
        for (const AuditFinding& finding : report.findings)
            out += finding.about + ";";
        return out;
    };
    CHECK(found().empty());
    Query(*campaign.session)
        .add(
            "UPDATE sheet_counter SET line_count = line_count + 1 WHERE sheet_id IN (SELECT s.id FROM count_sheet s "
            "JOIN unit u ON u.id = s.unit_id WHERE u.code = 'U002')")
        .run();
    CHECK(found().find("U002;") != std::string::npos);
    CHECK(found().find("U001;") == std::string::npos);
}

TEST_CASE("A3: what is sealed gets one anchor, which counts all up to its block and no later one")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    Trail trail(*session);
    const auto anchor = [&] {
        auto reached = trail.seals.unanchored();
        REQUIRE(reached);
        SignedAnchor out {*reached, systemNow(), "ed25519:key", "signature"};
        trail.seals.keepAnchor(out);
        return out;
    };
    const SignedAnchor third = anchor();
    CHECK(third.anchor.block == 3);
    CHECK(third.anchor.digest == trail.seals.last()->digest);
    CHECK(third.anchor.entries == 30);
    CHECK_FALSE(trail.seals.unanchored());
    REQUIRE(trail.seals.seal(SealAlgorithm::Sm3, systemNow()) == 2);
    CHECK(anchor().anchor.entries == 32);
    // Another server signed the same block a moment later: what is there stays.
    SignedAnchor late = third;
    late.signature = "late";
    trail.seals.keepAnchor(late);
    CHECK(trail.seals.lastAnchor()->anchor.block == 4);
    CHECK(verifyAudit(*session, std::vector {third.anchor, trail.seals.lastAnchor()->anchor}).findingCount
        == 0);
}

TEST_CASE("A3: an anchor file says what it was signed for, and nothing else")
{
    const TempFolder folder;
    const auto key = DeviceKey::withFile(folder / "key").value();
    const auto other = DeviceKey::withFile(folder / "other").value();
    const AuditAnchor reached {7, std::string(64, 'd'), 70, {}};
    const Instant at = std::chrono::sys_days(std::chrono::year(2026) / 11 / 28) + std::chrono::hours(20);
    const SignedAnchor anchor = signAnchor(reached, at, *key);
    CHECK(anchorName(at) == "anchor-20261129.json"); // by the day of the city
    REQUIRE(writeAnchor(folder / anchorName(at), anchor));
    const auto read = readAnchors({folder / anchorName(at)}).value();
    REQUIRE(read.size() == 1);
    CHECK(read[0].anchor.block == 7);
    CHECK(read[0].anchor.digest == reached.digest);
    CHECK(read[0].anchor.entries == 70);
    CHECK(read[0].at == at);
    const OpensslSignatures signatures;
    CHECK(isSigned(read[0], key->publicKey(), signatures));
    CHECK_FALSE(isSigned(read[0], other->publicKey(), signatures));
    SignedAnchor changed = read[0];
    changed.anchor.entries = 71;
    CHECK_FALSE(isSigned(changed, key->publicKey(), signatures));
    // As paper and handhelds have it: without the public key, which the auditor has.
    std::ofstream(folder / "lines") << anchorLine(anchor) << '\n' << anchorLine(changed) << '\n';
    const auto lines = readAnchors({folder / "lines"}).value();
    REQUIRE(lines.size() == 2);
    CHECK(lines[1].anchor.about == "lines:2");
    CHECK(isSigned(lines[0], key->publicKey(), signatures));
    CHECK_FALSE(isSigned(lines[0], other->publicKey(), signatures));
    CHECK_FALSE(isSigned(lines[1], key->publicKey(), signatures));
    std::ofstream(folder / "spoilt") << anchorLine(anchor) << "x\n";
    CHECK(readAnchors({folder / "spoilt"}).error().detail.ends_with(":1"));
    CHECK(readAnchors({folder / "key"}).error().subject == "audit.anchor_file");
    CHECK(readAnchors({folder / "nothing"}).error().subject == "audit.anchor_file");
    // kLongestAnchorFile
    std::string text = anchorText(anchor);
    text.resize(1 << 20, ' ');
    std::ofstream(folder / "longest") << text;
    CHECK(readAnchors({folder / "longest"}).value().size() == 1);
    std::ofstream(folder / "longer") << text << ' ';
    CHECK(readAnchors({folder / "longer"}).error().subject == "audit.anchor_file");
}

TEST_CASE(
    "P8: what an entry is about is kept in full up to 200 bytes, and cut before the character that goes beyond",
    "[contract][audit][limits]") // kLongestObject
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    const auto kept = [&](const std::string& object) {
        AuditAct one;
        one.action = AuditAction::ChangeCard;
        one.object = object;
        one.actor = "clerk";
        one.source = "test";
        one.requestId = "1";
        one.now = systemNow;
        const Acting acting(session->audit(), {one});
        UnitOfWork work(*session);
        session->audit().note({object, "before", "after"});
        work.commit();
        return auditEntries(*session, {}, 1).at(0).object;
    };
    const std::string longest(200, 'x');
    CHECK(kept(longest) == longest);
    CHECK(kept(longest + 'x') == longest);
    CHECK(kept(std::string(198, 'x') + "资") == std::string(198, 'x'));
}
