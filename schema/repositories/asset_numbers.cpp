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

} // namespace guanwu
