#include "app/security/argon2_secrets.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sys/resource.h>

using namespace guanwu;
using Match = Secrets::Match;

namespace {

/// Cheap enough for many hashes.
constexpr HashCost kCheap {64, 1};

Argon2Secrets cheapSecrets(char key = 'k') { return Argon2Secrets(std::string(32, key), kCheap); }

} // namespace

TEST_CASE("X6 a password matches its hash and no other", "[security]")
{
    auto secrets = cheapSecrets();
    const std::string hash = secrets.hash("正确的密码 A1");
    CHECK(secrets.compare("正确的密码 A1", hash) == Match::Yes);
    CHECK(secrets.compare("正确的密码 A2", hash) == Match::No);
    CHECK(secrets.compare("", hash) == Match::No);
    CHECK(secrets.hash("正确的密码 A1") != hash);
    CHECK(hash.find("密码") == std::string::npos);
}

TEST_CASE("X6 today's hash takes 64 MiB and two passes", "[security]")
{
    Argon2Secrets secrets(std::string(32, 'k'));
    CHECK(secrets.hash("x").starts_with("argon2id-m65536-t2-p1+hmac-sm3$"));
}

TEST_CASE("X6 a hash is worth nothing without the key that lies elsewhere", "[security]")
{
    const std::string hash = cheapSecrets('k').hash("Password-1");
    CHECK(cheapSecrets('k').compare("Password-1", hash) == Match::Yes);
    CHECK(cheapSecrets('l').compare("Password-1", hash) == Match::No);
}

TEST_CASE("X6 a hash of another cost still matches, and is said to be outdated", "[security]")
{
    const std::string hash = Argon2Secrets(std::string(32, 'k'), {32, 1}).hash("Password-1");
    CHECK(cheapSecrets().compare("Password-1", hash) == Match::YesButOutdated);
    CHECK(cheapSecrets().compare("Password-2", hash) == Match::No);
}

TEST_CASE("A hash that is none matches nothing", "[security]")
{
    auto secrets = cheapSecrets();
    const std::string hash = secrets.hash("Password-1");
    for (const std::string& broken :
        std::vector<std::string> {"", "$", "argon2id-m64-t1-p1+hmac-sm3$", hash.substr(0, hash.size() - 1),
            hash + "0", "x" + hash, "argon2id-m4294967295-t1-p1+hmac-sm3$00$00",
            "argon2id-m64-t4000000000-p1+hmac-sm3$00$00", "argon2id-m64-t1-p1+hmac-sm3$00$00",
            "argon2id-m0-t1-p1+hmac-sm3$00000000000000000000000000000000$00",
            "argon2id-m64-t0-p1+hmac-sm3$00000000000000000000000000000000$00"}) {
        CAPTURE(broken);
        CHECK(secrets.compare("Password-1", broken) == Match::No);
    }
}

TEST_CASE("P8: a stored hash may have cost its most passes and no more, nor more than its most memory",
    "[security][limits]")
{
    auto secrets = cheapSecrets();
    // kMaxPasses
    CHECK(secrets.compare("Password-1", Argon2Secrets(std::string(32, 'k'), {8, 100}).hash("Password-1"))
        == Match::YesButOutdated);
    CHECK(secrets.compare("Password-1", Argon2Secrets(std::string(32, 'k'), {8, 101}).hash("Password-1"))
        == Match::No);
    // kMaxMemoryKib: a hash of more than a GiB is not computed, one of a GiB is.
    const auto peakOf = [&](unsigned memoryKib) {
        const std::string stored = "argon2id-m" + std::to_string(memoryKib) + "-t1-p1+hmac-sm3$"
            + std::string(32, '0') + "$" + std::string(64, '0');
        CHECK(secrets.compare("Password-1", stored) == Match::No);
        rusage used {};
        ::getrusage(RUSAGE_SELF, &used);
        return used.ru_maxrss; // KiB, and it never falls
    };
    const unsigned most = 1U << 20;
    CHECK(peakOf(most + 1) < most / 2);
    CHECK(peakOf(most) >= most / 10 * 9);
}

TEST_CASE("X7 tokens are 256 random bits, and a digest does not give them back", "[security]")
{
    auto secrets = cheapSecrets();
    const std::string token = secrets.newToken();
    CHECK(token.size() == 64);
    CHECK(secrets.newToken() != token);
    CHECK(secrets.digest(token) == secrets.digest(token));
    CHECK(secrets.digest(token) != token);
    // SM3 of "abc", GB/T 32905-2016 annex A.1.
    CHECK(secrets.digest("abc") == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
}

TEST_CASE(
    "Y3 the key file is made once, for its owner only, and refused when others can read it", "[security]")
{
    namespace fs = std::filesystem;
    const test::TempFolder folder;
    const fs::path file = folder / "registry.key";
    const auto first = Argon2Secrets::withKeyFile(file);
    REQUIRE(first);
    CHECK(fs::status(file).permissions() == fs::perms::owner_read);
    const auto again = Argon2Secrets::withKeyFile(file);
    REQUIRE(again);
    CHECK((*again)->compare("Password-1", (*first)->hash("Password-1")) == Match::Yes);

    fs::permissions(file, fs::perms::owner_read | fs::perms::group_read);
    const auto open = Argon2Secrets::withKeyFile(file);
    REQUIRE_FALSE(open);
    CHECK(open.error().subject == "secrets.key_file");

    const fs::path shortFile = folder / "short.key";
    std::ofstream(shortFile) << "short";
    fs::permissions(shortFile, fs::perms::owner_read);
    CHECK_FALSE(Argon2Secrets::withKeyFile(shortFile));
    CHECK_FALSE(Argon2Secrets::withKeyFile(folder / "no-such-folder" / "registry.key"));
}
