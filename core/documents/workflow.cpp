#include "core/documents/workflow.h"

#include "core/documents/document_terms.h"
#include "core/values/calendar.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr std::string_view kApprovalDay = "approval_dated_on";

    using Action = DocumentAction;
    using State = DocumentState;

    bool isOneOf(State state, std::initializer_list<State> states)
    {
        return std::find(states.begin(), states.end(), state) != states.end();
    }

    bool fits(State state, Action action)
    {
        switch (action) {
        case Action::Edit:
        case Action::File:
            return isEditable(state);
        case Action::Withdraw: // what is approved is not taken back
            return isOneOf(state, {State::Draft, State::InReview, State::Returned});
        case Action::Approve:
        case Action::Reject:
        case Action::Return:
        case Action::AskCounterSign:
        case Action::CounterSign:
        case Action::Opinion:
            return state == State::InReview;
        case Action::Execute:
            return isOneOf(state, {State::Approved, State::Executing});
        case Action::SettleIncome:
            return state == State::Executing;
        case Action::Close:
            return isOneOf(state, {State::Executing, State::IncomeSettled});
        }
        return false;
    }

    bool isOfUnit(const Document& document, const DocumentActor& actor)
    {
        if (actor.unit.value == 0)
            return true;
        return actor.unit.value == document.unit.id
            && (actor.department.value == 0 || actor.department.value == document.department.id);
    }

    /// Whether it is his, or his unit's, to take back. The bureau applies for units where it alone may; what
    /// a unit asked for it returns or refuses.
    bool appliesFor(const Document& document, const DocumentActor& actor)
    {
        const DocumentMethod* method = DocumentData::current().findMethod(document.kind, document.method);
        return actor.unit.value != 0 || actor.login == document.applicant || actor.login == document.filer
            || (method && method->onlyBureau);
    }

    bool sitsAt(const Document& document, const DocumentStep& step, const DocumentActor& actor)
    {
        const StepRule& rule = DocumentData::current().step(step.kind);
        if (!actor.role || std::find(rule.roles.begin(), rule.roles.end(), *actor.role) == rule.roles.end())
            return false;
        switch (rule.place) {
        case StepPlace::Unit:
            return actor.unit.value == document.unit.id;
        case StepPlace::Counterpart:
            return document.counterpart.id != 0 && actor.unit.value == document.counterpart.id;
        case StepPlace::Parent:
            return document.supervising.id != 0 && actor.unit.value == document.supervising.id;
        case StepPlace::City:
            return actor.unit.value == 0;
        }
        return false;
    }

    bool isCounter(const Document& document, const std::string& login)
    {
        return std::find(document.countedBy.begin(), document.countedBy.end(), login)
            != document.countedBy.end();
    }

    /// Whoever signed at another step, even if that signature was undone by a return since.
    bool signedElsewhere(const Document& document, const std::string& login, StepKind here)
    {
        return std::any_of(document.log.begin(), document.log.end(), [&](const DocumentLogEntry& entry) {
            return entry.actor == login && entry.step && *entry.step != here
                && (entry.action == Action::Approve || entry.action == Action::CounterSign);
        });
    }

    bool counterSigned(const DocumentStep& step, const std::string& login)
    {
        return std::any_of(step.counterSignatures.begin(), step.counterSignatures.end(),
            [&](const CounterSignature& one) { return one.login == login && one.at; });
    }

    const CounterSignature* openAsk(const DocumentStep& step)
    {
        const auto found = std::find_if(step.counterSignatures.begin(), step.counterSignatures.end(),
            [](const CounterSignature& one) { return !one.at; });
        return found == step.counterSignatures.end() ? nullptr : &*found;
    }

    /// Whether everybody who would have signed had counted: then nobody else has looked at it.
    bool wouldCounterSignAlone(const Document& document, const std::string& login)
    {
        if (!isCounter(document, login) || document.step + 1 < document.steps.size())
            return false;
        for (const DocumentStep& step : document.steps) {
            if (step.isSigned() && !isCounter(document, step.signer))
                return false;
            for (const CounterSignature& one : step.counterSignatures)
                if (one.at && !isCounter(document, one.login))
                    return false;
        }
        return true;
    }

    Result<void> maySign(const Document& document, const DocumentActor& actor, Action action)
    {
        const DocumentStep& step = document.steps[document.step];
        if (actor.login == document.applicant || actor.login == document.filer)
            return fail(ErrorCode::RuleViolated, "document.applicant_signs", document.no);
        if (action == Action::CounterSign) {
            const bool isAsked = std::any_of(step.counterSignatures.begin(), step.counterSignatures.end(),
                [&](const CounterSignature& one) { return one.login == actor.login && !one.at; });
            if (!isAsked && (step.coSigners == 0 || !sitsAt(document, step, actor)))
                return fail(ErrorCode::RuleViolated, "document.not_asked", document.no);
        } else if (!sitsAt(document, step, actor)) {
            return fail(ErrorCode::Forbidden, "document.not_yours", document.no);
        }
        if (action != Action::Approve && action != Action::CounterSign)
            return {};
        if (signedElsewhere(document, actor.login, step.kind) || counterSigned(step, actor.login))
            return fail(ErrorCode::RuleViolated, "document.signed_other", document.no);
        if (action == Action::Approve) {
            if (const CounterSignature* ask = openAsk(step))
                return fail(ErrorCode::RuleViolated, "document.counter_sign_open", ask->login);
            if (wouldCounterSignAlone(document, actor.login))
                return fail(ErrorCode::RuleViolated, "document.counter_alone", document.no);
        }
        return {};
    }

    void open(DocumentStep& step, Instant at)
    {
        const int days = DocumentData::current().step(step.kind).days;
        step.dueOn = Day(std::chrono::sys_days(chinaDate(at)) + std::chrono::days(days));
    }

    /// As it is before anybody has sat there.
    DocumentStep blankStep(StepKind kind, int coSigners)
    {
        DocumentStep out;
        out.kind = kind;
        out.coSigners = coSigners;
        return out;
    }

    /// Once a document is decided its days tell what was done, but for those that set a term.
    bool tellsWhatWas(const FactRule& rule)
    {
        return rule.type == FactType::Date && !rule.mayLieAhead && rule.stage != DocumentStage::Filing;
    }

    void clear(DocumentStep& step) { step = blankStep(step.kind, step.coSigners); }

    Result<void> approve(Document& document, const DocumentMove& move, const DocumentActor& actor, Instant at)
    {
        DocumentStep& step = document.steps[document.step];
        const StepRule& rule = DocumentData::current().step(step.kind);
        if (rule.needsMeeting && (move.meeting.empty() || move.minutesNo.empty()))
            return fail(ErrorCode::RuleViolated, "document.meeting", document.no);
        if (rule.needsPaperNo && move.paperNo.empty())
            return fail(ErrorCode::RuleViolated, "document.paper_no", document.no);
        const auto given = std::count_if(step.counterSignatures.begin(), step.counterSignatures.end(),
            [](const CounterSignature& one) { return one.at.has_value(); });
        if (given < step.coSigners)
            return fail(ErrorCode::RuleViolated, "document.counter_sign_missing",
                std::to_string(step.coSigners - given));
        const bool isLast = document.step + 1 == document.steps.size();
        // A unit that decides by itself decides by its minutes; any other body gives its decision a number.
        // What a counter of the unit decides without a meeting stands under the number of the document.
        const bool isAtCounter = rule.place == StepPlace::Unit && !rule.needsMeeting;
        const std::string& number = !move.paperNo.empty() ? move.paperNo
            : !move.minutesNo.empty() || !isAtCounter     ? move.minutesNo
                                                          : document.no;
        if (isLast && number.empty())
            return fail(ErrorCode::RuleViolated, "document.approval_no", document.no);
        if (auto said = addFacts(document, move.facts, DocumentStage::Decision, chinaDate(at)); !said)
            return said;
        step.signer = actor.login;
        step.signerName = actor.name;
        step.signedAt = at;
        step.opinion = move.opinion;
        step.paperNo = move.paperNo;
        step.meeting = move.meeting;
        step.minutesNo = move.minutesNo;
        if (isLast) {
            // What a body decided on paper holds from the day of its paper, not from that of its entry (rule
            // R4).
            const bool isDated = std::any_of(move.facts.begin(), move.facts.end(),
                [](const Fact& fact) { return fact.name == kApprovalDay; });
            if (!isDated)
                document.setFact(kApprovalDay, {});
            const Day on = document.dayFact(kApprovalDay).value_or(chinaDate(at));
            if (document.filedAt && on < chinaDate(*document.filedAt))
                return fail(ErrorCode::RuleViolated, "document.approved_early", formatDate(on));
            document.state = State::Approved;
            document.approvalNo = number;
            document.approvedOn = on;
        } else {
            open(document.steps[++document.step], at);
        }
        return {};
    }

    /// What was decided and done since the filing is not said of what the applicant files anew.
    void forgetAfterFiling(Document& document)
    {
        std::erase_if(document.facts, [&](const Fact& fact) {
            const FactRule* rule
                = DocumentData::current().findFact(document.kind, document.method, fact.name);
            return rule && rule->stage != DocumentStage::Filing && rule->stage != DocumentStage::System;
        });
    }

    Result<void> giveBack(Document& document, const DocumentMove& move, Instant at)
    {
        if (!move.toStep) {
            document.state = State::Returned;
            forgetAfterFiling(document);
            for (DocumentStep& step : document.steps)
                clear(step);
            document.step = 0;
            return {};
        }
        const auto found = std::find_if(document.steps.begin(), document.steps.end(),
            [&](const DocumentStep& step) { return step.kind == *move.toStep; });
        const auto to = static_cast<std::size_t>(found - document.steps.begin());
        if (to >= document.step)
            return fail(ErrorCode::InvalidArgument, "document.to_step",
                std::string(tokenRow(kStepKinds, *move.toStep).token));
        for (std::size_t i = to; i < document.steps.size(); ++i)
            clear(document.steps[i]);
        document.step = to;
        open(document.steps[to], at);
        return {};
    }

    Result<void> askCounterSign(Document& document, const DocumentMove& move)
    {
        DocumentStep& step = document.steps[document.step];
        const bool isKnown = std::any_of(step.counterSignatures.begin(), step.counterSignatures.end(),
            [&](const CounterSignature& one) { return one.login == move.counterSigner; });
        if (move.counterSigner.empty() || isKnown || move.counterSigner == document.applicant
            || move.counterSigner == document.filer
            || signedElsewhere(document, move.counterSigner, step.kind))
            return fail(ErrorCode::RuleViolated, "document.counter_signer", move.counterSigner);
        step.counterSignatures.push_back({move.counterSigner, move.counterSignerName, std::nullopt, {}});
        return {};
    }

    void counterSign(Document& document, const DocumentMove& move, const DocumentActor& actor, Instant at)
    {
        DocumentStep& step = document.steps[document.step];
        const auto asked = std::find_if(step.counterSignatures.begin(), step.counterSignatures.end(),
            [&](const CounterSignature& one) { return one.login == actor.login; });
        CounterSignature& one
            = asked == step.counterSignatures.end() ? step.counterSignatures.emplace_back() : *asked;
        one = {actor.login, actor.name, at, move.opinion};
    }

} // namespace

