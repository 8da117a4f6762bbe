#pragma once

#include "core/access/role.h"
#include "core/registers/register_entry.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace guanwu {

/// What a field of a register holds. Stored as canonical text, so that one table keeps all registers.
enum class RegisterValue : std::uint8_t {
    Text,
    Whole, ///< not negative
    Money,
    Area,
    Date,
    YesNo,
    Choice,
    Digests, ///< SHA-256 of photos and papers, hex, separated by ';'
    Asset, ///< number of the card that is the source of some fields; one entry a card
    Plate, ///< of a vehicle; once in the register, and not of a vehicle in the books
};

/// When a field may be written.
enum class FieldUse : std::uint8_t {
    Free, ///< as long as the entry is open
    First, ///< as long as no step was taken
    ByStep, ///< by a step that names it
    Effect, ///< by what hangs on the entry: a balance, who keeps it now
    Computed, ///< never stored
};

struct RegisterChoice {
    std::string_view token;
    std::string_view nameZh;
    std::string_view nameEn;
};

struct RegisterField {
    std::string_view token;
    std::string_view nameZh;
    std::string_view nameEn;
    RegisterValue value = RegisterValue::Text;
    FieldUse use = FieldUse::Free;
    bool isRequired = false; ///< of a new entry
    std::span<const RegisterChoice> choices {};
    std::string_view card {}; ///< the card's field that takes its place where the entry names a card
    bool isRestricted = false; ///< shown to the roles of the rule case_readers only
    int width = 12; ///< in a report, digits; 0 = not printed
    bool isPrice = false; ///< an amount for one of several: those of different things come to no sum
};

struct RegisterState {
    std::string_view token;
    std::string_view nameZh;
    std::string_view nameEn;
    bool isOpen = true; ///< values may be corrected
};

/// Who takes a step or enters something. The command line stands at the machine of the registry and may all.
enum class Doer : std::uint8_t {
    Anyone, ///< who may edit registers and change what is of the unit
    Unit, ///< clerks of the unit
    Section, ///< the section of the bureau that keeps the register
};

/// Lists of states and fields are separated by '|'.
struct RegisterStep {
    std::string_view token;
    std::string_view nameZh;
    std::string_view nameEn;
    std::string_view from;
    std::string_view to; ///< empty = the state stays
    std::string_view needs {}; ///< fields that must hold something afterwards
    std::string_view takes {}; ///< further fields that may come with it
    Doer doer = Doer::Anyone;
    bool needsReason = false;
};

/// One change, with all that a rule may ask about.
struct RegisterChange {
    const RegisterEntry* before = nullptr; ///< nullptr = it is new
    RegisterEntry& after;
    const RegisterStep* step = nullptr;
    const RegisterEntry* parent = nullptr; ///< what it hangs on
    std::span<const RegisterEntry> siblings {}; ///< others of its type on the same parent, void ones too
    std::span<const RegisterEntry> parts {}; ///< what hangs on it
    std::span<const RegisterEvent> log {}; ///< its history, the newest first
    std::string_view actor {};
    Day today {};
};

enum class UnitNeed : std::uint8_t {
    Required,
    Optional, ///< other bodies' things are rows without a unit; the sections of the bureau see them
};

/// A type of entry: fields, states and steps as data, and the few rules that are its own.
struct RegisterType {
    RegisterKind kind {};
    std::string_view token; ///< unique over all registers
    std::string_view nameZh;
    std::string_view nameEn;
    std::string_view numberPrefix;
    std::string_view parent {}; ///< type it hangs on; empty = it stands by itself
    UnitNeed unitNeed = UnitNeed::Required;
    Role section = Role::AssetSection;
    Doer doer = Doer::Anyone; ///< who enters and corrects it
    std::string_view openParents {}; ///< states in which its parent takes it; empty = every one but void
    std::vector<RegisterField> fields;
    std::vector<RegisterState> states; ///< the first is where an entry begins
    std::vector<RegisterStep> steps;
    /// What stands in the way of a change; nullptr = nothing.
    Result<void> (*check)(const RegisterChange& change) = nullptr;
    /// What is told and stands in nobody's way (rule R10), as of a day.
    std::vector<Error> (*findings)(const RegisterEntry& entry, Day today) = nullptr;
    /// The computed fields, as of a day.
    void (*compute)(RegisterEntry& entry, Day today) = nullptr;
    /// What a change of a part does to the parent.
    void (*effect)(const RegisterChange& change, RegisterEntry& parent) = nullptr;

    [[nodiscard]] const RegisterField* field(std::string_view token) const;
    [[nodiscard]] const RegisterState* state(std::string_view token) const;
    [[nodiscard]] const RegisterStep* step(std::string_view token) const;
    /// The field that names a card; nullptr = entries of this type have none.
    [[nodiscard]] const RegisterField* cardLink() const;
};

/// Every type, the main one of a register first.
[[nodiscard]] const std::vector<RegisterType>& registerTypes();
/// Errors: register.type.
[[nodiscard]] Result<const RegisterType*> findRegisterType(RegisterKind kind, std::string_view token);
[[nodiscard]] const RegisterType& mainType(RegisterKind kind);
[[nodiscard]] const RegisterType& typeOf(const RegisterEntry& entry);

/// State and step that every type has: nothing is deleted (rule R11).
inline constexpr RegisterState kVoidState {"void", "作废", "Void", false};
inline constexpr RegisterStep kVoidStep {"void", "作废", "Void", {}, "void", {}, {}, Doer::Anyone, true};

/// Canonical text of a value. Errors: register.value (detail: the field) and those of the value.
[[nodiscard]] Result<std::string> registerText(const RegisterField& field, std::string_view text);
/// As people read it: choices by name, yes and no in words.
[[nodiscard]] std::string shownText(const RegisterField& field, const std::string& value, bool inChinese);

} // namespace guanwu
