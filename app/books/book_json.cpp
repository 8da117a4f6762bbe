#include "app/books/book_json.h"

#include "app/books/reconcile.h"
#include "core/books/class_key.h"
#include "core/books/voucher.h"
#include "core/reference/classification.h"
#include "core/values/calendar.h"

#include <algorithm>
#include <map>

namespace guanwu {

namespace {

    using Json = nlohmann::ordered_json;

    template <class Value> Json textOf(const std::optional<Value>& value)
    {
        if (!value)
            return {};
        if constexpr (std::is_same_v<Value, Money>)
            return value->toYuanString();
        else
            return Money::fromFen(value->hundredths()).toYuanString(); // as many decimals
    }

    Json given(const std::string& text) { return text.empty() ? Json() : Json(text); }

    void addClass(Json& out, std::int64_t key)
    {
        const ClassOfKey of = classOfKey(key);
        out["class_key"] = std::to_string(key);
        out["class_edition"] = tokenRow(kClassEditions, of.edition).token;
        out["class_code"] = given(of.code);
        out["class_name"] = of.edition == ClassEdition::Edition2022
            ? given(std::string(Classification::edition2022().nameOf(of.code)))
            : Json();
    }

    Json itemJson(const ReconcileItem& item)
    {
        return {{"id", item.id == 0 ? Json() : Json(std::to_string(item.id))},
            {"side", tokenRow(kReconcileSides, item.side).token},
            {"amount", Money::fromFen(item.amount).toYuanString()},
            {"reason", tokenRow(kReconcileReasons, item.reason).token},
            {"reason_name", tokenRow(kReconcileReasons, item.reason).nameZh},
            {"asset_no", given(item.assetNo)}, {"note", given(item.note)},
            {"adjustment_no", given(item.adjustmentNo)}, {"done_on", given(item.doneOn)},
            {"actor", given(item.actor)}};
    }

} // namespace

Json planJson(std::span<const DepreciationPosting::UnitPlan> plan, std::chrono::year_month through)
{
    Json out = Json::array();
    for (const auto& unit : plan)
        out.push_back({{"unit", unit.code}, {"name", unit.name}, {"from", formatMonth(unit.first)},
            {"through", formatMonth(through)}, {"opens", unit.isOpening}});
    return out;
}

Json monthJson(const PostedMonth& month)
{
    return {{"month", formatMonth(month.month)}, {"cards", month.cards}, {"quantity", month.quantity},
        {"original_yuan", month.original.toYuanString()}, {"taken_yuan", month.taken.toYuanString()},
        {"accumulated_yuan", month.accumulated.toYuanString()}, {"net_yuan", month.net().toYuanString()},
        {"added_cards", month.addedCards}, {"added_before_yuan", month.addedBefore.toYuanString()},
        {"removed_cards", month.removedCards},
        {"removed_accumulated_yuan", month.removedAccumulated.toYuanString()}, {"ties", month.ties()},
        {"difference_yuan", month.difference.toYuanString()}, {"posted_by", given(month.actor)}};
}

Json classTotalsJson(std::span<const ClassTotal> totals)
{
    Json out = Json::array();
    for (const ClassTotal& total : totals) {
        Json row = Json::object();
        addClass(row, total.classKey);
        row["cards"] = total.cards;
        row["quantity"] = total.quantity;
        row["original_yuan"] = total.original.toYuanString();
        row["taken_yuan"] = total.taken.toYuanString();
        row["accumulated_yuan"] = total.accumulated.toYuanString();
        row["net_yuan"] = (total.original - total.accumulated).toYuanString();
        out.push_back(std::move(row));
    }
    return out;
}

Json voucherJson(std::span<const ClassTotal> totals)
{
    const auto account
        = [](const LedgerAccount& of) { return Json {{"account", of.account}, {"name", of.nameZh}}; };
    Json out = Json::array();
    for (const VoucherLine& line : voucherOf(totals))
        out.push_back({{"class_code", given(line.classCode)},
            {"class_name", line.classCode.empty() ? "旧版分类" : bookClassName(line.classCode)},
            {"debit", account(line.accounts->expense)}, {"credit", account(line.accounts->depreciation)},
            {"amount_yuan", line.amount.toYuanString()}});
    return out;
}

Json lineJson(const PostedLine& line)
{
    Json out {{"asset_no", line.assetNo}, {"name", line.name}, {"department", given(line.department)}};
    addClass(out, line.entry.classKey);
    const bool isDepreciated = line.state != DepreciationStanding::Never;
    out["quantity"] = line.entry.quantity;
    out["original_yuan"] = line.entry.original.toYuanString();
    out["life_months"] = isDepreciated ? Json(line.entry.lifeMonths) : Json();
    out["months_taken"] = isDepreciated ? Json(line.monthsTaken) : Json();
    out["taken_yuan"] = line.taken.toYuanString();
    out["accumulated_yuan"] = line.accumulated.toYuanString();
    out["net_yuan"] = line.net().toYuanString();
    out["standing"] = tokenRow(kDepreciationStandings, line.state).token;
    return out;
}

Json reconciliationJson(const Reconciliation& table)
{
    const auto rests = table.unexplained();
    const auto alone = table.withoutLedger();
    Json lines = Json::array();
    for (std::size_t i = 0; i < table.lines.size(); ++i) {
        const ReconcileLine& line = table.lines[i];
        Json out {{"class", line.classCode}, {"name", bookClassName(line.classCode)},
            {"account", line.account}, {"ledger_yuan", textOf(line.ledger)},
            {"detail_yuan", textOf(line.detail)}, {"cards_yuan", textOf(line.cards)},
            {"objects_yuan", textOf(line.objects)}, {"card_area_m2", textOf(line.cardArea)},
            {"title_area_m2", textOf(line.titleArea)}};
        Json differences = Json::object();
        for (const auto& side : kReconcileSides)
            if (const auto difference = line.difference(side.value))
                differences[std::string(side.token)] = Money::fromFen(*difference).toYuanString();
        out["differences"] = std::move(differences);
        Json items = Json::array();
        for (const ReconcileItem* item : table.itemsOf(line))
            items.push_back(itemJson(*item));
        out["items"] = std::move(items);
        Json unexplained = Json::object();
        for (const auto& rest : rests)
            if (rest.line == i)
                unexplained[std::string(tokenRow(kReconcileSides, rest.side).token)]
                    = Money::fromFen(rest.amount).toYuanString();
        out["unexplained"] = std::move(unexplained);
        out["without_ledger"] = std::find(alone.begin(), alone.end(), i) != alone.end();
        lines.push_back(std::move(out));
    }
    return {{"lines", std::move(lines)}, {"unexplained", rests.size()}, {"without_ledger", alone.size()},
        {"passes", table.passes()}};
}

Json reconcileChoicesJson()
{
    const auto rows = [](const auto& table) {
        Json out = Json::array();
        for (const auto& row : table)
            out.push_back({{"token", row.token}, {"name_zh", row.nameZh}, {"name_en", row.nameEn}});
        return out;
    };
    return {{"sides", rows(kReconcileSides)}, {"reasons", rows(kReconcileReasons)}};
}

Result<ReconcileItem> reconcileItemOf(const ReconcileItemTexts& texts, const std::string& actor)
{
    const auto side = parseToken(kReconcileSides, texts.side, "reconcile.side");
    const auto reason = parseToken(kReconcileReasons, texts.reason, "reconcile.reason");
    if (!side || !reason)
        return fail(!side ? side.error() : reason.error());
    const auto amount = Money::parseYuan(texts.amount);
    if (!amount)
        return fail(amount.error());
    if (!texts.doneOn.empty())
        if (const auto day = parseDate(texts.doneOn); !day)
            return fail(day.error());
    ReconcileItem item {0, *side, texts.classCode, texts.account, amount->fen(), *reason, texts.assetNo,
        texts.note, texts.adjustmentNo, texts.doneOn, actor};
    if (const auto sound = checkItem(item); !sound)
        return fail(sound.error());
    return item;
}

} // namespace guanwu
