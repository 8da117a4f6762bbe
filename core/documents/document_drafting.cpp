// What is written into a document before it is filed: the part of DocumentService that drafts.
#include "core/base/text.h"
#include "core/base/text_length.h"
#include "core/cards/card_moves.h"
#include "core/cards/card_number.h"
#include "core/documents/allocation.h"
#include "core/documents/document_service.h"
#include "core/documents/document_terms.h"
#include "core/rules/limits.h"
#include "core/values/calendar.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr std::size_t kMostLines = 2000; ///< one transaction holds their cards
    constexpr std::size_t kMostListed = 30;

    /// Adds to a list with commas what is not in it.
    void addTo(std::string& list, const std::string& one)
    {
        const auto had = split(list, ',');
        if (std::find(had.begin(), had.end(), one) == had.end())
            list += (list.empty() ? "" : ",") + one;
    }

} // namespace

Result<Document> DocumentService::create(const NewDocument& wanted)
{
    if (const auto fits = checkLengths({{wanted.reason, kLongestReason}}); !fits)
        return fail(fits.error());
    const DocumentMethod* method = DocumentData::current().findMethod(wanted.kind, wanted.method);
    if (!method)
        return fail(ErrorCode::InvalidArgument, "document.method", wanted.method);
    if (method->onlyBureau && m_actor.unit.value != 0)
        return fail(ErrorCode::Forbidden, "document.only_bureau", termOf(method->kind, method->method));
    const auto own = m_ports.own.unit(wanted.unit); // within the scope
    const auto unit = own ? m_ports.store.unit(wanted.unit) : fail(own.error());
    if (!unit)
        return fail(unit.error());
    Document out;
    out.kind = wanted.kind;
    out.method = wanted.method;
    out.unit = unit->unit;
    out.unitType = unit->type;
    out.supervising = unit->supervising;
    if (!wanted.department.empty()) {
        auto department = m_ports.own.department(UnitId {out.unit.id}, wanted.department);
        if (!department)
            return fail(department.error());
        out.department = std::move(*department);
    }
    if (auto set = setCounterpart(out, wanted.counterpart); !set)
        return fail(set.error());
    out.reason = wanted.reason;
    out.countedBy = wanted.countedBy;
    out.applicant = m_actor.login;
    out.applicantName = m_actor.name;
    out.createdAt = m_now();
    if (!m_actor.may(Permission::FileDocuments)
        || !m_scope.mayChange(UnitId {out.unit.id}, DepartmentId {out.department.id}))
        return fail(ErrorCode::Forbidden, "document.not_yours", wanted.unit);
    note(out, m_actor, DocumentAction::Edit, std::nullopt, {}, m_now());
    const auto done = m_ports.store.transact(m_commit, [&]() -> Result<void> {
        m_ports.store.insert(out, today().year());
        return {};
    });
    return done ? Result<Document>(std::move(out)) : fail(done.error());
}

Result<void> DocumentService::setCounterpart(Document& document, const std::string& code)
{
    document.counterpart = {};
    if (code.empty())
        return {};
    auto unit = m_ports.store.unit(code);
    if (!unit)
        return fail(unit.error());
    document.counterpart = std::move(unit->unit);
    return {};
}

