#pragma once

#include "core/registers/register_service.h"
#include "core/registers/vehicles.h"

#include <vector>

namespace guanwu {

/// A number that a register is asked for, as text: counts, amounts, "79.80%".
struct RegisterFigure {
    std::string token;
    std::string nameZh;
    std::string nameEn;
    std::string value;
};

/// The figures of a register within the scope of the service.
[[nodiscard]] std::vector<RegisterFigure> registerFigures(
    RegisterService& service, RegisterKind kind, const RegisterFilter& filter);

/// Vehicles and quotas by unit and kind within the scope of the service.
[[nodiscard]] Fleet countFleet(RegisterService& service, const RegisterFilter& filter);

/// Counts the entries of a type by state and by what there is to say of them.
class StateCounter {
public:
    explicit StateCounter(const RegisterType& type);
    void add(const ShownEntry& entry);
    void tell(std::vector<RegisterFigure>& out) const;

private:
    const RegisterType& m_type;
    std::int64_t m_total = 0;
    std::int64_t m_withFindings = 0;
    std::vector<std::int64_t> m_states;
};

} // namespace guanwu
