#include "core/documents/divide.h"

#include "core/base/text.h"
#include "core/rules/schedule_change.h"
#include "core/values/ratio.h"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace guanwu {

namespace {

    constexpr std::int64_t kMostParts = 1000; ///< one transaction makes them all

    Error wrong(const char* subject, const DocumentLine& line, std::string_view said)
    {
        return {ErrorCode::RuleViolated, subject, line.assetNo + " " + std::string(said)};
    }

    /// `whole` in the proportions of `weights`, to the last fen: each part is the difference of two rounded
    /// sums, so none is negative or above what it is a part of, and the last takes the remainder.
    std::vector<std::int64_t> allotted(std::int64_t whole, const std::vector<std::int64_t>& weights)
    {
        const std::int64_t all = std::accumulate(weights.begin(), weights.end(), std::int64_t {0});
        std::vector<std::int64_t> out;
        std::int64_t weight = 0;
        std::int64_t given = 0;
        for (const std::int64_t one : weights) {
            weight += one;
            const std::int64_t upTo = all == 0 ? 0 : roundedHalfUp(Int128 {whole} * weight, all);
            out.push_back(upTo - given);
            given = upTo;
        }
        return out;
    }

    Result<std::vector<std::int64_t>> quantitiesOf(
        const Document& document, const DocumentLine& line, std::int64_t quantity, std::size_t count)
    {
        const auto parts = static_cast<std::int64_t>(count);
        const auto text = document.fact("part_quantities", line.no);
        std::vector<std::int64_t> out;
        if (text.empty()) {
            // A set that stood on the books as one thing becomes several.
            if (quantity < parts)
                return quantity == 1
                    ? Result<std::vector<std::int64_t>>(std::vector<std::int64_t>(count, 1))
                    : fail(wrong("document.part_quantities", line, std::to_string(quantity)));
            return allotted(quantity, std::vector<std::int64_t>(count, 1));
        }
        for (const std::string& part : split(text, ';')) {
            std::int64_t number = 0;
            const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
            if (error != std::errc {} || end != part.data() + part.size() || number < 1)
                return fail(wrong("document.part_quantities", line, text));
            out.push_back(number);
        }
        const bool fits = out.size() == count
            && (quantity == 1 || std::accumulate(out.begin(), out.end(), std::int64_t {0}) == quantity);
        return fits ? Result<std::vector<std::int64_t>>(out)
                    : fail(wrong("document.part_quantities", line, text));
    }

    Result<std::vector<std::int64_t>> valuesOf(const Document& document, const DocumentLine& line,
        Money original, const std::vector<std::int64_t>& quantities)
    {
        const auto text = document.fact("part_values", line.no);
        if (text.empty())
            return allotted(original.fen(), quantities);
        std::vector<std::int64_t> out;
        Money rest = original;
        for (const std::string& part : split(text, ';')) {
            const auto value = Money::parseYuan(part);
            if (!value || *value <= Money())
                return fail(wrong("document.part_values", line, text));
            out.push_back(value->fen());
            rest = rest - *value;
        }
        if (out.size() + 1 == quantities.size() && rest > Money()) {
            out.push_back(rest.fen());
            rest = Money();
        }
        return out.size() == quantities.size() && rest == Money()
            ? Result<std::vector<std::int64_t>>(out)
            : fail(wrong("document.part_values", line, text));
    }

    /// The price of a piece belongs to the card it stood on.
    void withoutPrice(AssetCard& card)
    {
        card.unitPrice.reset();
        card.unitPriceInexact = false;
        card.tag = TagState::NotPrinted;
        card.legacyNo.clear();
    }

} // namespace

Result<std::vector<RegisteredCard>> partsOf(const Document& document, const DocumentLine& line,
    const RegisteredCard& card, std::chrono::year_month month)
{
    const auto count = document.numberFact("part_count", line.no).value_or(0);
    if (count < 2 || count > kMostParts)
        return fail(wrong("document.part_count", line, std::to_string(count)));
    const auto quantities = quantitiesOf(document, line, card.card.quantity, static_cast<std::size_t>(count));
    if (!quantities)
        return fail(quantities.error());
    const auto values = valuesOf(document, line, card.card.original, *quantities);
    if (!values)
        return fail(values.error());
    const auto before = month - std::chrono::months(1);
    const auto accumulated = allotted(card.schedule.accumulatedAt(before).fen(), *values);
    const auto fiscal = allotted(card.card.fiscalFund.fen(), *values);
    const auto names = split(document.fact("part_names", line.no), ';');
    std::vector<RegisteredCard> out;
    for (std::size_t i = 0; i < values->size(); ++i) {
        RegisteredCard part = card;
        AssetCard& it = part.card;
        withoutPrice(it);
        if (i < names.size() && !names[i].empty())
            it.name = names[i];
        it.quantity = (*quantities)[i];
        it.original = Money::fromFen((*values)[i]);
        it.fiscalFund = Money::fromFen(fiscal[i]);
        it.otherFund = it.original - it.fiscalFund;
        it.remark = "由 " + card.card.assetNo + " 拆分（" + document.no + "）";
        part.schedule = goneOn(card.schedule, before, it.original, Money::fromFen(accumulated[i]));
        out.push_back(std::move(part));
    }
    return out;
}

Result<RegisteredCard> mergedOf(
    const Document& document, const std::vector<RegisteredCard>& cards, std::chrono::year_month month)
{
    if (cards.size() < 2)
        return fail(ErrorCode::RuleViolated, "document.merge_one", document.no);
    const auto before = month - std::chrono::months(1);
    const auto monthsLeft = [&](const RegisteredCard& card) {
        return card.schedule.months - card.schedule.monthsTaken(before);
    };
    RegisteredCard out = cards.front();
    AssetCard& it = out.card;
    Money accumulated;
    it.original = it.fiscalFund = Money();
    it.quantity = 0;
    bool isSameEnd = true;
    for (const RegisteredCard& card : cards) {
        const bool isLike = card.card.classCode == it.classCode && card.usingUnit.id == out.usingUnit.id
            && card.card.valueType == it.valueType
            && (card.schedule.months == 0) == (cards.front().schedule.months == 0);
        if (!isLike)
            return fail(ErrorCode::RuleViolated, "document.merge_differs", card.card.assetNo);
        isSameEnd = isSameEnd && monthsLeft(card) == monthsLeft(cards.front());
        accumulated += card.schedule.accumulatedAt(before);
        it.original += card.card.original;
        it.fiscalFund += card.card.fiscalFund;
        it.quantity += card.card.quantity;
        it.acquiredOn = std::min(it.acquiredOn, card.card.acquiredOn);
        it.lifeMonths = std::max(it.lifeMonths, card.card.lifeMonths);
        it.lifeApproved = it.lifeApproved || card.card.lifeApproved;
    }
    it.otherFund = it.original - it.fiscalFund;
    withoutPrice(it);
    if (const auto name = document.fact("merged_name"); !name.empty())
        it.name = name;
    it.remark = "由 " + cards.front().card.assetNo + " 等 " + std::to_string(cards.size()) + " 张卡片合并（"
        + document.no + "）";
    if (isSameEnd) {
        out.schedule = goneOn(cards.front().schedule, before, it.original, accumulated);
        return out;
    }
    const auto left = document.numberFact("months_left");
    if (!left || *left < 1 || *left > it.lifeMonths)
        return fail(ErrorCode::RuleViolated, "document.months_left", document.no);
    out.schedule = scheduleOfTransferIn(it.original, accumulated, month, static_cast<std::int32_t>(*left));
    return out;
}

} // namespace guanwu
