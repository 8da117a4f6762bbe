#include "app/client/gallery/document_answers.h"
#include "app/client/gallery/pages.h"

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    GalleryPage page(const QString& name, const QVariantMap& properties = {}, const QStringList& presses = {},
        const QString& role = u"unit_clerk"_s)
    {
        return {name, u"qrc:/qt/qml/Guanwu/Documents/DocumentsPage.qml"_s, role,
            [properties](GalleryWorld& world) {
                answerDocuments(*world.calls);
                return properties;
            },
            true, 0, true, presses};
    }

    GalleryPage of(const QString& name, const char* number, const QStringList& presses = {},
        const QString& role = u"unit_clerk"_s)
    {
        return page(name, {{u"number"_s, QLatin1StringView(number)}}, presses, role);
    }

    QVariantMap writing(const QString& kind, const QString& method, const QStringList& assets = {})
    {
        return {{u"mode"_s, u"form"_s},
            {u"start"_s, QVariantMap {{u"kind"_s, kind}, {u"method"_s, method}, {u"assets"_s, assets}}}};
    }

} // namespace

std::vector<GalleryPage> documentPages()
{
    const QString section = u"asset_section"_s;
    GalleryPage empty = page(u"documents-empty"_s);
    empty.prepare = [](GalleryWorld& world) {
        answerDocuments(*world.calls);
        world.calls->answer("GET", u"/documents"_s, R"({"documents":[],"next":null})");
        return QVariantMap();
    };
    GalleryPage offline = page(u"documents-offline"_s);
    offline.prepare = [](GalleryWorld& world) {
        world.calls->setOffline(true);
        return QVariantMap();
    };
    GalleryPage routes = page(u"documents-routes"_s, {}, {u"showRoutes"_s});
    routes.isOnHandhelds = false;
    return {
        page(u"documents-list"_s),
        empty,
        offline,
        routes,
        page(u"documents-pick"_s, {}, {u"newDocument"_s}),
        page(u"documents-filter"_s, {}, {u"showFilters?"_s, u"filter-due_by"_s}),
        of(u"document-review"_s, kReviewedDocument, {}, section),
        of(u"document-approve"_s, kReviewedDocument, {u"action-approve"_s}, section),
        of(u"document-return"_s, kReviewedDocument, {u"action-return"_s}, section),
        of(u"document-draft"_s, kDraftDocument),
        of(u"document-filing"_s, kDraftDocument, {u"action-file"_s}),
        of(u"document-idle"_s, kDraftDocument, {u"searchIdleThings"_s, u"idleOffer-confirm"_s}),
        of(u"document-change"_s, kChangeDocument),
        of(u"document-income"_s, kExecutedDocument, {u"action-settle_income"_s}),
        of(u"document-executed"_s, kExecutedDocument),
        of(u"document-rejected"_s, kRejectedDocument),
        page(u"document-new-request"_s, writing(u"allocation"_s, u"purchase"_s)),
        page(u"document-new-wish"_s, writing(u"allocation"_s, u"purchase"_s), {u"addLine"_s}),
        page(u"document-new-change"_s, writing(u"change"_s, u"value"_s, {u"TY2012000310"_s})),
        page(u"document-new-disposal"_s,
            writing(u"disposal"_s, u"sell"_s, {u"TY2012000310"_s, u"TY2012000311"_s})),
        page(u"document-new-leaving"_s, writing(u"custody"_s, u"leaving"_s)),
    };
}

} // namespace guanwu
