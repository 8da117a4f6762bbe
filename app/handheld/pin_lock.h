#pragma once

#include "core/access/secrets.h"
#include "core/base/error.h"
#include "schema/handheld/handheld_store.h"

#include <memory>

namespace guanwu {

/// The PIN of a handheld: opens its screen again without a network. It guards against who finds the handheld,
/// not against who takes its disk apart; five wrong ones end the log-in, and nothing that was scanned.
class PinLock {
public:
    static constexpr int kMostFailures = 5;
    static constexpr std::size_t kFewestDigits = 4;

    /// Errors: secrets.key_file.
    [[nodiscard]] static Result<PinLock> of(HandheldStore& store);

    [[nodiscard]] bool isSet() { return !m_store->pin().hash.empty(); }
    /// Four to twelve digits. Errors: handheld.pin_syntax.
    [[nodiscard]] Result<void> set(const std::string& pin);
    /// Errors: handheld.pin_wrong (detail: how often one may still try), handheld.pin_spent (the log-in is
    /// over), handheld.not_logged_in.
    [[nodiscard]] Result<void> open(const std::string& pin);

private:
    PinLock(HandheldStore& store, std::unique_ptr<Secrets> secrets)
        : m_store(&store)
        , m_secrets(std::move(secrets))
    {
    }

    HandheldStore* m_store;
    std::unique_ptr<Secrets> m_secrets;
};

} // namespace guanwu
