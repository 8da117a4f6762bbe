#pragma once

#include "core/registers/register_repository.h"

namespace guanwu {

class Session;

// What is written of the registers, and the history that is never changed.

/// All or none. Errors: register.changed (StaleRevision), register.number_taken.
[[nodiscard]] Result<void> storeRegisterWrites(Session& session, std::span<const RegisterWrite> writes);
void storeRegisterEvent(Session& session, RegisterEntryId entry, const RegisterEvent& event);
[[nodiscard]] std::vector<RegisterEvent> readRegisterEvents(
    Session& session, RegisterEntryId entry, std::int64_t before, int limit);

} // namespace guanwu
