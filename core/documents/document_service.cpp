#include "core/documents/document_service.h"

#include "core/base/text_length.h"
#include "core/cards/card_fields.h"
#include "core/cards/card_moves.h"
#include "core/rules/limits.h"
#include "core/values/calendar.h"
#include "core/values/certificate_no.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr std::size_t kMostNamed = 20; ///< documents of which another may be a part

    Result<void> firstOf(const std::vector<Error>& problems)
    {
        return problems.empty() ? Result<void>() : fail(problems.front());
    }

    bool haveOtherValues(const RegisteredCard& a, const RegisteredCard& b)
    {
        return a.card.original != b.card.original || a.card.fiscalFund != b.card.fiscalFund
            || a.card.lifeMonths != b.card.lifeMonths || !(a.schedule == b.schedule);
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

Result<DocumentLook> DocumentService::find(const std::string& no)
{
    auto document = m_ports.store.find(no);
    if (!document)
        return fail(document.error());
    const auto cards = context().cards(*document);
    DocumentLook out {*document, actionsOf(*document, m_actor), nextStage(*document), {},
        paperChecks(*document, today()), m_ports.store.cardsOf(document->id), {}};
    std::optional<RuleContext> read;
    if (!isFinal(document->state)) {
        read.emplace(context().read(*document, cards));
        out.open = problemsAt(*document, out.stage, *read);
    }
    out.changes = changesOf(*document, m_ports.store, read);
    return out;
}

Result<DocumentService::Taken> DocumentService::take(const std::string& no, std::int64_t revision)
{
    auto document = m_ports.store.find(no);
    if (!document)
        return fail(document.error());
    if (document->revision != revision)
        return fail(ErrorCode::StaleRevision, "document.changed", no);
    auto cards = context().cards(*document);
    return Taken {std::move(*document), std::move(cards)};
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
    const Document& document, const RouteTable& routes, const PlannedRoute& route, const RuleContext& read)
{
    std::vector<std::string> out;
    if (const auto rule = rulesOf(document.kind).warnings)
        out = rule(document, read);
    const auto days = limitOn("split_window_days", today()).value;
    const Day since(std::chrono::sys_days(today()) - std::chrono::days(days));
    const auto recent = m_ports.store.filedSince(document, since);
    if (recent.numbers.empty())
        return out;
    const auto together = planRoute(routes, document, document.original() + recent.original);
    if (together && together->steps.size() > route.steps.size()) {
        std::string numbers;
        for (std::size_t i = 0; i < std::min(recent.numbers.size(), kMostNamed); ++i)
            numbers += (i == 0 ? "" : "、") + recent.numbers[i];
        if (recent.numbers.size() > kMostNamed)
            numbers += " 等 " + std::to_string(recent.numbers.size()) + " 件";
        out.push_back("疑似拆分：" + std::to_string(days) + " 天内同类申请 " + numbers + "，合计原值 "
            + (document.original() + recent.original).toYuanString() + " 元，合并应适用 " + together->rule.row
            + "：" + stepNames(together->steps));
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
    taken->cards = context().cards(document);
    // The lines are what the cards say on the day of filing.
    for (DocumentLine& line : document.lines)
        for (const RegisteredCard& card : taken->cards)
            if (card.card.id == line.asset)
                line = lineOf(card, line.no);
    if (const auto locked = checkLocks(document); !locked)
        return fail(locked.error());
    const RuleContext read = context().read(document, taken->cards);
    if (const auto sound = firstOf(problemsAt(document, DocumentStage::Filing, read)); !sound)
        return fail(sound.error());
    const RouteTable routes = m_ports.store.routes(today());
    const auto route = planRoute(routes, document);
    if (!route)
        return fail(route.error());
    auto after = filed(document, m_actor, *route, warningsOf(document, routes, *route, read), m_now());
    if (!after)
        return after;
    if (const auto settled = rulesOf(after->kind).settled) {
        after = settled(std::move(*after), DocumentAction::File, m_actor, m_now());
        if (!after)
            return after;
    }
    return store(taken->document, std::move(*after), taken->cards, {});
}

Result<Document> DocumentService::move(const std::string& no, std::int64_t revision, const DocumentMove& move)
{
    if (const auto fits = checkLengths({{move.opinion, kLongestReason}, {move.paperNo, kLongestPaperNo},
            {move.meeting, kLongestTitle}, {move.minutesNo, kLongestPaperNo}});
        !fits)
        return fail(fits.error());
    const auto taken = take(no, revision);
    if (!taken)
        return fail(taken.error());
    auto after = moved(taken->document, move, m_actor, m_now());
    if (!after)
        return after;
    const RuleContext context = this->context().read(*after, taken->cards, move.cards);
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
        auto found = rule(after, moment, context().read(after, cards, cardFields));
        if (!found)
            return fail(found.error());
        effect = std::move(*found);
    }
    for (const Fact& fact : effect.noted)
        after.setFact(fact.name, fact.value, fact.line);
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
    if (effect.title && effect.title->entered)
        if (auto renewed = renewTitles(document, *effect.title->entered); !renewed)
            return renewed;
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

Result<void> DocumentService::renewTitles(const Document& document, const NewTitle& entered)
{
    std::vector<std::string> formers = entered.formerNos;
    for (const std::string& former : entered.formerNos)
        formers.push_back(CertificateNo::written(former));
    const auto holder = m_ports.all.unit(entered.holder);
    if (!holder)
        return fail(holder.error());
    std::vector<ChangedCard> changes;
    for (const RegisteredCard& before : m_ports.all.findAll(m_ports.store.cardsNaming(formers))) {
        RegisteredCard after = before;
        TitlePart* title = after.card.building ? &after.card.building->title
            : after.card.land                  ? &after.card.land->title
                                               : nullptr;
        if (!title)
            continue;
        title->state = TitleState::Titled;
        title->certKind = kTitleCertificate;
        title->certNo = CertificateNo::written(entered.certNo);
        title->certDate = entered.issuedOn;
        setReference(after, *findCardField("right_holder"), holder->unit);
        changes.push_back(changeOf(before, std::move(after),
            {m_ports.all.newId(), CardEventKind::Changed, m_now(), m_actor.login,
                document.no + " " + std::string(document.stateNameZh()), document.id.value, 0, {}}));
    }
    return m_ports.all.update(changes);
}

} // namespace guanwu
