#include "app/client/gallery/campaign_answers.h"
#include "app/client/gallery/pages.h"

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    using Prepare = std::function<QVariantMap(GalleryWorld&)>;

    constexpr auto kModules = "qrc:/qt/qml/Guanwu/"_L1;

    /// A page with the answers of the campaign, and what else it is to be given.
    Prepare on(const QVariantMap& properties, const std::function<void(GalleryWorld&)>& more = {})
    {
        return [=](GalleryWorld& world) {
            answerCampaign(*world.calls);
            if (more)
                more(world);
            return properties;
        };
    }

    GalleryPage page(const QString& name, const QString& file, const QString& role, Prepare prepare)
    {
        return {name, kModules + file, role, std::move(prepare)};
    }

    /// Of a meeting room; nobody has it on a handheld.
    GalleryPage bigWall(const QString& role)
    {
        GalleryPage out = page(
            u"wall-big"_s, u"Wall/WallPage.qml"_s, role, on({{u"big"_s, true}, {u"fillsScreen"_s, false}}));
        out.isOnHandhelds = false;
        return out;
    }

} // namespace

std::vector<GalleryPage> campaignPages()
{
    const QString section = u"asset_section"_s;
    const QString officer = u"asset_officer"_s;
    const QString unit = QLatin1StringView(kGalleryUnit);
    const auto sheet = [&](const QString& name, const QString& role, const QString& tab) {
        return page(name, u"Review/SheetPage.qml"_s, role,
            on({{u"task"_s, u"QC-2026-R"_s}, {u"unit"_s, unit}, {u"tab"_s, tab}}));
    };
    return {
        page(u"wall"_s, u"Wall/WallPage.qml"_s, section, on({})),
        bigWall(section),
        page(u"wall-offline"_s, u"Wall/WallPage.qml"_s, section,
            on({}, [](GalleryWorld& world) { world.calls->setOffline(true); })),
        page(u"wall-empty"_s, u"Wall/WallPage.qml"_s, section,
            on({}, [](GalleryWorld& world) { world.calls->answer("GET", u"/tasks"_s, R"({"tasks":[]})"); })),
        page(u"review-units"_s, u"Review/ReviewPage.qml"_s, section, on({})),
        sheet(u"sheet-findings"_s, officer, u"findings"_s),
        sheet(u"sheet-questions"_s, section, u"signals"_s),
        page(u"sheet-recount"_s, u"Review/SheetPage.qml"_s, section,
            on({{u"task"_s, u"QC-2026-R"_s}, {u"unit"_s, u"U005"_s}, {u"tab"_s, u"recount"_s}})),
        sheet(u"sheet-signatures"_s, officer, u"sign"_s),
        page(u"campaigns"_s, u"Campaign/CampaignPage.qml"_s, section, on({})),
        page(u"campaigns-quarantine"_s, u"Campaign/CampaignPage.qml"_s, section,
            on({{u"tab"_s, u"quarantine"_s}})),
        page(u"campaigns-none"_s, u"Campaign/CampaignPage.qml"_s, section,
            on({}, [](GalleryWorld& world) { world.calls->answer("GET", u"/tasks"_s, R"({"tasks":[]})"); })),
    };
}

} // namespace guanwu