DocumentMoment momentOf(const Document& before, const Document& after)
{
    if (before.state == after.state)
        return DocumentMoment::None;
    if (after.state == State::Closed)
        return DocumentMoment::Closed;
    if (after.state == State::Approved)
        return DocumentMoment::Approved;
    if (after.state == State::Executing && before.state == State::Approved)
        return DocumentMoment::Begun;
    if (after.state == State::InReview)
        return isApproved(before.state) ? DocumentMoment::Reopened : DocumentMoment::Filed;
    if (isOpen(before.state) && !isOpen(after.state))
        return DocumentMoment::Undone;
    return DocumentMoment::None;
}

Result<void> mayDo(const Document& document, const DocumentActor& actor, DocumentAction action)
{
    if (!fits(document.state, action))
        return fail(ErrorCode::RuleViolated, "document.not_in_state", standOf(document));
    switch (action) {
    case Action::Edit:
    case Action::File:
    case Action::Withdraw:
        if (!actor.may(Permission::FileDocuments) || !isOfUnit(document, actor)
            || (action == Action::Withdraw && !appliesFor(document, actor)))
            return fail(ErrorCode::Forbidden, "document.not_yours", document.no);
        return {};
    case Action::Approve:
    case Action::Reject:
    case Action::Return:
    case Action::AskCounterSign:
    case Action::CounterSign:
        return maySign(document, actor, action);
    case Action::Opinion:
        if (!actor.may(Permission::SignDocuments) && !actor.may(Permission::FileDocuments))
            return fail(ErrorCode::Forbidden, "document.not_yours", document.no);
        return {};
    case Action::Execute:
    case Action::SettleIncome:
    case Action::Close:
        if (!actor.may(Permission::SettleDocuments) || !isOfUnit(document, actor))
            return fail(ErrorCode::Forbidden, "document.not_yours", document.no);
        return {};
    }
    return fail(ErrorCode::Forbidden, "document.not_yours", document.no);
}

