#include "core/documents/document_service.h"

#include "core/cards/card_moves.h"
#include "core/cards/card_fields.h"
#include "core/cards/card_number.h"
#include "core/documents/allocation.h"
#include "core/rules/limits.h"
#include "core/values/calendar.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr std::size_t kMostLines = 2000; ///< one transaction holds their cards
    constexpr std::size_t kMostListed = 30;

    DocumentLine lineOf(const RegisteredCard& card, int no)
    {
        const AssetCard& it = card.card;
        return {no, it.id, it.assetNo, it.name, it.classCode, it.model, it.unitOfMeasure, it.quantity,
            it.original, it.accumulated, it.acquiredOn, it.lifeMonths, it.minUseYears, it.useState};
    }

    Result<void> firstOf(const std::vector<Error>& problems)
    {
        return problems.empty() ? Result<void>() : fail(problems.front());
    }

    bool haveOtherValues(const RegisteredCard& a, const RegisteredCard& b)
    {
        return a.card.original != b.card.original || a.card.fiscalFund != b.card.fiscalFund
            || a.card.lifeMonths != b.card.lifeMonths || !(a.schedule == b.schedule);
    }

    /// Whether whoever is named as the giver gives all that he has.
    bool takesAllOf(const Document& document)
    {
        return document.kind == DocumentKind::Custody && document.method == "leaving";
    }

    /// What is asked for next, by where a document stands.
    DocumentStage nextStage(const Document& document)
    {
        switch (document.state) {
        case DocumentState::InReview:
            return DocumentStage::Decision;
        case DocumentState::Approved:
            return DocumentStage::Execution;
        case DocumentState::Executing: {
            const DocumentMethod* method = DocumentData::current().findMethod(document.kind, document.method);
            return method && method->income != IncomeNeed::None ? DocumentStage::Income
                                                                : DocumentStage::Closing;
        }
        case DocumentState::IncomeSettled:
        case DocumentState::Closed:
            return DocumentStage::Closing;
        default:
            return DocumentStage::Filing;
        }
    }

} // namespace

std::vector<RegisteredCard> DocumentService::cardsOf(const Document& document)
{
    std::vector<std::string> numbers;
    for (const DocumentLine& line : document.lines)
        if (line.isAsset())
            numbers.push_back(line.assetNo);
    std::vector<RegisteredCard> cards = m_ports.all.findAll(numbers);
    for (RegisteredCard& card : cards)
        takeDepreciation(card, today().year() / today().month());
    return cards;
}

RuleContext DocumentService::context(
    const Document& document, const std::vector<RegisteredCard>& cards, std::vector<CardToMake> cardFields)
{
    RuleContext out {cards, today(), standardsOf(document), std::move(cardFields)};
    // Whoever files was asked for what he may name; an approver acts by the power of the document.
    if (auto named = namedBy(document, m_ports.all))
        out.named = std::move(*named);
    if (document.kind == DocumentKind::Change)
        out.postedThrough = m_ports.store.postedThrough(UnitId {document.unit.id});
    if (const Reference* leaver = out.find("giver"); leaver && takesAllOf(document))
        out.held = heldNumbers(PersonId {leaver->id});
    addPremises(out, document);
    return out;
}

void DocumentService::addPremises(RuleContext& context, const Document& document)
{
    if (document.kind == DocumentKind::Space) {
        context.rooms = m_ports.store.rooms(codeList(document.fact("rooms")));
        context.space = m_ports.store.spaceOf(document.unit.code);
    }
    if (document.kind == DocumentKind::Repair)
        if (const auto year = document.numberFact("plan_year"))
            context.repairsOfYear
                = m_ports.store.repairsOf(UnitId {document.unit.id}, static_cast<int>(*year), document.id);
}

std::vector<std::string> DocumentService::heldNumbers(PersonId person)
{
    std::vector<std::string> out;
    for (const HeldAsset& asset : m_ports.store.heldBy(person))
        out.push_back(asset.assetNo);
    return out;
}

