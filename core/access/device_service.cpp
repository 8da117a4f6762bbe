#include "core/access/device_service.h"

#include "core/base/text.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr std::chrono::minutes kOfferLasts {15};
    constexpr std::size_t kCodeLength
        = 32; ///< 128 bits in hex: a QR code stays small, a guess stays hopeless
    constexpr std::size_t kMaxAddress = 200;
    constexpr std::size_t kMaxName = 100;

    Result<void> require(const Caller& caller)
    {
        if (!caller.may(Permission::ManageDevices))
            return fail(ErrorCode::Forbidden, "access.forbidden");
        return {};
    }

    Result<void> checkName(const std::string& name)
    {
        if (name.empty() || name.size() > kMaxName || !isValidText(name))
            return fail(ErrorCode::InvalidArgument, "device.name");
        return {};
    }

} // namespace

// What stands between the bars of the QR text can hold none, and no blank that a screen would hide.
Result<void> checkAddress(const ServerAddress& address)
{
    const bool isPlain = std::all_of(
        address.url.begin(), address.url.end(), [](char c) { return c > ' ' && c < 0x7F && c != '|'; });
    if (!address.url.starts_with("https://") || address.url.size() > kMaxAddress || !isPlain)
        return fail(ErrorCode::InvalidArgument, "device.address", address.url);
    const bool isHex = std::all_of(address.caSha256.begin(), address.caSha256.end(),
        [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    if (address.caSha256.size() != 64 || !isHex)
        return fail(ErrorCode::InvalidArgument, "device.fingerprint", address.caSha256);
    return {};
}

std::string proofText(const SentRequest& request)
{
    std::string text = "guanwu-proof-1";
    for (const std::string_view field : {request.method, request.target, request.bodySha256, request.token})
        text.append("\n").append(field);
    return text;
}

Result<std::string> DeviceService::offer(const Caller& by, const ServerAddress& address)
{
    if (auto allowed = require(by); !allowed)
        return fail(allowed.error());
    if (auto sound = checkAddress(address); !sound)
        return fail(sound.error());
    const std::string code = m_secrets.newToken().substr(0, kCodeLength);
    const Instant now = m_now();
    m_store.offer({m_secrets.digest(code), by.account.login, now + kOfferLasts}, now);
    return "GWE1|" + address.url + '|' + address.caSha256 + '|' + code;
}

Result<Device> DeviceService::enrol(
    std::string_view code, const std::string& name, const std::string& publicKey)
{
    if (auto sound = checkName(name); !sound)
        return fail(sound.error());
    if (!m_signatures.isKey(publicKey))
        return fail(ErrorCode::InvalidArgument, "device.public_key");
    Device device;
    device.name = name;
    device.publicKey = publicKey;
    device.enrolledAt = m_now();
    return m_store.enrol(m_secrets.digest(code), device);
}

Result<std::vector<Device>> DeviceService::devices(const Caller& by)
{
    if (auto allowed = require(by); !allowed)
        return fail(allowed.error());
    return m_store.devices();
}

Result<void> DeviceService::rename(const Caller& by, DeviceId id, const std::string& name)
{
    if (auto allowed = require(by); !allowed)
        return allowed;
    if (auto sound = checkName(name); !sound)
        return sound;
    auto device = m_store.findDevice(id);
    if (!device)
        return fail(device.error());
    device->name = name;
    return m_store.rename(*device);
}

Result<void> DeviceService::revoke(const Caller& by, DeviceId id)
{
    if (auto allowed = require(by); !allowed)
        return allowed;
    if (auto device = m_store.findDevice(id); !device)
        return fail(device.error());
    m_store.revoke(id, m_now());
    return {};
}

Result<Device> DeviceService::prove(DeviceId id, const SentRequest& request, std::string_view proof)
{
    // Whether there is such a handheld is nobody's business who cannot sign for it.
    auto device = m_store.findDevice(id);
    if (!device || device->revokedAt
        || !m_signatures.isSignedBy(device->publicKey, proofText(request), proof))
        return fail(ErrorCode::Forbidden, "device.proof");
    return device;
}

Result<void> DeviceService::admit(const Caller& caller, const SentRequest& request, std::string_view proof)
{
    if (caller.session.device.value == 0)
        return {};
    const auto device = prove(caller.session.device, request, proof);
    return device ? Result<void> {} : fail(device.error());
}

} // namespace guanwu