Result<void> DocumentService::setAssets(Document& document, const std::vector<std::string>& numbers)
{
    if (numbers.size() > kMostLines)
        return fail(ErrorCode::InvalidArgument, "document.too_many_lines", std::to_string(kMostLines));
    std::vector<DocumentLine> lines;
    const DocumentMethod* method = DocumentData::current().findMethod(document.kind, document.method);
    const bool isOffered = method && method->outcome == Outcome::Offered;
    for (const std::string& text : numbers) {
        const std::string number = assetNoOf(text);
        // What is idle in the city is there for everybody; everything else is only for who sees it.
        auto card = (isOffered ? m_ports.all : m_ports.own).find(number);
        if (!card)
            return fail(card.error());
        if (isOffered && card->card.useState != UseState::Idle)
            return fail(ErrorCode::NotFound, "card.not_found", number);
        takeDepreciation(*card, today().year() / today().month());
        if (std::any_of(lines.begin(), lines.end(),
                [&](const DocumentLine& line) { return line.asset == card->card.id; }))
            return fail(ErrorCode::InvalidArgument, "document.twice", number);
        lines.push_back(lineOf(*card, static_cast<int>(lines.size()) + 1));
    }
    document.lines = std::move(lines);
    std::erase_if(document.facts,
        [&](const Fact& fact) { return fact.line > static_cast<int>(document.lines.size()); });
    return {};
}

Result<Document> DocumentService::edit(const std::string& no, std::int64_t revision, const DocumentEdit& edit)
{
    const auto taken = take(no, revision);
    if (!taken)
        return fail(taken.error());
    if (auto may = mayDo(taken->document, m_actor, DocumentAction::Edit); !may)
        return fail(may.error());
    Document out = taken->document;
    if (edit.reason) {
        if (const auto fits = checkLengths({{*edit.reason, kLongestReason}}); !fits)
            return fail(fits.error());
        out.reason = *edit.reason;
    }
    if (edit.counterpart)
        if (auto set = setCounterpart(out, *edit.counterpart); !set)
            return fail(set.error());
    if (edit.assets)
        if (auto set = setAssets(out, *edit.assets); !set)
            return fail(set.error());
    if (edit.wishes) {
        if (edit.wishes->size() > kMostLines)
            return fail(ErrorCode::InvalidArgument, "document.too_many_lines", std::to_string(kMostLines));
        out.lines.clear();
        for (const Wish& wish : *edit.wishes) {
            if (const auto fits = checkLengths({{wish.name, kLongestTitle}, {wish.model, kLongestTitle},
                    {wish.unitOfMeasure, kLongestMeasure}});
                !fits)
                return fail(fits.error());
            DocumentLine line;
            line.no = static_cast<int>(out.lines.size()) + 1;
            line.name = wish.name;
            line.classCode = wish.classCode;
            line.model = wish.model;
            line.unitOfMeasure = wish.unitOfMeasure;
            line.quantity = wish.quantity;
            line.original = wish.whole.value_or(Money::fromFen(wish.unitPrice.fen() * wish.quantity));
            line.before = UseState::Planned;
            out.lines.push_back(std::move(line));
        }
    }
    if (auto said = addFacts(out, edit.facts, DocumentStage::Filing, today()); !said)
        return fail(said.error());
    if (auto held = setHeldAssets(out); !held)
        return fail(held.error());
    return store(taken->document, std::move(out), taken->cards, {});
}

Result<Document> DocumentService::addPaper(
    const std::string& no, std::int64_t revision, const DocumentPaper& paper)
{
    if (const auto fits = checkLengths({{paper.title, kLongestTitle}}); !fits)
        return fail(fits.error());
    const auto taken = take(no, revision);
    if (!taken)
        return fail(taken.error());
    const Document& document = taken->document;
    // Until the file is closed papers come in; from whoever could do something with the document.
    if (isFinal(document.state))
        return fail(ErrorCode::RuleViolated, "document.not_in_state", standOf(document));
    if (actionsOf(document, m_actor).empty())
        return fail(ErrorCode::Forbidden, "document.not_yours", no);
    const auto known = DocumentData::current().papers(document.kind, document.method);
    if (paper.paper != "other" && std::none_of(known.begin(), known.end(), [&](const PaperRule* rule) {
            return rule->paper == paper.paper;
        }))
        return fail(ErrorCode::InvalidArgument, "document.paper_unknown", paper.paper);
    Document out = document;
    if (std::any_of(out.papers.begin(), out.papers.end(),
            [&](const DocumentPaper& one) { return one.paper == paper.paper && one.hash == paper.hash; }))
        return out;
    out.papers.push_back(paper);
    out.papers.back().addedBy = m_actor.login;
    out.papers.back().addedAt = m_now();
    return store(document, std::move(out), taken->cards, {});
}

