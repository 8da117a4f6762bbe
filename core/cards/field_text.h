#pragma once

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/registry/asset_card.h"
#include "core/values/calendar.h"

#include <charconv>
#include <concepts>
#include <string>
#include <type_traits>

// The values of a card as canonical text and back: what imports, the API and the history write.

namespace guanwu {

// Which table has the tokens of an enumeration.
[[nodiscard]] constexpr const auto& tokensOf(CardKind) { return kCardKinds; }
[[nodiscard]] constexpr const auto& tokensOf(ClassEdition) { return kClassEditions; }
[[nodiscard]] constexpr const auto& tokensOf(AcquisitionMethod) { return kAcquisitionMethods; }
[[nodiscard]] constexpr const auto& tokensOf(Structure) { return kStructures; }
[[nodiscard]] constexpr const auto& tokensOf(TitleState) { return kTitleStates; }
[[nodiscard]] constexpr const auto& tokensOf(FinalAccounts) { return kFinalAccounts; }
[[nodiscard]] constexpr const auto& tokensOf(LandNature) { return kLandNatures; }
[[nodiscard]] constexpr const auto& tokensOf(VehicleOrigin) { return kVehicleOrigins; }
[[nodiscard]] constexpr const auto& tokensOf(QuotaState) { return kQuotaStates; }
[[nodiscard]] constexpr const auto& tokensOf(OfficialUse) { return kOfficialUses; }
[[nodiscard]] constexpr const auto& tokensOf(GpsState) { return kGpsStates; }
[[nodiscard]] constexpr const auto& tokensOf(ValueType) { return kValueTypes; }
[[nodiscard]] constexpr const auto& tokensOf(BookedState) { return kBookedStates; }
[[nodiscard]] constexpr const auto& tokensOf(ProcurementForm) { return kProcurementForms; }
[[nodiscard]] constexpr const auto& tokensOf(UseDirection) { return kUseDirections; }
[[nodiscard]] constexpr const auto& tokensOf(DepreciationState) { return kDepreciationStates; }
[[nodiscard]] constexpr const auto& tokensOf(DepreciationMethod) { return kDepreciationMethods; }
[[nodiscard]] constexpr const auto& tokensOf(TagState) { return kTagStates; }
[[nodiscard]] constexpr const auto& tokensOf(SafetyGrade) { return kSafetyGrades; }
[[nodiscard]] constexpr const auto& tokensOf(UseState) { return kUseStates; }

[[nodiscard]] inline std::string fieldText(const std::string& text) { return text; }
[[nodiscard]] inline std::string fieldText(bool yes) { return yes ? "true" : "false"; }
[[nodiscard]] inline std::string fieldText(Money amount) { return amount.toYuanString(); }
[[nodiscard]] inline std::string fieldText(Area area) { return area.toString(); }
[[nodiscard]] inline std::string fieldText(Day day) { return day.ok() ? formatDate(day) : std::string(); }
template <std::integral Integer> [[nodiscard]] std::string fieldText(Integer value)
{
    return std::to_string(value);
}
template <class Enum>
requires std::is_enum_v<Enum>
[[nodiscard]] std::string fieldText(Enum value)
{
    return std::string(tokenRow(tokensOf(value), value).token);
}
template <class Value> [[nodiscard]] std::string fieldText(const std::optional<Value>& value)
{
    return value ? fieldText(*value) : std::string();
}

// The other way. Errors: those of the value, or card.value with the text.

[[nodiscard]] inline Result<void> setFieldText(std::string& field, const std::string& text)
{
    if (!isValidText(text))
        return fail(ErrorCode::InvalidArgument, "card.value", {});
    field = std::string(trimmed(text));
    return {};
}
[[nodiscard]] inline Result<void> setFieldText(bool& field, const std::string& text)
{
    if (text != "true" && text != "false" && !text.empty())
        return fail(ErrorCode::InvalidArgument, "card.value", text);
    field = text == "true";
    return {};
}
[[nodiscard]] inline Result<void> setFieldText(Money& field, const std::string& text)
{
    const auto parsed = text.empty() ? Result<Money>() : Money::parseYuan(text);
    return parsed ? (field = *parsed, Result<void>()) : fail(parsed.error());
}
[[nodiscard]] inline Result<void> setFieldText(Area& field, const std::string& text)
{
    const auto parsed = text.empty() ? Result<Area>() : Area::parse(text);
    return parsed ? (field = *parsed, Result<void>()) : fail(parsed.error());
}
[[nodiscard]] inline Result<void> setFieldText(Day& field, const std::string& text)
{
    const auto parsed = text.empty() ? Result<Day>() : parseDate(text);
    return parsed ? (field = *parsed, Result<void>()) : fail(parsed.error());
}
template <std::integral Integer>
[[nodiscard]] Result<void> setFieldText(Integer& field, const std::string& text)
{
    Integer value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (!text.empty() && (error != std::errc() || end != text.data() + text.size()))
        return fail(ErrorCode::InvalidArgument, "card.value", text);
    field = value;
    return {};
}
template <class Enum>
requires std::is_enum_v<Enum>
[[nodiscard]] Result<void> setFieldText(Enum& field, const std::string& text)
{
    const auto parsed = parseToken(tokensOf(Enum()), text, "card.value");
    return parsed ? (field = *parsed, Result<void>()) : fail(parsed.error());
}
template <class Value>
[[nodiscard]] Result<void> setFieldText(std::optional<Value>& field, const std::string& text)
{
    if (text.empty()) {
        field.reset();
        return {};
    }
    Value value {};
    if (auto set = setFieldText(value, text); !set)
        return set;
    field = value;
    return {};
}

} // namespace guanwu
