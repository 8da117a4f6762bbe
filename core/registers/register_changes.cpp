#include "core/base/text_length.h"
#include "core/registers/register_service.h"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <set>

namespace guanwu {

namespace {

    constexpr int kNumberAttempts = 20;
    constexpr int kLogPage = 1'000;

    /// All of it: whoever may add events could otherwise push out those that keep him from a step.
    std::vector<RegisterEvent> wholeLog(RegisterRepository& store, RegisterEntryId entry)
    {
        std::vector<RegisterEvent> out;
        for (std::int64_t before = 0;;) {
            auto page = store.events(entry, before, kLogPage);
            const bool isLast = std::ssize(page) < kLogPage;
            std::move(page.begin(), page.end(), std::back_inserter(out));
            if (isLast)
                return out;
            before = out.back().id;
        }
    }

    std::vector<FieldDifference> differing(const RegisterEntry* before, const RegisterEntry& after)
    {
        std::set<std::string> fields;
        for (const auto& [field, value] : after.values)
            fields.insert(field);
        if (before)
            for (const auto& [field, value] : before->values)
                fields.insert(field);
        std::vector<FieldDifference> out;
        for (const std::string& field : fields) {
            const std::string was = before ? before->text(field) : std::string();
            if (was != after.text(field))
                out.push_back({field, was, after.text(field), {}, {}});
        }
        return out;
    }

    /// A state as errors name it, "gift.received": its name depends on the type.
    std::string namedState(const RegisterType& type, const RegisterState& state)
    {
        return std::string(type.token).append(".").append(state.token);
    }

    /// A rule that met a field names it with its type, "gift.received_on": its name depends on that too.
    Error named(const RegisterType& type, Error error)
    {
        if (!type.field(error.detail))
            return error;
        error.field = error.detail;
        error.detail = std::string(type.token).append(".").append(error.field);
        return error;
    }

    std::string numberOf(const std::string& prefix, std::int64_t serial)
    {
        char digits[8];
        std::snprintf(digits, sizeof digits, "%06d", static_cast<int>(serial % 1'000'000));
        return prefix + digits;
    }

    Result<void> needed(const RegisterType& type, const RegisterEntry& entry, const RegisterStep* step)
    {
        for (const RegisterField& field : type.fields) {
            if (step && isOneOfNames(step->needs, field.token) && entry.text(field.token).empty())
                return fail(ErrorCode::RuleViolated, "register.step_needs", std::string(field.token));
            if (!step && field.isRequired && entry.text(field.token).empty())
                return fail(ErrorCode::InvalidArgument, "register.required", std::string(field.token));
        }
        return {};
    }