std::vector<DocumentAction> actionsOf(const Document& document, const DocumentActor& actor)
{
    std::vector<DocumentAction> out;
    for (const auto& action : kDocumentActions)
        if (mayDo(document, actor, action.value))
            out.push_back(action.value);
    return out;
}

void note(Document& document, const DocumentActor& actor, DocumentAction action, std::optional<StepKind> step,
    std::string text, Instant at)
{
    document.log.push_back({action, actor.login, actor.name, at, step, document.state, std::move(text)});
}

Result<void> addFacts(Document& document, const std::vector<Fact>& facts, DocumentStage stage, Day today)
{
    for (const Fact& fact : facts) {
        const FactRule* rule = DocumentData::current().findFact(document.kind, document.method, fact.name);
        if (!rule)
            return fail(ErrorCode::InvalidArgument, "document.fact_unknown", fact.name);
        if (rule->stage != stage)
            return fail(ErrorCode::RuleViolated, "document.fact_stage", fact.name);
        const bool isLine = std::any_of(document.lines.begin(), document.lines.end(),
            [&](const DocumentLine& line) { return line.no == fact.line; });
        if (rule->ofLine ? !isLine : fact.line != 0)
            return fail(ErrorCode::InvalidArgument, "document.line", std::to_string(fact.line));
        const auto value = canonical(*rule, fact.value);
        if (!value)
            return fail(value.error());
        if (tellsWhatWas(*rule) && parseDate(*value).value_or(today) > today)
            return fail(ErrorCode::RuleViolated, "document.day_ahead",
                termOf(document.kind, document.method, rule->fact) + " " + *value);
        document.setFact(fact.name, *value, fact.line);
    }
    return {};
}

