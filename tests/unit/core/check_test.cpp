#include "core/values/check.h"

#include <catch2/catch.hpp>

using namespace guanwu;

namespace {

struct Case {
    std::string value;
    CheckVerdict verdict;
    std::string normalized;
    std::string code;
};

Case ok(std::string value) { return {value, CheckVerdict::Ok, value, ""}; }

void compare(CheckKind kind, const Case& c)
{
    CAPTURE(c.value);
    const CheckOutcome outcome = check(kind, c.value);
    CHECK(tokenRow(kCheckVerdicts, outcome.verdict).token == tokenRow(kCheckVerdicts, c.verdict).token);
    CHECK(outcome.normalized == c.normalized);
    CHECK(outcome.code == c.code);
}

} // namespace

TEST_CASE("a unified social credit code has both its checks looked at", "[check][uscc]")
{
    compare(CheckKind::Uscc,
        GENERATE(ok("1234170048628740X7"), ok("11500000009276871K"), ok("91110000600037341L"),
            ok("11431200MB0000000Y"), ok("11431200MB10002050"), ok("114312000065932140"),
            ok("1243120044772219XG"),
            Case {"91440300MA5DK3M96F", CheckVerdict::Error, "91440300MA5DK3M96F", "uscc.check"},
            Case {
                "91440300MA5DK3M96X", CheckVerdict::Warning, "91440300MA5DK3M96X", "uscc.organisation_code"},
            Case {"11431200MB000000OY", CheckVerdict::Error, "11431200MB000000OY", "uscc.letter"},
            Case {"11431200MB000000Y", CheckVerdict::Error, "11431200MB000000Y", "uscc.length"},
            Case {"1143120OMB0000000Y", CheckVerdict::Error, "1143120OMB0000000Y", "uscc.letter"},
            Case {"11A31200MB0000000Y", CheckVerdict::Error, "11A31200MB0000000Y", "uscc.division"},
            Case {"  11500000-0092-76871k ", CheckVerdict::Ok, "11500000009276871K", ""},
            Case {"１１５０００００００９２７６８７１Ｋ", CheckVerdict::Ok, "11500000009276871K", ""},
            Case {"", CheckVerdict::Error, "", "uscc.length"}));
}

TEST_CASE("a property unit number is 28 characters in parts that fit", "[check][unit_no]")
{
    compare(CheckKind::UnitNo,
        GENERATE(ok("310104019001GB00045F00430086"), ok("320583001002GB00012F00180302"),
            ok("431202001003GB00012W00000000"), ok("431202001003GB00012F00010001"),
            Case {"310104 019001 GB00045 F00430086", CheckVerdict::Ok, "310104019001GB00045F00430086", ""},
            Case {"431202001003gb00012f00010001", CheckVerdict::Ok, "431202001003GB00012F00010001", ""},
            Case {"431202001003GB00012W00000001", CheckVerdict::Error, "431202001003GB00012W00000001",
                "unit_no.land_tail"},
            Case {"431202001003KB00012F00010001", CheckVerdict::Error, "431202001003KB00012F00010001",
                "unit_no.parcel_feature"},
            Case {"431202001003GI00012F00010001", CheckVerdict::Error, "431202001003GI00012F00010001",
                "unit_no.parcel_feature"},
            Case {"431202001003GB00000F00010001", CheckVerdict::Error, "431202001003GB00000F00010001",
                "unit_no.serial"},
            Case {"431202001003GB00012K00010001", CheckVerdict::Error, "431202001003GB00012K00010001",
                "unit_no.fixture_feature"},
            Case {"43120200100OGB00012F00010001", CheckVerdict::Error, "43120200100OGB00012F00010001",
                "unit_no.digits"},
            Case {"450103001001GB00001", CheckVerdict::Error, "450103001001GB00001", "unit_no.parcel_code"},
            Case {"4501030010010B00001", CheckVerdict::Error, "4501030010010B00001", "unit_no.length"}));
}

