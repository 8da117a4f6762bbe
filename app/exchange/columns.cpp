#include "app/exchange/columns.h"

#include "app/exchange/column_tables.h"

namespace guanwu {

std::span<const ColumnSpec> columnsOf(ImportKind kind)
{
    switch (kind) {
    case ImportKind::Units:
        return kUnitColumns;
    case ImportKind::People:
        return kPersonColumns;
    case ImportKind::Places:
        return kPlaceColumns;
    case ImportKind::Assets:
        return kAssetColumns;
    case ImportKind::Rooms:
        return kRoomColumns;
    case ImportKind::Allocations:
        return kAllocationColumns;
    case ImportKind::Certificates:
        return kCertificateColumns;
    case ImportKind::Repairs:
        return kRepairColumns;
    case ImportKind::Ledger:
        return kLedgerColumns;
    case ImportKind::Occupants:
        return kOccupantColumns;
    }
    return {};
}

} // namespace guanwu
