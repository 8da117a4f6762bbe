#include "app/client/gallery/pages.h"

#include "app/client/session/words.h"
#include "core/access/role.h"
#include "schema/handheld/handheld_store.h"

using namespace Qt::StringLiterals;

namespace guanwu {

std::vector<GalleryPage> galleryPages()
{
    std::vector<GalleryPage> all;
    for (auto pages : {sessionPages, countingPages, registryPages, campaignPages, documentPages, lifePages, reportPages,
             spacePages, booksPages}) {
        auto some = pages();
        all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
    }
    return all;
}

GalleryWorld worldOf(const GalleryPage& page, const std::filesystem::path& folder)
{
    GalleryWorld world;
    world.store = folder / (page.name.toStdString() + ".db");
    if (!page.role.isEmpty()) {
        auto store = HandheldStore::open(world.store);
        if (!store)
            throw std::runtime_error("the gallery cannot make its store");
        HandheldInstall install = (*store)->install();
        install.deviceId = "1";
        install.deviceName = "后勤服务中心三号手持终端";
        install.serverUrl = "https://assets.example.gov.cn:8443";
        install.caSha256 = std::string(64, 'a');
        (*store)->setInstall(install);
        // Who works for the whole city belongs to no unit.
        const auto role = parseToken(kRoles, page.role.toStdString(), "access.role_name");
        const std::string unit = role && (isCityWide(*role) || isAdministrator(*role)) ? "" : "U017";
        (*store)->setLogin({"ouyang01", "欧阳慕容·阿不都热合曼", unit, "token", page.role.toStdString()});
    }
    auto calls = std::make_unique<FakeCalls>();
    world.calls = calls.get();
    world.session = std::make_unique<ClientSession>(
        world.store, shownLanguage(), DemoServer::Place {}, std::move(calls));
    world.settings = std::make_unique<AppSettings>(QString::fromStdString(world.store.string()) + u".ini"_s);
    return world;
}

} // namespace guanwu
