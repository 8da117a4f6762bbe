#pragma once

#include "app/handheld/server_api.h"
#include "app/security/device_key.h"

namespace guanwu {

/// The way of an enrolled handheld to its server: key, link and calls, logged in when the store is. For one
/// thread; members in the order in which they lean on each other.
struct OpenServer {
    std::unique_ptr<DeviceKey> key;
    std::unique_ptr<ServerLink> link;
    std::unique_ptr<ServerApi> api;

    /// Errors: handheld.not_enrolled, handheld.key_file, those of ServerLink::to().
    [[nodiscard]] static Result<OpenServer> of(HandheldStore& store, LinkLimits limits = {});
};

/// What the QR code of an administrator says: GWE1|https://HOST:PORT|CA-SHA256-HEX|CODE.
struct EnrolmentCode {
    std::string serverUrl;
    std::string caSha256;
    std::string code;

    /// Errors: handheld.enrolment_code.
    [[nodiscard]] static Result<EnrolmentCode> parse(const std::string& text);
};

/// Enrols the handheld with a key of its own, made for this. A store that was enrolled before keeps its
/// install and its events, and takes the new server and device. Errors: those of ServerLink::to(),
/// handheld.key_file, and the server's.
[[nodiscard]] ApiResult<void> enrol(HandheldStore& store, const EnrolmentCode& code, const std::string& name);

/// Logs in with the proof of the device; the events scanned before keep their authors (security S7).
[[nodiscard]] ApiResult<void> logIn(
    HandheldStore& store, OpenServer& server, const std::string& login, const std::string& password);

/// Changes the password of who is logged in, and logs in with the new one. Errors: handheld.not_logged_in,
/// and the server's.
[[nodiscard]] ApiResult<void> changePassword(
    HandheldStore& store, OpenServer& server, const std::string& old, const std::string& fresh);

/// Removes the store, the key and the pictures from this device. Errors: handheld.unsent, while anything was
/// not acknowledged (security S5).
[[nodiscard]] Result<void> wipe(const std::filesystem::path& store);

} // namespace guanwu
