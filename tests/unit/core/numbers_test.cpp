#include "core/values/asset_tag.h"
#include "core/values/calendar.h"
#include "core/values/certificate_no.h"
#include "core/values/id_card_no.h"
#include "core/values/property_unit_no.h"
#include "core/values/uscc.h"

#include <catch2/catch.hpp>
#include <random>

using namespace guanwu;

TEST_CASE("a code with the letter O is offered with 0 and not changed", "[uscc]")
{
    CHECK(Uscc::parse("11431200MB000000OY").error().detail == "11431200MB000000OY -> 11431200MB0000000Y");
    // The offer would have to be a code itself.
    CHECK(Uscc::parse("11431200MB00000OOX").error().detail == "11431200MB00000OOX");
}

TEST_CASE("the organisation code inside has a check of its own", "[uscc]")
{
    const auto [code, valid] = GENERATE(table<std::string, bool>({
        {"1234170048628740X7", true},
        {"11500000009276871K", true},
        {"91110000600037341L", true},
        {"11431200MB0000000Y", true},
        {"114312000065932140", true},
        {"1243120044772219XG", true},
        {"91440300MA5DK3M96X", false},
    }));
    CAPTURE(code);
    CHECK(Uscc::parse(code).value().organisationCodeIsValid() == valid);
}

TEST_CASE("seventeen characters get their check character", "[uscc]")
{
    CHECK(Uscc::withCheck("1234170048628740X").value().text() == "1234170048628740X7");
    CHECK(Uscc::withCheck("11431200MB1000205").value().text() == "11431200MB10002050");
    CHECK(Uscc::withCheck("11431200MB100020").error().subject == "uscc.length");
    CHECK(Uscc::withCheck("11431200MB100020O").error().subject == "uscc.letter");
}

TEST_CASE("a unit number falls into its parts", "[unit_no]")
{
    const auto number = PropertyUnitNo::parse("310104 019001 GB00045 F00430086").value();
    CHECK(number.text() == "310104019001GB00045F00430086");
    CHECK(number.display() == "310104 019001 GB00045 F00430086");
    CHECK(number.division() == "310104");
    CHECK(number.cadastralArea() == "019");
    CHECK(number.cadastralSubarea() == "001");
    CHECK(number.parcelFeature() == "GB");
    CHECK(number.parcelSerial() == "00045");
    CHECK(number.fixtureFeature() == 'F');
    CHECK(number.building() == "0043");
    CHECK(number.unit() == "0086");
    CHECK_FALSE(number.isLandOnly());
}

TEST_CASE("units of one parcel have one parcel code", "[unit_no]")
{
    const auto land = PropertyUnitNo::parse("431202001003GB00012W00000000").value();
    const auto house = PropertyUnitNo::parse("431202001003GB00012F00010001").value();
    CHECK(land.isLandOnly());
    CHECK(land.building().empty());
    CHECK(land.parcelCode() == house.parcelCode());
    CHECK(land.parcelCode() == "431202001003GB00012");
}

TEST_CASE("the year of a certificate can be compared with its issue", "[cert_no]")
{
    CHECK(CertificateNo::parse("湘(2022)怀化市不动产权第0000001号").value().year() == 2022);
    CHECK(CertificateNo::parse("怀房权证鹤城字第000123号").value().year() == 0);
}

TEST_CASE("an identity number shows three and four characters", "[id_card]")
{
    const auto number = IdCardNo::parse("11010519491231002x").value();
    CHECK(number.masked() == "110***********002X");
    CHECK(formatDate(number.birthDate()) == "1949-12-31");
    CHECK(IdCardNo::parse("431201199002300012").error().detail == "431***********0012");
    CHECK(IdCardNo::parse("4312").error().detail == "****");
}

TEST_CASE("the check character of a body follows ISO 7064 MOD 37-2", "[tag]")
{
    const auto [body, expected] = GENERATE(table<std::string, char>({
        {"G123489654321", 'Y'},
        {"G123498654321", 'H'},
        {"CL2024000001", '5'},
        {"TY2022000001", 'K'},
        {"TY2022000019", '0'},
        {"TY2022000198", '*'},
        {"TY2022000012", 'E'},
    }));
    CAPTURE(body);
    CHECK(checkCharacterMod37(body) == expected);
    CHECK(checkCharacterMod37(body + "-") == '\0');
}

TEST_CASE("a tag is made of a number and gives it back", "[tag]")
{
    const auto number = AssetNo::parse("TY2022000198").value();
    const AssetTag tag = AssetTag::of(number);
    CHECK(tag.text() == "TY2022000198*");
    CHECK(AssetTag::parse(tag.text()).value().assetNo() == number);
    // A scanned text is a tag or it is not: nothing is tidied, and no other body passes for one of ours.
    CHECK(AssetTag::parse("ty2022000001k").error().subject == "tag.syntax");
    CHECK(AssetTag::parse("G123489654321Y").error().subject == "tag.syntax");
    CHECK(AssetTag::parse(" TY2022000001K").error().subject == "tag.syntax");
}

TEST_CASE("a tag finds every single wrong character and every swap of neighbours", "[tag][property]")
{
    constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";
    std::mt19937 random(7064);
    for (int round = 0; round < 300; ++round) {
        std::string body {alphabet[10 + random() % 26], alphabet[10 + random() % 26]};
        for (int digit = 0; digit < 10; ++digit)
            body += alphabet[random() % 10];
        const std::string tag = AssetTag::of(AssetNo::parse(body).value()).text();
        CAPTURE(tag);
        REQUIRE(AssetTag::parse(tag).has_value());
        for (std::size_t i = 0; i < tag.size(); ++i) {
            for (const char wrong : alphabet) {
                std::string mistyped = tag;
                mistyped[i] = wrong;
                REQUIRE(AssetTag::parse(mistyped).has_value() == (wrong == tag[i]));
            }
        }
        for (std::size_t i = 0; i + 1 < tag.size(); ++i) {
            std::string swapped = tag;
            std::swap(swapped[i], swapped[i + 1]);
            REQUIRE(AssetTag::parse(swapped).has_value() == (swapped == tag));
        }
    }
}

TEST_CASE("an imported number is kept when it is printable and not too long", "[asset_no]")
{
    CHECK(isLegacyNo("A02030501-0001"));
    CHECK(isLegacyNo("旧资产 12/3"));
    CHECK(isLegacyNo(std::string(64, '9')));
    CHECK(isLegacyNo("ＺＣ－２０２６－０００１"));
    CHECK_FALSE(isLegacyNo(""));
    CHECK_FALSE(isLegacyNo(std::string(65, '9')));
    CHECK_FALSE(isLegacyNo("a\tb"));
    CHECK_FALSE(isLegacyNo("a\nb"));
    CHECK_FALSE(isLegacyNo(" a"));
    CHECK_FALSE(isLegacyNo("\xFF"));
}
