#pragma once

#include "core/access/device_store.h"

namespace guanwu {

class Session;

/// The tables of handhelds. Not thread-safe: one session, one store.
class SociDeviceStore final : public DeviceStore {
public:
    explicit SociDeviceStore(Session& session)
        : m_session(session)
    {
    }

    void offer(const EnrolmentOffer& offer, Instant now) override;
    Result<Device> enrol(const std::string& codeDigest, const Device& device) override;
    std::vector<Device> devices() override;
    Result<Device> findDevice(DeviceId id) override;
    Result<void> rename(const Device& device) override;
    void revoke(DeviceId id, Instant at) override;

private:
    Session& m_session;
};

} // namespace guanwu
