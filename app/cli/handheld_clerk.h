#pragma once

#include "app/cli/context.h"
#include "app/handheld/handheld.h"
#include "app/handheld/script.h"

#include <ostream>

namespace guanwu {

/// A clerk who does what a script says, and tells each thing after it was saved.
class HandheldClerk {
public:
    HandheldClerk(const CliContext& context, Handheld& handheld, std::ostream& out)
        : m_context(context)
        , m_handheld(handheld)
        , m_out(out)
    {
    }
    /// Stops at the first step that is refused; a sync that fails is told and passed over, as a clerk would.
    [[nodiscard]] ExitCode play(const std::vector<ScriptStep>& script);

private:
    [[nodiscard]] Result<void> play(const ScriptStep& step);
    [[nodiscard]] Result<void> sync();
    [[nodiscard]] std::optional<std::string> room() const;

    const CliContext& m_context;
    Handheld& m_handheld;
    std::ostream& m_out;
    std::string m_room;
    ExitCode m_exit = ExitCode::Done;
};

} // namespace guanwu
