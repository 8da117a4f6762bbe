#pragma once

#include <span>
#include <string>

namespace guanwu {

class Session;

/// The first load of a table does without the indexes that only make questions quick, and gets them when its
/// rows are in. A piece of 5,000 rows touches some thousand pages of an index over days or amounts, each
/// written to the log and to the file again for every piece: sixteen bytes for each one that stays, at
/// 1,000,000 cards; built afterwards an index is sorted and written once. Their text is that of the
/// migrations, so nothing has to be remembered: whoever finds a load that was cut off makes what is missing.
/// Unique indexes stay.
///
/// SQLite only. Who imports into MariaDB may not change tables (security Y4), and its pages wait in the pool
/// of the server.
void dropIndexesOfEmpty(Session& session, std::span<const std::string> tables);
/// Each index in a transaction of its own; those that are there cost nothing.
void makeIndexes(Session& session, std::span<const std::string> tables);

} // namespace guanwu
