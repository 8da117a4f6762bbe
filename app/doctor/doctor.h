#pragma once

#include "app/text/language.h"
#include "core/base/token_table.h"
#include "core/values/instant.h"

#include <filesystem>
#include <string>
#include <vector>

namespace guanwu {

class Session;

enum class Health : std::uint8_t { Ok, Warning, Error };

inline constexpr TokenTable<Health, 3> kHealths {{
    {Health::Ok, "ok", "正常", "Well"},
    {Health::Warning, "warning", "注意", "Warning"},
    {Health::Error, "error", "错误", "Error"},
}};
static_assert(isDense(kHealths));

/// One thing that was looked at.
struct HealthCheck {
    Health health = Health::Ok;
    std::string subject; ///< a stable name, such as "disk"
    Text text; ///< what is wrong and what to do, or that it is well
    std::string detail; ///< figures and paths
};

struct DoctorQuestions {
    std::filesystem::path registryFile; ///< empty unless the registry is a file
    std::filesystem::path keyFile; ///< of the password hashes; empty = not known
    std::filesystem::path readerProgram;
    Instant now;
};

/// Looks at the store and at what the program needs around it; changes nothing. Reads the whole store.
[[nodiscard]] std::vector<HealthCheck> examine(Session& session, const DoctorQuestions& questions);

} // namespace guanwu
