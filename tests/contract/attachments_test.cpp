#include "core/cards/card_service.h"
#include "schema/cards/attachments.h"
#include "schema/cards/soci_card_repository.h"
#include "tests/contract/small_registry.h"
#include "tests/support/values.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using namespace std::string_literals;
using test::SmallRegistry;

namespace {

std::string bigEndian(std::int64_t value, int bytes)
{
    std::string out;
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
        out += static_cast<char>(value >> shift & 0xFF);
    return out;
}

std::string png(std::int64_t width, std::int64_t height, std::size_t rest = 20)
{
    return "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"s + bigEndian(width, 4) + bigEndian(height, 4)
        + std::string(rest, '\0');
}

std::string jpeg(std::int64_t width, std::int64_t height)
{
    return "\xFF\xD8\xFF\xE0\0\x04\0\0\xFF\xFF\xC0\0\x11\x08"s + bigEndian(height, 2) + bigEndian(width, 2)
        + std::string(10, '\1');
}

std::string refusal(const std::string& bytes)
{
    const auto type = inspectAttachment(bytes);
    return type ? std::string(tokenRow(kMediaTypes, *type).token) : type.error().subject;
}

} // namespace

TEST_CASE("X13 what is attached is known by its content and kept small", "[contract][card]")
{
    CHECK(refusal(jpeg(4000, 3000)) == "image/jpeg");
    CHECK(refusal(png(100, 100)) == "image/png");
    CHECK(refusal("%PDF-1.7\n...") == "application/pdf");
    CHECK(refusal("") == "attachment.empty");
    CHECK(refusal("GIF89a") == "attachment.type");
    CHECK(refusal("<svg/>") == "attachment.type");
    CHECK(refusal("MZ") == "attachment.type");
    CHECK(refusal(png(8000, 5000)) == "image/png");
    CHECK(refusal(png(8000, 5001)) == "attachment.pixels");
    CHECK(refusal(jpeg(65535, 65535)) == "attachment.pixels");
    CHECK(refusal(png(0xFFFFFFFF, 0xFFFFFFFF)) == "attachment.pixels");
    CHECK(refusal(png(0, 5)) == "attachment.type");
    CHECK(refusal(png(10, 10).substr(0, 20)) == "attachment.type");
    CHECK(refusal(jpeg(10, 10).substr(0, 15)) == "attachment.type");
    CHECK(refusal("\xFF\xD8\xFF\xE0\0\0"s) == "attachment.type");
    CHECK(refusal(png(10, 10, kMostAttachmentBytes - 24)) == "image/png");
    CHECK(refusal(png(10, 10, kMostAttachmentBytes - 23)) == "attachment.too_large");
}

TEST_CASE("An attachment comes back byte for byte, and twice the same is once stored", "[contract][card]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    Attachments own(*registry.session, Scope::ofUnit(UnitId {1}));
    for (const std::size_t size : {0U, 1U, 2U, 3U, 196'608U, 400'001U}) {
        std::string bytes = png(10, 10, 0);
        for (std::size_t i = 0; i < size; ++i)
            bytes += static_cast<char>(i * 7);
        const auto stored = own.store(bytes, "clerk01", kNow);
        REQUIRE(stored);
        CHECK(own.store(bytes, "clerk02", kNow) == stored);
        const auto read = own.read(stored->hash);
        REQUIRE(read);
        CHECK(read->bytes == bytes);
        CHECK(read->attachment == *stored);
    }
}

TEST_CASE("X4 an attachment is seen by who sent it and by who sees a card it hangs on", "[contract][card]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    const Scope ofOne = Scope::ofUnit(UnitId {1});
    Attachments one(*registry.session, ofOne);
    Attachments two(*registry.session, Scope::ofUnit(UnitId {2}));
    Attachments three(*registry.session, Scope::ofUnit(UnitId {3}));
    Attachments officer(*registry.session, Scope::ofUnitAndSubordinates(UnitId {1}));
    Attachments section(*registry.session, Scope::everything());
    const auto subject = [](const auto& result) { return result ? "" : result.error().subject; };
    const std::string hash = one.store(jpeg(10, 20), "clerk01", kNow)->hash;
    CHECK(subject(one.read(hash)) == "");
    CHECK(subject(section.read(hash)) == "");
    CHECK(subject(three.read(hash)) == "attachment.not_found");
    // To know the digest does not make it one's own, to have the bytes does.
    CHECK(subject(three.read("' OR 1=1 --")) == "attachment.not_found");
    CHECK(three.store(jpeg(10, 20), "clerk03", kNow)->hash == hash);
    CHECK(subject(three.read(hash)) == "");

    SociCardRepository repository(*registry.session, Scope::everything());
    CardService service(repository, Scope::everything(), [] { return kNow; });
    const std::string no = service
                               .create({{"unit", "U002"}, {"class_code", "A05010201"}, {"name", "办公桌"},
                                           {"original_yuan", "800"}, {"acquired_on", "2026-01-05"},
                                           {"acquisition_method", "donation"}},
                                   {"clerk02", ""})
                               ->card.assetNo;
    CHECK(subject(one.attach(no, hash, "clerk01", kNow)) == "card.not_found");
    CHECK(subject(two.attach(no, hash, "clerk02", kNow)) == "attachment.not_found");
    CHECK(subject(officer.attach(no, hash, "officer1", kNow)) == "access.forbidden");
    const std::string photo = two.store(png(30, 30), "clerk02", kNow)->hash;
    CHECK(subject(two.attach(no, photo, "clerk02", kNow)) == "");
    CHECK(subject(two.attach(no, photo, "clerk02", kNow)) == "");
    CHECK(two.ofCard(no)->size() == 1);
    CHECK(officer.ofCard(no)->front().hash == photo);
    CHECK(subject(officer.read(photo)) == "");
    CHECK(subject(one.read(photo)) == "attachment.not_found");
    CHECK(subject(one.ofCard(no)) == "card.not_found");
    const auto history = service.history(no, 0, 10);
    REQUIRE(history->size() == 2);
    CHECK(history->front().kind == CardEventKind::Attached);
    CHECK(history->front().fields.front().after == photo);
    CHECK(service.find(no)->card.revision == 1);
}
