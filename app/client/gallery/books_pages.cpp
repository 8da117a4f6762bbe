#include "app/client/gallery/books_answers.h"
#include "app/client/gallery/pages.h"

#include <QFile>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    GalleryPage page(const QString& name, const QVariantMap& properties = {}, const QStringList& presses = {},
        const QString& role = u"finance"_s)
    {
        return {name, u"qrc:/qt/qml/Guanwu/Books/BooksPage.qml"_s, role,
            [properties](GalleryWorld& world) {
                answerBooks(*world.calls);
                return properties;
            },
            true, 0, true, presses};
    }

    GalleryPage with(GalleryPage page, const QVariantMap& properties, const std::function<void(FakeCalls&)>& change)
    {
        page.prepare = [properties, change](GalleryWorld& world) {
            answerBooks(*world.calls);
            change(*world.calls);
            return properties;
        };
        return page;
    }

    /// A ledger that was looked through: one line is of a unit that there is not, one balance is no number.
    GalleryPage ledgerFile()
    {
        GalleryPage out = page(u"books-ledger-file"_s);
        out.url = u"qrc:/qt/qml/Guanwu/Registry/ImportPage.qml"_s;
        out.isShellPage = false;
        out.prepare = [](GalleryWorld& world) {
            answerBooks(*world.calls);
            world.calls->answer("POST", u"/ledgers"_s, wrongLedger());
            const QString path = QString::fromStdString(world.store.parent_path().string())
                + u"/市财政局总账余额（2026年10月）.csv"_s;
            QFile file(path);
            if (file.open(QIODevice::WriteOnly))
                file.write(madeUpLedger());
            return QVariantMap {{u"session"_s, QVariant::fromValue(world.session.get())},
                {u"kind"_s, u"ledger"_s}, {u"file"_s, QUrl::fromLocalFile(path).toString()}};
        };
        return out;
    }

} // namespace

std::vector<GalleryPage> booksPages()
{
    const QVariantMap reconciling {{u"tab"_s, u"reconciliation"_s}};
    const QVariantMap recoding {{u"tab"_s, u"recoding"_s}};
    const QVariantMap month {{u"opened"_s, u"2026-10"_s}};
    const QVariantMap moving {{u"tab"_s, u"movements"_s}};
    return {
        page(u"books-months"_s),
        page(u"books-month"_s, month),
        page(
            u"books-month-untied"_s, {{u"opened"_s, u"2026-07"_s}, {u"unit"_s, u"U017"_s}}, {}, u"auditor"_s),
        page(u"books-lines"_s, month, {u"allLines"_s}),
        page(u"books-run"_s, {}, {u"runMonth"_s}),
        page(u"books-run-plan"_s, {}, {u"runMonth"_s, u"runDialog-confirm"_s}),
        page(u"books-run-done"_s, {}, {u"runMonth"_s, u"runDialog-confirm"_s, u"runDialog-confirm"_s}),
        page(u"books-reconciliation"_s, reconciling),
        with(page(u"books-reconciliation-passes"_s, {}, {}, u"auditor"_s), reconciling,
            [](FakeCalls& calls) {
                calls.answer("GET", u"/units/*/reconciliation/*"_s, passingReconciliation());
            }),
        page(u"books-explain"_s, reconciling, {u"explain-0"_s}),
        page(u"books-units"_s, {{u"tab"_s, u"reconciliation"_s}, {u"unit"_s, QString()}}, {},
            u"asset_section"_s),
        page(u"books-ledger"_s, {{u"imports"_s, true}}),
        ledgerFile(),
        page(u"books-movements"_s, moving),
        page(u"books-older"_s, recoding, {}, u"unit_clerk"_s),
        page(u"books-older-card"_s, {{u"tab"_s, u"recoding"_s}, {u"opened"_s, u"CL2009000001"_s}},
            {u"suggestion-0"_s}, u"unit_clerk"_s),
        page(u"books-whose"_s, {{u"unit"_s, QString()}}, {}, u"asset_section"_s),
        with(page(u"books-empty"_s), reconciling,
            [](FakeCalls& calls) {
                calls.answer("GET", u"/units/*/depreciation"_s, R"({"months":[],"next":null})");
            }),
        with(page(u"books-offline"_s), {}, [](FakeCalls& calls) { calls.setOffline(true); }),
    };
}

} // namespace guanwu
