#pragma once

#include "app/handheld/server_api.h"

#include <string_view>

namespace guanwu {

// The answers of docs/api.md as values. Each is nullopt when the text is no such answer: a network's log-in
// page, something cut off, or another program.

[[nodiscard]] std::optional<std::string> deviceIn(std::string_view json);
[[nodiscard]] std::optional<HandheldLogin> loginIn(std::string_view json);
/// The name of a task.
[[nodiscard]] std::optional<std::string> taskNameIn(std::string_view json);
[[nodiscard]] std::optional<std::vector<HeldSheet>> sheetsIn(std::string_view json, std::string& next);
[[nodiscard]] std::optional<BookPage> bookPageIn(std::string_view json);
[[nodiscard]] std::optional<NumberPage> numberPageIn(std::string_view json);
[[nodiscard]] std::optional<OthersPage> othersPageIn(std::string_view json);
[[nodiscard]] std::optional<ServerHolding> serverHoldingIn(std::string_view json);
/// Only with exactly so many outcomes, all of them known.
[[nodiscard]] std::optional<BatchAnswer> batchAnswerIn(std::string_view json, std::size_t events);
[[nodiscard]] std::optional<std::string> photoHashIn(std::string_view json);
/// What a refusal says of itself.
[[nodiscard]] std::optional<Error> refusalIn(std::string_view json);

[[nodiscard]] std::string enrolmentJson(
    const std::string& code, const std::string& name, const std::string& publicKey);
[[nodiscard]] std::string logInJson(
    const std::string& login, const std::string& password, const std::string& device);
[[nodiscard]] std::string changePasswordJson(const std::string& old, const std::string& fresh);

} // namespace guanwu
