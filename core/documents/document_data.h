#pragma once

#include "core/access/role.h"
#include "core/documents/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

// What the tables document_*.csv say of documents: methods, papers, facts, steps. Each row keeps its
// source.

inline constexpr std::size_t kMostFactCharacters = 500; ///< of one fact of a document
/// Of what people write beside the facts, in characters: as much as either store keeps.
inline constexpr std::size_t kLongestReason = 1000; ///< why, and what a signature says
inline constexpr std::size_t kLongestPaperNo = 100; ///< also of minutes
inline constexpr std::size_t kLongestTitle = 200; ///< of a paper, a meeting, a thing that is wished for
inline constexpr std::size_t kLongestMeasure = 20; ///< the unit of measure of a thing that is wished for

/// What becomes of the things when all is done.
enum class Outcome : std::uint8_t {
    Removed,
    Moved,
    Reassigned,
    Leased,
    Kept,
    Recorded,
    Acquired,
    Offered,
    Handed, ///< into other hands of the same unit
    Changed,
    Divided, ///< into several cards, or several into one
};
/// Whether an appraisal report is asked for.
enum class AppraisalNeed : std::uint8_t { None, IfUnclear, Required };
/// What money comes in: none; a small residual or balance, which may be nothing; the price.
enum class IncomeNeed : std::uint8_t { None, Residual, Balance, Proceeds };

struct DocumentMethod {
    DocumentKind kind {};
    std::string method;
    std::string nameZh;
    std::string nameEn;
    Outcome outcome = Outcome::Removed;
    AppraisalNeed appraisal = AppraisalNeed::None;
    IncomeNeed income = IncomeNeed::None;
    bool onlyBureau = false; ///< a using unit may not apply for it
    std::string acquisition; ///< token of AcquisitionMethod of the cards it makes
    std::string source;
};

/// When something has to be there.
enum class DocumentStage : std::uint8_t { Filing, Decision, Execution, Income, Closing, System };

inline constexpr TokenTable<DocumentStage, 6> kDocumentStages {{
    {DocumentStage::Filing, "filing", "申请", "Filing"},
    {DocumentStage::Decision, "decision", "审批", "Decision", "approval"},
    {DocumentStage::Execution, "execution", "执行", "Execution"},
    {DocumentStage::Income, "income", "收入", "Income"},
    {DocumentStage::Closing, "closing", "办结", "Closing"},
    {DocumentStage::System, "system", "系统", "Written by the program"},
}};
static_assert(isDense(kDocumentStages));

struct PaperRule {
    DocumentKind kind {};
    std::vector<std::string> methods; ///< empty = all
    std::string paper;
    std::string nameZh;
    std::string nameEn;
    DocumentStage stage {};
    bool must = false; ///< else it is listed as missing and nothing is refused
    std::string applies;
    std::string source;
};

enum class FactType : std::uint8_t { Text, Money, Date, Integer, Choice, Person, Department, Place, Area, Places };

inline constexpr TokenTable<FactType, 10> kFactTypes {{
    {FactType::Text, "text", "文字", "Text"},
    {FactType::Money, "money", "金额", "Money"},
    {FactType::Date, "date", "日期", "Date"},
    {FactType::Integer, "integer", "整数", "Integer"},
    {FactType::Choice, "choice", "选项", "Choice"},
    {FactType::Person, "person", "人员编号", "Code of a person"},
    {FactType::Department, "department", "部门名称", "Name of a department"},
    {FactType::Place, "place", "地点编码", "Code of a place"},
    {FactType::Area, "area", "面积", "Area in m2"},
    {FactType::Places, "places", "地点编码(分号分隔)", "Codes of places, with semicolons between them"},
}};
static_assert(isDense(kFactTypes));

struct FactChoice {
    std::string token;
    std::string nameZh;
    std::string nameEn;
};

struct FactRule {
    DocumentKind kind {};
    std::vector<std::string> methods; ///< empty = all
    std::string fact;
    std::string nameZh;
    std::string nameEn;
    FactType type = FactType::Text;
    bool mayLieAhead = false; ///< of a date: a term that is set, not a day on which something was done
    bool ofLine = false;
    DocumentStage stage {};
    bool required = false;
    std::vector<FactChoice> choices;
    std::string source;
};

/// Where somebody sits who may sign a step, seen from the unit of the document.
enum class StepPlace : std::uint8_t { Unit, Counterpart, Parent, City };

struct StepRule {
    StepKind step {};
    StepPlace place {};
    std::vector<Role> roles;
    bool needsMeeting = false; ///< a collective decision names its meeting and its minutes
    bool needsPaperNo = false; ///< the body decides outside the product, by a paper with a number
    int days = 0; ///< to decide in
    std::string source;
};

class DocumentData {
public:
    [[nodiscard]] static const DocumentData& current();

    [[nodiscard]] std::vector<const DocumentMethod*> methods(DocumentKind kind) const;
    /// nullptr = no such method.
    [[nodiscard]] const DocumentMethod* findMethod(DocumentKind kind, std::string_view method) const;
    /// What the table knows for a method; applies() says whether a document falls under a row.
    [[nodiscard]] std::vector<const PaperRule*> papers(DocumentKind kind, std::string_view method) const;
    [[nodiscard]] std::vector<const FactRule*> facts(DocumentKind kind, std::string_view method) const;
    [[nodiscard]] const FactRule* findFact(
        DocumentKind kind, std::string_view method, std::string_view fact) const;
    [[nodiscard]] const StepRule& step(StepKind kind) const
    {
        return m_steps[static_cast<std::size_t>(kind)];
    }
    /// Whether a class belongs to a group of document_classes.csv, such as "data_device".
    [[nodiscard]] bool isInGroup(std::string_view group, std::string_view classCode) const;

private:
    DocumentData();
    void readMethods();
    void readPapers();
    void readFacts();
    void readSteps();
    void readGroups();

    struct ClassGroup {
        std::string group;
        std::string prefix;
    };
    std::vector<DocumentMethod> m_methods;
    std::vector<PaperRule> m_papers;
    std::vector<FactRule> m_facts;
    std::vector<StepRule> m_steps; ///< by StepKind
    std::vector<ClassGroup> m_groups;
};

/// "a|b|c" in parts; "*" and nothing are none.
[[nodiscard]] std::vector<std::string> listOf(std::string_view text);

/// Whether a document needs the paper at all: always, or for things of a group, or for things below their
/// minimum years of use on `today`.
[[nodiscard]] bool applies(const PaperRule& rule, const Document& document, Day today);

/// Whether a thing is younger than the years it has to be used: those of the equipment standard, else the
/// life of its class.
[[nodiscard]] bool isBelowMinimumYears(const DocumentLine& line, Day today);

/// A fact as it is stored. Errors: document.fact_value (detail: its term), those of money and dates.
[[nodiscard]] Result<std::string> canonical(const FactRule& rule, const std::string& value);

} // namespace guanwu
