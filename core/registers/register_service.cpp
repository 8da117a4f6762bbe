#include "core/registers/register_service.h"

#include "core/base/text_length.h"
#include "core/cards/card_fields.h"
#include "core/registers/register_rules.h"

namespace guanwu {

Day RegisterService::today() const { return chinaDate(m_now()); }

bool isCaseReader(RegisterKind kind, const std::optional<Role>& role, Day today)
{
    if (!role)
        return false;
    const RegisterRule* readers
        = RegisterRules::current().find(tokenRow(kRegisterKinds, kind).token, "case_readers", "", today);
    return readers && isOneOfNames(readers->value, tokenRow(kRoles, *role).token);
}

std::vector<RegisterKind> caseReaderOf(const std::optional<Role>& role, Day today)
{
    std::vector<RegisterKind> out;
    for (const auto& kind : kRegisterKinds)
        if (isCaseReader(kind.value, role, today))
            out.push_back(kind.value);
    return out;
}

bool RegisterService::seesRestricted(RegisterKind kind) const
{
    return isCaseReader(kind, m_user.role, today());
}

bool RegisterService::mayWriteRestricted(RegisterKind kind) const
{
    return !m_user.role || seesRestricted(kind);
}

Result<void> RegisterService::mayDo(const RegisterType& type, Doer doer) const
{
    if (!m_user.role)
        return {};
    const bool isClerk = *m_user.role == Role::UnitClerk || *m_user.role == Role::DepartmentClerk;
    const bool isSection = *m_user.role == type.section;
    if ((isClerk && doer != Doer::Section) || (isSection && doer != Doer::Unit))
        return {};
    return fail(ErrorCode::RuleViolated, "register.other_role",
        doer == Doer::Unit ? std::string(tokenRow(kRoles, Role::UnitClerk).token)
                           : std::string(tokenRow(kRoles, type.section).token));
}

void RegisterService::takeFromCard(RegisterEntry& entry)
{
    const RegisterType& type = typeOf(entry);
    const RegisterField* link = type.cardLink();
    if (!link || entry.text(link->token).empty())
        return;
    const auto card = m_store.card(entry.text(link->token));
    if (!card)
        return;
    for (const RegisterField& field : type.fields)
        if (!field.card.empty())
            entry.set(field.token, findCardField(field.card)->read(*card));
    // A card that has left the books takes its entry along: the last state of such types says so.
    if (card->card.useState >= UseState::WrittenOff && !entry.isVoid())
        entry.state = type.states.back().token;
}

ShownEntry RegisterService::shown(RegisterEntry entry, bool uncovered)
{
    const RegisterType& type = typeOf(entry);
    takeFromCard(entry);
    if (type.compute)
        type.compute(entry, today());
    std::vector<Error> findings;
    if (type.findings && !entry.isVoid())
        findings = type.findings(entry, today());
    if (!uncovered)
        for (const RegisterField& field : type.fields)
            if (field.isRestricted && !entry.text(field.token).empty())
                entry.set(field.token, std::string(kCovered));
    return {std::move(entry), std::move(findings)};
}

Result<ShownEntry> RegisterService::find(RegisterKind kind, const std::string& entryNo)
{
    auto entry = m_store.find(kind, entryNo);
    if (!entry)
        return fail(entry.error());
    return shown(std::move(*entry), seesRestricted(kind));
}

Result<std::vector<ShownEntry>> RegisterService::page(
    RegisterKind kind, RegisterFilter filter, std::int64_t after, int limit)
{
    const auto type = findRegisterType(kind, filter.type);
    if (!type)
        return fail(type.error());
    filter.type = (*type)->token;
    const bool sees = seesRestricted(kind);
    if (!sees)
        for (const RegisterField& field : (*type)->fields)
            if (field.isRestricted)
                filter.restricted.emplace_back(field.token);
    std::vector<ShownEntry> out;
    for (RegisterEntry& entry : m_store.page(filter, after, limit))
        out.push_back(shown(std::move(entry), sees));
    return out;
}

Result<std::vector<RegisterEvent>> RegisterService::history(
    RegisterKind kind, const std::string& entryNo, std::int64_t before, int limit)
{
    const auto entry = m_store.find(kind, entryNo);
    if (!entry)
        return fail(entry.error());
    auto events = m_store.events(entry->id, before, limit);
    if (seesRestricted(kind))
        return events;
    const RegisterType& type = typeOf(*entry);
    for (RegisterEvent& event : events)
        for (FieldDifference& field : event.fields)
            if (const RegisterField* known = type.field(field.field); known && known->isRestricted)
                for (std::string* text : {&field.before, &field.after})
                    if (!text->empty())
                        *text = kCovered;
    return events;
}

Result<ShownEntry> RegisterService::reveal(
    RegisterKind kind, const std::string& entryNo, const std::string& reason)
{
    if (!mayWriteRestricted(kind))
        return fail(ErrorCode::Forbidden, "register.restricted", entryNo);
    if (reason.empty())
        return fail(ErrorCode::InvalidArgument, "register.reason");
    if (const auto fits = checkLengths({{reason, kLongestNote}}); !fits)
        return fail(fits.error());
    auto entry = m_store.find(kind, entryNo);
    if (!entry)
        return fail(entry.error());
    RegisterEvent event;
    event.id = m_store.newId();
    event.kind = RegisterEventKind::Read;
    event.state = entry->state;
    event.at = m_now();
    event.actor = m_user.login;
    event.reason = reason;
    event.revision = entry->revision;
    m_store.note(entry->id, event);
    return shown(std::move(*entry), true);
}

std::vector<ShownEntry> RegisterService::vehicleCards(std::int64_t after, int limit, std::int64_t& last)
{
    std::vector<ShownEntry> out;
    for (const RegisteredCard& card : m_store.vehicleCards(after, limit)) {
        last = card.card.id.value;
        RegisterEntry entry = entryOfCard(card);
        const RegisterType& type = typeOf(entry);
        ShownEntry row {std::move(entry), {}};
        if (type.compute)
            type.compute(row.entry, today());
        if (type.findings)
            row.findings = type.findings(row.entry, today());
        out.push_back(std::move(row));
    }
    return out;
}

RegisterEntry entryOfCard(const RegisteredCard& card)
{
    const RegisterType& type = mainType(RegisterKind::Vehicles);
    RegisterEntry entry;
    entry.kind = type.kind;
    entry.type = type.token;
    entry.entryNo = card.card.assetNo;
    entry.unit = card.unit;
    entry.department = card.department;
    entry.state = type.states.front().token;
    entry.set("asset_no", card.card.assetNo);
    for (const RegisterField& field : type.fields)
        if (!field.card.empty())
            entry.set(field.token, findCardField(field.card)->read(card));
    return entry;
}

} // namespace guanwu
