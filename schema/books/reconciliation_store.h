#pragma once

#include "core/access/scope.h"
#include "core/base/error.h"
#include "core/books/reconciliation.h"
#include "core/values/ids.h"
#include "core/values/instant.h"

#include <chrono>
#include <string>
#include <vector>

namespace guanwu {

class Session;

/// A balance of an imported ledger. An account of four digits is of the general ledger, a longer one of the
/// detail ledger below it.
struct LedgerBalance {
    std::string account;
    std::string classCode; ///< as it was imported
    Money balance;
};

/// The area of buildings on one certificate, on cards and on the certificate itself.
struct TitleArea {
    std::string certificateNo; ///< empty = cards without one
    std::string assetNo; ///< of a card, where there is one
    Area cards;
    Area certificate;
};

/// What ledgers, cards and certificates say of a unit and month, and the differences that people explained.
class ReconciliationStore {
public:
    ReconciliationStore(Session& session, const Scope& scope)
        : m_session(session)
        , m_scope(scope)
    {
    }
    [[nodiscard]] std::vector<LedgerBalance> balances(UnitId unit, std::chrono::year_month month);
    [[nodiscard]] std::vector<TitleArea> titleAreas(UnitId unit);
    /// Cards by which the records show that a ledger may differ from the cards of the month.
    [[nodiscard]] std::vector<ReconcileEvidence> evidence(UnitId unit, std::chrono::year_month month);
    [[nodiscard]] std::vector<ReconcileItem> items(UnitId unit, std::chrono::year_month month);
    /// Errors: unit.not_found, access.forbidden, those of checkItem(). Returns its id.
    [[nodiscard]] Result<std::int64_t> add(
        UnitId unit, std::chrono::year_month month, const ReconcileItem& item, Instant at);
    /// Errors: reconcile.no_item, access.forbidden.
    [[nodiscard]] Result<void> remove(std::int64_t item);

private:
    [[nodiscard]] bool sees(UnitId unit);

    Session& m_session;
    Scope m_scope;
};

} // namespace guanwu
