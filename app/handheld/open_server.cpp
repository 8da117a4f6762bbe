#include "app/handheld/open_server.h"

#include "app/handheld/handheld.h"

#include <array>

namespace guanwu {

namespace {

    constexpr std::string_view kCodeForm = "GWE1";
    constexpr char kBar = '|';

    ApiFailure failureOf(const Error& error) { return {error, 0, std::nullopt, {}}; }

} // namespace

Result<OpenServer> OpenServer::of(HandheldStore& store, LinkLimits limits)
{
    const HandheldInstall& install = store.install();
    if (install.deviceId.empty())
        return fail(ErrorCode::RuleViolated, "handheld.not_enrolled");
    OpenServer out;
    auto key = DeviceKey::withFile(keyFile(store.file()));
    if (!key)
        return fail(key.error());
    out.key = std::move(*key);
    auto link = ServerLink::to(install.serverUrl, install.caSha256, limits);
    if (!link)
        return fail(link.error());
    out.link = std::move(*link);
    out.api = std::make_unique<ServerApi>(*out.link, *out.key);
    if (const auto login = store.login())
        out.api->setToken(login->token);
    return out;
}

Result<EnrolmentCode> EnrolmentCode::parse(const std::string& text)
{
    std::array<std::string, 4> parts;
    std::size_t count = 0;
    for (std::size_t begin = 0; begin <= text.size(); ++count) {
        const std::size_t end = std::min(text.find(kBar, begin), text.size());
        if (count < parts.size())
            parts[count] = text.substr(begin, end - begin);
        begin = end + 1;
    }
    if (count != parts.size() || parts[0] != kCodeForm || parts[1].empty() || parts[3].empty())
        return fail(ErrorCode::InvalidArgument, "handheld.enrolment_code");
    return EnrolmentCode {parts[1], parts[2], parts[3]};
}

ApiResult<void> enrol(HandheldStore& store, const EnrolmentCode& code, const std::string& name)
{
    // The key of an earlier enrolment works until the new one is in.
    const std::filesystem::path file = keyFile(store.file());
    const std::filesystem::path fresh = file.string() + ".next";
    std::filesystem::remove(fresh);
    const auto key = DeviceKey::withFile(fresh);
    if (!key)
        return tl::unexpected(failureOf(key.error()));
    const auto link = ServerLink::to(code.serverUrl, code.caSha256);
    if (!link)
        return tl::unexpected(failureOf(link.error()));
    const auto device = ServerApi(**link, **key).enrol(code.code, name);
    if (!device)
        return tl::unexpected(device.error());
    std::filesystem::rename(fresh, file);
    store.logOut();
    HandheldInstall install = store.install();
    install.serverUrl = code.serverUrl;
    install.caSha256 = code.caSha256;
    install.deviceId = *device;
    install.deviceName = name;
    store.setInstall(install);
    return {};
}

ApiResult<void> logIn(
    HandheldStore& store, OpenServer& server, const std::string& login, const std::string& password)
{
    const auto made = server.api->logIn(login, password, store.install().deviceId);
    if (!made)
        return tl::unexpected(made.error());
    store.setLogin(*made);
    server.api->setToken(made->token);
    return {};
}

ApiResult<void> changePassword(
    HandheldStore& store, OpenServer& server, const std::string& old, const std::string& fresh)
{
    const auto in = store.login();
    if (!in)
        return tl::unexpected(failureOf({ErrorCode::Forbidden, "handheld.not_logged_in", {}}));
    if (const auto changed = server.api->changePassword(old, fresh); !changed)
        return changed;
    return logIn(store, server, in->login, fresh);
}

Result<void> wipe(const std::filesystem::path& store)
{
    {
        auto opened = HandheldStore::open(store);
        if (!opened)
            return fail(opened.error());
        const OutboxCounts counts = Outbox(**opened, nullptr).counts();
        if (counts.unacknowledged() > 0)
            return fail(ErrorCode::RuleViolated, "handheld.unsent", std::to_string(counts.unacknowledged()));
    }
    for (const char* companion : {"", "-wal", "-shm", ".key", ".key.next", ".pin"})
        std::filesystem::remove(store.string() + companion);
    std::filesystem::remove_all(photoFolder(store));
    return {};
}

} // namespace guanwu