Result<Document> filed(const Document& document, const DocumentActor& actor, const PlannedRoute& route,
    std::vector<std::string> warnings, Instant at)
{
    if (auto may = mayDo(document, actor, Action::File); !may)
        return fail(may.error());
    if (route.steps.empty())
        return fail(ErrorCode::RuleViolated, "document.no_step", route.rule.row);
    Document out = document;
    out.state = State::InReview;
    out.step = 0;
    out.steps.clear();
    for (const PlannedStep& step : route.steps)
        out.steps.push_back(blankStep(step.kind, step.coSigners));
    open(out.steps.front(), at);
    out.rule = route.rule;
    out.warnings = std::move(warnings);
    out.filer = actor.login;
    out.filedAt = at;
    out.approvalNo.clear();
    out.approvedOn.reset();
    note(out, actor, Action::File, std::nullopt, {}, at);
    return out;
}

Result<Document> moved(
    const Document& document, const DocumentMove& move, const DocumentActor& actor, Instant at)
{
    if (auto may = mayDo(document, actor, move.action); !may)
        return fail(may.error());
    Document out = document;
    std::optional<StepKind> step;
    if (document.state == State::InReview)
        step = document.steps[document.step].kind;
    Result<void> done;
    switch (move.action) {
    case Action::Approve:
        done = approve(out, move, actor, at);
        break;
    case Action::Reject:
        out.state = State::Rejected;
        break;
    case Action::Return:
        done = giveBack(out, move, at);
        break;
    case Action::Withdraw:
        out.state = State::Withdrawn;
        break;
    case Action::AskCounterSign:
        done = askCounterSign(out, move);
        break;
    case Action::CounterSign:
        counterSign(out, move, actor, at);
        break;
    case Action::Execute:
        out.state = State::Executing;
        done = addFacts(out, move.facts, DocumentStage::Execution, chinaDate(at));
        break;
    case Action::SettleIncome:
        done = addFacts(out, move.facts, DocumentStage::Income, chinaDate(at));
        break;
    case Action::Close:
        out.state = State::Closed;
        done = addFacts(out, move.facts, DocumentStage::Closing, chinaDate(at));
        break;
    case Action::Opinion:
    case Action::Edit:
    case Action::File:
        break;
    }
    if (!done)
        return fail(done.error());
    const bool needsReason = move.action == Action::Reject || move.action == Action::Return
        || move.action == Action::Opinion || move.action == Action::Withdraw;
    if (needsReason && move.opinion.empty())
        return fail(ErrorCode::RuleViolated, "document.reason_missing", document.no);
    note(out, actor, move.action, step,
        move.action == Action::AskCounterSign ? move.counterSigner : move.opinion, at);
    return out;
}

Document sentBack(const Document& document, const DocumentActor& actor, DocumentAction action,
    std::string reason, Instant at)
{
    Document out = document;
    out.state = State::InReview;
    out.step = out.steps.size() - 1;
    clear(out.steps.back());
    open(out.steps.back(), at);
    out.approvalNo.clear();
    out.approvedOn.reset();
    note(out, actor, action, out.steps.back().kind, std::move(reason), at);
    return out;
}

} // namespace guanwu
