#pragma once

#include "core/access/scope.h"
#include "core/documents/document.h"
#include "core/inventory/inventory_task.h"
#include "reports/inventory/inventory_lines.h"

#include <map>
#include <memory>
#include <string>

namespace guanwu {

class Session;

// What the documents that followed from a count say of its findings: the columns of 盘亏表 and 盘盈表 that
// nobody types a second time.

/// By asset id: of the cards that were not found, the write-off that has them, if it is in the scope and did
/// not come to nothing.
using LossRecords = std::map<std::int64_t, std::shared_ptr<const Document>>;
[[nodiscard]] LossRecords lossRecords(Session& session, const Scope& scope, const CountedSheet& counted);

/// By the event of a surplus: the document by which it comes onto the books.
using SurplusRecords = std::map<std::string, std::shared_ptr<const Document>>;
[[nodiscard]] SurplusRecords surplusRecords(Session& session, const Scope& scope, SheetId sheet);

/// Takes over what the document says; what it does not say stays.
void takeFrom(const Document& loss, AssetId asset, ShortageLine& line);
void takeFrom(const Document& entry, SurplusLine& line);

} // namespace guanwu
