#pragma once

#include "reports/writers/write_report.h"

namespace guanwu {

class Session;

/// The same output of a report that also bears the newest anchor of the audit trail, if people sign it: the
/// paper is then out of the reach of whoever administers the database (security A3). The anchor is read here,
/// before any row is.
[[nodiscard]] ReportOutput withAnchor(Session& session, ReportOutput output);

} // namespace guanwu