TEST_CASE("a certificate number is strict for Huaihua and warns for other places", "[check][cert_no]")
{
    compare(CheckKind::CertNo,
        GENERATE(ok("湘（2022）怀化市不动产权第0000001号"),
            Case {"湘(2022)怀化市不动产权第0000001号", CheckVerdict::Ok,
                "湘（2022）怀化市不动产权第0000001号", ""},
            Case {"湘（２０２２）怀化市不动产权第 ００００００１ 号", CheckVerdict::Ok,
                "湘（2022）怀化市不动产权第0000001号", ""},
            Case {"湘（2022）怀化市不动产权第1号", CheckVerdict::Warning, "湘（2022）怀化市不动产权第1号",
                "cert_no.serial_digits"},
            ok("湘（2022）中方县不动产权第0004321号"), ok("湘（2022）洪江区不动产权第0004321号"),
            Case {"湘（2022）长沙市不动产权第0004321号", CheckVerdict::Warning,
                "湘（2022）长沙市不动产权第0004321号", "cert_no.other_place"},
            Case {"苏（2023）昆山市不动产权第0012345号", CheckVerdict::Warning,
                "苏（2023）昆山市不动产权第0012345号", "cert_no.other_place"},
            Case {"沪（2018）徐字不动产权第015979号", CheckVerdict::Warning,
                "沪（2018）徐字不动产权第015979号", "cert_no.other_place"},
            Case {"怀房权证鹤城字第000123号", CheckVerdict::Warning, "怀房权证鹤城字第000123号",
                "cert_no.legacy"},
            Case {"怀国用(2009)第123号", CheckVerdict::Warning, "怀国用（2009）第123号", "cert_no.legacy"},
            Case {"湘（2014）怀化市不动产权第0000001号", CheckVerdict::Error,
                "湘（2014）怀化市不动产权第0000001号", "cert_no.year"},
            Case {"相（2022）怀化市不动产权第0000001号", CheckVerdict::Error,
                "相（2022）怀化市不动产权第0000001号", "cert_no.province"},
            Case {"湘（22）怀化市不动产权第0000001号", CheckVerdict::Error,
                "湘（22）怀化市不动产权第0000001号", "cert_no.syntax"},
            Case {"湘（2022）怀化市不动产权第000000A号", CheckVerdict::Error,
                "湘（2022）怀化市不动产权第000000A号", "cert_no.syntax"},
            Case {"湘（2022）怀化市不动产权第号", CheckVerdict::Error, "湘（2022）怀化市不动产权第号",
                "cert_no.syntax"},
            Case {"湘（2022）不动产权第0000001号", CheckVerdict::Error, "湘（2022）不动产权第0000001号",
                "cert_no.syntax"},
            Case {"湘（2022）怀化市不动产权第0000001", CheckVerdict::Error,
                "湘（2022）怀化市不动产权第0000001", "cert_no.syntax"},
            Case {"", CheckVerdict::Error, "", "cert_no.syntax"}));
}

TEST_CASE("a tag is right when its check character is", "[check][tag]")
{
    compare(CheckKind::Tag,
        GENERATE(ok("CL20240000015"), ok("TY2022000001K"), ok("TY20220000190"), ok("TY2022000198*"),
            ok("G123489654321Y"), ok("G123498654321H"),
            Case {" ty2022000001k ", CheckVerdict::Ok, "TY2022000001K", ""},
            Case {"TY2022000021E", CheckVerdict::Error, "TY2022000021E", "tag.check"},
            Case {"TY2022000001", CheckVerdict::Error, "TY2022000001", "tag.syntax"},
            Case {"G123489654321H", CheckVerdict::Error, "G123489654321H", "tag.syntax"},
            Case {"*TY2022000001", CheckVerdict::Error, "*TY2022000001", "tag.syntax"},
            Case {"", CheckVerdict::Error, "", "tag.syntax"}));
}

TEST_CASE("an asset number is two letters, a year and six digits", "[check][asset_no]")
{
    compare(CheckKind::AssetNo,
        GENERATE(ok("CL2024000001"), Case {"ｔｙ２０２２０００００１", CheckVerdict::Ok, "TY2022000001", ""},
            Case {"CL20240000015", CheckVerdict::Error, "CL20240000015", "asset_no.syntax"},
            Case {"C12024000001", CheckVerdict::Error, "C12024000001", "asset_no.syntax"},
            Case {"CL202400000", CheckVerdict::Error, "CL202400000", "asset_no.syntax"},
            Case {"ZC-2026-0001", CheckVerdict::Error, "ZC-2026-0001", "asset_no.syntax"}));
}

TEST_CASE("an identity number is checked and never repeated in full", "[check][id_card]")
{
    compare(CheckKind::IdCard,
        GENERATE(Case {"11010519491231002X", CheckVerdict::Ok, "110***********002X", ""},
            Case {"11010519491231002x", CheckVerdict::Ok, "110***********002X", ""},
            Case {"440524188001010014", CheckVerdict::Ok, "440***********0014", ""},
            Case {"360426199101010071", CheckVerdict::Ok, "360***********0071", ""},
            Case {"431201199003070012", CheckVerdict::Ok, "431***********0012", ""},
            Case {"431202198512310020", CheckVerdict::Ok, "431***********0020", ""},
            Case {"431201199002300012", CheckVerdict::Error, "", "id_card.date"},
            Case {"431202198512310021", CheckVerdict::Error, "", "id_card.check"},
            Case {"43120219851231002", CheckVerdict::Error, "", "id_card.length"},
            Case {"4312021985123100X0", CheckVerdict::Error, "", "id_card.digits"}));
}
