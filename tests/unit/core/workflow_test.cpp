#include "core/documents/workflow.h"
#include "tests/support/values.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

namespace {

DocumentActor actor(const std::string& login, Role role, std::int64_t unit)
{
    return {login, login, role, UnitId {unit}, DepartmentId {}};
}
const DocumentActor kClerk = actor("clerk", Role::UnitClerk, 1);
const DocumentActor kOfficer = actor("officer", Role::AssetOfficer, 1);
const DocumentActor kParent = actor("parent", Role::AssetOfficer, 2);
const DocumentActor kBureau = actor("bureau", Role::AssetSection, 0);
const DocumentActor kSecond = actor("second", Role::AssetSection, 0);

Document aDraft()
{
    Document out;
    out.no = "CZ-2026-000001";
    out.method = "scrap";
    out.unit = {1, "U001", "第1局"};
    out.supervising = {2, "U002", "第2局"};
    out.applicant = kClerk.login;
    DocumentLine line;
    line.no = 1;
    line.asset = AssetId {7};
    out.lines.push_back(line);
    return out;
}

Document filedOn(std::vector<PlannedStep> steps)
{
    const PlannedRoute route {std::move(steps), {"D1", "v1", "test", false}};
    return filed(aDraft(), kClerk, route, {}, kNow).value();
}

DocumentMove approval()
{
    DocumentMove move;
    move.action = DocumentAction::Approve;
    move.opinion = "同意";
    move.paperNo = "怀机管〔2026〕1号";
    move.meeting = "局党组会";
    move.minutesNo = "纪要〔2026〕9号";
    return move;
}

DocumentMove of(DocumentAction action, const std::string& opinion = "因故")
{
    DocumentMove move;
    move.action = action;
    move.opinion = opinion;
    return move;
}

template <class T> std::string told(const Result<T>& result) { return result ? "" : result.error().subject; }
std::string state(const Result<Document>& document)
{
    return document ? std::string(document->stateNameZh()) : document.error().subject;
}

const std::vector<PlannedStep> kShort {
    {StepKind::UnitDecision}, {StepKind::DeptReview}, {StepKind::BureauReview}};

} // namespace

TEST_CASE("a document goes from step to step, and the last approval approves it", "[workflow]")
{
    Document document = filedOn(kShort);
    CHECK(document.stateNameZh() == "单位集体决策");
    CHECK(document.rule->row == "D1");
    CHECK(document.steps[0].dueOn == Day(std::chrono::year(2026) / 12 / 4));
    document = moved(document, approval(), kOfficer, kNow).value();
    CHECK(document.stateNameZh() == "主管部门审核");
    document = moved(document, approval(), kParent, kNow).value();
    CHECK(document.stateNameZh() == "机关事务管理局审核");
    document = moved(document, approval(), kBureau, kNow).value();
    CHECK(document.state == DocumentState::Approved);
    CHECK(document.approvalNo == "怀机管〔2026〕1号");
    CHECK(document.approvedOn == Day(std::chrono::year(2026) / 11 / 24));
    CHECK(document.log.size() == 4);
}

TEST_CASE("who sits elsewhere, applied, or signed another step does not sign", "[workflow]")
{
    const Document document = filedOn(kShort);
    const auto sign = [&](const DocumentActor& who) { return told(moved(document, approval(), who, kNow)); };
    CHECK(sign(kClerk) == "document.applicant_signs");
    CHECK(sign(kParent) == "document.not_yours");
    CHECK(sign(kBureau) == "document.not_yours");
    CHECK(sign(actor("auditor", Role::Auditor, 0)) == "document.not_yours");
    CHECK(sign(actor("officer3", Role::AssetOfficer, 3)) == "document.not_yours");
    CHECK(sign(kOfficer).empty());

    // The bureau files what it holds, and does not approve it with the same hand.
    Document own = aDraft();
    own.unit = {5, "U005", "机关事务管理局"};
    own.applicant = own.filer = kBureau.login;
    const PlannedRoute route {{{StepKind::BureauReview}}, {}};
    own = filed(own, kBureau, route, {}, kNow).value();
    CHECK(told(moved(own, approval(), kBureau, kNow)) == "document.applicant_signs");
    CHECK(told(moved(own, approval(), kSecond, kNow)).empty());

    // Two steps at the bureau need two people, also after a return.
    Document two = filedOn({{StepKind::BureauReview}, {StepKind::Government}});
    two = moved(two, approval(), kBureau, kNow).value();
    CHECK(told(moved(two, approval(), kBureau, kNow)) == "document.signed_other");
    DocumentMove back = of(DocumentAction::Return);
    back.toStep = StepKind::BureauReview;
    two = moved(two, back, kSecond, kNow).value();
    CHECK(told(moved(two, approval(), kBureau, kNow)).empty());
    two = moved(two, approval(), kSecond, kNow).value();
    CHECK(told(moved(two, approval(), kBureau, kNow)) == "document.signed_other");
}

