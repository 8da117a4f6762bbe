// Whatever people try, in whatever order and on whatever route: no state without its approvals.
#include "core/documents/document_rules.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>

using namespace guanwu;

namespace {

using Dice = std::mt19937_64;

std::size_t thrown(Dice& random, std::size_t limit) { return static_cast<std::size_t>(random() % limit); }

std::vector<DocumentActor> everybody()
{
    std::vector<DocumentActor> out;
    const auto add = [&](Role role, std::int64_t unit) {
        const std::string login = "p" + std::to_string(out.size());
        out.push_back({login, login, role, UnitId {unit}, DepartmentId {}});
    };
    for (const std::int64_t unit : {1, 1, 2, 3})
        for (const Role role : {Role::UnitClerk, Role::AssetOfficer, Role::Finance, Role::DepartmentClerk})
            add(role, unit);
    for (int i = 0; i < 4; ++i)
        add(Role::AssetSection, 0);
    add(Role::SpaceSection, 0);
    add(Role::Finance, 0);
    add(Role::Auditor, 0);
    return out;
}

PlannedRoute aRoute(Dice& random)
{
    PlannedRoute out;
    out.rule = {"R", "random", "test", false};
    for (const auto& kind : kStepKinds)
        if (random() % 3 == 0)
            out.steps.push_back({kind.value, random() % 5 == 0 ? 1 : 0});
    if (out.steps.empty())
        out.steps.push_back({StepKind::BureauReview, 0});
    return out;
}

DocumentMove aMove(Dice& random, const std::vector<DocumentActor>& people)
{
    DocumentMove move;
    // Approvals often, or nothing would ever be approved.
    move.action = random() % 2 == 0 ? DocumentAction::Approve
                                    : kDocumentActions[thrown(random, kDocumentActions.size())].value;
    move.opinion = random() % 8 == 0 ? "" : "意见";
    move.paperNo = random() % 4 == 0 ? "" : "文号";
    move.meeting = random() % 8 == 0 ? "" : "会议";
    move.minutesNo = "纪要";
    if (random() % 2 == 0)
        move.toStep = kStepKinds[thrown(random, kStepKinds.size())].value;
    move.counterSigner = people[thrown(random, people.size())].login;
    return move;
}

/// The three that must never be broken.
std::string broken(const Document& document)
{
    if (!isApproved(document.state))
        return {};
    std::set<std::string> signers;
    for (const DocumentStep& step : document.steps) {
        if (!step.isSigned())
            return "a step is not signed";
        if (step.signer == document.applicant || step.signer == document.filer)
            return "the applicant signed";
        if (!signers.insert(step.signer).second)
            return "one person signed twice";
        int given = 0;
        for (const CounterSignature& one : step.counterSignatures) {
            if (!one.at)
                return "a counter-signature is missing";
            ++given;
            if (!signers.insert(one.login).second)
                return "a counter-signer signed twice";
        }
        if (given < step.coSigners)
            return "the route wanted more counter-signatures";
    }
    if (document.approvalNo.empty() || !document.approvedOn || !document.rule)
        return "approved without number, day or rule";
    const bool onlyCounters = std::all_of(signers.begin(), signers.end(), [&](const std::string& login) {
        return std::find(document.countedBy.begin(), document.countedBy.end(), login)
            != document.countedBy.end();
    });
    return onlyCounters ? "only who counted signed" : "";
}

} // namespace

TEST_CASE("no state is reached without its approval, and no asset moves before", "[workflow][property]")
{
    const auto people = everybody();
    std::size_t approved = 0, closed = 0;
    for (std::uint64_t seed = 1; seed <= 4000; ++seed) {
        Dice random(seed);
        Document document;
        document.method = random() % 2 == 0 ? "scrap" : "donate";
        document.unit = {1, "U001", "第1局"};
        document.supervising = {2, "U002", "第2局"};
        document.counterpart = {3, "U003", "第3局"};
        document.applicant = people[thrown(random, people.size())].login;
        if (random() % 3 == 0)
            for (int i = 0; i < 6; ++i)
                document.countedBy.push_back(people[thrown(random, people.size())].login);
        RegisteredCard card;
        card.card.id = AssetId {7};
        card.card.unit = UnitId {1};
        card.unit = document.unit;
        card.card.useState = UseState::InUse;
        card.card.original = Money::fromFen(123'45);
        card.schedule.base = card.card.original;
        DocumentLine line;
        line.no = 1;
        line.asset = card.card.id;
        line.original = card.card.original;
        document.lines.push_back(line);

        for (int i = 0; i < 120; ++i) {
            const DocumentActor& who = people[thrown(random, people.size())];
            const DocumentMove move = aMove(random, people);
            const Instant at(std::chrono::milliseconds(1'790'000'000'000 + i * 60'000));
            Result<Document> after = move.action == DocumentAction::File
                ? filed(document, who, aRoute(random), {}, at)
                : moved(document, move, who, at);
            if (after && rulesOf(after->kind).settled)
                after = rulesOf(after->kind).settled(std::move(*after), move.action, who, at);
            CAPTURE(seed, i, who.login, tokenRow(kDocumentActions, move.action).token);
            if (!after)
                continue;
            const DocumentMoment moment = momentOf(document, *after);
            if (moment != DocumentMoment::None) {
                const std::vector<RegisteredCard> cards {card};
                const auto effect = rulesOf(after->kind).effect(*after, moment, {cards, chinaDate(at)});
                REQUIRE(effect);
                for (const RegisteredCard& changed : effect->changed)
                    card = changed;
            }
            document = std::move(*after);
            REQUIRE(broken(document) == "");
            const UseState state = card.card.useState;
            REQUIRE((state == UseState::WrittenOff) == (document.state == DocumentState::Closed));
            REQUIRE((state == UseState::DisposalApproved)
                == (isApproved(document.state) && document.state != DocumentState::Closed));
            REQUIRE((state == UseState::DisposalPending) == (document.state == DocumentState::InReview));
            REQUIRE(card.card.original == Money::fromFen(123'45));
            approved += document.state == DocumentState::Approved;
            closed += document.state == DocumentState::Closed && moment == DocumentMoment::Closed;
        }
    }
    // The sequences get far enough to mean something.
    CHECK(approved > 200);
    CHECK(closed > 50);
}