/// A request for things of several classes is searched for class by class: what one search finds stays found.
void DocumentService::noteSearch(
    Document& document, const std::string& classPrefix, const std::vector<IdleAsset>& found) const
{
    std::string list(document.fact("idle_search_list"));
    for (const IdleAsset& asset : found)
        if (split(list, ',').size() < kMostListed)
            addTo(list, asset.assetNo);
    std::string classes(document.fact("idle_search_classes"));
    addTo(classes, classPrefix.empty() ? std::string(kEveryClass) : classPrefix);
    const auto before = document.numberFact("idle_search_found").value_or(0);
    const auto listed = list.empty() ? 0 : static_cast<std::int64_t>(split(list, ',').size());
    document.setFact("idle_search_on", formatDate(today()));
    document.setFact("idle_search_found",
        std::to_string(std::max({before, listed, static_cast<std::int64_t>(found.size())})));
    document.setFact("idle_search_list", list);
    document.setFact("idle_search_classes", classes);
}

Result<std::vector<IdleAsset>> DocumentService::searchIdle(
    const std::string& no, std::int64_t revision, IdleSearch search)
{
    const auto taken = take(no, revision);
    if (!taken)
        return fail(taken.error());
    if (auto may = mayDo(taken->document, m_actor, DocumentAction::Edit); !may)
        return fail(may.error());
    search.except = UnitId {taken->document.unit.id};
    const Day offered
        = addMonths(today(), -12 * static_cast<int>(limitOn("idle_offer_years", today()).value));
    // Whoever looks in one place or at new things only has not looked at what the city has.
    const bool isWhole
        = search.placeCode.empty() && (!search.acquiredSince || *search.acquiredSince <= offered);
    if (!search.acquiredSince)
        search.acquiredSince = offered;
    auto found = m_ports.store.idle(search);
    Document out = taken->document;
    if (isWhole)
        noteSearch(out, search.classPrefix, found);
    note(out, m_actor, DocumentAction::Edit, std::nullopt,
        "查询可调剂资产：" + (search.classPrefix.empty() ? "全部分类" : search.classPrefix)
            + (search.placeCode.empty() ? "" : "，地点 " + search.placeCode) + "，"
            + std::to_string(found.size()) + " 项",
        m_now());
    const auto stored = store(taken->document, std::move(out), taken->cards, {});
    return stored ? Result<std::vector<IdleAsset>>(std::move(found)) : fail(stored.error());
}

Result<void> DocumentService::setHeldAssets(Document& document)
{
    const auto named = context().namedBy(document, m_ports.own);
    if (!named)
        return fail(named.error());
    if (!takesAllOf(document))
        return {};
    const auto giver = std::find_if(
        named->begin(), named->end(), [](const NamedByFact& one) { return one.fact == "giver"; });
    if (giver == named->end())
        return {};
    const std::vector<DocumentLine> lines = document.lines;
    std::vector<Fact> facts = std::move(document.facts);
    document.facts.clear();
    if (auto set = setAssets(document, context().heldNumbers(PersonId {giver->target.id})); !set)
        return set;
    // What was said of a thing stays with it, whichever line it stands on now.
    for (Fact& fact : facts) {
        if (fact.line == 0) {
            document.setFact(fact.name, fact.value);
            continue;
        }
        const auto was = std::find_if(
            lines.begin(), lines.end(), [&](const DocumentLine& line) { return line.no == fact.line; });
        for (const DocumentLine& line : document.lines)
            if (was != lines.end() && line.asset == was->asset)
                document.setFact(fact.name, fact.value, line.no);
    }
    return {};
}

} // namespace guanwu
