#pragma once

#include "core/base/token_table.h"
#include "core/values/instant.h"

#include <cstdint>
#include <string>

namespace guanwu {

/// What somebody did or tried to do. Whatever writes to a registry is one of these.
enum class AuditAction : std::uint8_t {
    Read,
    SetUp,
    LogIn,
    LogOut,
    ChangePassword,
    AddAccount,
    GrantRole,
    DisableAccount,
    ResetPassword,
    OfferEnrolment,
    EnrolDevice,
    RenameDevice,
    RevokeDevice,
    EnterCard,
    ChangeCard,
    ChangeCards,
    StoreAttachment,
    AttachToCard,
    CreateTask,
    IssueTask,
    FreezeTask,
    MoveSheets,
    DecideLines,
    DecideSurplus,
    DrawRecount,
    AnswerRecount,
    SendEvents,
    SendEventFile,
    Import,
    UndoImport,
    NoteIdle,
    DeclareIdle,
    OpenLease,
    BookRent,
    EndLease,
    DraftDocument,
    EditDocument,
    AddPaper,
    SearchIdle,
    FileDocument,
    WithdrawDocument,
    DecideDocument,
    GiveOpinion,
    ExecuteDocument,
    SettleIncome,
    CloseDocument,
    HandOutDossier,
    EnterRegister,
    CorrectEntry,
    StepEntry,
    ReformUnit,
    PostDepreciation,
    ExplainDifference,
    TakeReasonBack,
    GiveSeat,
    EndSeat,
    ReturnSeat,
    NoteRoom,
    EnterRoom,
    ChangeRoom,
    SetPosts,
    PublishSpace,
    NotePapers,
    EncumberTitle,
    ReleaseTitle,
    MissPaper,
    SupplyPaper,
    KeepPaper,
    DraftDocuments,
    DraftFindings,
    RecodeCards,
    AddRoutes,
    KeepReport,
    ExplainMove,
    DrawPlan,
    MarkPlan,
    RemovePlan,
    ScheduleReport,
    EndSchedule,
    Command,
};

inline constexpr TokenTable<AuditAction, 80> kAuditActions {{
    {AuditAction::Read, "read", "查阅", "Read"},
    {AuditAction::SetUp, "set_up", "初始化管理员", "Make the administrators"},
    {AuditAction::LogIn, "log_in", "登录", "Log in"},
    {AuditAction::LogOut, "log_out", "退出", "Log out"},
    {AuditAction::ChangePassword, "change_password", "修改口令", "Change the own password"},
    {AuditAction::AddAccount, "add_account", "新增账号", "Add an account"},
    {AuditAction::GrantRole, "grant_role", "授权", "Grant a role"},
    {AuditAction::DisableAccount, "disable_account", "停用或启用账号", "Disable or enable an account"},
    {AuditAction::ResetPassword, "reset_password", "重置口令", "Give a new password"},
    {AuditAction::OfferEnrolment, "offer_enrolment", "发放设备注册码", "Offer to enrol a handheld"},
    {AuditAction::EnrolDevice, "enrol_device", "设备注册", "Enrol a handheld"},
    {AuditAction::RenameDevice, "rename_device", "设备改名", "Rename a handheld"},
    {AuditAction::RevokeDevice, "revoke_device", "注销设备", "Revoke a handheld"},
    {AuditAction::EnterCard, "enter_card", "建立卡片", "Enter a card"},
    {AuditAction::ChangeCard, "change_card", "修改卡片", "Change a card"},
    {AuditAction::ChangeCards, "change_cards", "批量修改卡片", "Change many cards"},
    {AuditAction::StoreAttachment, "store_attachment", "上传附件", "Store an attachment"},
    {AuditAction::AttachToCard, "attach_to_card", "卡片挂附件", "Hang an attachment on a card"},
    {AuditAction::CreateTask, "create_task", "建立清查任务", "Make a campaign"},
    {AuditAction::IssueTask, "issue_task", "下发清查任务", "Issue a campaign"},
    {AuditAction::FreezeTask, "freeze_task", "锁定账面数", "Take the books"},
    {AuditAction::MoveSheets, "move_sheets", "盘点表流转", "Move count sheets"},
    {AuditAction::DecideLines, "decide_lines", "认定盘点结果", "Decide on lines"},
    {AuditAction::DecideSurplus, "decide_surplus", "认定盘盈", "Decide on a surplus"},
    {AuditAction::DrawRecount, "draw_recount", "抽取复核样本", "Draw a recount"},
    {AuditAction::AnswerRecount, "answer_recount", "登记复核结果", "Answer a line of a recount"},
    {AuditAction::SendEvents, "send_events", "上传扫码记录", "Send scan events"},
    {AuditAction::SendEventFile, "send_event_file", "导入扫码记录文件", "Bring a file of scan events"},
    {AuditAction::Import, "import", "导入", "Import"},
    {AuditAction::UndoImport, "undo_import", "撤销导入", "Take an import back"},
    {AuditAction::NoteIdle, "note_idle", "登记闲置处理意见", "Note what is to become of an idle asset"},
    {AuditAction::DeclareIdle, "declare_idle", "申报闲置", "Say that an asset lies idle"},
    {AuditAction::OpenLease, "open_lease", "登记出租出借合同", "Enter a lease"},
    {AuditAction::BookRent, "book_rent", "登记租金收入", "Book rent"},
    {AuditAction::EndLease, "end_lease", "终止出租出借合同", "End a lease"},
    {AuditAction::DraftDocument, "draft_document", "起草单据", "Draft a document"},
    {AuditAction::EditDocument, "edit_document", "修改单据", "Change a draft"},
    {AuditAction::AddPaper, "add_paper", "上传单据材料", "Hang a paper on a document"},
    {AuditAction::SearchIdle, "search_idle", "查找可调剂资产", "Look for idle things for a document"},
    {AuditAction::FileDocument, "file_document", "提交单据", "File a document"},
    {AuditAction::WithdrawDocument, "withdraw_document", "撤回单据", "Take a document back"},
    {AuditAction::DecideDocument, "decide_document", "审批单据", "Decide on a document"},
    {AuditAction::GiveOpinion, "give_opinion", "签署意见", "Give an opinion on a document"},
    {AuditAction::ExecuteDocument, "execute_document", "办理单据", "Carry out a document"},
    {AuditAction::SettleIncome, "settle_income", "登记处置收入", "Book the income of a document"},
    {AuditAction::CloseDocument, "close_document", "办结单据", "Close a document"},
    {AuditAction::HandOutDossier, "hand_out_dossier", "出具档案", "Hand out a dossier"},
    {AuditAction::EnterRegister, "enter_register", "登记台账", "Enter something into a register"},
    {AuditAction::CorrectEntry, "correct_entry", "更正台账", "Correct an entry of a register"},
    {AuditAction::StepEntry, "step_entry", "台账办理", "Take a step of an entry of a register"},
    {AuditAction::ReformUnit, "reform_unit", "单位改革", "Reform a unit"},
    {AuditAction::PostDepreciation, "post_depreciation", "计提折旧", "Post depreciation"},
    {AuditAction::ExplainDifference, "explain_difference", "登记对账差异原因",
        "Give the reason of a difference"},
    {AuditAction::TakeReasonBack, "take_reason_back", "撤销对账差异原因",
        "Take the reason of a difference back"},
    {AuditAction::GiveSeat, "give_seat", "安排办公用房", "Give somebody a seat in a room"},
    {AuditAction::EndSeat, "end_seat", "登记应腾退", "Say that a room is due back"},
    {AuditAction::ReturnSeat, "return_seat", "登记已腾退", "Say that a room was given back"},
    {AuditAction::NoteRoom, "note_room", "登记超标说明", "Say why a room is above the standard"},
    {AuditAction::EnterRoom, "enter_room", "登记房间", "Enter a room"},
    {AuditAction::ChangeRoom, "change_room", "更正房间", "Put a room right"},
    {AuditAction::SetPosts, "set_posts", "登记分职级编制", "Set the posts of a unit by rank"},
    {AuditAction::PublishSpace, "publish_space", "公示办公用房", "Make the use of office space public"},
    {AuditAction::NotePapers, "note_papers", "登记楼栋权属材料", "Note the papers of a building"},
    {AuditAction::EncumberTitle, "encumber_title", "登记抵押查封", "Enter a mortgage or a seizure"},
    {AuditAction::ReleaseTitle, "release_title", "解除抵押查封", "Release a mortgage or a seizure"},
    {AuditAction::MissPaper, "miss_paper", "登记缺失材料", "Enter a missing paper"},
    {AuditAction::SupplyPaper, "supply_paper", "登记材料补齐", "A missing paper has come"},
    {AuditAction::KeepPaper, "keep_paper", "登记证书保管", "Store, issue or return a certificate"},
    {AuditAction::DraftDocuments, "draft_documents", "批量起草单据", "Draft documents for many assets"},
    {AuditAction::DraftFindings, "draft_findings", "按盘点结果起草单据", "Draft what a count found"},
    {AuditAction::RecodeCards, "recode_cards", "批量转码", "Draft slips to new class codes"},
    {AuditAction::AddRoutes, "add_routes", "启用审批路由表", "Enter a route table"},
    {AuditAction::KeepReport, "keep_report", "报表存档", "Keep a report"},
    {AuditAction::ExplainMove, "explain_move", "说明年度变动", "Explain a move of a year"},
    {AuditAction::DrawPlan, "draw_plan", "上传楼层平面图", "Store the plan of a floor"},
    {AuditAction::MarkPlan, "mark_plan", "标注楼层平面图", "Mark rooms on the plan of a floor"},
    {AuditAction::RemovePlan, "remove_plan", "删除楼层平面图", "Remove the plan of a floor"},
    {AuditAction::ScheduleReport, "schedule_report", "设定定期报表", "Have a report made on schedule"},
    {AuditAction::EndSchedule, "end_schedule", "停止定期报表", "End the schedule of a report"},
    {AuditAction::Command, "command", "命令行操作", "A command on the server"},
}};
static_assert(isDense(kAuditActions));

enum class AuditOutcome : std::uint8_t { Done, Refused };

inline constexpr TokenTable<AuditOutcome, 2> kAuditOutcomes {{
    {AuditOutcome::Done, "done", "已完成", "Done"},
    {AuditOutcome::Refused, "refused", "已拒绝", "Refused"},
}};
static_assert(isDense(kAuditOutcomes));

/// One entry of the audit trail: a change, a refusal or a log-in (security A1). Holds ids, codes and digests,
/// no names and no contents.
struct AuditEntry {
    std::int64_t id = 0; ///< made by the program, in the order of time: the number it is sealed by
    Instant at {};
    std::string actor; ///< login; "local:USER" at the command line; empty = of no account
    std::string source; ///< address or "device:ID" that it came from; "local" at the command line
    std::string requestId; ///< of one request or command
    AuditAction action = AuditAction::Read;
    std::string object; ///< what it was done to: "assets/TY2022000001"
    std::int64_t objects = 0; ///< how many things were changed
    AuditOutcome outcome = AuditOutcome::Done;
    std::string rule; ///< that refused it
    std::string before; ///< digest of what was changed; empty = there was nothing
    std::string after; ///< digest of what it is now; empty = there is nothing, or it is not told
    /// Whoever writes entries numbers them from 1 on without a gap: one that was deleted before it was sealed
    /// is missed by the next of the same writer.
    std::int64_t writer = 0;
    std::int64_t seq = 0;

    bool operator==(const AuditEntry&) const = default;
};

/// The entry as bytes that no other entry has, every field with its length: what is sealed.
[[nodiscard]] std::string auditBytes(const AuditEntry& entry);

} // namespace guanwu
