#pragma once

#include "core/access/account.h"
#include "core/documents/document.h"
#include "core/documents/document_data.h"
#include "core/documents/route_table.h"

#include <optional>
#include <string>
#include <vector>

namespace guanwu {

/// Who does something with a document.
struct DocumentActor {
    std::string login;
    std::string name;
    std::optional<Role> role;
    UnitId unit; ///< 0 = of the whole city
    DepartmentId department;

    [[nodiscard]] static DocumentActor of(const Account& account)
    {
        return {account.login, account.name, account.role, account.unit, account.department};
    }
    [[nodiscard]] bool may(Permission permission) const { return role && allows(*role, permission); }
};

/// A card that a document makes: of which of its lines, and what is known of it.
struct CardToMake {
    int line = 0;
    std::vector<FieldValue> fields;
};

/// What he does. The fields that an action has no use for stay empty.
struct DocumentMove {
    DocumentAction action {};
    std::string opinion; ///< of a signature, or why
    std::string paperNo; ///< of a body that decides outside the product; of the last approval: 批复文号
    std::string meeting;
    std::string minutesNo;
    std::optional<StepKind> toStep; ///< of a return; nullopt = back to the applicant
    std::string counterSigner; ///< login of who is asked
    std::string counterSignerName;
    std::vector<Fact> facts; ///< of the stage the action belongs to
    std::vector<CardToMake> cards; ///< of an acceptance: one entry for all pieces of a line, or one a piece
};

/// What the move of a document did, for the effect on its assets.
enum class DocumentMoment : std::uint8_t { None, Filed, Approved, Undone, Reopened, Begun, Closed };
[[nodiscard]] DocumentMoment momentOf(const Document& before, const Document& after);

/// Whether somebody may do something with a document as it stands; what else the action needs is asked by
/// moved(). The applicant never approves, one person never signs two steps, and who counted never signs
/// alone. Errors: document.not_in_state, document.not_yours, document.applicant_signs, document.signed_other,
/// document.counter_alone, document.counter_sign_open, document.not_asked.
[[nodiscard]] Result<void> mayDo(const Document& document, const DocumentActor& actor, DocumentAction action);

/// Everything he may do now, for screens.
[[nodiscard]] std::vector<DocumentAction> actionsOf(const Document& document, const DocumentActor& actor);

/// The document when it is filed on a route; its lines are those of this day. Errors: those of mayDo(),
/// document.no_step.
[[nodiscard]] Result<Document> filed(const Document& document, const DocumentActor& actor,
    const PlannedRoute& route, std::vector<std::string> warnings, Instant at);

/// The document after any other move but Edit. Errors: those of mayDo(), document.meeting, document.paper_no,
/// document.approval_no, document.reason_missing, document.to_step, document.counter_signer,
/// document.counter_sign_missing, document.fact_unknown, document.fact_stage, document.fact_value.
[[nodiscard]] Result<Document> moved(
    const Document& document, const DocumentMove& move, const DocumentActor& actor, Instant at);

/// Puts what was said into the document, where the stage allows it. Errors: document.fact_unknown,
/// document.fact_stage, document.fact_value, document.line.
[[nodiscard]] Result<void> addFacts(
    Document& document, const std::vector<Fact>& facts, DocumentStage stage, Day today);

/// Back to the approver who signed last, with a reason: what was approved is no longer what would be done.
[[nodiscard]] Document sentBack(const Document& document, const DocumentActor& actor, DocumentAction action,
    std::string reason, Instant at);

/// Notes what was done.
void note(Document& document, const DocumentActor& actor, DocumentAction action, std::optional<StepKind> step,
    std::string text, Instant at);

} // namespace guanwu
