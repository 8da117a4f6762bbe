#pragma once

#include "core/base/error.h"
#include "core/cards/registered_card.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

/// How a field may come to another value once the card is there.
enum class FieldChange : std::uint8_t {
    Free,
    WithSlip, ///< moves values or duties: a document with papers and an approval changes it (rule R3)
    Never,
};

/// One of the values that a field of an enumeration or a flag may have, as texts.
struct FieldChoice {
    std::string_view token;
    std::string_view nameZh;
    std::string_view nameEn;
};

/// A field of the card as imports, the API and the history name it. The list is fixed: what is not in it can
/// be neither set nor changed (security X3).
struct CardField {
    std::string_view token;
    std::string_view nameZh;
    std::string_view nameEn;
    FieldChange change = FieldChange::Free;
    std::size_t longest = 0; ///< characters

    /// Canonical text, empty for nothing.
    std::string (*read)(const RegisteredCard& card) = nullptr;
    /// Errors: those of the value, card.field_of_other_kind, card.value (not one of the values of the field).
    /// nullptr for references, which only the store can look up.
    Result<void> (*write)(RegisteredCard& card, const std::string& text) = nullptr;
    /// nullptr where the field is no reference.
    Reference RegisteredCard::*reference = nullptr;
    /// All that it may be, in the order of its table; empty where anything may be written.
    std::span<const FieldChoice> choices;

    /// The choice that a canonical text stands for; nullptr: there is none.
    [[nodiscard]] const FieldChoice* choice(std::string_view text) const;
    /// What the office calls a canonical text of the field: 在用 for in_use, 是 for true. Other texts, and
    /// what is no value of the field, as they are.
    [[nodiscard]] std::string_view shown(std::string_view text) const;
};

/// In the order of the card.
[[nodiscard]] std::span<const CardField> cardFields();
[[nodiscard]] const CardField* findCardField(std::string_view token);

/// Points the card at something, or with an empty reference at nothing.
void setReference(RegisteredCard& card, const CardField& field, Reference target);

/// What two versions of a card differ in.
[[nodiscard]] std::vector<FieldDifference> differences(
    const RegisteredCard& before, const RegisteredCard& after);

} // namespace guanwu
