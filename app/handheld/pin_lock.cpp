#include "app/handheld/pin_lock.h"

#include "app/security/argon2_secrets.h"

#include <algorithm>

namespace guanwu {

Result<PinLock> PinLock::of(HandheldStore& store)
{
    auto secrets = Argon2Secrets::withKeyFile(store.file().string() + ".pin");
    if (!secrets)
        return fail(secrets.error());
    return PinLock(store, std::move(*secrets));
}

Result<void> PinLock::set(const std::string& pin)
{
    constexpr std::size_t kMostDigits = 12;
    if (pin.size() < kFewestDigits || pin.size() > kMostDigits
        || !std::all_of(pin.begin(), pin.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return fail(ErrorCode::InvalidArgument, "handheld.pin_syntax");
    m_store->setPin({m_secrets->hash(pin), 0});
    return {};
}

Result<void> PinLock::open(const std::string& pin)
{
    HandheldPin kept = m_store->pin();
    if (kept.hash.empty())
        return fail(ErrorCode::Forbidden, "handheld.not_logged_in");
    // Counted before it is looked at: who pulls the battery has tried all the same.
    ++kept.failures;
    m_store->setPin(kept);
    if (m_secrets->compare(pin, kept.hash) != Secrets::Match::No) {
        kept.failures = 0;
        m_store->setPin(kept);
        return {};
    }
    if (kept.failures >= kMostFailures) {
        m_store->logOut();
        return fail(ErrorCode::Forbidden, "handheld.pin_spent");
    }
    return fail(ErrorCode::Forbidden, "handheld.pin_wrong", std::to_string(kMostFailures - kept.failures));
}

} // namespace guanwu
