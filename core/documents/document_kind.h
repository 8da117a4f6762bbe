#pragma once

#include "core/base/token_table.h"

#include <cstdint>
#include <string_view>

namespace guanwu {

/// What a document asks for. Everything else about a kind is data (document_*.csv) and one DocumentRules
/// (docs/documents.md).
enum class DocumentKind : std::uint8_t { Allocation, Disposal, Custody, Change, Space, Repair, Title, Surplus };

inline constexpr TokenTable<DocumentKind, 8> kDocumentKinds {{
    {DocumentKind::Allocation, "allocation", "资产配置", "Allocation"},
    {DocumentKind::Disposal, "disposal", "资产处置", "Disposal"},
    {DocumentKind::Custody, "custody", "领用交接", "Custody"},
    {DocumentKind::Change, "change", "资产变动", "Change"},
    {DocumentKind::Space, "space", "办公用房", "Office space"},
    {DocumentKind::Repair, "repair", "办公用房维修", "Repair of office space"},
    {DocumentKind::Title, "title", "权属登记", "Registration of title"},
    {DocumentKind::Surplus, "surplus", "盘盈入账", "Surplus"},
}};
static_assert(isDense(kDocumentKinds));

/// What its numbers begin with: CZ-2026-000001.
[[nodiscard]] constexpr std::string_view lettersOf(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Allocation:
        return "PZ";
    case DocumentKind::Disposal:
        return "CZ";
    case DocumentKind::Custody:
        return "LY";
    case DocumentKind::Change:
        return "BD";
    case DocumentKind::Space:
        return "YF";
    case DocumentKind::Repair:
        return "WX";
    case DocumentKind::Title:
        return "QS";
    case DocumentKind::Surplus:
        return "PY";
    }
    return "QT";
}

/// Where a document stands (lifecycle 2). While it is under review the step that waits says more.
enum class DocumentState : std::uint8_t {
    Draft,
    InReview,
    Returned,
    Rejected,
    Withdrawn,
    Approved,
    Executing,
    IncomeSettled,
    Closed,
};

inline constexpr TokenTable<DocumentState, 9> kDocumentStates {{
    {DocumentState::Draft, "draft", "草拟", "Draft"},
    {DocumentState::InReview, "in_review", "审批中", "In review"},
    {DocumentState::Returned, "returned", "退回补正", "Returned"},
    {DocumentState::Rejected, "rejected", "不同意", "Rejected"},
    {DocumentState::Withdrawn, "withdrawn", "撤回", "Withdrawn"},
    {DocumentState::Approved, "approved", "批复", "Approved"},
    {DocumentState::Executing, "executing", "执行", "Executing"},
    {DocumentState::IncomeSettled, "income_settled", "收入上缴", "Income settled"},
    {DocumentState::Closed, "closed", "办结", "Closed"},
}};
static_assert(isDense(kDocumentStates));

/// Whether its applicant may still change what it says.
[[nodiscard]] constexpr bool isEditable(DocumentState state)
{
    return state == DocumentState::Draft || state == DocumentState::Returned;
}

/// Whether nothing more can become of it.
[[nodiscard]] constexpr bool isFinal(DocumentState state)
{
    return state == DocumentState::Rejected || state == DocumentState::Withdrawn
        || state == DocumentState::Closed;
}

/// Whether it holds its assets, so that no other document may have them.
[[nodiscard]] constexpr bool isOpen(DocumentState state) { return !isEditable(state) && !isFinal(state); }

/// Whether the last approval was given and stands.
[[nodiscard]] constexpr bool isApproved(DocumentState state)
{
    return state == DocumentState::Approved || state == DocumentState::Executing
        || state == DocumentState::IncomeSettled || state == DocumentState::Closed;
}

/// A station of a route, in the order in which stations may follow each other. Who sits there is data
/// (document_steps.csv); each is an opinion box of the printed form (reports 6).
enum class StepKind : std::uint8_t {
    UsingDepartment,
    TechnicalOpinion,
    FinanceCheck,
    UnitDecision,
    CounterpartConsent,
    DeptReview,
    SiteInspection,
    YearPlan,
    BureauReview,
    FinanceReview,
    Government,
};

inline constexpr TokenTable<StepKind, 11> kStepKinds {{
    {StepKind::UsingDepartment, "using_department", "使用部门", "Using department"},
    {StepKind::TechnicalOpinion, "technical_opinion", "技术鉴定", "Technical opinion"},
    {StepKind::FinanceCheck, "finance_check", "财务", "Finance of the unit"},
    {StepKind::UnitDecision, "unit_decision", "单位集体决策", "Collective decision of the unit"},
    {StepKind::CounterpartConsent, "counterpart_consent", "对方单位同意", "Consent of the other unit"},
    {StepKind::DeptReview, "dept_review", "主管部门审核", "Review by the supervising department"},
    {StepKind::SiteInspection, "site_inspection", "统一查勘", "Inspection on site"},
    {StepKind::YearPlan, "year_plan", "统一规划", "Plan of the year"},
    {StepKind::BureauReview, "bureau_review", "机关事务管理局审核", "Review by the bureau"},
    {StepKind::FinanceReview, "finance_review", "财政局", "Finance bureau"},
    {StepKind::Government, "government", "市政府", "City government"},
}};
static_assert(isDense(kStepKinds));

/// What somebody can do with a document.
enum class DocumentAction : std::uint8_t {
    Edit,
    File,
    Withdraw,
    Approve,
    Reject,
    Return,
    AskCounterSign,
    CounterSign,
    Opinion,
    Execute,
    SettleIncome,
    Close,
};

inline constexpr TokenTable<DocumentAction, 12> kDocumentActions {{
    {DocumentAction::Edit, "edit", "修改", "Edit"},
    {DocumentAction::File, "file", "提交", "File"},
    {DocumentAction::Withdraw, "withdraw", "撤回", "Withdraw"},
    {DocumentAction::Approve, "approve", "同意", "Approve"},
    {DocumentAction::Reject, "reject", "不同意", "Reject"},
    {DocumentAction::Return, "return", "退回", "Return"},
    {DocumentAction::AskCounterSign, "ask_counter_sign", "请会签", "Ask for a counter-signature"},
    {DocumentAction::CounterSign, "counter_sign", "会签", "Counter-sign"},
    {DocumentAction::Opinion, "opinion", "意见", "Give an opinion"},
    {DocumentAction::Execute, "execute", "执行", "Execute"},
    {DocumentAction::SettleIncome, "settle_income", "收入上缴", "Settle the income"},
    {DocumentAction::Close, "close", "办结", "Close"},
}};
static_assert(isDense(kDocumentActions));

} // namespace guanwu
