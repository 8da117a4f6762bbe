#include "app/showcase/paper_round.h"

#include "app/private_folder.h"
#include "core/documents/document_data.h"
#include "core/documents/document_rules.h"
#include "core/values/calendar.h"
#include "reports/writers/write_report.h"
#include "schema/cards/attachments.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace guanwu {

namespace {

    using namespace std::chrono;

    constexpr days kBetweenMoves {3};
    constexpr hours kOpens {10};
    constexpr const char* kSurnames[] = {
        "李", "王", "张", "刘", "陈", "杨", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭"};
    constexpr const char* kGivenNames[] = {
        "敏", "建国", "志强", "丽华", "文斌", "晓燕", "海涛", "桂英", "立新", "春梅", "卫东", "雪梅", "国平"};

    std::string nameOf(std::string_view login)
    {
        std::size_t sum = 0;
        for (const char letter : login)
            sum = sum * 31 + static_cast<unsigned char>(letter);
        return std::string(kSurnames[sum % std::size(kSurnames)])
            + kGivenNames[sum / std::size(kSurnames) % std::size(kGivenNames)];
    }

    Account personOf(const std::string& login, Role role, std::int64_t unit)
    {
        Account out;
        out.login = login;
        out.name = nameOf(login);
        out.role = role;
        out.unit = UnitId {unit};
        return out;
    }

    std::string lower(std::string text)
    {
        std::transform(text.begin(), text.end(), text.begin(),
            [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
        return text;
    }

    class NoRows final : public RowSource {
        bool next(ReportRow& /*row*/) override { return false; }
    };

    /// A page that says which paper it stands for.
    Result<std::string> paperPdf(const Document& document, const PaperRule& rule, Day on)
    {
        Report report;
        report.title = rule.nameZh;
        report.preparer = document.unit.name;
        report.period = formatDate(on);
        report.asOf = on;
        report.document.emplace().sections.push_back({{},
            {"单据：" + document.no + "　" + document.reason,
                "本页代表“" + rule.nameZh + "”的扫描件。演示城市的单位、人员与材料均为虚构。"},
            {}, {}});
        const PrivateFolder folder;
        const auto file = folder / "paper.pdf";
        NoRows rows;
        if (const auto written = writeReport(report, rows, file); !written)
            return fail(written.error());
        std::ifstream in(file, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    }

} // namespace

/// One document on its way.
class PaperRound::Sheet {
public:
    Sheet(Session& session, Instant now, const DemoPaper& paper)
        : m_session(session)
        , m_now(now)
        , m_paper(paper)
        , m_at(std::min<Instant>(
              now, floor<days>(now + kChinaOffset - days(paper.daysAgo)) + kOpens - kChinaOffset))
    {
    }

    Result<void> play()
    {
        if (auto drafted = draft(); !drafted || m_paper.until == DocumentState::Draft)
            return drafted;
        if (auto filed = file(); !filed)
            return filed;
        const bool isUndecided
            = m_paper.until == DocumentState::InReview || m_paper.until == DocumentState::Returned;
        // A unit of the city itself has fewer steps than one below a department.
        const std::size_t steps = m_document.steps.size();
        std::size_t left = isUndecided ? std::min(m_paper.signatures, steps - 1) : steps;
        for (; left > 0; --left)
            if (auto done = sign(); !done)
                return done;
        if (m_paper.until == DocumentState::Returned)
            return giveBack();
        constexpr std::pair<DocumentState, DocumentAction> kMoves[]
            = {{DocumentState::Executing, DocumentAction::Execute},
                {DocumentState::IncomeSettled, DocumentAction::SettleIncome},
                {DocumentState::Closed, DocumentAction::Close}};
        for (const auto& [state, action] : kMoves)
            if (!isUndecided && state <= m_paper.until
                && (action != DocumentAction::SettleIncome || bringsIncome()))
                if (auto done = carryOn(action); !done)
                    return done;
        return {};
    }

private:
    [[nodiscard]] Day today() const { return chinaDate(m_at); }
    void wait() { m_at = std::min(m_at + kBetweenMoves, m_now); }
    [[nodiscard]] bool bringsIncome() const
    {
        return DocumentData::current().findMethod(m_document.kind, m_document.method)->income
            != IncomeNeed::None;
    }

    DocumentWork as(const Account& account)
    {
        return {m_session, account, [at = m_at] { return at; }};
    }
    /// Who applies and carries out.
    [[nodiscard]] Account applicant() const
    {
        return personOf(lower(m_paper.wanted.unit) + "-clerk", Role::UnitClerk, m_unit);
    }
    [[nodiscard]] Account seatedAt(StepKind kind) const
    {
        const StepRule& rule = DocumentData::current().step(kind);
        const auto sitting = [&](const std::string& where, std::int64_t unit) {
            return personOf(
                lower(where) + "-" + std::string(tokenRow(kStepKinds, kind).token), rule.roles.front(), unit);
        };
        switch (rule.place) {
        case StepPlace::Unit:
            return sitting(m_document.unit.code, m_document.unit.id);
        case StepPlace::Counterpart:
            return sitting(m_document.counterpart.code, m_document.counterpart.id);
        case StepPlace::Parent:
            return sitting(m_document.supervising.code, m_document.supervising.id);
        case StepPlace::City:
            break;
        }
        const bool isOfRooms
            = m_document.kind == DocumentKind::Space || m_document.kind == DocumentKind::Title;
        Account out = sitting("city", 0);
        if (isOfRooms
            && std::find(rule.roles.begin(), rule.roles.end(), Role::SpaceSection) != rule.roles.end())
            out.role = Role::SpaceSection;
        return out;
    }

    Result<void> take(Result<Document> moved)
    {
        if (!moved) {
            Error error = moved.error();
            error.detail
                += " (" + m_paper.wanted.unit + " " + m_paper.wanted.method + " " + m_document.no + ")";
            return fail(std::move(error));
        }
        m_document = std::move(*moved);
        return {};
    }

    Result<void> draft()
    {
        auto unit = SociDocumentStore(m_session, Scope::everything()).unit(m_paper.wanted.unit);
        if (!unit)
            return fail(unit.error());
        m_unit = unit->unit.id;
        DocumentWork work = as(applicant());
        if (auto made = take(work.service().create(m_paper.wanted)); !made)
            return made;
        DocumentEdit edit;
        if (!m_paper.assets.empty())
            edit.assets = m_paper.assets;
        if (!m_paper.wishes.empty())
            edit.wishes = m_paper.wishes;
        edit.facts = factsOf(DocumentStage::Filing);
        if (auto edited = take(work.service().edit(m_document.no, m_document.revision, edit)); !edited)
            return edited;
        if (!m_paper.wishes.empty()) {
            IdleSearch search;
            search.classPrefix = m_paper.wishes.front().classCode;
            if (auto searched = work.service().searchIdle(m_document.no, m_document.revision, search);
                !searched)
                return fail(searched.error());
        }
        return take(read());
    }
    Result<Document> read()
    {
        auto look = as(applicant()).service().find(m_document.no);
        return look ? Result<Document>(std::move(look->document)) : fail(look.error());
    }

    /// What the list asks for at a stage, as pages that say what they stand for.
    Result<void> hand(DocumentStage stage)
    {
        const Account who = applicant();
        for (const PaperCheck& check : paperChecks(m_document, today())) {
            if (check.isThere || check.rule->stage != stage || !check.rule->must)
                continue;
            const PaperRule rule = *check.rule;
            const auto bytes = paperPdf(m_document, rule, today());
            if (!bytes)
                return fail(bytes.error());
            const auto stored = Attachments(m_session, who.scope()).store(*bytes, who.login, m_at);
            if (!stored)
                return fail(stored.error());
            const DocumentPaper paper {rule.paper, stored->hash, rule.nameZh + ".pdf", who.login, m_at};
            if (auto added = take(as(who).service().addPaper(m_document.no, m_document.revision, paper));
                !added)
                return added;
        }
        return {};
    }

    /// What is said at a stage; required days that are not named are today.
    [[nodiscard]] std::vector<Fact> factsOf(DocumentStage stage) const
    {
        const DocumentData& data = DocumentData::current();
        std::vector<Fact> out;
        for (const Fact& fact : m_paper.facts) {
            const FactRule* rule = data.findFact(m_paper.wanted.kind, m_paper.wanted.method, fact.name);
            if (rule && rule->stage == stage)
                out.push_back(fact);
        }
        for (const FactRule* rule : data.facts(m_paper.wanted.kind, m_paper.wanted.method))
            if (rule->stage == stage && stage != DocumentStage::Filing && rule->type == FactType::Date
                && !rule->ofLine && (rule->required || rule->fact == "paid_on" || rule->fact == "booked_on")
                && std::none_of(
                    out.begin(), out.end(), [&](const Fact& fact) { return fact.name == rule->fact; }))
                out.push_back({0, rule->fact, formatDate(today())});
        if (stage == DocumentStage::Closing)
            addWiping(out);
        return out;
    }
    /// What holds data does not leave unwiped.
    void addWiping(std::vector<Fact>& facts) const
    {
        const DocumentMethod* method = DocumentData::current().findMethod(m_document.kind, m_document.method);
        if (method->outcome != Outcome::Removed && method->outcome != Outcome::Moved)
            return;
        for (const DocumentLine& line : m_document.lines)
            if (DocumentData::current().isInGroup("data_device", line.classCode)) {
                facts.push_back({line.no, "wiped_by", applicant().name});
                facts.push_back({line.no, "wiped_on", formatDate(today())});
                facts.push_back({line.no, "wipe_method", "destroy"});
            }
    }

    Result<void> file()
    {
        if (auto handed = hand(DocumentStage::Filing); !handed)
            return handed;
        return take(as(applicant()).service().file(m_document.no, m_document.revision));
    }
    Result<void> sign()
    {
        wait();
        const StepKind kind = m_document.steps[m_document.step].kind;
        if (kind == StepKind::SiteInspection || m_document.step + 1 == m_document.steps.size())
            if (auto handed = hand(DocumentStage::Decision); !handed)
                return handed;
        const StepRule& rule = DocumentData::current().step(kind);
        const std::string year = std::to_string(int(today().year()));
        const std::string number
            = m_document.no.substr(m_document.no.find_first_not_of('0', m_document.no.rfind('-') + 1));
        DocumentMove move;
        move.action = DocumentAction::Approve;
        move.opinion = "情况属实，同意。";
        if (rule.needsMeeting) {
            move.meeting = "党组会议";
            move.minutesNo = "会议纪要〔" + year + "〕" + number + "号";
        }
        if (rule.place == StepPlace::City)
            move.paperNo = (kind == StepKind::FinanceReview       ? "怀财资〔"
                                   : kind == StepKind::Government ? "怀政函〔"
                                                                  : "怀机管资〔")
                + year + "〕" + number + "号";
        if (const auto said = m_paper.decided.find(kind); said != m_paper.decided.end())
            move.facts = said->second;
        for (const FactRule* fact : DocumentData::current().facts(m_document.kind, m_document.method))
            if (kind == StepKind::SiteInspection && fact->fact == "inspected_on")
                move.facts.push_back({0, fact->fact, formatDate(today())});
        return take(as(seatedAt(kind)).service().move(m_document.no, m_document.revision, move));
    }
    Result<void> giveBack()
    {
        wait();
        DocumentMove move;
        move.action = DocumentAction::Return;
        move.opinion = "请补充说明资产现状，并附照片后重新申报。";
        const StepKind kind = m_document.steps[m_document.step].kind;
        return take(as(seatedAt(kind)).service().move(m_document.no, m_document.revision, move));
    }
    Result<void> carryOn(DocumentAction action)
    {
        wait();
        const DocumentStage stage = action == DocumentAction::Execute ? DocumentStage::Execution
            : action == DocumentAction::SettleIncome                  ? DocumentStage::Income
                                                                      : DocumentStage::Closing;
        if (auto handed = hand(stage); !handed)
            return handed;
        DocumentMove move;
        move.action = action;
        move.facts = factsOf(stage);
        return take(as(applicant()).service().move(m_document.no, m_document.revision, move));
    }

    Session& m_session;
    Instant m_now;
    const DemoPaper& m_paper;
    Instant m_at;
    std::int64_t m_unit = 0;
    Document m_document;
};

bool PaperRound::hasBegun()
{
    const auto first = SociDocumentStore(m_session, Scope::everything()).list({}, 0, 1);
    return first && !first->documents.empty();
}

Result<void> PaperRound::play(const std::vector<DemoPaper>& papers)
{
    return SociDocumentStore(m_session, Scope::everything())
        .transact(DocumentStore::Commit::Yes, [&]() -> Result<void> {
            for (const DemoPaper& paper : papers)
                if (auto played = Sheet(m_session, m_now, paper).play(); !played)
                    return played;
            return {};
        });
}

} // namespace guanwu
