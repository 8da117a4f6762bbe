#pragma once

#include "schema/bulk/bulk.h"
#include "schema/bulk/row_copies.h"

#include <memory>
#include <string>
#include <vector>

namespace guanwu {

class Session;

/// A table as it stands in the store. Both dialects have the same tables and columns, so that rows of one can be
/// loaded into the other.
struct RegistryTable {
    std::string name;
    std::vector<std::string> columns;
    std::vector<ColumnKind> kinds; ///< of the columns
    std::vector<std::string> key; ///< of its rows; they are read in its order, which both dialects agree on

    /// "a,b,c", as the bulk path wants them.
    [[nodiscard]] std::string columnList() const;
    [[nodiscard]] std::unique_ptr<RowStream> rows(Bulk& bulk) const;
    [[nodiscard]] std::int64_t count(Bulk& bulk) const;
};

/// Every table but the history of the schema, by name.
[[nodiscard]] std::vector<RegistryTable> registryTables(Session& session);

} // namespace guanwu
