#pragma once

#include "core/access/device.h"
#include "core/base/error.h"

#include <vector>

namespace guanwu {

/// What the use cases of handhelds need of the store. Infrastructure failures are exceptions.
class DeviceStore {
public:
    virtual ~DeviceStore() = default;

    /// Offers that have expired by `now` are forgotten.
    virtual void offer(const EnrolmentOffer& offer, Instant now) = 0;
    /// Uses the offer up and lets the handheld in, together or not at all; the store gives the id and says
    /// who offered. Errors: device.code (no such offer, used up or expired at device.enrolledAt),
    /// device.key_taken.
    [[nodiscard]] virtual Result<Device> enrol(const std::string& codeDigest, const Device& device) = 0;
    /// The last one first, revoked ones too.
    [[nodiscard]] virtual std::vector<Device> devices() = 0;
    /// Errors: device.not_found.
    [[nodiscard]] virtual Result<Device> findDevice(DeviceId id) = 0;
    /// Writes only if the revision is still the one given. Errors: device.changed.
    [[nodiscard]] virtual Result<void> rename(const Device& device) = 0;
    /// Ends the log-ins that were made on it, in the same transaction. Revoking again changes nothing.
    virtual void revoke(DeviceId id, Instant at) = 0;
};

} // namespace guanwu
