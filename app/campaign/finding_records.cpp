#include "app/campaign/finding_records.h"

#include "core/documents/document_data.h"
#include "schema/documents/finding_links.h"
#include "schema/documents/live_documents.h"
#include "schema/documents/soci_document_store.h"

#include <algorithm>

namespace guanwu {

namespace {

    /// Reads each document once, however many findings it has; those outside the scope are not there.
    class DocumentReader {
    public:
        DocumentReader(Session& session, const Scope& scope)
            : m_store(session, scope)
        {
        }
        std::shared_ptr<const Document> read(const std::string& no)
        {
            const auto [known, isNew] = m_known.try_emplace(no);
            if (isNew)
                if (auto found = m_store.find(no))
                    known->second = std::make_shared<const Document>(std::move(*found));
            return known->second;
        }

    private:
        SociDocumentStore m_store;
        std::map<std::string, std::shared_ptr<const Document>> m_known;
    };

    void take(std::string& into, std::string_view said)
    {
        if (!said.empty())
            into = said;
    }

    /// Names of the papers that came with it: those that the rules know in their order, then the others.
    std::string papersOf(const Document& document)
    {
        std::string out;
        const auto add = [&](std::string_view name) { out.append(out.empty() ? "" : "、").append(name); };
        for (const PaperRule* rule : DocumentData::current().papers(document.kind, document.method))
            if (document.hasPaper(rule->paper))
                add(rule->nameZh);
        for (const DocumentPaper& paper : document.papers)
            if (paper.paper == "other" && !paper.title.empty())
                add(paper.title);
        return out;
    }

    /// What a body said that has signed, with the minutes that say so.
    std::string opinionOf(const Document& document, StepKind kind)
    {
        const auto step = std::find_if(document.steps.begin(), document.steps.end(),
            [&](const DocumentStep& one) { return one.kind == kind && one.isSigned(); });
        if (step == document.steps.end())
            return {};
        const std::string minutes = step->meeting + (step->meeting.empty() ? "" : " ") + step->minutesNo;
        return (step->opinion.empty() ? "同意" : step->opinion)
            + (minutes.empty() ? "" : "（" + minutes + "）");
    }

    /// The line of a surplus is known by its name: the numbers of lines change while a draft is written.
    const DocumentLine* onlyLineNamed(const Document& document, const std::string& name)
    {
        const auto isNamed = [&](const DocumentLine& line) { return line.name == name; };
        const auto found = std::find_if(document.lines.begin(), document.lines.end(), isNamed);
        const bool isOnly = std::count_if(document.lines.begin(), document.lines.end(), isNamed) == 1;
        return isOnly ? &*found : nullptr;
    }

} // namespace

LossRecords lossRecords(Session& session, const Scope& scope, const CountedSheet& counted)
{
    std::vector<std::int64_t> lost;
    for (std::size_t i = 0; i < counted.outcome.lines.size(); ++i)
        if (counted.outcome.lines[i].result == LineResult::Shortage)
            lost.push_back(counted.book.assets[i].value);
    DocumentReader reader(session, scope);
    LossRecords out;
    for (const auto& [asset, no] : standingDocuments(session, DocumentKind::Disposal, "write_off_loss", lost))
        if (auto document = reader.read(no))
            out.emplace(asset, std::move(document));
    return out;
}

SurplusRecords surplusRecords(Session& session, const Scope& scope, SheetId sheet)
{
    DocumentReader reader(session, scope);
    SurplusRecords out;
    for (const auto& [finding, link] : FindingLinks(session).of(sheet))
        if (link.isAlive)
            if (auto document = reader.read(link.documentNo);
                document && document->kind == DocumentKind::Surplus)
                out.emplace(finding, std::move(document));
    return out;
}

void takeFrom(const Document& loss, AssetId asset, ShortageLine& line)
{
    const DocumentLine* of = loss.lineOf(asset);
    if (!of)
        return;
    take(line.cause, loss.fact("cause", of->no));
    take(line.responsibility, loss.fact("responsibility", of->no));
    if (const auto compensation = loss.moneyFact("compensation_yuan", of->no))
        line.compensation = compensation;
    take(line.evidence, papersOf(loss));
    take(line.intermediaryNo, loss.fact("intermediary_no"));
    take(line.unitOpinion, opinionOf(loss, StepKind::UnitDecision));
    take(line.verification, opinionOf(loss, StepKind::BureauReview));
    take(line.approvalNo, loss.approvalNo);
}

void takeFrom(const Document& entry, SurplusLine& line)
{
    take(line.cause, entry.fact("cause"));
    take(line.attachments, papersOf(entry));
    take(line.verification, opinionOf(entry, StepKind::BureauReview));
    take(line.approvalNo, entry.approvalNo);
    const DocumentLine* of = onlyLineNamed(entry, line.name);
    if (!of)
        return;
    take(line.model, of->model);
    take(line.unitOfMeasure, of->unitOfMeasure);
    take(line.valueBasis, entry.fact("value_basis", of->no));
    if (of->original != Money())
        line.estimate = line.entryValue = of->original;
    if (const auto approved = entry.moneyFact("approved_yuan", of->no))
        line.entryValue = approved;
    if (const auto months = entry.numberFact("months_left", of->no))
        line.monthsLeft = months;
}

} // namespace guanwu