Result<std::vector<NamedByFact>> DocumentService::namedBy(const Document& document, CardRepository& cards)
{
    std::vector<NamedByFact> out;
    for (const Fact& fact : document.facts) {
        const FactRule* rule = DocumentData::current().findFact(document.kind, document.method, fact.name);
        if (!rule)
            continue;
        Result<Reference> target = Reference {};
        if (rule->type == FactType::Person)
            target = cards.person(fact.value);
        else if (rule->type == FactType::Place)
            target = cards.place(fact.value);
        else if (rule->type == FactType::Department)
            target = cards.department(UnitId {document.unit.id}, fact.value);
        else
            continue;
        if (!target)
            return fail(target.error());
        out.push_back({fact.line, fact.name, std::move(*target)});
    }
    return out;
}

Result<void> DocumentService::setHeldAssets(Document& document)
{
    const auto named = namedBy(document, m_ports.own);
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
    if (auto set = setAssets(document, heldNumbers(PersonId {giver->target.id})); !set)
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

std::vector<StandardCase> DocumentService::standardsOf(const Document& document)
{
    std::vector<StandardCase> out;
    if (document.kind != DocumentKind::Allocation || !isEditable(document.state))
        return out;
    const auto unit = m_ports.store.unit(document.unit.code);
    for (const DocumentLine& line : document.lines) {
        if (line.isAsset() || !unit || !standardOf(document, line))
            continue;
        StandardCase one {line.no,
            m_ports.store.stockOf(unit->unit.id == 0 ? UnitId {} : UnitId {unit->unit.id}, line.classCode),
            unit->people, {}};
        for (const RegisteredCard& card : m_ports.own.findAll(replacedBy(document, line))) {
            const bool isApproved = card.card.useState == UseState::DisposalApproved
                || card.card.useState == UseState::WrittenOff;
            one.replaced.push_back({card.card.assetNo, card.card.acquiredOn, isApproved});
        }
        out.push_back(std::move(one));
    }
    return out;
}

Result<DocumentLook> DocumentService::find(const std::string& no)
{
    auto document = m_ports.store.find(no);
    if (!document)
        return fail(document.error());
    const auto cards = cardsOf(*document);
    DocumentLook out {*document, actionsOf(*document, m_actor), nextStage(*document), {},
        paperChecks(*document, today()), m_ports.store.cardsOf(document->id)};
    if (!isFinal(document->state))
        out.open = problemsAt(*document, out.stage, context(*document, cards));
    return out;
}

Result<DocumentService::Taken> DocumentService::take(const std::string& no, std::int64_t revision)
{
    auto document = m_ports.store.find(no);
    if (!document)
        return fail(document.error());
    if (document->revision != revision)
        return fail(ErrorCode::StaleRevision, "document.changed", no);
    auto cards = cardsOf(*document);
    return Taken {std::move(*document), std::move(cards)};
}

Result<Document> DocumentService::create(const NewDocument& wanted)
{
    const DocumentMethod* method = DocumentData::current().findMethod(wanted.kind, wanted.method);
    if (!method)
        return fail(ErrorCode::InvalidArgument, "document.method", wanted.method);
    if (method->onlyBureau && m_actor.unit.value != 0)
        return fail(ErrorCode::Forbidden, "document.only_bureau", method->nameZh);
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
    if (edit.reason)
        out.reason = *edit.reason;
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
    if (auto said = addFacts(out, edit.facts, DocumentStage::Filing); !said)
        return fail(said.error());
    if (auto held = setHeldAssets(out); !held)
        return fail(held.error());
    return store(taken->document, std::move(out), taken->cards, {});
}

Result<Document> DocumentService::addPaper(
    const std::string& no, std::int64_t revision, const DocumentPaper& paper)
{
    const auto taken = take(no, revision);
    if (!taken)
        return fail(taken.error());
    const Document& document = taken->document;
    // Until the file is closed papers come in; from whoever could do something with the document.
    if (isFinal(document.state))
        return fail(ErrorCode::RuleViolated, "document.not_in_state", std::string(document.stateNameZh()));
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

Result<std::vector<IdleAsset>> DocumentService::searchIdle(
    const std::string& no, std::int64_t revision, IdleSearch search)
{
    const auto taken = take(no, revision);
    if (!taken)
        return fail(taken.error());
    if (auto may = mayDo(taken->document, m_actor, DocumentAction::Edit); !may)
        return fail(may.error());
    search.except = UnitId {taken->document.unit.id};
    if (!search.acquiredSince)
        search.acquiredSince
            = addMonths(today(), -12 * static_cast<int>(limitOn("idle_offer_years", today()).value));
    auto found = m_ports.store.idle(search);
    Document out = taken->document;
    std::string list;
    for (std::size_t i = 0; i < found.size() && i < kMostListed; ++i)
        list += (list.empty() ? "" : ",") + found[i].assetNo;
    out.setFact("idle_search_on", formatDate(today()));
    out.setFact("idle_search_found", std::to_string(found.size()));
    out.setFact("idle_search_list", list);
    note(out, m_actor, DocumentAction::Edit, std::nullopt,
        "idle " + search.classPrefix + ": " + std::to_string(found.size()), m_now());
    const auto stored = store(taken->document, std::move(out), taken->cards, {});
    return stored ? Result<std::vector<IdleAsset>>(std::move(found)) : fail(stored.error());
}

Result<void> DocumentService::checkLocks(const Document& document)
{
    std::vector<AssetId> assets;
    for (const DocumentLine& line : document.lines)
        if (line.isAsset())
            assets.push_back(line.asset);
    const auto locks = m_ports.store.locks(assets, document.id);
    if (locks.empty())
        return {};
    const AssetLock& lock = locks.front();
    const std::string detail = document.lineOf(lock.asset)->assetNo + " " + lock.by;
    switch (lock.kind) {
    case AssetLockKind::OpenDocument:
        return fail(ErrorCode::Conflict, "document.asset_taken", detail);
    case AssetLockKind::Inventory:
        return fail(ErrorCode::RuleViolated, "document.asset_counted", detail);
    case AssetLockKind::Sealed:
        return fail(ErrorCode::RuleViolated, "document.asset_sealed", detail);
    }
    return {};
}

/// Whoever splits one batch into several applications would take a shorter route (lifecycle 2).
std::vector<std::string> DocumentService::warningsOf(
    const Document& document, const RouteTable& routes, const PlannedRoute& route)
{
    std::vector<std::string> out;
    const auto days = limitOn("split_window_days", today()).value;
    const Day since(std::chrono::sys_days(today()) - std::chrono::days(days));
    const auto recent = m_ports.store.filedSince(document, since);
    if (recent.numbers.empty())
        return out;
    const auto together = planRoute(routes, document, document.original() + recent.original);
    if (together && together->steps.size() > route.steps.size()) {
        std::string numbers;
        for (const std::string& number : recent.numbers)
            numbers += (numbers.empty() ? "" : "、") + number;
        out.push_back("疑似拆分：" + std::to_string(days) + " 天内同类申请 " + numbers + "，合计原值 "
            + (document.original() + recent.original).toYuanString() + " 元，合并应适用 " + together->rule.row
            + "：" + stepsText(together->steps));
    }
    return out;
}

Result<Document> DocumentService::file(const std::string& no, std::int64_t revision)
{
    auto taken = take(no, revision);
    if (!taken)
        return fail(taken.error());
    Document document = taken->document;
    if (auto may = mayDo(document, m_actor, DocumentAction::File); !may)
        return fail(may.error());
    if (auto held = setHeldAssets(document); !held)
        return fail(held.error());
    taken->cards = cardsOf(document);
    // The lines are what the cards say on the day of filing.
    for (DocumentLine& line : document.lines)
        for (const RegisteredCard& card : taken->cards)
            if (card.card.id == line.asset)
                line = lineOf(card, line.no);
    if (const auto locked = checkLocks(document); !locked)
        return fail(locked.error());
    if (const auto sound
        = firstOf(problemsAt(document, DocumentStage::Filing, context(document, taken->cards)));
        !sound)
        return fail(sound.error());
    const RouteTable routes = m_ports.store.routes(today());
    const auto route = planRoute(routes, document);
    if (!route)
        return fail(route.error());
    auto after = filed(document, m_actor, *route, warningsOf(document, routes, *route), m_now());
    if (!after)
        return after;
    return store(taken->document, std::move(*after), taken->cards, {});
}

Result<Document> DocumentService::move(const std::string& no, std::int64_t revision, const DocumentMove& move)
{
    const auto taken = take(no, revision);
    if (!taken)
        return fail(taken.error());
    auto after = moved(taken->document, move, m_actor, m_now());
    if (!after)
        return after;
    const RuleContext context = this->context(*after, taken->cards, move.cards);
    const auto ask = [&](DocumentStage stage, const Document& document) {
        return firstOf(problemsAt(document, stage, context));
    };
    Result<void> sound;
    if (after->state == DocumentState::Approved && taken->document.state == DocumentState::InReview)
        sound = ask(DocumentStage::Decision, *after);
    if (move.action == DocumentAction::Execute)
        sound = ask(DocumentStage::Execution, *after);
    if (move.action == DocumentAction::SettleIncome)
        sound = ask(DocumentStage::Income, *after);
    if (move.action == DocumentAction::Close) {
        Document closing = *after; // rules look at where it comes from
        closing.state = taken->document.state;
        sound = ask(DocumentStage::Closing, closing);
    }
    if (!sound)
        return fail(sound.error());
    if (const auto settled = rulesOf(after->kind).settled) {
        after = settled(std::move(*after), move.action, m_actor, m_now());
        if (!after)
            return after;
    }
    return store(taken->document, std::move(*after), taken->cards, move.cards);
}

Result<Document> DocumentService::store(const Document& before, Document after,
    const std::vector<RegisteredCard>& cards, const std::vector<CardToMake>& cardFields)
{
    DocumentEffect effect;
    const DocumentMoment moment = momentOf(before, after);
    if (const auto rule = rulesOf(after.kind).effect; rule && moment != DocumentMoment::None) {
        auto found = rule(after, moment, context(after, cards, cardFields));
        if (!found)
            return fail(found.error());
        effect = std::move(*found);
    }
    const auto done = m_ports.store.transact(m_commit, [&]() -> Result<void> {
        if (auto updated = m_ports.store.update(after); !updated)
            return updated;
        return carryOut(after, effect, cards);
    });
    if (!done)
        return fail(done.error());
    ++after.revision;
    return after;
}

Result<void> DocumentService::carryOut(
    const Document& document, const DocumentEffect& effect, const std::vector<RegisteredCard>& before)
{
    const std::string reason = document.no + " " + std::string(document.stateNameZh());
    std::vector<ChangedCard> changes;
    for (const RegisteredCard& after : effect.changed) {
        const auto was = std::find_if(before.begin(), before.end(),
            [&](const RegisteredCard& card) { return card.card.id == after.card.id; });
        ChangedCard change = changeOf(*was, after,
            {m_ports.all.newId(), CardEventKind::Changed, m_now(), m_actor.login, reason, document.id.value, 0,
                {}});
        change.valuesChanged = haveOtherValues(*was, after);
        if (!change.event.fields.empty() || change.valuesChanged)
            changes.push_back(std::move(change));
    }
    if (auto updated = m_ports.all.update(changes); !updated)
        return updated;
    if (auto recorded = m_ports.store.recordInBooks(effect.books, m_actor.login, m_now()); !recorded)
        return recorded;
    m_ports.store.addExits(document.id, effect.exits);
    if (auto done = m_ports.store.carryOut(document, effect, m_actor.login, m_now()); !done)
        return done;
    // Cards are made in the name of who accepts the things, with everything a card at the counter is asked.
    CardService cards(m_ports.all, Scope::everything(), m_now);
    for (const CardToOpen& card : effect.opened) {
        const auto made = cards.add(card.card, {m_actor.login, reason}, document.id.value);
        if (!made)
            return fail(made.error());
        m_ports.store.addCards(document.id, card.line, made->card.id);
    }
    for (const CardToMake& card : effect.created) {
        const auto made = cards.create(card.fields, {m_actor.login, reason});
        if (!made)
            return fail(made.error());
        m_ports.store.addCards(document.id, card.line, made->card.id);
    }
    return {};
}

} // namespace guanwu
