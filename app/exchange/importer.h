#pragma once

#include "app/exchange/duplicate_finder.h"
#include "app/exchange/row_fields.h"
#include "app/exchange/row_spool.h"
#include "core/values/ids.h"
#include "schema/repositories/registry_index.h"

#include <chrono>
#include <memory>

namespace guanwu {

class Session;

/// What an importer works with. `index` is the registry as it is before the import.
struct ImportContext {
    Session& session;
    const RegistryIndex& index;
    RowSpool& spool;
    ProblemSink& problems;
    const HeadingMap& headings;
    BatchId batch;
    std::chrono::year_month_day today;
    std::chrono::year_month opening; ///< month whose end a given accumulated depreciation stands for
};

/// Checks the rows of one kind of file and spools what is to be stored. Stores nothing itself: a dry run is
/// everything but the load of the spool.
class Importer {
public:
    virtual ~Importer() = default;
    /// The tables its rows go to, in the order of RowSpool::target().
    [[nodiscard]] virtual std::span<const TargetTable> tables() const = 0;
    virtual void row(RowFields& fields) = 0;
    /// After the last row: what can only be known then, as a parent further down or a number that stands
    /// twice.
    virtual void finish() = 0;
};

[[nodiscard]] std::unique_ptr<Importer> makeImporter(ImportKind kind, const ImportContext& context);

// One for each kind, in app/exchange/importers/.
[[nodiscard]] std::unique_ptr<Importer> makeUnitImporter(const ImportContext& context);
[[nodiscard]] std::unique_ptr<Importer> makePersonImporter(const ImportContext& context);
[[nodiscard]] std::unique_ptr<Importer> makePlaceImporter(const ImportContext& context);
[[nodiscard]] std::unique_ptr<Importer> makeAssetImporter(const ImportContext& context);
[[nodiscard]] std::unique_ptr<Importer> makeRoomImporter(const ImportContext& context);
[[nodiscard]] std::unique_ptr<Importer> makeAllocationImporter(const ImportContext& context);
[[nodiscard]] std::unique_ptr<Importer> makeCertificateImporter(const ImportContext& context);
[[nodiscard]] std::unique_ptr<Importer> makeRepairImporter(const ImportContext& context);
[[nodiscard]] std::unique_ptr<Importer> makeLedgerImporter(const ImportContext& context);
[[nodiscard]] std::unique_ptr<Importer> makeOccupantImporter(const ImportContext& context);

} // namespace guanwu
