#include "core/books/class_key.h"

#include <charconv>

namespace guanwu {

namespace {

    constexpr std::int64_t kEditionStep = 1'000'000'000'000; ///< above the number of digits
    constexpr std::int64_t kDigitsStep = 10'000'000'000; ///< above the digits: codes of 1994 begin with zeros

} // namespace

std::int64_t classKeyOf(ClassEdition edition, std::string_view code)
{
    if (!hasFormOf(edition, code))
        return 0;
    if (code.front() == 'A')
        code.remove_prefix(1);
    std::int64_t digits = 0;
    std::from_chars(code.data(), code.data() + code.size(), digits);
    return static_cast<std::int64_t>(edition) * kEditionStep
        + static_cast<std::int64_t>(code.size()) * kDigitsStep + digits;
}

ClassOfKey classOfKey(std::int64_t key)
{
    if (key <= 0)
        return {};
    ClassOfKey out;
    out.edition = static_cast<ClassEdition>(key / kEditionStep);
    const std::string digits = std::to_string(key % kDigitsStep);
    const auto size = static_cast<std::size_t>(key % kEditionStep / kDigitsStep);
    out.code = (out.edition == ClassEdition::Edition2022 ? "A" : "")
        + std::string(size - std::min(size, digits.size()), '0') + digits;
    return out;
}

std::string bookClassOf(std::int64_t key)
{
    ClassOfKey of = classOfKey(key);
    if (of.edition == ClassEdition::Edition2010) {
        const LegacyClass* legacy = findClass2010(of.code);
        of.code = legacy ? legacy->successor : std::string();
    }
    if (of.code.size() != 9 || of.code.front() != 'A')
        return {};
    return of.code.substr(0, 3) + "000000";
}

} // namespace guanwu
