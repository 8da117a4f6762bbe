// Whoever tries whatever in whatever order: no state behind the approval is reached without it.
#include "app/documents/batch_drafts.h"
#include "core/documents/document_data.h"
#include "tests/contract/paperwork.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace guanwu;
using namespace guanwu::test;

namespace {

struct Crowd : Paperwork {
    using Paperwork::Paperwork;
    std::vector<std::string> documents;
    std::vector<DocumentActor> people {kClerk1, kOfficer1, kOfficer3, kBureau, kBureau2, kBureau3,
        person("clerk1b", Role::UnitClerk, 1), person("finance1", Role::Finance, 1),
        person("finance", Role::Finance, 0), person("counter1", Role::AssetOfficer, 1),
        person("auditor", Role::Auditor, 0)};

    void add(DocumentKind kind, const std::string& method, const DocumentEdit& edit,
        std::vector<std::string> countedBy = {})
    {
        DocumentDesk desk(*session, kClerk1);
        NewDocument wanted {kind, method, "U001", "", method == "allocate_free" ? "U003" : "", "因工作需要"};
        wanted.countedBy = std::move(countedBy);
        auto made = desk.service.create(wanted).value();
        const auto edited = desk.service.edit(made.no, made.revision, edit);
        INFO(method << ": " << refusalOf(edited));
        REQUIRE(edited);
        made = *edited;
        for (const PaperRule* rule : DocumentData::current().papers(kind, method))
            made = desk.service
                       .addPaper(made.no, made.revision, {rule->paper, std::string(64, 'b'), rule->paper, "", {}})
                       .value();
        documents.push_back(made.no);
    }
    void addAll()
    {
        const auto of = [&](std::vector<Fact> facts, const char* acquired = "2000-01-05") {
            DocumentEdit edit;
            edit.assets = std::vector {addCard(kDesk, "1800.00", acquired)};
            edit.facts = std::move(facts);
            return edit;
        };
        add(DocumentKind::Disposal, "scrap", of({{0, "ground", "technical"}}));
        add(DocumentKind::Disposal, "allocate_free", of({}));
        add(DocumentKind::Disposal, "write_off_loss", of({{0, "loss_kind", "shortage"}}), {"counter1"});
        add(DocumentKind::Custody, "draw", of({{0, "receiver", "P101"}}), {"counter1", "clerk1b"});
        add(DocumentKind::Change, "value", of({{1, "original_yuan", "2000.00"}}, "2020-01-05"));
        add(DocumentKind::Change, "state", of({{1, "use_state", "idle"}, {1, "idle_since", "2026-01-05"}}),
            {"counter1"});
        add(DocumentKind::Change, "rebuild", of({}, "2020-01-05"));
        DocumentEdit surplus;
        surplus.wishes = std::vector {Wish {"办公椅", "A05010301", "甲", "把", 1, Money::fromFen(120'00)}};
        surplus.facts = {{1, "value_basis", "同类"}, {1, "months_left", "40"}};
        add(DocumentKind::Surplus, "inventory", surplus, {"counter1"});
    }
    DocumentMove aMove(std::mt19937& random, const Document& document)
    {
        const auto& rows = kDocumentActions;
        DocumentMove move = random() % 2 == 0 ? signature() : moveOf(rows[random() % rows.size()].value);
        move.opinion = "因故";
        const bool isBehind = isApproved(document.state);
        if (isBehind && random() % 3 != 0) {
            static constexpr DocumentAction kEnds[] {
                DocumentAction::Execute, DocumentAction::SettleIncome, DocumentAction::Close};
            move = moveOf(kEnds[random() % 3]);
        }
        for (const FactRule* rule : DocumentData::current().facts(document.kind, document.method)) {
            const bool isAsked = rule->required
                && ((move.action == DocumentAction::Execute && rule->stage == DocumentStage::Execution)
                    || (move.action == DocumentAction::SettleIncome && rule->stage == DocumentStage::Income)
                    || (move.action == DocumentAction::Close && rule->stage == DocumentStage::Closing));
            if (!isAsked)
                continue;
            const char* value = rule->type == FactType::Date ? "2026-11-28"
                : rule->type == FactType::Money              ? "0"
                : rule->type == FactType::Integer            ? "24"
                                                             : "记-3";
            move.facts.push_back({rule->ofLine ? 1 : 0, rule->fact, value});
        }
        if (move.action == DocumentAction::AskCounterSign)
            move.counterSigner = people[random() % people.size()].login;
        return move;
    }
    [[nodiscard]] Role roleOf(const std::string& login) const
    {
        const auto found = std::find_if(
            people.begin(), people.end(), [&](const DocumentActor& one) { return one.login == login; });
        return found->role.value();
    }
    /// What waits for somebody is what he may sign, or what he may not sign yet: somebody else is asked first.
    void checkWaiting(const Document& document)
    {
        if (document.state != DocumentState::InReview)
            return;
        for (const DocumentActor& who : people) {
            CAPTURE(document.no, who.login, document.step);
            DocumentFilter filter;
            filter.waitsFor = &who;
            const auto page = DocumentDesk(*session, who).store.list(filter, 0, 50).value();
            const bool isListed = std::any_of(page.documents.begin(), page.documents.end(),
                [&](const DocumentSummary& one) { return one.no == document.no; });
            const auto approve = mayDo(document, who, DocumentAction::Approve);
            const bool asksFirst = !approve
                && (approve.error().subject == "document.counter_alone"
                    || approve.error().subject == "document.counter_sign_open");
            CHECK(isListed == (approve || asksFirst || mayDo(document, who, DocumentAction::CounterSign)));
        }
    }
    void checkSound(const Document& document)
    {
        CAPTURE(document.no, document.method);
        std::set<std::string> signers;
        bool hasOther = document.countedBy.empty();
        for (const DocumentStep& step : document.steps) {
            if (!step.isSigned())
                continue;
            CHECK(step.signer != document.applicant);
            CHECK(step.signer != document.filer);
            CHECK(signers.insert(step.signer).second);
            const auto& roles = DocumentData::current().step(step.kind).roles;
            CHECK(std::find(roles.begin(), roles.end(), roleOf(step.signer)) != roles.end());
            const auto isCounter = [&](const std::string& login) {
                return std::find(document.countedBy.begin(), document.countedBy.end(), login)
                    != document.countedBy.end();
            };
            hasOther = hasOther || !isCounter(step.signer);
            for (const CounterSignature& one : step.counterSignatures)
                hasOther = hasOther || (one.at && !isCounter(one.login));
        }
        DocumentDesk desk(*session, kBureau);
        if (document.state != DocumentState::Closed)
            CHECK(desk.store.cardsOf(document.id).empty());
        if (!isApproved(document.state)) {
            CHECK((document.approvalNo.empty() && !document.approvedOn));
            // Until it is closed a card is worth what it was, where it was.
            for (const DocumentLine& line : document.lines)
                if (line.isAsset()) {
                    const RegisteredCard card = this->card(line.assetNo);
                    CHECK(card.card.original == Money::fromFen(1800'00));
                    CHECK(card.unit.code == "U001");
                    CHECK(isCountable(card.card.useState));
                    CHECK(card.card.useState != UseState::InRebuild);
                    CHECK(card.card.useState != UseState::DisposalApproved);
                    CHECK(card.card.useState != UseState::InTransfer);
                }
            return;
        }
        CHECK_FALSE(document.approvalNo.empty());
        CHECK(document.approvedOn.has_value());
        CHECK_FALSE(document.steps.empty());
        CHECK(signers.size() == document.steps.size());
        CHECK(hasOther);
    }
};

} // namespace

TEST_CASE("No state of a document is reached without the signatures of its route", "[contract][documents][property]")
{
    Crowd crowd(GENERATE("sqlite", "mariadb"));
    std::mt19937 random(20261128);
    crowd.addAll();
    std::set<std::string> closed;
    std::set<DocumentKind> kinds;
    for (int i = 0; i < 900 && closed.size() < crowd.documents.size(); ++i) {
        const std::string& no = crowd.documents[random() % crowd.documents.size()];
        const DocumentActor& who = crowd.people[random() % crowd.people.size()];
        DocumentDesk desk(*crowd.session, who);
        // Not everybody sees it; whoever does not cannot move it.
        const Document before = DocumentDesk(*crowd.session, kBureau).store.find(no).value();
        if (isFinal(before.state))
            continue;
        DocumentMove move = crowd.aMove(random, before);
        // Documents that end early say nothing of what comes behind.
        if ((move.action == DocumentAction::Reject || move.action == DocumentAction::Withdraw) && random() % 10 != 0)
            continue;
        const auto after = isEditable(before.state) && random() % 4 != 0 ? desk.service.file(no, before.revision)
                                                                         : desk.service.move(no, before.revision, move);
        if (!after)
            continue;
        const Document stored = DocumentDesk(*crowd.session, kBureau).store.find(no).value();
        crowd.checkSound(stored);
        crowd.checkWaiting(stored);
        if (after->state == DocumentState::Closed) {
            closed.insert(no);
            kinds.insert(after->kind);
        }
    }
    CHECK(closed.size() >= 4);
    CHECK(kinds.size() >= 3);
}

TEST_CASE("P8: a batch of drafts names its most assets, and one more is refused before any is looked for",
    "[contract][documents][limits]")
{
    Paperwork desk(GENERATE("sqlite", "mariadb"));
    Account clerk;
    clerk.login = "clerk1";
    clerk.role = Role::UnitClerk;
    clerk.unit = UnitId {1};
    const auto refused = [&](std::size_t assets) {
        DraftBatch batch {DocumentKind::Disposal, "scrap", "因工作需要", {}, {}};
        for (std::size_t i = 0; i < assets; ++i)
            batch.lines.push_back({"NO" + std::to_string(i)});
        const auto drafted = draftBatch(
            *desk.session, clerk, [] { return kDeskNow; }, batch, DocumentStore::Commit::No);
        return drafted ? "" : drafted.error().subject;
    };
    CHECK(refused(kMostBatchAssets) == "card.not_found");
    CHECK(refused(kMostBatchAssets + 1) == "document.batch_large");
}

TEST_CASE("P8: a draft of a batch has its most lines, and one more goes on a further draft",
    "[contract][documents][limits]")
{
    Paperwork desk(GENERATE("sqlite", "mariadb"));
    Account clerk;
    clerk.login = "clerk1";
    clerk.role = Role::UnitClerk;
    clerk.unit = UnitId {1};
    DraftBatch batch {DocumentKind::Disposal, "scrap", "因工作需要", {}, {}};
    const auto linesOf = [&] {
        const auto drafted = draftBatch(
            *desk.session, clerk, [] { return kDeskNow; }, batch, DocumentStore::Commit::No);
        INFO(refusalOf(drafted));
        REQUIRE(drafted);
        std::vector<std::int64_t> lines;
        for (const DraftedBatch::Draft& draft : drafted->drafts)
            lines.push_back(draft.lines);
        return lines;
    };
    while (batch.lines.size() < kMostDraftedLines)
        batch.lines.push_back({desk.addCard(kDesk, "800", "2000-01-05")});
    CHECK(linesOf() == std::vector<std::int64_t> {500});
    batch.lines.push_back({desk.addCard(kDesk, "800", "2000-01-05")});
    CHECK(linesOf() == std::vector<std::int64_t> {500, 1});
}
