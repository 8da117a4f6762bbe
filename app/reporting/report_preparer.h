#pragma once

#include "core/access/scope.h"
#include "reports/report_request.h"

namespace guanwu {

class Session;

/// 编制单位 where nobody said one: of a report of one unit that unit; of what a unit or a department reaches
/// the unit; of the city whom the configuration names, else the office administration as the register of
/// units has it, else the section whose duty reports are. Never empty.
[[nodiscard]] std::string preparerOf(Session& session, const Scope& scope, const ReportRequest& request);

} // namespace guanwu
