#pragma once

#include "core/base/error.h"
#include "core/cards/registered_card.h"

#include <span>
#include <string>
#include <vector>

namespace guanwu {

/// A unit as a new card needs it.
struct UnitReference {
    Reference unit;
    OrgType orgType = OrgType::Administrative;
};

/// A card before and after a change, with what is noted of it. `after.card.revision` is still that of
/// `before`.
struct ChangedCard {
    RegisteredCard after;
    CardEvent event;
    bool valuesChanged = false; ///< a document changed what it is worth or how it is depreciated
};

/// The cards that a scope reaches, as the store keeps them. What lies outside it is not there: every look-up
/// of something foreign answers as for something missing (security X4).
class CardRepository {
public:
    virtual ~CardRepository() = default;

    /// Errors: card.not_found.
    [[nodiscard]] virtual Result<RegisteredCard> find(const std::string& assetNo) = 0;
    /// Those of the numbers that are there, in the order of their ids.
    [[nodiscard]] virtual std::vector<RegisteredCard> findAll(std::span<const std::string> assetNos) = 0;
    /// Stores a new card and its event together. Errors: card.number_taken.
    [[nodiscard]] virtual Result<void> insert(const RegisteredCard& card, const CardEvent& event) = 0;
    /// Stores all with their events, or none. Each only if its stored revision is still the one it has; else
    /// StaleRevision card.changed, with the number.
    [[nodiscard]] virtual Result<void> update(std::span<const ChangedCard> cards) = 0;
    /// The events of a card in the order of its revisions, the newest first, those before an event
    /// (0 = from the newest on).
    [[nodiscard]] virtual std::vector<CardEvent> history(AssetId asset, std::int64_t before, int limit) = 0;

    /// For what is new: a unit that a reform ended takes nothing. Errors: unit.not_found, unit.ended.
    [[nodiscard]] virtual Result<UnitReference> unit(const std::string& code) = 0;
    /// Errors: department.not_found.
    [[nodiscard]] virtual Result<Reference> department(UnitId unit, const std::string& name) = 0;
    /// Errors: person.not_found.
    [[nodiscard]] virtual Result<Reference> person(const std::string& code) = 0;
    /// Errors: place.not_found.
    [[nodiscard]] virtual Result<Reference> place(const std::string& code) = 0;
    /// The greatest asset number with the prefix of kind and year, in the whole registry; empty when there is
    /// none.
    [[nodiscard]] virtual std::string greatestNumber(const std::string& prefix) = 0;
    [[nodiscard]] virtual std::int64_t newId() = 0;
};

} // namespace guanwu
