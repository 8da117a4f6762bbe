#include "schema/repositories/asset_numbers.h"

#include "schema/connection/session.h"
#include "schema/connection/storage_error.h"

#include <algorithm>
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

NumberPage issuedNumbers(
    Session& session, const std::string& after, std::size_t mostRuns, std::int64_t mostNumbers)
{
    // A client of MariaDB holds a whole answer.
    constexpr long long kPiece = 50'000;
    return guarded("read the numbers that were given", [&]() -> NumberPage {
        NumberRuns out;
        std::string last = after;
        for (long long left = mostNumbers; left > 0;) {
            const long long piece = std::min(left, kPiece);
            long long rows = 0;
            std::string number;
            soci::statement query = (session.sql().prepare
                    << "SELECT asset_no FROM registered_asset WHERE asset_no > :last ORDER BY asset_no "
                       "LIMIT :piece",
                soci::use(last, "last"), soci::use(piece, "piece"), soci::into(number));
            for (bool more = query.execute(true); more; more = query.fetch(), ++rows)
                if (!out.add(number, mostRuns))
                    return {out.runs(), lastOf(out.runs().back())};
            if (rows < piece)
                return {out.runs(), {}};
            last = number;
            left -= rows;
        }
        return {out.runs(), last};
    });
}

} // namespace guanwu
