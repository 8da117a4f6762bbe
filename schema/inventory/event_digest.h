#pragma once

#include "core/inventory/scan_event.h"

#include <memory>
#include <string>
#include <string_view>

namespace guanwu {

/// 32 hex characters of a SHA-256 over every field of the event, each with its length before it: two events
/// with the same identity are the same event exactly when their digests are equal (security S2).
[[nodiscard]] std::string eventDigest(const ScanEvent& event);

/// What an install holds, as one text: 64 hex characters of a SHA-256 over the digests of its events, as
/// text, in the order of seq. Two sides hold the same events exactly when theirs are equal (security S4, S5).
class InstallDigest {
public:
    InstallDigest();
    ~InstallDigest();
    InstallDigest(const InstallDigest&) = delete;
    InstallDigest& operator=(const InstallDigest&) = delete;

    void add(std::string_view eventDigest);
    /// Ends it: nothing is added afterwards.
    [[nodiscard]] std::string hex();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

} // namespace guanwu
