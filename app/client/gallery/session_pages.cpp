#include "app/client/gallery/pages.h"

#include "app/handheld/pin_lock.h"

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    constexpr auto kModule = "qrc:/qt/qml/Guanwu/Session/"_L1;

    QVariantMap sessionOf(GalleryWorld& world)
    {
        return {{u"session"_s, QVariant::fromValue(world.session.get())}};
    }

    GalleryPage page(const QString& name, const QString& file, const QString& role,
        std::function<QVariantMap(GalleryWorld&)> prepare = sessionOf)
    {
        return {name, kModule + file, role, std::move(prepare), false};
    }

} // namespace

std::vector<GalleryPage> sessionPages()
{
    return {
        page(u"first-start"_s, u"FirstStartPage.qml"_s, {}),
        page(u"first-start-wrong-code"_s, u"FirstStartPage.qml"_s, {},
            [](GalleryWorld& world) {
                world.session->enrol(u"GWE1|https://"_s, u"三号"_s);
                return sessionOf(world);
            }),
        page(u"log-in"_s, u"LogInPage.qml"_s, u"unit_clerk"_s),
        page(u"change-password"_s, u"ChangePasswordPage.qml"_s, u"unit_clerk"_s),
        page(u"unlock"_s, u"UnlockPage.qml"_s, u"unit_clerk"_s),
        GalleryPage {u"settings"_s, u"qrc:/qt/qml/Guanwu/Shell/SettingsPage.qml"_s},
    };
}

} // namespace guanwu
