#include "schema/repositories/asset_numbers.h"

#include "schema/connection/session.h"
#include "schema/connection/storage_error.h"

#include <soci/soci.h>

namespace guanwu {

std::string greatestAssetNo(Session& session, const std::string& first, const std::string& last)
{
    return guarded("find the last number", [&] {
        std::string greatest;
        soci::indicator found = soci::i_null;
        session.sql() << "SELECT MAX(asset_no) FROM asset WHERE asset_no >= :first AND asset_no <= :last AND "
                         "LENGTH(asset_no) = 12",
            soci::use(first, "first"), soci::use(last, "last"), soci::into(greatest, found);
        return found == soci::i_ok ? greatest : std::string();
    });
}

std::vector<NumberRun> issuedNumbers(Session& session, const std::string& after, std::size_t most)
{
    // A client of MariaDB holds a whole answer.
    constexpr long long kPiece = 50'000;
    return guarded("read the numbers that were given", [&] {
        NumberRuns out;
        std::string last = after;
        for (long long rows = kPiece; rows == kPiece;) {
            rows = 0;
            std::string number;
            soci::statement query = (session.sql().prepare
                    << "SELECT asset_no FROM registered_asset WHERE asset_no > :last ORDER BY asset_no "
                       "LIMIT :piece",
                soci::use(last, "last"), soci::use(kPiece, "piece"), soci::into(number));
            for (bool more = query.execute(true); more; more = query.fetch(), ++rows)
                if (!out.add(number, most))
                    return out.runs();
            last = number;
        }
        return out.runs();
    });
}

} // namespace guanwu