    /// Whether the value may be given at all, before it is looked at.
    Result<void> mayBeGiven(const RegisterType& type, const RegisterField& field, const RegisterEntry& entry,
        const RegisterStep* step, bool isNew)
    {
        if (field.use == FieldUse::Computed || field.use == FieldUse::Effect)
            return fail(ErrorCode::InvalidArgument, "register.field_computed", std::string(field.token));
        const bool isOfStep
            = step && (isOneOfNames(step->needs, field.token) || isOneOfNames(step->takes, field.token));
        const bool isFirst = isNew || entry.state == type.states.front().token;
        if (step ? !isOfStep : field.use == FieldUse::ByStep || (field.use == FieldUse::First && !isFirst))
            return fail(ErrorCode::RuleViolated, "register.field_step", std::string(field.token));
        return {};
    }

} // namespace

/// What is made of a list of new entries, before any of it is stored.
struct RegisterService::Planning {
    std::vector<RegisterWrite> writes;
    std::set<std::string> claimed; ///< values of which there is one only
    std::map<std::string, std::pair<RegisterEntry, RegisterEntry>> parents; ///< as it was, as it becomes
    std::map<std::string, std::int64_t> serials; ///< the last one given, by prefix
};

Result<void> RegisterService::write(RegisterEntry& entry, const RegisterType& type, const RegisterStep* step,
    const std::vector<FieldValue>& fields, bool isNew) const
{
    for (const FieldValue& value : fields) {
        const RegisterField* field = type.field(value.field);
        if (!field)
            return fail(ErrorCode::InvalidArgument, "register.field_unknown", value.field);
        if (field->isRestricted && (!mayWriteRestricted(entry.kind) || value.value == kCovered))
            return fail(ErrorCode::Forbidden, "register.restricted", value.field);
        if (isNew && value.value.empty())
            continue;
        if (const auto may = mayBeGiven(type, *field, entry, step, isNew); !may)
            return may;
        auto text = registerText(*field, value.value);
        if (!text)
            return fail(text.error());
        entry.set(field->token, std::move(*text));
    }
    if (const RegisterField* link = type.cardLink(); link && !entry.text(link->token).empty())
        for (const RegisterField& field : type.fields)
            if (!field.card.empty() && !entry.text(field.token).empty())
                return fail(ErrorCode::RuleViolated, "register.from_card", std::string(field.token));
    return needed(type, entry, step);
}

Result<RegisterEntry> RegisterService::blank(
    const RegisterType& type, const NewRegisterEntry& given, std::optional<RegisterEntry>& parent)
{
    RegisterEntry entry;
    entry.kind = type.kind;
    entry.type = type.token;
    entry.state = type.states.front().token;
    if (type.parent.empty() != given.parent.empty())
        return fail(ErrorCode::InvalidArgument, "register.parent", std::string(type.parent));
    if (!type.parent.empty()) {
        if (!parent) {
            auto found = m_store.find(type.kind, given.parent);
            if (!found)
                return fail(found.error());
            parent = std::move(*found);
        }
        if (parent->type != type.parent)
            return fail(ErrorCode::InvalidArgument, "register.parent", std::string(type.parent));
        entry.parent = parent->id;
        entry.parentNo = parent->entryNo;
        entry.unit = parent->unit;
        entry.department = parent->department;
    } else if (given.unit.empty()) {
        if (type.unitNeed == UnitNeed::Required)
            return fail(ErrorCode::InvalidArgument, "register.unit");
    } else {
        auto unit = m_store.unit(given.unit);
        if (!unit)
            return fail(unit.error());
        entry.unit = std::move(*unit);
        if (!given.department.empty()) {
            auto department = m_store.department(UnitId {entry.unit.id}, given.department);
            if (!department)
                return fail(department.error());
            entry.department = std::move(*department);
        }
    }
    if (entry.unit.id != 0 && !m_scope.mayChange(UnitId {entry.unit.id}, DepartmentId {entry.department.id}))
        return fail(ErrorCode::Forbidden, "access.forbidden");
    return entry;
}

Result<void> RegisterService::checkUnique(
    const RegisterType& type, const RegisterEntry* before, const RegisterEntry& after, Planning* planning)
{
    for (const RegisterField& field : type.fields) {
        const std::string value = after.text(field.token);
        if (value.empty() || after.isVoid() || (before && before->text(field.token) == value))
            continue;
        if (field.value == RegisterValue::Asset)
            if (const auto card = m_store.card(value); !card)
                return fail(card.error());
        if (field.value != RegisterValue::Asset && field.value != RegisterValue::Plate)
            continue;
        const std::string claim = std::string(type.token) + '\n' + std::string(field.token) + '\n' + value;
        const bool isPending = planning && !planning->claimed.insert(claim).second;
        if (isPending || m_store.isTaken(type.token, field.token, value, after.id))
            return fail(ErrorCode::Conflict, "register.taken", value);
        if (field.value == RegisterValue::Plate && m_store.hasVehicleCard(value))
            return fail(ErrorCode::Conflict, "vehicle.has_card", value);
    }
    return {};
}

Result<void> RegisterService::checked(const RegisterType& type, const RegisterEntry* before,
    RegisterEntry& after, const RegisterStep* step, RegisterEntry* parent, Planning* planning)
{
    const bool isTakenIn = !parent
        || (!parent->isVoid() && (type.openParents.empty() || isOneOfNames(type.openParents, parent->state)));
    if (!isTakenIn && !after.isVoid())
        return fail(ErrorCode::RuleViolated, "register.parent_state", parent->entryNo);
    if (const auto unique = checkUnique(type, before, after, planning); !unique)
        return unique;
    std::vector<RegisterEntry> parts;
    if (before)
        parts = m_store.parts(before->id);
    if (after.isVoid()
        && std::any_of(parts.begin(), parts.end(), [](const RegisterEntry& part) { return !part.isVoid(); }))
        return fail(ErrorCode::RuleViolated, "register.parts_left", after.entryNo);
    std::vector<RegisterEntry> siblings;
    if (parent) {
        for (RegisterEntry& other : m_store.parts(parent->id))
            if (other.type == type.token && other.id != after.id)
                siblings.push_back(std::move(other));
        if (planning)
            for (const RegisterWrite& other : planning->writes)
                if (other.entry.parent == parent->id && other.entry.type == type.token)
                    siblings.push_back(other.entry);
    }
    std::vector<RegisterEvent> log;
    if (before && step)
        log = wholeLog(m_store, before->id);
    const RegisterChange change {before, after, step, parent, siblings, parts, log, m_user.login, today()};
    if (type.check)
        if (const auto sound = type.check(change); !sound)
            return sound;
    if (parent && type.effect)
        type.effect(change, *parent);
    return {};
}

RegisterWrite RegisterService::writeOf(const RegisterEntry* before, const RegisterEntry& after,
    const RegisterStep* step, const std::string& reason)
{
    RegisterEvent event;
    event.id = m_store.newId();
    event.kind = !before ? RegisterEventKind::Created
        : step           ? RegisterEventKind::Stepped
                         : RegisterEventKind::Changed;
    event.step = step ? std::string(step->token) : std::string();
    event.state = after.state;
    event.at = m_now();
    event.actor = m_user.login;
    event.reason = reason;
    event.revision = before ? before->revision + 1 : 1;
    event.fields = differing(before, after);
    return {after, std::move(event), before == nullptr};
}

/// What is in the books belongs where its card says; whether it may be entered there is asked here.
Result<void> RegisterService::settleUnit(const RegisterType& type, RegisterEntry& entry)
{
    const RegisterField* link = type.cardLink();
    if (link && !entry.text(link->token).empty()) {
        const auto card = m_store.card(entry.text(link->token));
        if (!card)
            return fail(card.error());
        entry.unit = card->unit;
        entry.department = card->department;
    }
    if (!m_scope.mayChange(UnitId {entry.unit.id}, DepartmentId {entry.department.id}))
        return fail(ErrorCode::Forbidden, "access.forbidden");
    return {};
}

Result<void> RegisterService::plan(
    RegisterKind kind, const NewRegisterEntry& given, const std::string& reason, Planning& planning)
{
    if (const auto fits = checkLengths({{reason, kLongestNote}}); !fits)
        return fits;
    const auto found = findRegisterType(kind, given.type);
    if (!found)
        return fail(found.error());
    const RegisterType& type = **found;
    if (const auto may = mayDo(type, type.doer); !may)
        return may;
    std::optional<RegisterEntry> parent;
    if (const auto known = planning.parents.find(given.parent); known != planning.parents.end())
        parent = known->second.second;
    auto entry = blank(type, given, parent);
    if (!entry)
        return fail(entry.error());
    entry->id = RegisterEntryId {m_store.newId()};
    if (const auto sound = write(*entry, type, nullptr, given.fields, true); !sound)
        return fail(named(type, sound.error()));
    if (const auto owned = settleUnit(type, *entry); !owned)
        return owned;
    const std::optional<RegisterEntry> parentBefore = parent;
    if (const auto sound = checked(type, nullptr, *entry, nullptr, parent ? &*parent : nullptr, &planning);
        !sound)
        return fail(named(type, sound.error()));
    if (parent)
        planning.parents.try_emplace(given.parent, *parentBefore, *parentBefore).first->second.second
            = std::move(*parent);
    const std::string prefix
        = std::string(type.numberPrefix) + "-" + std::to_string(static_cast<int>(today().year())) + "-";
    auto serial = planning.serials.find(prefix);
    if (serial == planning.serials.end()) {
        const std::string greatest = m_store.greatestNumber(prefix);
        const std::int64_t last = greatest.empty() ? 0 : std::stoll(greatest.substr(prefix.size()));
        serial = planning.serials.emplace(prefix, last).first;
    }
    entry->entryNo = numberOf(prefix, ++serial->second);
    planning.writes.push_back(writeOf(nullptr, *entry, nullptr, reason));
    return {};
}

Result<ShownEntry> RegisterService::create(
    RegisterKind kind, const NewRegisterEntry& given, const std::string& reason, WriteMode mode)
{
    for (int attempt = 0;; ++attempt) {
        Planning planning;
        if (const auto sound = plan(kind, given, reason, planning); !sound)
            return fail(sound.error());
        const RegisterEntry entry = planning.writes.front().entry;
        if (mode == WriteMode::DryRun)
            return shown(entry, seesRestricted(kind));
        for (const auto& [number, pair] : planning.parents)
            planning.writes.push_back(writeOf(&pair.first, pair.second, nullptr, reason));
        const auto done = m_store.store(planning.writes);
        if (done)
            return find(kind, entry.entryNo);
        // Somebody took the number, or changed the same parent: once more from what is there now.
        if (attempt == kNumberAttempts)
            return fail(done.error());
    }
}

Result<std::size_t> RegisterService::createAll(RegisterKind kind, std::span<const NewRegisterEntry> given,
    const std::string& reason, const Refused& refused, WriteMode mode)
{
    Planning planning;
    std::size_t refusals = 0;
    for (std::size_t i = 0; i < given.size(); ++i)
        if (const auto sound = plan(kind, given[i], reason, planning); !sound) {
            refused(i, sound.error());
            ++refusals;
        }
    if (refusals > 0 || mode == WriteMode::DryRun)
        return refusals;
    for (const auto& [number, pair] : planning.parents)
        planning.writes.push_back(writeOf(&pair.first, pair.second, nullptr, reason));
    if (const auto done = m_store.store(planning.writes); !done)
        return fail(done.error());
    return refusals;
}

Result<ShownEntry> RegisterService::changed(RegisterKind kind, const std::string& entryNo,
    std::int64_t revision, const RegisterStep* step, const std::vector<FieldValue>& fields,
    const std::string& reason, WriteMode mode)
{
    const auto before = m_store.find(kind, entryNo);
    if (!before)
        return fail(before.error());
    if (!m_scope.mayChange(UnitId {before->unit.id}, DepartmentId {before->department.id}))
        return fail(ErrorCode::Forbidden, "access.forbidden");
    if (before->revision != revision)
        return fail(ErrorCode::StaleRevision, "register.changed", entryNo);
    const RegisterType& type = typeOf(*before);
    const RegisterState* state = type.state(before->state);
    if (before->isVoid() || (!step && !state->isOpen))
        return fail(ErrorCode::RuleViolated, "register.closed", namedState(type, *state));
    if (const auto may = mayDo(type, step && step != &kVoidStep ? step->doer : type.doer); !may)
        return fail(may.error());
    if (step && step != &kVoidStep && !isOneOfNames(step->from, before->state))
        return fail(ErrorCode::RuleViolated, "register.step_from", namedState(type, *state));
    if (step && step->needsReason && reason.empty())
        return fail(ErrorCode::InvalidArgument, "register.reason");
    if (const auto fits = checkLengths({{reason, kLongestNote}}); !fits)
        return fail(fits.error());
    RegisterEntry after = *before;
    if (const auto sound = write(after, type, step, fields, false); !sound)
        return fail(named(type, sound.error()));
    if (step && !step->to.empty())
        after.state = step->to;
    std::optional<RegisterEntry> parent;
    if (before->parent.value != 0) {
        auto found = m_store.find(before->parent);
        if (!found)
            return fail(found.error());
        parent = std::move(*found);
    }
    const std::optional<RegisterEntry> parentBefore = parent;
    if (const auto sound = checked(type, &*before, after, step, parent ? &*parent : nullptr, nullptr); !sound)
        return fail(named(type, sound.error()));
    if (!step && after == *before)
        return shown(after, seesRestricted(kind));
    if (mode == WriteMode::DryRun)
        return shown(after, seesRestricted(kind));
    std::vector<RegisterWrite> writes {writeOf(&*before, after, step, reason)};
    // The parent's version makes two who change parts of it at once come one after the other.
    if (parent)
        writes.push_back(writeOf(&*parentBefore, *parent, nullptr, reason));
    if (const auto done = m_store.store(writes); !done)
        return fail(done.error());
    return find(kind, entryNo);
}

Result<ShownEntry> RegisterService::change(RegisterKind kind, const std::string& entryNo,
    std::int64_t revision, const std::vector<FieldValue>& fields, const std::string& reason, WriteMode mode)
{
    return changed(kind, entryNo, revision, nullptr, fields, reason, mode);
}

Result<ShownEntry> RegisterService::step(RegisterKind kind, const std::string& entryNo, std::int64_t revision,
    const std::string& step, const std::vector<FieldValue>& fields, const std::string& reason, WriteMode mode)
{
    const auto entry = m_store.find(kind, entryNo);
    if (!entry)
        return fail(entry.error());
    const RegisterStep* known = typeOf(*entry).step(step);
    if (!known)
        return fail(ErrorCode::InvalidArgument, "register.step", step);
    return changed(kind, entryNo, revision, known, fields, reason, mode);
}

} // namespace guanwu
