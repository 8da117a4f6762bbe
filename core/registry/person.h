#pragma once

#include "core/values/ids.h"

#include <optional>
#include <string>

namespace guanwu {

/// Someone who uses, keeps or manages assets. Holds no identity number: no rule needs one.
struct Person {
    PersonId id;
    std::string code; ///< staff number, unique
    std::string name;
    UnitId unit;
    std::optional<DepartmentId> department;
    std::string rank; ///< 职级, picks the office limit
    std::string post; ///< 职务
    bool inPost = true;

    bool operator==(const Person&) const = default;
};

} // namespace guanwu
