#pragma once

#include "core/access/role.h"
#include "core/base/token_table.h"
#include "core/values/ids.h"

namespace guanwu {

/// Whose records somebody reads and changes. Made from fresh rights for each request and handed to every
/// repository (design decision 9, security X1).
class Scope {
public:
    enum class Reach : std::uint8_t { Nothing, Department, Unit, UnitAndSubordinates, Everything };

    constexpr Scope() = default; ///< nothing
    /// For the sections of the bureau, and for commands on the machine of the registry.
    [[nodiscard]] static constexpr Scope everything() { return {Reach::Everything, {}, {}}; }
    [[nodiscard]] static constexpr Scope ofUnit(UnitId unit) { return {Reach::Unit, unit, {}}; }
    /// Reads what the units below it keep too, and changes only what is its own.
    [[nodiscard]] static constexpr Scope ofUnitAndSubordinates(UnitId unit)
    {
        return {Reach::UnitAndSubordinates, unit, {}};
    }
    [[nodiscard]] static constexpr Scope ofDepartment(UnitId unit, DepartmentId department)
    {
        return {Reach::Department, unit, department};
    }
    /// What a role sees that was granted for a unit and a department; an id of 0 stands for none.
    [[nodiscard]] static constexpr Scope of(Role role, UnitId unit, DepartmentId department)
    {
        if (isAdministrator(role))
            return {};
        if (isCityWide(role) || (role == Role::Finance && unit.value == 0))
            return everything();
        if (role == Role::DepartmentClerk)
            return ofDepartment(unit, department);
        return role == Role::AssetOfficer ? ofUnitAndSubordinates(unit) : ofUnit(unit);
    }

    [[nodiscard]] constexpr Reach reach() const { return m_reach; }
    [[nodiscard]] constexpr UnitId unit() const { return m_unit; }
    [[nodiscard]] constexpr DepartmentId department() const { return m_department; }

    /// Whether a record of this unit and department may be changed. A record that moves is asked about twice,
    /// for where it comes from and where it goes (security X2).
    [[nodiscard]] constexpr bool mayChange(UnitId unit, DepartmentId department) const
    {
        switch (m_reach) {
        case Reach::Nothing:
            return false;
        case Reach::Department:
            return unit == m_unit && department == m_department;
        case Reach::Unit:
        case Reach::UnitAndSubordinates:
            return unit == m_unit;
        case Reach::Everything:
            return true;
        }
        return false;
    }

    constexpr bool operator==(const Scope&) const = default;

private:
    constexpr Scope(Reach reach, UnitId unit, DepartmentId department)
        : m_reach(reach)
        , m_unit(unit)
        , m_department(department)
    {
    }

    Reach m_reach = Reach::Nothing;
    UnitId m_unit;
    DepartmentId m_department;
};

inline constexpr TokenTable<Scope::Reach, 5> kReaches {{
    {Scope::Reach::Nothing, "nothing", "无", "Nothing"},
    {Scope::Reach::Department, "department", "本部门", "A department"},
    {Scope::Reach::Unit, "unit", "本单位", "A unit"},
    {Scope::Reach::UnitAndSubordinates, "unit_and_subordinates", "本单位及所属单位",
        "A unit and those below it"},
    {Scope::Reach::Everything, "everything", "全市", "The city"},
}};
static_assert(isDense(kReaches));

} // namespace guanwu
