#include "core/registers/register_type.h"

#include "core/base/hex.h"
#include "core/base/text.h"
#include "core/registers/building_safety.h"
#include "core/registers/gifts.h"
#include "core/registers/housing.h"
#include "core/registers/low_value.h"
#include "core/registers/seized_goods.h"
#include "core/registers/vehicles.h"
#include "core/values/calendar.h"

#include <algorithm>
#include <charconv>

namespace guanwu {

namespace {

    constexpr std::size_t kLongest = 500; ///< characters of a text
    constexpr std::size_t kDigestLength = 64;
    constexpr std::size_t kMostDigests = 12;

    template <class Row> const Row* find(const std::vector<Row>& rows, std::string_view token)
    {
        const auto found
            = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.token == token; });
        return found == rows.end() ? nullptr : &*found;
    }

    bool isDigest(std::string_view text) { return text.size() == kDigestLength && onlyHexDigits(text); }

    bool areDigests(std::string_view text)
    {
        std::size_t count = 0;
        for (;;) {
            const auto end = text.find(';');
            if (!isDigest(text.substr(0, end)) || ++count > kMostDigests)
                return false;
            if (end == std::string_view::npos)
                return true;
            text.remove_prefix(end + 1);
        }
    }

    Result<std::string> choiceText(const RegisterField& field, const std::string& text)
    {
        for (const RegisterChoice& choice : field.choices)
            if (choice.token == text || choice.nameZh == text || choice.nameEn == text)
                return std::string(choice.token);
        return fail(ErrorCode::InvalidArgument, "register.value", std::string(field.token));
    }

    Result<std::string> wholeText(const RegisterField& field, const std::string& text)
    {
        std::int64_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || end != text.data() + text.size() || value < 0)
            return fail(ErrorCode::InvalidArgument, "register.value", std::string(field.token));
        return std::to_string(value);
    }

    template <class Value, class Print>
    Result<std::string> printed(const RegisterField& field, const Result<Value>& value, Print print)
    {
        if (!value)
            return fail(value.error().code, value.error().subject, std::string(field.token));
        return print(*value);
    }

} // namespace

const RegisterField* RegisterType::field(std::string_view wanted) const { return find(fields, wanted); }

const RegisterState* RegisterType::state(std::string_view wanted) const
{
    return wanted == kVoidState.token ? &kVoidState : find(states, wanted);
}

const RegisterStep* RegisterType::step(std::string_view wanted) const
{
    return wanted == kVoidStep.token ? &kVoidStep : find(steps, wanted);
}

const RegisterField* RegisterType::cardLink() const
{
    const auto found = std::find_if(fields.begin(), fields.end(),
        [](const RegisterField& field) { return field.value == RegisterValue::Asset; });
    return found == fields.end() ? nullptr : &*found;
}

const std::vector<RegisterType>& registerTypes()
{
    static const std::vector<RegisterType> types = [] {
        std::vector<RegisterType> all;
        for (const auto make :
            {vehicleTypes, giftTypes, seizedGoodsTypes, housingTypes, lowValueTypes, buildingSafetyTypes})
            for (RegisterType& type : make())
                all.push_back(std::move(type));
        return all;
    }();
    return types;
}

Result<const RegisterType*> findRegisterType(RegisterKind kind, std::string_view token)
{
    if (token.empty())
        return &mainType(kind);
    for (const RegisterType& type : registerTypes())
        if (type.kind == kind && type.token == token)
            return &type;
    return fail(ErrorCode::InvalidArgument, "register.type", std::string(token));
}

const RegisterType& mainType(RegisterKind kind)
{
    const auto& types = registerTypes();
    return *std::find_if(
        types.begin(), types.end(), [kind](const RegisterType& type) { return type.kind == kind; });
}

const RegisterType& typeOf(const RegisterEntry& entry)
{
    const auto& types = registerTypes();
    return *std::find_if(
        types.begin(), types.end(), [&](const RegisterType& type) { return type.token == entry.type; });
}

Result<std::string> registerText(const RegisterField& field, std::string_view given)
{
    if (!isValidText(given) || characterCount(given) > std::max(kLongest, kMostDigests * (kDigestLength + 1)))
        return fail(ErrorCode::InvalidArgument, "register.value", std::string(field.token));
    const std::string text(trimmed(given));
    if (text.empty())
        return text;
    switch (field.value) {
    case RegisterValue::Text:
    case RegisterValue::Asset:
    case RegisterValue::Plate:
        if (characterCount(text) > kLongest)
            return fail(ErrorCode::InvalidArgument, "register.value", std::string(field.token));
        return text;
    case RegisterValue::Whole:
        return wholeText(field, text);
    case RegisterValue::Money: {
        const auto money = Money::parseYuan(text);
        if (money && *money < Money())
            return fail(ErrorCode::InvalidArgument, "register.value", std::string(field.token));
        return printed(field, money, [](Money value) { return value.toYuanString(); });
    }
    case RegisterValue::Area:
        return printed(field, Area::parse(text), [](Area value) { return value.toString(); });
    case RegisterValue::Date:
        return printed(field, parseDate(text), formatDate);
    case RegisterValue::YesNo:
        if (text == "true" || text == "是" || text == "yes" || text == "1")
            return std::string("true");
        if (text == "false" || text == "否" || text == "no" || text == "0")
            return std::string("false");
        return fail(ErrorCode::InvalidArgument, "register.value", std::string(field.token));
    case RegisterValue::Choice:
        return choiceText(field, text);
    case RegisterValue::Digests:
        if (!areDigests(text))
            return fail(ErrorCode::InvalidArgument, "register.digest", std::string(field.token));
        return text;
    }
    return text;
}

std::string shownText(const RegisterField& field, const std::string& value, bool inChinese)
{
    if (field.value == RegisterValue::YesNo && !value.empty()) {
        const bool yes = value == "true";
        return inChinese ? (yes ? "是" : "否") : (yes ? "yes" : "no");
    }
    for (const RegisterChoice& choice : field.choices)
        if (choice.token == value)
            return std::string(inChinese ? choice.nameZh : choice.nameEn);
    return value;
}

} // namespace guanwu
