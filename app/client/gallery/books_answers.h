#pragma once

#include "app/client/gallery/fake_calls.h"

namespace guanwu {

/// Answers about posted months, reconciliations, movements and cards of older editions.
void answerBooks(FakeCalls& calls);

/// A reconciliation of which everything is explained.
[[nodiscard]] QByteArray passingReconciliation();

/// A ledger as finance hands it over, and what the server finds in it.
[[nodiscard]] QByteArray madeUpLedger();
[[nodiscard]] QByteArray wrongLedger();

} // namespace guanwu
