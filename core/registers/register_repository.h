#pragma once

#include "core/base/error.h"
#include "core/registers/register_entry.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace guanwu {

/// Which entries a list is to hold. Empty = all.
struct RegisterFilter {
    std::string type; ///< token
    std::string unit; ///< code
    std::string state;
    RegisterEntryId parent; ///< 0 = any
    std::string text; ///< a number, or part of a value that is not restricted
    std::vector<std::string> restricted; ///< fields that `text` must not look into
};

/// An entry as it is to be, with what is noted of it. `isNew` = there is none yet; else it is stored only if
/// the stored revision is still that of `entry`.
struct RegisterWrite {
    RegisterEntry entry;
    RegisterEvent event;
    bool isNew = false;
};

/// The registers that a scope reaches, as the store keeps them. What lies outside it is not there (security
/// X4).
class RegisterRepository {
public:
    virtual ~RegisterRepository() = default;

    /// Errors: register.not_found.
    [[nodiscard]] virtual Result<RegisterEntry> find(RegisterKind kind, const std::string& entryNo) = 0;
    [[nodiscard]] virtual Result<RegisterEntry> find(RegisterEntryId id) = 0;
    /// By id, those after an id.
    [[nodiscard]] virtual std::vector<RegisterEntry> page(
        const RegisterFilter& filter, std::int64_t after, int limit)
        = 0;
    /// What hangs on an entry, by id.
    [[nodiscard]] virtual std::vector<RegisterEntry> parts(RegisterEntryId parent) = 0;
    /// Whether another entry of the type that is not void holds the value, in the whole registry.
    [[nodiscard]] virtual bool isTaken(
        std::string_view type, std::string_view field, const std::string& value, RegisterEntryId except)
        = 0;
    /// Stores all with their events, or none. Errors: register.changed (StaleRevision),
    /// register.number_taken.
    [[nodiscard]] virtual Result<void> store(std::span<const RegisterWrite> writes) = 0;
    /// Adds an event without a change.
    virtual void note(RegisterEntryId entry, const RegisterEvent& event) = 0;
    /// In the order of the revisions, the newest first, those before an event (0 = from the newest on).
    [[nodiscard]] virtual std::vector<RegisterEvent> events(
        RegisterEntryId entry, std::int64_t before, int limit)
        = 0;
    /// The greatest number with the prefix in the whole registry; empty when there is none.
    [[nodiscard]] virtual std::string greatestNumber(const std::string& prefix) = 0;

    /// Errors: unit.not_found, department.not_found, card.not_found.
    [[nodiscard]] virtual Result<Reference> unit(const std::string& code) = 0;
    [[nodiscard]] virtual Result<Reference> department(UnitId unit, const std::string& name) = 0;
    [[nodiscard]] virtual Result<RegisteredCard> card(const std::string& assetNo) = 0;
    /// Whether a vehicle that is still in the books has the plate, in the whole registry.
    [[nodiscard]] virtual bool hasVehicleCard(const std::string& plateNo) = 0;
    /// The vehicles in the books that the scope reaches, by id, those after an id.
    [[nodiscard]] virtual std::vector<RegisteredCard> vehicleCards(std::int64_t after, int limit) = 0;
    [[nodiscard]] virtual std::int64_t newId() = 0;
};

} // namespace guanwu
