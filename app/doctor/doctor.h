#pragma once

#include "app/text/language.h"
#include "core/values/instant.h"

#include <filesystem>
#include <string>
#include <vector>

namespace guanwu {

class Session;

enum class Health { Ok, Warning, Error };

/// One thing that was looked at.
struct Finding {
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
[[nodiscard]] std::vector<Finding> examine(Session& session, const DoctorQuestions& questions);

} // namespace guanwu
