#pragma once

#include "core/cards/registered_card.h"
#include "core/documents/document_kind.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

/// Something a document says beyond its lines, by the name that document_facts.csv gives it. Values are
/// canonical text: yuan with two decimals, ISO days.
struct Fact {
    int line = 0; ///< 0 = of the whole document
    std::string name;
    std::string value;

    bool operator==(const Fact&) const = default;
};

/// A thing the document is about: an asset as it was when the document was filed, or one that is wished for.
struct DocumentLine {
    int no = 0; ///< from 1
    AssetId asset; ///< 0 = wished for
    std::string assetNo;
    std::string name;
    std::string classCode;
    std::string model;
    std::string unitOfMeasure;
    std::int64_t quantity = 1;
    Money original; ///< of the whole line; of a wish: what it may cost
    Money accumulated;
    std::optional<Day> acquiredOn;
    std::int32_t lifeMonths = 0;
    std::optional<int> minUseYears;
    UseState before = UseState::InUse; ///< what the asset goes back to when the document comes to nothing

    [[nodiscard]] bool isAsset() const { return asset.value != 0; }
    [[nodiscard]] Money net() const { return original - accumulated; }
    bool operator==(const DocumentLine&) const = default;
};

/// A counter-signature: asked for by who sits at the step, or asked of everybody by the route.
struct CounterSignature {
    std::string login;
    std::string name;
    std::optional<Instant> at; ///< nullopt = asked for and not given yet
    std::string opinion;

    bool operator==(const CounterSignature&) const = default;
};

/// One step of the route the document takes.
struct DocumentStep {
    StepKind kind = StepKind::UnitDecision;
    int coSigners = 0; ///< so many counter-signatures the route wants besides the signature
    std::optional<Day> dueOn; ///< of the step that is open
    std::string signer; ///< login; empty = not signed
    std::string signerName;
    std::optional<Instant> signedAt;
    std::string opinion;
    std::string paperNo; ///< of the body that decided outside the product
    std::string meeting;
    std::string minutesNo;
    std::vector<CounterSignature> counterSignatures;

    [[nodiscard]] bool isSigned() const { return !signer.empty(); }
    bool operator==(const DocumentStep&) const = default;
};

/// A paper that came with the document; its bytes are an attachment.
struct DocumentPaper {
    std::string paper; ///< token of document_papers.csv, or "other"
    std::string hash;
    std::string title;
    std::string addedBy;
    Instant addedAt {};

    bool operator==(const DocumentPaper&) const = default;
};

/// What was done with the document, for ever.
struct DocumentLogEntry {
    DocumentAction action = DocumentAction::Edit;
    std::string actor;
    std::string actorName;
    Instant at {};
    std::optional<StepKind> step; ///< where it stood
    DocumentState state = DocumentState::Draft; ///< after it
    std::string text;

    bool operator==(const DocumentLogEntry&) const = default;
};

/// The row of a route table that a document fell under: an old decision still shows the rule it was made by.
struct AppliedRule {
    std::string row;
    std::string version;
    std::string source;
    bool isExample = false;

    bool operator==(const AppliedRule&) const = default;
};

/// 单据: a request with its lines, papers, steps and what became of it.
struct Document {
    DocumentId id;
    std::string no; ///< kind, year, number
    DocumentKind kind = DocumentKind::Disposal;
    std::string method; ///< token of document_methods.csv
    Reference unit;
    OrgType unitType = OrgType::Administrative;
    Reference department; ///< id 0 = of the whole unit
    Reference supervising; ///< 主管部门, id 0 = the unit has none
    Reference counterpart; ///< the other unit of a transfer, id 0 = none
    std::string applicant; ///< login
    std::string applicantName;
    std::string filer; ///< login of who filed it; empty = nobody yet
    std::string reason;
    DocumentState state = DocumentState::Draft;
    std::size_t step = 0; ///< the open one, while under review
    std::vector<DocumentLine> lines;
    std::vector<Fact> facts;
    std::vector<DocumentStep> steps;
    std::vector<DocumentPaper> papers;
    std::vector<std::string> warnings; ///< found when it was filed; whoever decides sees them
    std::vector<std::string> countedBy; ///< logins of who counted what it rests on
    std::vector<DocumentLogEntry> log;
    std::optional<AppliedRule> rule;
    std::string approvalNo;
    std::optional<Day> approvedOn;
    Instant createdAt {};
    std::optional<Instant> filedAt;
    std::int64_t revision = 1;

    [[nodiscard]] Money original() const;
    [[nodiscard]] Money accumulated() const;
    /// The line that is about an asset, or nullptr.
    [[nodiscard]] const DocumentLine* lineOf(AssetId asset) const;
    /// Empty when it is not said.
    [[nodiscard]] std::string_view fact(std::string_view name, int line = 0) const;
    [[nodiscard]] std::optional<Money> moneyFact(std::string_view name, int line = 0) const;
    [[nodiscard]] std::optional<Day> dayFact(std::string_view name, int line = 0) const;
    [[nodiscard]] std::optional<std::int64_t> numberFact(std::string_view name, int line = 0) const;
    /// An empty value takes it away.
    void setFact(std::string_view name, std::string value, int line = 0);
    [[nodiscard]] bool hasPaper(std::string_view paper) const;
    /// What the lines are appraised at together; nullopt while a line has no value.
    [[nodiscard]] std::optional<Money> appraised() const;
    /// Where it stands in the words of the offices: the name of the open step while under review.
    [[nodiscard]] std::string_view stateNameZh() const;
    [[nodiscard]] std::string_view stateNameEn() const;

    bool operator==(const Document&) const = default;
};

} // namespace guanwu
