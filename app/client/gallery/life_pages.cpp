#include "app/client/gallery/life_answers.h"
#include "app/client/gallery/pages.h"

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    GalleryPage page(const QString& name, const QString& file, const QVariantMap& properties = {},
        const QStringList& presses = {}, const QString& role = u"unit_clerk"_s)
    {
        return {name, u"qrc:/qt/qml/Guanwu/"_s + file, role,
            [properties](GalleryWorld& world) {
                answerLife(*world.calls);
                return properties;
            },
            true, 0, true, presses};
    }

    GalleryPage offline(GalleryPage page)
    {
        page.prepare = [](GalleryWorld& world) {
            world.calls->setOffline(true);
            return QVariantMap();
        };
        return page;
    }

    GalleryPage empty(GalleryPage page, const QString& path, const QByteArray& json)
    {
        page.prepare = [path, json](GalleryWorld& world) {
            answerLife(*world.calls);
            world.calls->answer("GET", path, json);
            return QVariantMap();
        };
        return page;
    }

} // namespace

std::vector<GalleryPage> lifePages()
{
    const QString idle = u"Idle/IdlePage.qml"_s;
    const QString entries = u"Entries/EntriesPage.qml"_s;
    const QString people = u"Staffing/PeoplePage.qml"_s;
    const QString section = u"asset_section"_s;
    const QVariantMap leases {{u"tab"_s, u"leases"_s}};
    const auto registerOf = [&](const QString& name, const QString& kind) {
        return page(name, entries, {{u"kind"_s, kind}}, {}, section);
    };
    return {
        page(u"idle-pool"_s, idle),
        page(u"idle-thing"_s, idle, {{u"number"_s, u"TY2018000020"_s}}),
        page(u"idle-other"_s, idle, {{u"number"_s, u"TY2018000021"_s}}),
        page(u"idle-declare"_s, idle, {}, {u"declareIdle"_s}),
        page(u"idle-note"_s, idle, {{u"number"_s, u"TY2018000020"_s}}, {u"noteIdle"_s}),
        page(u"idle-inject"_s, idle, {}, {u"+row-1"_s, u"+row-2"_s, u"injectThem"_s}, section),
        page(u"idle-injected"_s, idle, {},
            {u"+row-1"_s, u"+row-2"_s, u"injectThem"_s, u"field-receiver=怀化市城市建设投资集团有限公司"_s,
                u"field-batch_no=第三批"_s, u"injectDialog-confirm"_s},
            section),
        empty(page(u"idle-empty"_s, idle), u"/idle-assets"_s, R"({"idle_assets":[],"next":null})"),
        offline(page(u"idle-offline"_s, idle)),
        page(u"leases"_s, idle, leases),
        page(u"lease"_s, idle, {{u"tab"_s, u"leases"_s}, {u"lease"_s, u"2"_s}}),
        page(u"lease-payment"_s, idle, {{u"tab"_s, u"leases"_s}, {u"lease"_s, u"2"_s}}, {u"payRent"_s}),
        page(u"lease-new"_s, idle, leases, {u"newLease"_s}),
        registerOf(u"register-vehicles"_s, u"vehicles"_s),
        registerOf(u"register-gifts"_s, u"gifts"_s),
        registerOf(u"register-seized"_s, u"seized-goods"_s),
        registerOf(u"register-housing"_s, u"housing"_s),
        registerOf(u"register-low-value"_s, u"low-value"_s),
        registerOf(u"register-safety"_s, u"building-safety"_s),
        page(u"register-entry"_s, entries,
            {{u"kind"_s, u"building-safety"_s}, {u"number"_s, u"AQ-2026-000001"_s}}, {}, section),
        page(u"register-new"_s, entries, {{u"kind"_s, u"gifts"_s}}, {u"newEntry"_s}),
        empty(page(u"register-empty"_s, entries), u"/registers/*"_s, R"({"entries":[],"next":null})"),
        offline(page(u"register-offline"_s, entries)),
        page(u"people-choose"_s, people),
        page(u"people-holdings"_s, people, {{u"person"_s, u"P0412"_s}}),
        page(u"people-nothing"_s, people, {{u"person"_s, u"P0000"_s}}),
        page(u"people-leaving"_s, people, {{u"person"_s, u"P0412"_s}}, {u"beginLeaving"_s}),
        page(u"unit-reform"_s, people, {{u"tab"_s, u"reform"_s}}, {}, section),
    };
}

} // namespace guanwu
