#pragma once

#include "core/access/account.h"

#include <filesystem>
#include <string>
#include <vector>

namespace guanwu {

class Session;

/// Of every demo account; printed with them. Never in a registry that holds anything real.
inline constexpr const char* kDemoPassword = "Guanwu-demo-2026";

/// One account for each role, so that the server of the demo registry can be tried at once. Those that are
/// there already stay as they are. Errors: secrets.key_file.
[[nodiscard]] Result<std::vector<Account>> demoAccounts(
    Session& session, const std::filesystem::path& keyFile, const std::string& unitCode);

} // namespace guanwu
