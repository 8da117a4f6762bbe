#include "app/exchange/importer.h"

namespace guanwu {

std::unique_ptr<Importer> makeImporter(ImportKind kind, const ImportContext& context)
{
    switch (kind) {
    case ImportKind::Units:
        return makeUnitImporter(context);
    case ImportKind::People:
        return makePersonImporter(context);
    case ImportKind::Places:
        return makePlaceImporter(context);
    case ImportKind::Assets:
        return makeAssetImporter(context);
    case ImportKind::Rooms:
        return makeRoomImporter(context);
    case ImportKind::Allocations:
        return makeAllocationImporter(context);
    case ImportKind::Certificates:
        return makeCertificateImporter(context);
    case ImportKind::Repairs:
        return makeRepairImporter(context);
    case ImportKind::Ledger:
        return makeLedgerImporter(context);
    case ImportKind::Occupants:
        return makeOccupantImporter(context);
    }
    return nullptr;
}

} // namespace guanwu
