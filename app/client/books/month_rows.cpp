// A posted month as its page shows it, and what came and went.
#include "app/client/books/books_names.h"
#include "app/client/forms/value_row.h"
#include "app/client/records/record_columns.h"
#include "app/client/session/token_words.h"
#include "core/books/movement.h"
#include "core/reference/classification.h"
#include "core/values/money.h"

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    constexpr auto kZero = "0.00"_L1;

    QString textOf(const QVariantMap& map, QLatin1StringView key) { return map[QString(key)].toString(); }

    /// The name of a class that the server names in Chinese only.
    QString className(const QVariantMap& row)
    {
        return classWord(textOf(row, "class_code"_L1), textOf(row, "class_name"_L1));
    }

    Money yuanOf(const QVariantMap& figures)
    {
        const auto money = Money::parseYuan(textOf(figures, "original_yuan"_L1).toStdString());
        return money ? *money : Money();
    }

    MovementFigures figuresOf(const QVariantMap& figures)
    {
        return {figures[u"quantity"_s].toLongLong(), yuanOf(figures)};
    }

    QVariantMap shown(const MovementFigures& figures)
    {
        return {{u"quantity"_s, QString::number(figures.quantity)},
            {u"value"_s, groupedYuan(QString::fromStdString(figures.original.toYuanString()))}};
    }

    QVariantMap shownRow(const MovementRow& row, const QString& title)
    {
        QVariantList ways;
        for (const auto& kind : kMovementKinds) {
            const MovementFigures& figures = row.moved[static_cast<std::size_t>(kind.value)];
            if (figures == MovementFigures())
                continue;
            QVariantMap way = shown(figures);
            way[u"name"_s] = rowName(kind);
            way[u"isMore"_s] = isIncrease(kind.value);
            ways.push_back(way);
        }
        return {{u"title"_s, title}, {u"opening"_s, shown(row.opening)}, {u"closing"_s, shown(row.closing)},
            {u"more"_s, shown(row.increase())}, {u"less"_s, shown(row.decrease())}, {u"ways"_s, ways},
            {u"ties"_s, row.ties()}, {u"expected"_s, shown(row.expected())}};
    }

} // namespace

QVariantList BooksNames::monthRows(const QVariantMap& month) const
{
    const auto yuan = [&](QLatin1StringView key) { return groupedYuan(textOf(month, key)); };
    QVariantList out {valueRow(tr("Depreciation of the month"), yuan("taken_yuan"_L1)),
        valueRow(tr("Original value"), yuan("original_yuan"_L1)),
        valueRow(tr("Accumulated"), yuan("accumulated_yuan"_L1)),
        valueRow(tr("Net value"), yuan("net_yuan"_L1)),
        valueRow(tr("Cards"),
            tr("%1 cards, %2 pieces").arg(textOf(month, "cards"_L1), textOf(month, "quantity"_L1)))};
    if (month[u"added_cards"_s].toLongLong() > 0)
        out.push_back(valueRow(tr("Added"),
            tr("%1 cards, depreciated by %2 before")
                .arg(textOf(month, "added_cards"_L1), yuan("added_before_yuan"_L1))));
    if (month[u"removed_cards"_s].toLongLong() > 0)
        out.push_back(valueRow(tr("Gone"),
            tr("%1 cards, %2 accumulated went with them")
                .arg(textOf(month, "removed_cards"_L1), yuan("removed_accumulated_yuan"_L1))));
    if (const QString who = textOf(month, "posted_by"_L1); !who.isEmpty())
        out.push_back(valueRow(tr("Posted by"), who));
    return out;
}

QVariantList BooksNames::voucherRows(const QVariantMap& month) const
{
    const auto account = [](const QVariant& of) {
        const QVariantMap map = of.toMap();
        const QString known = accountName(map[u"account"_s].toString());
        return known == map[u"account"_s].toString() ? known + u' ' + map[u"name"_s].toString() : known;
    };
    QVariantList out;
    for (const QVariant& one : month[u"voucher"_s].toList()) {
        const QVariantMap line = one.toMap();
        out.push_back(QVariantMap {{u"title"_s, className(line)}, {u"debit"_s, account(line[u"debit"_s])},
            {u"credit"_s, account(line[u"credit"_s])},
            {u"amount"_s, groupedYuan(textOf(line, "amount_yuan"_L1))}});
    }
    return out;
}

QVariantList BooksNames::classRows(const QVariantMap& month) const
{
    QVariantList out;
    for (const QVariant& one : month[u"classes"_s].toList()) {
        const QVariantMap row = one.toMap();
        const QString edition = textOf(row, "class_edition"_L1);
        const QString name = className(row);
        out.push_back(QVariantMap {{u"classKey"_s, textOf(row, "class_key"_L1)},
            {u"title"_s, name.isEmpty() ? textOf(row, "class_code"_L1) : name},
            {u"note"_s,
                dotted({textOf(row, "class_code"_L1),
                    edition == "2022"_L1 ? QString() : tokenWord(kClassEditions, edition),
                    tr("%1 cards").arg(textOf(row, "cards"_L1))})},
            {u"taken"_s, groupedYuan(textOf(row, "taken_yuan"_L1))},
            {u"net"_s, groupedYuan(textOf(row, "net_yuan"_L1))}});
    }
    return out;
}

QVariantMap BooksNames::identity(const QVariantMap& month) const
{
    if (month[u"ties"_s].toBool())
        return {{u"text"_s, tr("The month ties")},
            {u"note"_s, tr("Shares add up to what accumulated, but for cards added and gone")},
            {u"icon"_s, u"check"_s}, {u"tone"_s, u"good"_s}};
    const QString difference = groupedYuan(textOf(month, "difference_yuan"_L1));
    return {{u"text"_s, tr("Does not tie: %1").arg(difference)},
        {u"note"_s, tr("Shares and what accumulated differ by %1: a fault, report it").arg(difference)},
        {u"icon"_s, u"alert"_s}, {u"tone"_s, u"bad"_s}};
}

QVariantList BooksNames::movementRows(const QVariantMap& answer) const
{
    QVariantList out;
    MovementRow all;
    const QVariantList classes = answer[u"classes"_s].toList();
    for (const QVariant& one : classes) {
        const QVariantMap map = one.toMap();
        MovementRow row;
        row.opening = figuresOf(map[u"opening"_s].toMap());
        row.closing = figuresOf(map[u"closing"_s].toMap());
        const QVariantMap moved = map[u"moved"_s].toMap();
        for (const auto& kind : kMovementKinds) {
            const auto index = static_cast<std::size_t>(kind.value);
            row.moved[index] = figuresOf(moved[QString::fromUtf8(kind.token)].toMap());
            all.moved[index].add(row.moved[index].quantity, row.moved[index].original);
        }
        all.opening.add(row.opening.quantity, row.opening.original);
        all.closing.add(row.closing.quantity, row.closing.original);
        out.push_back(shownRow(row, className(map)));
    }
    if (classes.size() > 1)
        out.push_back(shownRow(all, tr("All classes")));
    return out;
}

} // namespace guanwu
