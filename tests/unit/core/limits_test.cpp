// Every limit of core at its greatest value and one above. tests/architecture/limits.tsv names all limits.
#include "core/access/device_service.h"
#include "core/audit/audit_finding.h"
#include "core/books/reconciliation.h"
#include "core/cards/attachment.h"
#include "core/documents/divide.h"
#include "core/documents/document_data.h"
#include "core/documents/document_rules.h"
#include "core/documents/route_table.h"
#include "core/idle/idle_asset.h"
#include "core/inventory/recount.h"
#include "core/leasing/lease_contract.h"
#include "core/premises/proposal.h"
#include "core/premises/room_needs.h"
#include "core/reference/accounts.h"
#include "core/registers/register_type.h"
#include "core/values/money.h"
#include "tests/support/values.h"

#include <catch2/catch.hpp>
#include <functional>

using namespace guanwu;
using namespace guanwu::test;

namespace {

struct NamedLimit {
    std::string name; ///< file and name of limits.tsv, and what it is a limit of
    std::int64_t greatest = 0;
    std::string refusal; ///< of one more
    std::function<std::string(std::int64_t size)> refusalOf; ///< empty when it is taken
};

template <class T> std::string subjectOrNone(const Result<T>& outcome)
{
    return outcome ? std::string() : outcome.error().subject;
}

std::string letters(std::int64_t size) { return std::string(static_cast<std::size_t>(size), 'x'); }

std::string noteWith(std::string IdleNote::*text, std::int64_t size)
{
    IdleNote note;
    note.reason = IdleReason::Dangerous;
    note.*text = letters(size);
    return subjectOrNone(checkNote(note));
}

std::string contractWith(std::string LeaseContract::*text, std::int64_t size)
{
    LeaseContract contract;
    contract.contractNo = "ZL-2022-01";
    contract.counterparty = "某公司";
    contract.approvalNo = "怀管发〔2022〕8号";
    contract.approvedOn = day("2022-01-01");
    contract.from = day("2022-01-01");
    contract.to = day("2022-12-31");
    contract.rent = Money::fromFen(100'00);
    contract.*text = letters(size);
    return subjectOrNone(checkContract(contract));
}

std::string registerValue(RegisterValue kind, const std::string& text)
{
    RegisterField field;
    field.token = "field";
    field.value = kind;
    return subjectOrNone(registerText(field, text));
}

/// SHA-256 digests as a register lists them.
std::string digests(std::int64_t count)
{
    std::string out;
    for (std::int64_t i = 0; i < count; ++i)
        out.append(i == 0 ? "" : ";").append(64, 'a');
    return out;
}

/// So many pixels in five rows. The head is all that is looked at.
std::string pngOf(std::int64_t pixels)
{
    const auto bigEndian = [](std::int64_t value) {
        std::string out;
        for (int shift = 24; shift >= 0; shift -= 8)
            out += static_cast<char>(value >> shift & 0xFF);
        return out;
    };
    const std::int64_t rows = pixels % 5 == 0 ? 5 : 1;
    return std::string("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", 16) + bigEndian(pixels / rows) + bigEndian(rows)
        + std::string(20, '\0');
}

/// What else is wrong with the parts is not asked here.
std::string splitInto(std::int64_t parts)
{
    Document document;
    DocumentLine line;
    line.no = 1;
    document.lines.push_back(line);
    document.setFact("part_count", std::to_string(parts), 1);
    RegisteredCard card;
    card.card.quantity = 1;
    card.card.original = Money::fromFen(10'000'00);
    const std::string subject = subjectOrNone(partsOf(document, line, card, std::chrono::year(2026) / 11));
    return subject == "document.part_count" ? subject : "";
}

std::string routeWith(std::int64_t coSigners)
{
    const std::string csv
        = "version,effective_from,example,row,kind,methods,class_prefix,unit_types,single_from_yuan,"
          "single_below_yuan,batch_from_yuan,batch_below_yuan,steps,source\n"
          "v1,2026-01-01,no,1,disposal,*,,*,0,,0,,bureau_review+"
        + std::to_string(coSigners) + ",test\n";
    return subjectOrNone(readRouteTable(ReferenceTable(csv)));
}

/// The subject among what stands in the way of a document; what else does is not asked here.
std::string standsInTheWay(const Document& document, DocumentStage stage, const std::string& subject)
{
    const std::vector<RegisteredCard> cards;
    for (const Error& error : rulesOf(document.kind).problems(document, stage, {cards, day("2026-11-28")}))
        if (error.subject == subject)
            return subject;
    return "";
}

/// A gift of so many pieces in two lines, each of which becomes a card when it is accepted.
std::string acceptedPieces(std::int64_t pieces)
{
    Document document;
    document.kind = DocumentKind::Allocation;
    document.method = "accept_gift";
    for (const std::int64_t quantity : {pieces - 1, std::int64_t {1}}) {
        DocumentLine line;
        line.no = static_cast<int>(document.lines.size()) + 1;
        line.quantity = quantity;
        line.original = Money::fromFen(100 * quantity);
        document.lines.push_back(line);
    }
    return standsInTheWay(document, DocumentStage::Closing, "document.too_many_cards");
}

std::string surplusLeft(std::int64_t months)
{
    Document document;
    document.kind = DocumentKind::Surplus;
    DocumentLine line;
    line.no = 1;
    line.name = "办公桌";
    line.classCode = "A05010201";
    line.original = Money::fromFen(800'00);
    document.lines.push_back(line);
    document.setFact("months_left", std::to_string(months), 1);
    return standsInTheWay(document, DocumentStage::Filing, "document.surplus_months");
}

/// Whether a room of so many 0.01 m2 is had by who asks for one of any size: theirs now, or of the pool.
std::string proposedRoom(std::int64_t hundredths)
{
    RoomNeed need;
    need.people = {{1, "P1", "张三"}};
    need.least = Area::fromHundredths(1);
    need.most = Area::fromHundredths(hundredths);
    const RoomOption room {{5, "R5", {}}, 1, 0, Area::fromHundredths(hundredths)};
    for (const std::int64_t present : {0, 5}) {
        need.present = {present};
        const auto proposal = propose(std::vector {need}, std::vector {room});
        REQUIRE(proposal);
        if (!proposal->isComplete())
            return "unmet";
    }
    return "";
}

/// Whether two of so many pieces of evidence are found to add up to a difference.
std::string combined(std::int64_t pieces)
{
    const std::string classCode = "A02";
    Reconciliation table;
    ReconcileLine line;
    line.classCode = classCode;
    line.account = accountsOf(classCode).asset.account;
    line.ledger = Money::fromFen(3'00);
    line.cards = Money();
    table.lines.push_back(line);
    std::vector<ReconcileEvidence> evidence;
    for (std::int64_t i = 0; i < pieces; ++i)
        evidence.push_back(
            {ReconcileReason::BookedWithoutCard, classCode, "", // the first two are 1 and 2 yuan
                Money::fromFen(i < 2 ? (i + 1) * 100 : 10'000 + i), Money(), ""});
    suggestItems(table, evidence);
    return table.unexplained().empty() ? "" : "unexplained";
}

const std::vector<NamedLimit>& coreLimits()
{
    static const std::vector<NamedLimit> all {
        {"core/idle/idle_asset.cpp kLongestText: a remark on an idle thing", 200, "text.too_long",
            [](auto size) { return noteWith(&IdleNote::remark, size); }},
        {"core/idle/idle_asset.cpp kLongestText: a measure for an idle thing", 200, "text.too_long",
            [](auto size) { return noteWith(&IdleNote::measure, size); }},
        {"core/leasing/lease_contract.cpp kLongestText: a counterparty", 100, "text.too_long",
            [](auto size) { return contractWith(&LeaseContract::counterparty, size); }},
        {"core/leasing/lease_contract.cpp kLongestText: a remark on a contract", 100, "text.too_long",
            [](auto size) { return contractWith(&LeaseContract::remark, size); }},
        {"core/registers/register_types.cpp kLongest: a text of a register", 500, "register.value",
            [](auto size) { return registerValue(RegisterValue::Text, letters(size)); }},
        {"core/registers/register_types.cpp kMostDigests: pictures of a register", 12, "register.value",
            [](auto count) { return registerValue(RegisterValue::Digests, digests(count)); }},
        {"core/documents/document_data.h kMostFactCharacters: a fact of a document", 500,
            "document.fact_value",
            [](auto size) { return subjectOrNone(canonical(FactRule {}, letters(size))); }},
        {"core/access/device_service.cpp kMaxAddress: the address of a server", 200, "device.address",
            [](auto size) {
                return subjectOrNone(checkAddress({"https://" + letters(size - 8), std::string(64, 'a')}));
            }},
        {"core/cards/attachment.h kMostPixels: pixels of an attachment", kMostPixels, "attachment.pixels",
            [](auto pixels) { return subjectOrNone(inspectAttachment(pngOf(pixels))); }},
        {"core/inventory/recount_sample.h kMostRecounted: lines of a recount", kMostRecounted, "recount.size",
            [](auto size) {
                RecountDraw draw;
                draw.goal = {95'00, 5'00};
                draw.size = size;
                return subjectOrNone(checkDraw(draw));
            }},
        {"core/premises/proposal.h kMostNeeds: needs of a proposal", static_cast<std::int64_t>(kMostNeeds),
            "space.too_many_needs",
            [](auto count) {
                return subjectOrNone(propose(std::vector<RoomNeed>(static_cast<std::size_t>(count)), {}));
            }},
        {"core/premises/proposal.h kMostSeekers: people of a proposal",
            static_cast<std::int64_t>(kMostSeekers), "space.too_many_seekers",
            [](auto count) {
                std::vector<RoomNeed> needs(2);
                needs[0].people.resize(static_cast<std::size_t>(count) - 1);
                needs[1].people.resize(1);
                return subjectOrNone(propose(needs, {}));
            }},
        {"core/premises/room_needs.h kMostTogether: people who share a room", kMostTogether, "space.together",
            [](auto count) { return subjectOrNone(needsOf({}, static_cast<int>(count), 60)); }},
        {"core/documents/allocation.cpp kMostCardsMade: cards that one acceptance makes", 1'000,
            "document.too_many_cards", acceptedPieces},
        {"core/documents/surplus.cpp kMostMonths: months that a surplus has left", 1'200,
            "document.surplus_months", surplusLeft},
        {"core/premises/room_supply.cpp kMostArea: 0.01 m2 of a room that is proposed", 999'999, "unmet",
            proposedRoom},
        {"core/books/reconciliation.cpp kMostCombined: evidence that is combined", 12, "unexplained",
            combined},
        {"core/documents/divide.cpp kMostParts: parts of a card", 1'000, "document.part_count", splitInto},
        {"core/documents/route_table.cpp kMostCoSigners: signatures beside a step", 9, "routes.step",
            [](auto count) { return routeWith(count); }},
        {"core/values/decimal.cpp kLimit: yuan of an amount", 90'000'000'000'000, "money.range",
            [](auto yuan) { return subjectOrNone(Money::parseYuan(std::to_string(yuan))); }},
    };
    return all;
}

} // namespace

TEST_CASE(
    "P8: a report on the audit trail keeps its first thousand findings and counts the others", "[limits]")
{
    AuditReport report;
    for (std::int64_t i = 1; i <= 1'000; ++i)
        report.add({AuditFault::EntryChanged, i});
    CHECK(report.findings.size() == 1'000);
    report.add({AuditFault::EntryChanged, 1'001});
    CHECK(report.findings.size() == 1'000);
    CHECK(report.findings.back().entry == 1'000);
    CHECK(report.findingCount == 1'001);
}

TEST_CASE("P8: each limit of the rules takes what is at it and refuses one more with its code", "[limits]")
{
    for (const NamedLimit& limit : coreLimits()) {
        CAPTURE(limit.name, limit.greatest);
        CHECK(limit.refusalOf(limit.greatest) == "");
        CHECK(limit.refusalOf(limit.greatest + 1) == limit.refusal);
    }
}
