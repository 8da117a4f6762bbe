#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace guanwu {

/// The Ed25519 key of a handheld, or that by which a server signs its anchors. It lies in a file that its
/// owner only can read, and never leaves the device.
class DeviceKey {
public:
    /// Makes the file when it is not there. Errors: handheld.key_file when it cannot be read, is open to
    /// others or holds no key.
    [[nodiscard]] static Result<std::unique_ptr<DeviceKey>> withFile(const std::filesystem::path& file);
    ~DeviceKey();
    DeviceKey(const DeviceKey&) = delete;
    DeviceKey& operator=(const DeviceKey&) = delete;

    /// "ed25519:BASE64URL"
    [[nodiscard]] std::string publicKey() const;
    /// base64url without padding
    [[nodiscard]] std::string sign(std::string_view text) const;

private:
    struct Key;
    explicit DeviceKey(std::unique_ptr<Key> key);
    std::unique_ptr<Key> m_key;
};

} // namespace guanwu
