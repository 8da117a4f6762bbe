#pragma once

#include "core/access/scope.h"
#include "core/registers/register_repository.h"
#include "core/registers/register_type.h"

#include <functional>

namespace guanwu {

/// Who works with a register.
struct RegisterUser {
    std::string login;
    std::optional<Role> role; ///< nullopt = the command line, at the machine of the registry
};

/// Whether a role is a case reader of a register: sees its restricted fields. The command line is none.
[[nodiscard]] bool isCaseReader(RegisterKind kind, const std::optional<Role>& role, Day today);
/// The registers of which a role is a case reader.
[[nodiscard]] std::vector<RegisterKind> caseReaderOf(const std::optional<Role>& role, Day today);

struct NewRegisterEntry {
    std::string type; ///< empty = the main type
    std::string unit; ///< code; empty = a body outside the registry, or that of the parent
    std::string department; ///< name
    std::string parent; ///< number
    std::vector<FieldValue> fields;
};

/// An entry as somebody may see it: restricted fields covered, computed fields there, those of a card from
/// the card.
struct ShownEntry {
    RegisterEntry entry;
    std::vector<Error> findings;
};

enum class WriteMode : std::uint8_t { Store, DryRun };

/// What stands for a value that the reader may not see.
inline constexpr std::string_view kCovered = "***";

/// What the API and the command line do with the registers. Whether an entry may be changed is asked here.
class RegisterService {
public:
    RegisterService(
        RegisterRepository& store, const Scope& scope, RegisterUser user, std::function<Instant()> now)
        : m_store(store)
        , m_scope(scope)
        , m_user(std::move(user))
        , m_now(std::move(now))
    {
    }

    /// Errors: register.not_found.
    [[nodiscard]] Result<ShownEntry> find(RegisterKind kind, const std::string& entryNo);
    [[nodiscard]] Result<std::vector<ShownEntry>> page(
        RegisterKind kind, RegisterFilter filter, std::int64_t after, int limit);
    /// The newest first. Errors: register.not_found.
    [[nodiscard]] Result<std::vector<RegisterEvent>> history(
        RegisterKind kind, const std::string& entryNo, std::int64_t before, int limit);

    /// Errors: register.field_unknown, register.value, register.required, register.unit, register.other_role,
    /// access.forbidden, text.too_long, those of the type's own rules.
    [[nodiscard]] Result<ShownEntry> create(RegisterKind kind, const NewRegisterEntry& given,
        const std::string& reason, WriteMode mode = WriteMode::Store);
    /// Told of an entry that cannot be, by its place in the list.
    using Refused = std::function<void(std::size_t place, const Error& error)>;
    /// Several at once, in the order given: all or none. Returns how many were refused; then nothing is
    /// stored. Errors: register.number_taken, register.changed.
    [[nodiscard]] Result<std::size_t> createAll(RegisterKind kind, std::span<const NewRegisterEntry> given,
        const std::string& reason, const Refused& refused, WriteMode mode = WriteMode::Store);
    /// Corrects what no step has settled. Errors: as create(), register.changed, register.field_step,
    /// register.closed, register.from_card.
    [[nodiscard]] Result<ShownEntry> change(RegisterKind kind, const std::string& entryNo,
        std::int64_t revision, const std::vector<FieldValue>& fields, const std::string& reason,
        WriteMode mode = WriteMode::Store);
    /// Takes a step. Errors: as change(), register.step, register.step_from, register.step_needs,
    /// register.reason.
    [[nodiscard]] Result<ShownEntry> step(RegisterKind kind, const std::string& entryNo,
        std::int64_t revision, const std::string& step, const std::vector<FieldValue>& fields,
        const std::string& reason, WriteMode mode = WriteMode::Store);
    /// The entry with its restricted fields, which is noted in its history. Errors: register.restricted,
    /// register.reason, register.not_found.
    [[nodiscard]] Result<ShownEntry> reveal(
        RegisterKind kind, const std::string& entryNo, const std::string& reason);

    [[nodiscard]] Day today() const;
    /// The vehicles in the books as rows of the register of vehicles.
    [[nodiscard]] std::vector<ShownEntry> vehicleCards(std::int64_t after, int limit, std::int64_t& last);

private:
    [[nodiscard]] bool seesRestricted(RegisterKind kind) const;
    [[nodiscard]] bool mayWriteRestricted(RegisterKind kind) const;
    [[nodiscard]] Result<void> mayDo(const RegisterType& type, Doer doer) const;
    [[nodiscard]] ShownEntry shown(RegisterEntry entry, bool uncovered);
    void takeFromCard(RegisterEntry& entry);
    [[nodiscard]] Result<void> write(RegisterEntry& entry, const RegisterType& type, const RegisterStep* step,
        const std::vector<FieldValue>& fields, bool isNew) const;
    [[nodiscard]] Result<RegisterEntry> blank(
        const RegisterType& type, const NewRegisterEntry& given, std::optional<RegisterEntry>& parent);
    [[nodiscard]] Result<void> settleUnit(const RegisterType& type, RegisterEntry& entry);
    struct Planning;
    [[nodiscard]] Result<void> plan(
        RegisterKind kind, const NewRegisterEntry& given, const std::string& reason, Planning& planning);
    [[nodiscard]] Result<void> checked(const RegisterType& type, const RegisterEntry* before,
        RegisterEntry& after, const RegisterStep* step, RegisterEntry* parent, Planning* planning);
    [[nodiscard]] Result<void> checkUnique(const RegisterType& type, const RegisterEntry* before,
        const RegisterEntry& after, Planning* planning);
    [[nodiscard]] RegisterWrite writeOf(const RegisterEntry* before, const RegisterEntry& after,
        const RegisterStep* step, const std::string& reason);
    [[nodiscard]] Result<ShownEntry> changed(RegisterKind kind, const std::string& entryNo,
        std::int64_t revision, const RegisterStep* step, const std::vector<FieldValue>& fields,
        const std::string& reason, WriteMode mode);

    RegisterRepository& m_store;
    Scope m_scope;
    RegisterUser m_user;
    std::function<Instant()> m_now;
};

/// A vehicle in the books as a row of the register of vehicles; its number is that of the card.
[[nodiscard]] RegisterEntry entryOfCard(const RegisteredCard& card);

} // namespace guanwu
