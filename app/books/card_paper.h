#pragma once

#include "core/access/scope.h"
#include "core/base/error.h"
#include "reports/books/book_reports.h"

#include <chrono>
#include <string>

namespace guanwu {

class Session;

/// 固定资产卡片 (report 10.1) at the end of a month: what the card says, what became of the thing, and its
/// tag. The unit of the card makes it where the head names nobody. Errors: card.not_found.
[[nodiscard]] Result<StreamedReport> cardPaper(Session& session, const Scope& scope,
    const std::string& assetNo, std::chrono::year_month month, BookHead head);

} // namespace guanwu
