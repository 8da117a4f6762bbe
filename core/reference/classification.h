#pragma once

#include "core/base/token_table.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace guanwu {

/// Which edition of GB/T 14885 a class code belongs to. The same look means other things in another edition,
/// so the edition is stored with every code.
enum class ClassEdition : std::uint8_t { Edition2022, Edition2010, Edition1994 };

inline constexpr TokenTable<ClassEdition, 3> kClassEditions {{
    {ClassEdition::Edition2022, "2022", "2022版", "2022 edition"},
    {ClassEdition::Edition2010, "2010", "2010版", "2010 edition"},
    {ClassEdition::Edition1994, "1994", "1994版", "1994 edition"},
}};
static_assert(isDense(kClassEditions));

/// A class of the 2022 edition: A and eight digits, four levels of two digits, 00 pads unused levels.
struct ClassCode {
    std::string code;
    std::string parent;
    int level = 0;
    std::string nameZh;
    std::string nameEn;
    std::string unitOfMeasure;
    bool leaf = true;
};

/// The classes of GB/T 14885-2022 as the finance ministry's list gives them; the standard has a few more.
class Classification {
public:
    [[nodiscard]] static const Classification& edition2022();

    /// nullptr for an unknown code. The answer lives as long as the program.
    [[nodiscard]] const ClassCode* find(std::string_view code) const;
    /// Whether a card may bear the code: a leaf, or level 3 (fields 1).
    [[nodiscard]] bool isUsable(std::string_view code) const;
    /// The Chinese name of a class; empty for an unknown code.
    [[nodiscard]] std::string_view nameOf(std::string_view code) const;
    /// The level-1 class (门类) a code belongs to: A02010105 is in A02000000; nullptr for an unknown code.
    [[nodiscard]] const ClassCode* topClassOf(std::string_view code) const;
    [[nodiscard]] std::size_t size() const { return m_codes.size(); }

private:
    Classification();
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view> {}(text); }
    };
    std::unordered_map<std::string, ClassCode, Hash, std::equal_to<>> m_codes;
};

/// A class of an edition before 2022, with where it went.
struct LegacyClass {
    std::string code;
    std::string nameZh;
    std::string successor; ///< the class of the 2022 edition named first for it, empty where none is named
    std::string note;
};

/// The second-level class of the 2010 edition that a 7-digit code belongs to: 2030102 is in 2030000,
/// vehicles. nullptr for codes the table does not hold.
[[nodiscard]] const LegacyClass* findClass2010(std::string_view code);

/// What a code that looks like one of 2022 meant in the procurement catalogue of 2013: A02010104 was a
/// desktop computer and is a server. nullptr = it meant nothing else, as far as the table knows.
[[nodiscard]] const LegacyClass* findClass2013(std::string_view code);

/// Whether a code has the form of its edition: 2022 A and 8 digits, 2010 7 digits, 1994 6 to 9 digits.
[[nodiscard]] bool hasFormOf(ClassEdition edition, std::string_view code);

} // namespace guanwu
