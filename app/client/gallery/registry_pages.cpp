#include "app/client/files/folder_view.h"
#include "app/client/gallery/pages.h"
#include "app/client/gallery/registry_answers.h"
#include "app/client/registry/batch_change.h"

#include <QFile>
#include <QUrl>
#include <fstream>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    GalleryPage page(const QString& name, const QVariantMap& properties = {})
    {
        return {name, u"qrc:/qt/qml/Guanwu/Registry/RegistryPage.qml"_s, u"unit_clerk"_s,
            [properties](GalleryWorld& world) {
                answerRegistry(*world.calls, 1'000'000);
                return properties;
            }};
    }

    /// The same with something pressed.
    GalleryPage pressed(GalleryPage page, const QStringList& presses)
    {
        page.presses = presses;
        return page;
    }

    GalleryPage administration(
        const QString& name, const QString& file, const QString& role = u"system_administrator"_s)
    {
        return {name, u"qrc:/qt/qml/Guanwu/Administration/"_s + file, role, [](GalleryWorld& world) {
                    answerAdministration(*world.calls);
                    return QVariantMap();
                }};
    }

    QVariantMap batch(GalleryWorld& world)
    {
        answerRegistry(*world.calls, 1'000);
        auto change = std::make_shared<BatchChange>();
        change->setProperty("calls", QVariant::fromValue<Calls*>(world.calls));
        change->setProperty("assets", QStringList {u"GZ2024000001"_s});
        change->begin();
        change->add(u"place"_s);
        change->set(u"place"_s, u"F4-402"_s, u"四楼新机房"_s);
        change->add(u"use_state"_s);
        change->set(u"use_state"_s, u"in_use"_s);
        change->preview(u"整体搬迁"_s);
        world.more = change;
        return {{u"session"_s, QVariant::fromValue(world.session.get())},
            {u"change"_s, QVariant::fromValue(change.get())}, {u"what"_s, u"已选的 128 张卡片"_s}};
    }

    QVariantMap import(GalleryWorld& world)
    {
        answerRegistry(*world.calls, 1'000);
        const QString path = QString::fromStdString(world.store.parent_path().string())
            + u"/市直单位资产卡片（2026年补录）.csv"_s;
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(madeUpTable());
        return {{u"session"_s, QVariant::fromValue(world.session.get())},
            {u"file"_s, QUrl::fromLocalFile(path).toString()}};
    }

    /// Which columns there are; a small screen has none.
    GalleryPage columns()
    {
        GalleryPage out = pressed(page(u"registry-columns"_s), {u"chooseColumns"_s});
        out.isOnHandhelds = false;
        return out;
    }

    /// Dialogs for files begin in a folder with files of every kind.
    GalleryPage inFolder(GalleryPage page)
    {
        page.prepare = [before = page.prepare](GalleryWorld& world) {
            const auto folder = world.store.parent_path() / "国有资产";
            std::filesystem::create_directories(folder / "2025年度");
            std::filesystem::create_directories(folder / "办公用房平面图");
            for (const char* name : {"市直单位资产卡片（2026年补录）.csv", "车辆.xlsx",
                     "怀化市公安局交通警察支队高速公路管理大队固定资产清查明细表（最终版）(3).csv"})
                std::ofstream(folder / name) << std::string(18'400, 'x');
            FolderView::setStart(QString::fromStdString(folder.string()));
            return before ? before(world) : QVariantMap();
        };
        return page;
    }

    constexpr auto kModule = "qrc:/qt/qml/Guanwu/Registry/"_L1;

} // namespace

std::vector<GalleryPage> registryPages()
{
    const QString one = u"GZ2024000001"_s;
    return {
        page(u"registry-list"_s),
        page(u"registry-card"_s, {{u"number"_s, one}}),
        page(u"registry-new"_s, {{u"mode"_s, u"new"_s}}),
        pressed(
            page(u"registry-suggest"_s, {{u"mode"_s, u"new"_s}}), {u"field-name=A3彩色数码多功能一体机"_s}),
        page(u"registry-change"_s, {{u"number"_s, one}, {u"mode"_s, u"change"_s}}),
        {u"registry-batch"_s, kModule + u"BatchPage.qml"_s, u"unit_clerk"_s, batch, false},
        {u"registry-import"_s, kModule + u"ImportPage.qml"_s, u"asset_section"_s, import, false},
        page(u"registry-import-empty"_s, {{u"mode"_s, u"import"_s}}),
        pressed(inFolder(page(u"registry-import-choose"_s, {{u"mode"_s, u"import"_s}})), {u"chooseFile"_s}),
        pressed(inFolder(page(u"registry-export"_s)), {u"export"_s}),
        pressed(inFolder(page(u"registry-export-over"_s)),
            {u"export"_s, u"fileName=市直单位资产卡片（2026年补录）.csv"_s}),
        {u"registry-empty"_s, kModule + u"RegistryPage.qml"_s, u"unit_clerk"_s,
            [](GalleryWorld& world) {
                answerRegistry(*world.calls, 0);
                return QVariantMap();
            }},
        {u"registry-offline"_s, kModule + u"RegistryPage.qml"_s, u"unit_clerk"_s,
            [](GalleryWorld& world) {
                world.calls->setOffline(true);
                return QVariantMap();
            }},
        columns(),
        pressed(page(u"registry-pick-state"_s), {u"showFilters?"_s, u"filter-use_state"_s}),
        pressed(page(u"registry-pick-class"_s), {u"showFilters?"_s, u"filter-class"_s}),
        pressed(page(u"registry-tags"_s, {{u"number"_s, one}}), {u"printTag"_s}),
        administration(u"handhelds"_s, u"HandheldsPage.qml"_s),
        pressed(administration(u"handhelds-code"_s, u"HandheldsPage.qml"_s),
            {u"offer"_s, u"offerDialog-confirm"_s}),
        administration(u"accounts"_s, u"AccountsPage.qml"_s),
        pressed(administration(u"accounts-add"_s, u"AccountsPage.qml"_s), {u"addAccount"_s}),
        pressed(administration(u"accounts-grant"_s, u"AccountsPage.qml"_s, u"security_administrator"_s),
            {u"row-1"_s}),
        administration(u"audit"_s, u"AuditPage.qml"_s, u"auditor"_s),
        pressed(administration(u"audit-entry"_s, u"AuditPage.qml"_s, u"auditor"_s), {u"row-1"_s}),
    };
}

} // namespace guanwu
