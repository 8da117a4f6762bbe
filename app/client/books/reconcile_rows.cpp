#include "app/client/books/reconcile_rows.h"

#include "app/client/books/books_names.h"
#include "app/client/records/record_columns.h"
#include "app/client/session/token_words.h"
#include "core/reference/classification.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    /// A comparison and the sides that it may be made on: with a detail ledger cards are compared with that.
    struct Comparison {
        QLatin1StringView key;
        QLatin1StringView sides[2];
    };
    constexpr Comparison kComparisons[] = {{"ledgers"_L1, {"a-b"_L1, {}}}, {"cards"_L1, {"b-c"_L1, "a-c"_L1}},
        {"objects"_L1, {"c-d"_L1, {}}}, {"titles"_L1, {"c-e"_L1, {}}}};

    QString textOf(const QVariantMap& map, QLatin1StringView key) { return map[QString(key)].toString(); }

    bool isNothing(const QString& amount)
    {
        return std::all_of(amount.begin(), amount.end(), [](QChar c) { return c == u'0' || c == u'.' || c == u'-'; });
    }

    /// Square metres on the side of certificates, yuan everywhere else.
    QString amountOf(const QString& side, const QString& amount)
    {
        return side == "c-e"_L1 ? ReconcileRows::tr("%1 m²").arg(amount) : groupedYuan(amount);
    }

    QVariantMap cellOf(const Comparison& comparison, const QVariantMap& differences, const QVariantMap& open)
    {
        for (const QLatin1StringView side : comparison.sides) {
            const QString amount = textOf(differences, side);
            if (side.isEmpty() || amount.isEmpty())
                continue;
            const bool isOpen = !textOf(open, side).isEmpty();
            const QString state = isNothing(amount) && !isOpen ? u"agrees"_s : isOpen ? u"open"_s : u"explained"_s;
            return {{u"key"_s, QString(comparison.key)}, {u"side"_s, QString(side)}, {u"state"_s, state},
                {u"text"_s, amountOf(side, amount)}};
        }
        return {{u"key"_s, QString(comparison.key)}, {u"side"_s, QString()}, {u"state"_s, u"none"_s},
            {u"text"_s, QString()}};
    }

    QVariantMap itemOf(const QVariantMap& json, const QVariantMap& line)
    {
        const QString side = textOf(json, "side"_L1);
        QVariantMap out = json;
        out[u"class"_s] = line[u"class"_s];
        out[u"account"_s] = line[u"account"_s];
        out[u"sideName"_s] = BooksNames::sideName(side);
        out[u"amountText"_s] = amountOf(side, textOf(json, "amount"_L1));
        out[u"reasonName"_s] = BooksNames::reasonName(textOf(json, "reason"_L1));
        out[u"isSuggested"_s] = textOf(json, "id"_L1).isEmpty();
        const QString done = textOf(json, "done_on"_L1);
        out[u"details"_s] = dotted({textOf(json, "asset_no"_L1), textOf(json, "note"_L1),
            textOf(json, "adjustment_no"_L1), done.isEmpty() ? QString() : ReconcileRows::tr("done on %1").arg(done),
            textOf(json, "actor"_L1)});
        return out;
    }

    QString classTitle(const QVariantMap& line)
    {
        return classWord(textOf(line, "class"_L1), textOf(line, "name"_L1));
    }

} // namespace

QStringList ReconcileRows::figureNames() const
{
    return {tr("General ledger"), tr("Detail ledger"), tr("Cards"), tr("Objects"), tr("Certificates")};
}

QVariantList ReconcileRows::comparisons() const
{
    const QStringList names {tr("Between ledgers"), tr("Ledger and cards"), tr("Cards and objects"),
        tr("Cards and certificates")};
    QVariantList out;
    for (qsizetype i = 0; i < names.size(); ++i)
        out.push_back(QVariantMap {{u"key"_s, QString(kComparisons[i].key)}, {u"text"_s, names[i]}});
    return out;
}

QVariantList ReconcileRows::linesOf(const QVariantMap& table) const
{
    QVariantList out;
    for (const QVariant& one : table[u"lines"_s].toList()) {
        const QVariantMap line = one.toMap();
        const QVariantMap differences = line[u"differences"_s].toMap();
        const QVariantMap open = line[u"unexplained"_s].toMap();
        QVariantList cells;
        for (const Comparison& comparison : kComparisons)
            cells.push_back(cellOf(comparison, differences, open));
        QVariantList items;
        for (const QVariant& item : line[u"items"_s].toList())
            items.push_back(itemOf(item.toMap(), line));
        QVariantList rests;
        for (const auto& [side, amount] : open.asKeyValueRange())
            rests.push_back(QVariantMap {{u"side"_s, side}, {u"sideName"_s, BooksNames::sideName(side)},
                {u"amount"_s, amount}, {u"amountText"_s, amountOf(side, amount.toString())},
                {u"class"_s, line[u"class"_s]}, {u"account"_s, line[u"account"_s]}});
        const auto yuan = [&](QLatin1StringView key) { return groupedYuan(textOf(line, key)); };
        const QString cardArea = textOf(line, "card_area_m2"_L1);
        const QString titleArea = textOf(line, "title_area_m2"_L1);
        const QString areas = cardArea.isEmpty() && titleArea.isEmpty()
            ? QString()
            : tr("%1 of %2 m²").arg(titleArea.isEmpty() ? u"–"_s : titleArea, cardArea.isEmpty() ? u"–"_s : cardArea);
        out.push_back(QVariantMap {{u"title"_s, classTitle(line)},
            {u"account"_s, BooksNames::accountName(textOf(line, "account"_L1))},
            {u"figures"_s,
                QStringList {yuan("ledger_yuan"_L1), yuan("detail_yuan"_L1), yuan("cards_yuan"_L1),
                    yuan("objects_yuan"_L1), areas}},
            {u"cells"_s, cells}, {u"items"_s, items}, {u"rests"_s, rests}, {u"isSound"_s, rests.isEmpty()}});
    }
    return out;
}

QVariantMap ReconcileRows::verdict(const QVariantMap& table) const
{
    if (table[u"passes"_s].toBool())
        return {{u"text"_s, tr("Passes: every difference has its reason")}, {u"icon"_s, u"check"_s},
            {u"tone"_s, u"good"_s}};
    if (table[u"unexplained"_s].toInt() == 0)
        return {{u"text"_s,
                    tr("Not compared: %1 lines have no ledger beside them")
                        .arg(table[u"without_ledger"_s].toInt())},
            {u"icon"_s, u"alert"_s}, {u"tone"_s, u"bad"_s}};
    return {{u"text"_s, tr("Fails: %1 differences are not explained").arg(table[u"unexplained"_s].toInt())},
        {u"icon"_s, u"alert"_s}, {u"tone"_s, u"bad"_s}};
}

QJsonObject ReconcileRows::confirmed(const QVariantMap& item)
{
    QJsonObject out;
    for (const auto key : {"side"_L1, "class"_L1, "account"_L1, "amount"_L1, "reason"_L1, "asset_no"_L1, "note"_L1,
             "adjustment_no"_L1, "done_on"_L1})
        if (const QString value = textOf(item, key); !value.isEmpty())
            out[key] = value;
    return out;
}

} // namespace guanwu

#include "moc_reconcile_rows.cpp"
