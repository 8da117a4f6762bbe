#include "app/security/base64url.h"
#include "app/security/openssl_signatures.h"

#include <catch2/catch.hpp>

using namespace guanwu;

namespace {

std::string fromHex(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); i += 2)
        out += static_cast<char>(std::stoi(std::string(text.substr(i, 2)), nullptr, 16));
    return out;
}

// RFC 8032 section 7.1, test 3.
const std::string kKey
    = "ed25519:" + toBase64url(fromHex("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"));
const std::string kText = fromHex("af82");
const std::string kSignature = toBase64url(fromHex(
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9"
    "716ed28dc027beceea1ec40a"));

} // namespace

TEST_CASE("X7 an Ed25519 signature of the standard's own example is good, and no other", "[security]")
{
    const OpensslSignatures signatures;
    CHECK(signatures.isSignedBy(kKey, kText, kSignature));
    CHECK_FALSE(signatures.isSignedBy(kKey, kText + "x", kSignature));
    CHECK_FALSE(signatures.isSignedBy(kKey, "", kSignature));
    std::string bent = kSignature;
    bent[10] = bent[10] == 'A' ? 'B' : 'A';
    CHECK_FALSE(signatures.isSignedBy(kKey, kText, bent));
    CHECK_FALSE(signatures.isSignedBy(kKey, kText, kSignature + "="));
    CHECK_FALSE(signatures.isSignedBy(kKey, kText, ""));
}

TEST_CASE("Y5 a key names its algorithm, and one that is unknown opens nothing", "[security]")
{
    const OpensslSignatures signatures;
    CHECK(signatures.isKey(kKey));
    for (const std::string& none :
        {std::string(), std::string("ed25519:"), kKey.substr(8), "sm2:" + kKey.substr(8), kKey + "A",
            kKey.substr(0, kKey.size() - 1), "ed25519:" + std::string(43, '!')}) {
        CAPTURE(none);
        CHECK_FALSE(signatures.isKey(none));
        CHECK_FALSE(signatures.isSignedBy(none, kText, kSignature));
    }
}

TEST_CASE("base64url has one text for each value", "[security]")
{
    for (const std::string bytes : {"", "f", "fo", "foo", "foob", "fooba", "foobar", "\xff\xfe\xfd\xfc"})
        CHECK(fromBase64url(toBase64url(bytes)) == bytes);
    CHECK(toBase64url("\xfb\xff") == "-_8");
    CHECK_FALSE(fromBase64url("-_9")); // the last two bits stand for nothing
    CHECK_FALSE(fromBase64url("Zg=="));
    CHECK_FALSE(fromBase64url("+/"));
    CHECK_FALSE(fromBase64url("A"));
}
