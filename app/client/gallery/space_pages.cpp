#include "app/client/gallery/pages.h"
#include "app/client/gallery/space_answers.h"

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    GalleryPage page(const QString& name, const QVariantMap& properties = {}, const QStringList& presses = {},
        const QString& role = u"asset_section"_s)
    {
        return {name, u"qrc:/qt/qml/Guanwu/Premises/SpacePage.qml"_s, role,
            [properties](GalleryWorld& world) {
                answerSpace(*world.calls);
                return properties;
            },
            true, 0, true, presses};
    }

    QVariantMap of(const QString& building, const QString& room = {}, const QString& colour = u"unit"_s)
    {
        return {{u"building"_s, building}, {u"room"_s, room}, {u"colour"_s, colour}};
    }

    GalleryPage offline(GalleryPage page)
    {
        page.prepare = [](GalleryWorld& world) {
            world.calls->setOffline(true);
            return of(u"C01-1"_s);
        };
        return page;
    }

} // namespace

std::vector<GalleryPage> spacePages()
{
    return {
        page(u"space-buildings"_s),
        page(u"space-picture"_s, of(u"C01-1"_s)),
        page(u"space-picture-state"_s, of(u"C01-1"_s, {}, u"state"_s)),
        page(u"space-picture-standard"_s, of(u"C01-1"_s, {}, u"standard"_s)),
        page(u"space-picture-vacate"_s, of(u"C01-1"_s, {}, u"vacate"_s)),
        page(u"space-picture-many"_s, of(u"C02-1"_s)),
        page(u"space-picture-many-small"_s, of(u"C02-1"_s), {u"zoomOut"_s, u"zoomOut"_s, u"zoomOut"_s}),
        page(u"space-plan"_s, of(u"C04-1"_s)),
        page(u"space-plan-standard"_s, of(u"C04-1"_s, u"C01-1-205"_s, u"standard"_s)),
        page(u"space-plan-mark"_s, of(u"C04-1"_s), {u"editPlan-0"_s}),
        page(u"space-plan-none"_s, of(u"C04-1"_s), {u"editPlan-1"_s}),
        page(u"space-picture-empty"_s, of(u"C03-1"_s)),
        offline(page(u"space-picture-offline"_s)),
        page(u"space-room"_s, of(u"C01-1"_s, u"C01-1-302"_s)),
        page(u"space-room-shared"_s, of(u"C01-1"_s, u"C01-1-303"_s, u"standard"_s)),
        page(u"space-requests-none"_s, {{u"tab"_s, u"requests"_s}}),
        page(u"space-requests"_s, {{u"tab"_s, u"requests"_s}, {u"unit"_s, u"U017"_s}}),
        page(u"space-drafts"_s, {{u"tab"_s, u"requests"_s}, {u"unit"_s, u"U017"_s}, {u"everybody"_s, true}},
            {u"draftProposal?"_s}),
        page(u"space-drafts-made"_s,
            {{u"tab"_s, u"requests"_s}, {u"unit"_s, u"U017"_s}, {u"everybody"_s, true}},
            {u"draftProposal?"_s, u"draftsDialog-confirm"_s}),
        page(u"space-publish"_s, {{u"tab"_s, u"requests"_s}, {u"unit"_s, u"U017"_s}}, {u"publish?"_s}),
        page(u"space-posts"_s, {{u"tab"_s, u"requests"_s}, {u"unit"_s, u"U017"_s}}, {u"setPosts?"_s}),
        page(u"space-enter-room"_s, of(u"C01-1"_s), {u"enterRoom?"_s}),
        page(u"space-room-change"_s, of(u"C01-1"_s, u"C01-1-303"_s), {u"changeRoom?"_s}),
        page(u"space-over"_s, {{u"tab"_s, u"over"_s}}),
        page(u"space-over-room"_s, {{u"tab"_s, u"over"_s}, {u"overRoom"_s, u"C01-1-103"_s}}),
        page(
            u"space-over-note"_s, {{u"tab"_s, u"over"_s}, {u"overRoom"_s, u"C01-1-103"_s}}, {u"noteOver?"_s}),
        page(u"space-due"_s, {{u"tab"_s, u"due"_s}}),
        page(u"space-gaps"_s, {{u"tab"_s, u"titles"_s}}),
        page(u"space-gap"_s, {{u"tab"_s, u"titles"_s}, {u"gap"_s, u"湘（2022）怀化市不动产权第0001234号"_s}}),
        page(u"space-gap-building"_s, {{u"tab"_s, u"titles"_s}, {u"gap"_s, u"C03-1"_s}}),
        page(u"space-papers"_s, {{u"tab"_s, u"titles"_s}, {u"titlesShown"_s, u"papers"_s}}),
        page(u"space-papers-building"_s,
            {{u"tab"_s, u"titles"_s}, {u"titlesShown"_s, u"papers"_s}, {u"papers"_s, u"C03-1"_s}}),
        page(u"space-papers-note"_s,
            {{u"tab"_s, u"titles"_s}, {u"titlesShown"_s, u"papers"_s}, {u"papers"_s, u"C03-1"_s}},
            {u"notePapers?"_s}),
        page(u"space-titles"_s, {{u"tab"_s, u"titles"_s}, {u"titlesShown"_s, u"register"_s}}),
        page(u"space-title"_s,
            {{u"tab"_s, u"titles"_s}, {u"titlesShown"_s, u"register"_s},
                {u"certificate"_s, u"湘（2022）怀化市不动产权第0001234号"_s}}),
        page(u"space-repairs"_s, {{u"tab"_s, u"repairs"_s}}),
        page(u"space-repair"_s, {{u"tab"_s, u"repairs"_s}, {u"repair"_s, u"WX-2026-000002"_s}}),
        page(u"space-room-leave"_s, of(u"C01-1"_s, u"C01-1-303"_s), {u"addSeat"_s}),
    };
}

} // namespace guanwu
