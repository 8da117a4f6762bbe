#include "app/client/books/books_names.h"

#include "app/client/forms/value_row.h"
#include "app/client/records/column_of.h"
#include "app/client/records/record_columns.h"
#include "app/client/session/token_words.h"
#include "core/books/book_entry.h"
#include "core/books/reconciliation.h"
#include "core/reference/accounts.h"
#include "core/reference/class_suggestions.h"
#include "core/values/calendar.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace guanwu {

QVariantList BooksNames::reasons() const { return tokenChoices(kReconcileReasons); }
QString BooksNames::sideName(const QString& side) { return tokenWord(kReconcileSides, side); }
QString BooksNames::reasonName(const QString& reason) { return tokenWord(kReconcileReasons, reason); }

QString BooksNames::accountName(const QString& account)
{
    const LedgerAccount* known = findAccount(account.toStdString());
    return known ? account + u' ' + rowName(*known) : account;
}

QString BooksNames::lastMonth() { return QDate::currentDate().addMonths(-1).toString(u"yyyy-MM"_s); }

bool BooksNames::isMonth(const QString& text)
{
    const auto month = parseMonth(text.toStdString());
    return month && formatMonth(*month) == text.toStdString(); // it goes into a path as it stands
}

QVariantList BooksNames::monthColumns() const
{
    QVariantMap difference = columnOf(u"difference_yuan"_s, tr("Does not tie"), 120, u"gap"_s);
    difference[u"brief"_s] = tr("does not tie: %1");
    QVariantMap taken = columnOf(u"taken_yuan"_s, tr("Depreciation"), 140, u"money"_s);
    taken[u"brief"_s] = tr("%1 yuan");
    QVariantMap cards = columnOf(u"cards"_s, tr("Cards"), 80, u"number"_s);
    cards[u"brief"_s] = tr("%1 cards");
    return {
        columnOf(u"month"_s, tr("Month"), 100),
        taken,
        columnOf(u"accumulated_yuan"_s, tr("Accumulated"), 150, u"money"_s),
        columnOf(u"net_yuan"_s, tr("Net value"), 150, u"money"_s),
        columnOf(u"original_yuan"_s, tr("Original value"), 150, u"money"_s),
        cards,
        columnOf(u"added_cards"_s, tr("Added"), 80, u"number"_s),
        columnOf(u"removed_cards"_s, tr("Gone"), 80, u"number"_s),
        difference,
        columnOf(u"posted_by"_s, tr("Posted by"), 120),
    };
}

QVariantList BooksNames::unitColumns() const
{
    QVariantMap open = columnOf(u"unexplained"_s, tr("Not explained"), 120, u"number"_s);
    open[u"brief"_s] = tr("%1 not explained");
    return {
        columnOf(u"name"_s, tr("Unit"), 280),
        columnOf(u"unit"_s, tr("Code"), 100),
        open,
        columnOf(u"passes"_s, tr("Passes"), 90, u"flag"_s),
        columnOf(u"items"_s, tr("Reasons"), 90, u"number"_s),
        columnOf(u"lines"_s, tr("Lines"), 80, u"number"_s),
    };
}

QVariantList BooksNames::lineColumns() const
{
    return {
        columnOf(u"asset_no"_s, tr("Asset number"), 150),
        columnOf(u"name"_s, tr("Name"), 220),
        columnOf(u"class_code"_s, tr("Class"), 120),
        columnOf(u"original_yuan"_s, tr("Original value"), 140, u"money"_s),
        columnOf(u"taken_yuan"_s, tr("This month"), 120, u"money"_s),
        columnOf(u"accumulated_yuan"_s, tr("Accumulated"), 140, u"money"_s),
        columnOf(u"net_yuan"_s, tr("Net value"), 140, u"money"_s),
        columnOf(u"months_taken"_s, tr("Months taken"), 90, u"number"_s),
        columnOf(u"life_months"_s, tr("Months in all"), 90, u"number"_s),
        columnOf(u"standing"_s, tr("Standing"), 110, u"token"_s, tokenNames(kDepreciationStandings)),
        columnOf(u"department"_s, tr("Department"), 140, u"text"_s, {}, false),
        columnOf(u"quantity"_s, tr("Pieces"), 70, u"number"_s, {}, false),
    };
}

QVariantList BooksNames::olderColumns() const
{
    return {
        columnOf(u"asset_no"_s, tr("Asset number"), 150),
        columnOf(u"name"_s, tr("Name"), 220),
        columnOf(u"class_edition"_s, tr("Edition"), 90, u"token"_s, tokenNames(kClassEditions)),
        columnOf(u"class_code"_s, tr("Class there"), 120),
        columnOf(u"suggestions"_s, tr("First suggestion"), 220, u"class"_s),
        columnOf(u"document"_s, tr("Open slip"), 160),
    };
}

QVariantList BooksNames::olderRows(const QVariantMap& card) const
{
    const auto text = [&](QLatin1StringView key) { return card[QString(key)].toString(); };
    QVariantList out {valueRow(
        tr("Class"), dotted({text("class_code"_L1), tokenWord(kClassEditions, text("class_edition"_L1))}))};
    if (const QString document = text("document"_L1); !document.isEmpty())
        out.push_back(valueRow(tr("Open slip"), document));
    return out;
}

QVariantList BooksNames::suggestionRows(const QVariantMap& card) const
{
    QVariantList out;
    for (const QVariant& one : card[u"suggestions"_s].toList()) {
        const auto json = QJsonObject::fromVariantMap(one.toMap());
        const QString reason = tokenWord(kSuggestReasons, json["reason"_L1].toString());
        const bool fits = json["fits_old_class"_L1].toBool();
        const QString code = json["class_code"_L1].toString();
        out.push_back(
            QVariantMap {{u"code"_s, code}, {u"name"_s, classWord(code, json["class_name"_L1].toString())},
                {u"score"_s, json["score"_L1].toInt()},
                {u"reason"_s, dotted({reason, fits ? tr("lies where the old class went") : QString()})}});
    }
    return out;
}

} // namespace guanwu

#include "moc_books_names.cpp"