TEST_CASE("a decision says what its step asks for", "[workflow]")
{
    const auto without = [](auto DocumentMove::*field) {
        DocumentMove move = approval();
        (move.*field).clear();
        return move;
    };
    const Document unit = filedOn({{StepKind::UnitDecision}, {StepKind::Government}});
    CHECK(told(moved(unit, without(&DocumentMove::meeting), kOfficer, kNow)) == "document.meeting");
    CHECK(told(moved(unit, without(&DocumentMove::minutesNo), kOfficer, kNow)) == "document.meeting");
    const Document city = moved(unit, approval(), kOfficer, kNow).value();
    CHECK(told(moved(city, without(&DocumentMove::paperNo), kBureau, kNow)) == "document.paper_no");
    CHECK(told(moved(city, of(DocumentAction::Reject, ""), kBureau, kNow)) == "document.reason_missing");
    DocumentMove said = approval();
    said.facts = {{0, "voucher_no", "记-1"}};
    CHECK(told(moved(city, said, kBureau, kNow)) == "document.fact_stage");
    said.facts = {{0, "approved_yuan", "12.5"}};
    CHECK(moved(city, said, kBureau, kNow)->fact("approved_yuan") == "12.50");
    DocumentMove last = approval();
    last.paperNo.clear();
    last.minutesNo.clear();
    const Document one = filedOn({{StepKind::DeptReview}});
    CHECK(told(moved(one, last, kParent, kNow)) == "document.approval_no");
}

TEST_CASE("a document is sent back to any earlier step, or to the applicant, and comes again", "[workflow]")
{
    Document document = filedOn(kShort);
    document = moved(document, approval(), kOfficer, kNow).value();
    document = moved(document, approval(), kParent, kNow).value();
    DocumentMove back = of(DocumentAction::Return, "补评估");
    back.toStep = StepKind::BureauReview;
    CHECK(told(moved(document, back, kBureau, kNow)) == "document.to_step");
    back.toStep = StepKind::UnitDecision;
    const Document earlier = moved(document, back, kBureau, kNow).value();
    CHECK(earlier.stateNameZh() == "单位集体决策");
    CHECK_FALSE(earlier.steps[1].isSigned());
    back.toStep.reset();
    const Document returned = moved(document, back, kBureau, kNow).value();
    CHECK(returned.stateNameZh() == "退回补正");
    CHECK(momentOf(document, returned) == DocumentMoment::Undone);
    CHECK(told(moved(returned, approval(), kBureau, kNow)) == "document.not_in_state");
    const Document again = filed(returned, kClerk, {kShort, {}}, {}, kNow).value();
    CHECK(again.stateNameZh() == "单位集体决策");
    CHECK(again.log.size() == document.log.size() + 2);
}

