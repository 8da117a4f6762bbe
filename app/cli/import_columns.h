#pragma once

#include "app/cli/context.h"
#include "app/exchange/columns.h"

namespace guanwu {

/// The columns of a kind, a line each: our name, the headings that offices use for it, whether it is
/// required.
ExitCode printColumns(const CliContext& context, ImportKind kind);

} // namespace guanwu
