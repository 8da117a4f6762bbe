#pragma once

#include "app/handheld/handheld.h"
#include "schema/connection/query.h"
#include "tests/contract/campaign.h"
#include "tests/support/temp_folder.h"

#include <filesystem>

namespace guanwu::test {

/// Memory where there is some: what the rigs need of the real disk is nothing, and they would only wait for it.
inline std::filesystem::path memoryFolder()
{
    const std::filesystem::path memory = "/dev/shm";
    return std::filesystem::is_directory(memory) ? memory : std::filesystem::temp_directory_path();
}

/// A store that is made once.
template <void (*make)(const std::filesystem::path&)> const std::filesystem::path& master()
{
    static const TempFolder folder;
    static const std::filesystem::path file = folder / "master.db";
    if (!std::filesystem::exists(file))
        make(file);
    return file;
}

/// A handheld with a log-in, a sheet and a book of three lines.
inline void makeHandheldStore(const std::filesystem::path& file)
{
    const auto store = *HandheldStore::open(file);
    HandheldLogin login;
    login.login = "clerk01";
    login.name = "clerk";
    login.unit = "U001";
    login.token = "token";
    store->setLogin(login);
    HeldSheet sheet;
    sheet.task = "T1";
    sheet.unit = "U001";
    store->putSheet(sheet, kCountTime);
    std::vector<BookLine> lines(3);
    for (std::size_t i = 0; i < lines.size(); ++i)
        lines[i].assetNo = "TY202200010" + std::to_string(i);
    store->addBookPage(store->sheets().front().id, lines, "");
}

/// A registry whose task is being counted.
inline void makeServerStore(const std::filesystem::path& file)
{
    Campaign campaign("sqlite");
    campaign.addCards(1, 100, 3);
    campaign.startCounting();
    const std::string name = file.string();
    campaign.session->sql() << "VACUUM INTO :file", soci::use(name, "file");
}

/// Such a registry as the server opens it.
struct ServerStore {
    explicit ServerStore(const std::filesystem::path& file)
        : session(*parseDatabaseUrl("sqlite:" + file.string()), "")
        , store(session, Scope::everything())
        , task(store.findTask("QC2022").value().id)
    {
        for (const CountSheet& candidate : store.sheets(task))
            if (candidate.unitCode == "U001")
                sheet = candidate.id;
    }
    [[nodiscard]] IncomingEvent seen(std::int64_t seq) const
    {
        IncomingEvent incoming;
        const std::string digits = std::to_string(seq);
        incoming.event.eventId = "01932c5e-7b1a-7c3e-9f00-" + std::string(12 - digits.size(), '0') + digits;
        incoming.event.installId = "install-a";
        incoming.event.seq = seq;
        incoming.event.at = kCountTime + std::chrono::minutes(seq);
        incoming.event.actor = "clerk01";
        incoming.event.unit = "U001";
        incoming.event.code = Campaign::number(100);
        incoming.sheet = sheet;
        return incoming;
    }
    [[nodiscard]] std::int64_t events()
    {
        Query query(session);
        query.add("SELECT COUNT(*) FROM scan_event");
        return query.next(1) ? query.integer(0) : -1;
    }

    Session session;
    SociInventoryStore store;
    TaskId task;
    SheetId sheet;
};

} // namespace guanwu::test