TEST_CASE("counter-signatures that are asked for have to come, and are no second signature", "[workflow]")
{
    Document document = filedOn({{StepKind::BureauReview, 1}});
    CHECK(told(moved(document, approval(), kBureau, kNow)) == "document.counter_sign_missing");
    document = moved(document, of(DocumentAction::CounterSign, "无异议"), kSecond, kNow).value();
    CHECK(told(moved(document, approval(), kSecond, kNow)) == "document.signed_other");
    CHECK(state(moved(document, approval(), kBureau, kNow)) == "批复");

    document = filedOn({{StepKind::BureauReview}});
    const DocumentActor finance = actor("finance", Role::Finance, 0);
    CHECK(told(moved(document, of(DocumentAction::CounterSign), finance, kNow)) == "document.not_asked");
    DocumentMove ask = of(DocumentAction::AskCounterSign);
    ask.counterSigner = kClerk.login;
    CHECK(told(moved(document, ask, kBureau, kNow)) == "document.counter_signer");
    ask.counterSigner = finance.login;
    document = moved(document, ask, kBureau, kNow).value();
    CHECK(told(moved(document, approval(), kBureau, kNow)) == "document.counter_sign_open");
    document = moved(document, of(DocumentAction::CounterSign, "同意"), finance, kNow).value();
    CHECK(state(moved(document, approval(), kBureau, kNow)) == "批复");
}

TEST_CASE("who counted signs, but never alone", "[workflow]")
{
    Document alone = filedOn({{StepKind::UnitDecision}});
    alone.countedBy = {kOfficer.login};
    CHECK(told(moved(alone, approval(), kOfficer, kNow)) == "document.counter_alone");
    CHECK(told(moved(alone, approval(), actor("other", Role::AssetOfficer, 1), kNow)).empty());
    Document two = filedOn({{StepKind::UnitDecision}, {StepKind::BureauReview}});
    two.countedBy = {kOfficer.login, kBureau.login};
    two = moved(two, approval(), kOfficer, kNow).value();
    CHECK(told(moved(two, approval(), kBureau, kNow)) == "document.counter_alone");
    CHECK(told(moved(two, approval(), kSecond, kNow)).empty());
}

TEST_CASE("what is approved is not taken back, and what came to nothing stays so", "[workflow]")
{
    const Document document = filedOn({{StepKind::BureauReview}});
    const Document approved = moved(document, approval(), kBureau, kNow).value();
    CHECK(told(moved(approved, of(DocumentAction::Withdraw), kClerk, kNow)) == "document.not_in_state");
    const Document withdrawn = moved(document, of(DocumentAction::Withdraw), kClerk, kNow).value();
    CHECK(actionsOf(withdrawn, kClerk).empty());
    CHECK(actionsOf(moved(document, of(DocumentAction::Reject), kBureau, kNow).value(), kBureau).empty());
}

TEST_CASE("what a unit asked for it takes back itself, and the bureau what the bureau alone may ask for",
    "[workflow]")
{
    const Document document = filedOn(kShort);
    CHECK(told(moved(document, of(DocumentAction::Withdraw), kBureau, kNow)) == "document.not_yours");
    Document ofBureau = aDraft();
    ofBureau.applicant = kBureau.login;
    CHECK(told(moved(ofBureau, of(DocumentAction::Withdraw), kBureau, kNow)).empty());
    CHECK(told(moved(ofBureau, of(DocumentAction::Withdraw), kSecond, kNow)) == "document.not_yours");
    ofBureau.method = "inject";
    CHECK(told(moved(ofBureau, of(DocumentAction::Withdraw), kSecond, kNow)).empty());
}

TEST_CASE("an account is told what it may do next", "[workflow]")
{
    using Actions = std::vector<DocumentAction>;
    CHECK(actionsOf(aDraft(), kClerk)
        == Actions {DocumentAction::Edit, DocumentAction::File, DocumentAction::Withdraw});
    CHECK(actionsOf(aDraft(), kOfficer).empty());
    const Document document = filedOn(kShort);
    CHECK(actionsOf(document, kOfficer)
        == Actions {DocumentAction::Approve, DocumentAction::Reject, DocumentAction::Return,
            DocumentAction::AskCounterSign, DocumentAction::Opinion});
    CHECK(actionsOf(document, kClerk) == Actions {DocumentAction::Withdraw, DocumentAction::Opinion});
    CHECK(actionsOf(document, actor("auditor", Role::Auditor, 0)).empty());
}
