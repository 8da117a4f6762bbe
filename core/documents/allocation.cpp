#include "core/documents/allocation.h"

#include "core/base/text.h"
#include "core/cards/card_moves.h"
#include "core/reference/classification.h"
#include "core/values/calendar.h"
#include "core/values/ratio.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr std::int64_t kMostCardsMade = 1000; ///< one transaction makes them all

    const DocumentMethod& methodOf(const Document& document)
    {
        static const DocumentMethod none;
        const DocumentMethod* method = DocumentData::current().findMethod(document.kind, document.method);
        return method ? *method : none;
    }

    bool asksForSearch(const DocumentMethod& method)
    {
        // Condition of article 9 and 11: first what is idle, then money. Gifts cost none, but need a place.
        return method.method == "purchase" || method.method == "build" || method.method == "rent";
    }

    void require(std::vector<Error>& out, bool holds, const char* subject, std::string detail)
    {
        if (!holds)
            out.push_back({ErrorCode::RuleViolated, subject, std::move(detail)});
    }

    void checkOffered(std::vector<Error>& out, const Document& document, const RuleContext& context)
    {
        require(out, document.counterpart.id != 0, "document.counterpart", document.no);
        require(out, document.counterpart.id != document.unit.id, "document.same_unit", document.unit.code);
        for (const DocumentLine& line : document.lines)
            require(out, line.isAsset(), "document.not_an_asset", line.name);
        for (const RegisteredCard& card : context.cards) {
            require(out, card.unit.id == document.counterpart.id, "document.other_unit", card.card.assetNo);
            require(out, card.card.useState == UseState::Idle, "document.not_idle", card.card.assetNo);
        }
    }

    void checkWish(std::vector<Error>& out, const Document& document, const DocumentLine& line,
        const RuleContext& context)
    {
        require(out, !line.isAsset() && !line.name.empty() && line.quantity >= 1, "document.wish", line.name);
        require(out, Classification::edition2022().isUsable(line.classCode), "document.wish_class",
            line.classCode);
        require(out, line.original > Money(), "document.wish_price", line.name);
        const auto item = document.fact("standard_item", line.no);
        const EquipmentRule* rule = standardOf(document, line);
        // Whoever could name another item of the standard would have its price and its number.
        require(out, item.empty() || (rule && rule->item == item), "purchase.other_item", std::string(item));
        require(out, rule || document.fact("price_condition", line.no).empty(), "purchase.no_level",
            std::string(document.fact("price_condition", line.no)));
        for (const NamedPiece& named : context.standard.replaced)
            require(out, named.line != line.no || !named.classCode.empty(), "card.not_found",
                named.piece.assetNo);
        if (!rule || line.quantity < 1)
            return;
        PurchaseRequest request;
        request.wanted = line.quantity;
        request.unitPrice = Money::fromFen((line.original.fen() + line.quantity - 1) / line.quantity);
        for (const NamedPiece& named : context.standard.replaced)
            if (named.line == line.no && !named.classCode.empty())
                request.replaced.push_back(named.piece);
        for (Error& error : problemsOf(request, *rule, std::nullopt, context.today)) {
            error.detail = line.name + " " + error.detail;
            out.push_back(std::move(error));
        }
    }

    /// Number is a matter of the whole request: what one line leaves free another may not take.
    void checkNumbers(std::vector<Error>& out, const Document& document, const RuleContext& context)
    {
        for (const QuotaCase& one : context.standard.quotas) {
            const auto line = std::find_if(document.lines.begin(), document.lines.end(),
                [&](const DocumentLine& each) { return each.no == one.lines.front(); });
            const PurchaseRequest request {one.held + one.asked, one.wanted, Money(), one.replaced};
            const auto after = stockAfter(request);
            require(out, after <= one.most, "purchase.above_quota",
                (line == document.lines.end() || line->name == one.name ? one.name
                                                                        : line->name + " " + one.name)
                    + " " + std::to_string(after) + " > " + std::to_string(one.most));
        }
        for (const NamedPiece& named : context.standard.replaced) {
            const auto line = std::find_if(document.lines.begin(), document.lines.end(),
                [&](const DocumentLine& each) { return each.no == named.line; });
            const EquipmentStandard& standard = EquipmentStandard::current();
            const bool isLike = named.classCode.empty() // which is said already
                || (line != document.lines.end()
                    && (named.classCode == line->classCode
                        || (!standard.itemsOf(line->classCode).empty()
                            && standard.itemsOf(named.classCode) == standard.itemsOf(line->classCode))));
            require(out, isLike, "purchase.replaced_other", named.piece.assetNo);
        }
    }

    bool wasSearched(const Document& document, const std::string& classCode)
    {
        const auto classes = split(document.fact("idle_search_classes"), ',');
        return std::any_of(classes.begin(), classes.end(), [&](const std::string& prefix) {
            return prefix == kEveryClass || (!prefix.empty() && classCode.starts_with(prefix));
        });
    }

    std::vector<Error> problemsAtFiling(const Document& document, const RuleContext& context)
    {
        std::vector<Error> out;
        const DocumentMethod& method = methodOf(document);
        require(out, !document.lines.empty(), "document.no_lines", document.no);
        if (method.outcome == Outcome::Offered) {
            checkOffered(out, document, context);
            checkNumbers(out, document, context);
            return out;
        }
        for (const DocumentLine& line : document.lines)
            checkWish(out, document, line, context);
        checkNumbers(out, document, context);
        if (asksForSearch(method)) {
            const auto found = document.numberFact("idle_search_found");
            require(out, found.has_value(), "document.no_idle_search", document.no);
            for (const DocumentLine& line : document.lines)
                require(out, !found || wasSearched(document, line.classCode), "document.class_not_searched",
                    line.name + " " + line.classCode);
            require(out, !found || *found == 0 || !document.fact("idle_answer").empty(),
                "document.idle_not_answered", std::to_string(found.value_or(0)));
        }
        return out;
    }

    std::int64_t acceptedOf(const Document& document, const DocumentLine& line)
    {
        return document.numberFact("accepted_quantity", line.no).value_or(line.quantity);
    }

    Money priceOf(const Document& document, const DocumentLine& line)
    {
        return document.moneyFact("price_yuan", line.no)
            .value_or(
                Money::fromFen(roundedHalfUp(line.original.fen(), std::max<std::int64_t>(1, line.quantity))));
    }

    std::vector<Error> problemsAtClosing(const Document& document, const RuleContext& context)
    {
        std::vector<Error> out;
        const DocumentMethod& method = methodOf(document);
        const auto accepted = document.dayFact("accepted_on");
        const auto arrived = document.dayFact("arrived_on");
        require(out, !accepted || *accepted <= context.today, "document.accepted_on",
            std::string(document.fact("accepted_on")));
        require(out, !accepted || !arrived || *accepted >= *arrived, "document.accepted_on", document.no);
        if (method.outcome != Outcome::Acquired)
            return out;
        Money total;
        std::int64_t cards = 0;
        for (const DocumentLine& line : document.lines) {
            const std::int64_t count = acceptedOf(document, line);
            require(out, count <= line.quantity, "document.accepted_above", line.name);
            const Money price = priceOf(document, line);
            total += Money::fromFen(price.fen() * count);
            const EquipmentRule* rule = standardOf(document, line);
            const Money ceiling = rule ? rule->priceCeiling.value_or(price) : price;
            require(out, price <= ceiling, "purchase.above_ceiling",
                line.name + " " + price.toYuanString() + " > " + ceiling.toYuanString());
            cards += document.fact("card_mode", line.no) == "batch" ? 1 : count;
        }
        const Money allowed = document.moneyFact("approved_yuan").value_or(document.original());
        require(out, total <= allowed, "document.above_approved",
            total.toYuanString() + " > " + allowed.toYuanString());
        require(out, cards <= kMostCardsMade, "document.too_many_cards", std::to_string(cards));
        return out;
    }

    std::vector<Error> problems(const Document& document, DocumentStage stage, const RuleContext& context)
    {
        if (stage == DocumentStage::Filing)
            return problemsAtFiling(document, context);
        return stage == DocumentStage::Closing ? problemsAtClosing(document, context) : std::vector<Error> {};
    }

    /// What the document knows of a card; what was said at the acceptance goes before it.
    CardToMake cardOf(
        const Document& document, const DocumentLine& line, std::int64_t quantity, const CardToMake* said)
    {
        const Money original = Money::fromFen(priceOf(document, line).fen() * quantity);
        const std::int64_t share = document.numberFact("fiscal_share_percent").value_or(100);
        CardToMake out {line.no, {}};
        const auto set = [&](std::string_view field, std::string value) {
            if (value.empty()
                || (said && std::any_of(said->fields.begin(), said->fields.end(), [&](const FieldValue& one) {
                       return one.field == field;
                   })))
                return;
            out.fields.push_back({std::string(field), std::move(value)});
        };
        set("unit", document.unit.code);
        set("department", document.department.name);
        set("class_code", line.classCode);
        set("name", line.name);
        set("model", line.model);
        set("unit_of_measure", line.unitOfMeasure);
        set("quantity", std::to_string(quantity));
        set("original_yuan", original.toYuanString());
        set("fiscal_yuan",
            Money::fromFen(roundedHalfUp(Int128 {original.fen()} * share, 100)).toYuanString());
        set("acquired_on", std::string(document.fact("accepted_on")));
        set("acquisition_method", methodOf(document).acquisition);
        for (const char* fact : {"booked_on", "voucher_no", "supplier", "contract_no", "invoice_no",
                 "procurement_form", "budget_item_no"})
            set(fact, std::string(document.fact(fact)));
        set("brand", std::string(document.fact("brand", line.no)));
        set("place", std::string(document.fact("place", line.no)));
        if (const EquipmentRule* rule = standardOf(document, line); rule && rule->minYears)
            set("min_use_years", std::to_string(*rule->minYears));
        if (said)
            out.fields.insert(out.fields.end(), said->fields.begin(), said->fields.end());
        return out;
    }

    void makeCards(const Document& document, const RuleContext& context, DocumentEffect& effect)
    {
        for (const DocumentLine& line : document.lines) {
            std::vector<const CardToMake*> said;
            for (const CardToMake& one : context.cardFields)
                if (one.line == line.no)
                    said.push_back(&one);
            const bool isBatch = document.fact("card_mode", line.no) == "batch";
            const std::int64_t accepted = acceptedOf(document, line);
            const std::int64_t cards = isBatch ? std::min<std::int64_t>(1, accepted) : accepted;
            for (std::int64_t i = 0; i < cards; ++i) {
                const auto piece = std::min(static_cast<std::size_t>(i), said.empty() ? 0 : said.size() - 1);
                effect.created.push_back(
                    cardOf(document, line, isBatch ? accepted : 1, said.empty() ? nullptr : said[piece]));
            }
        }
    }

    void takeOver(const Document& document, RegisteredCard& card, DocumentEffect& effect, Day today)
    {
        const Day on = document.dayFact("accepted_on").value_or(today);
        effect.exits.push_back({card.card.id, card.card.unit, UnitId {document.unit.id}, on, document.method,
            card.card.original, card.schedule.accumulatedOnLeaving(on.year() / on.month()),
            std::string(document.fact("voucher_no"))});
        passTitle(effect.title, card, document.unit);
        card.unit = card.usingUnit = document.unit;
        card.card.unit = card.card.usingUnit = UnitId {document.unit.id};
        leaveHands(card);
        card.card.idleSince.reset();
        card.card.useState = UseState::InStock;
    }

    Result<DocumentEffect> effect(const Document& document, DocumentMoment moment, const RuleContext& context)
    {
        DocumentEffect out;
        const Outcome outcome = methodOf(document).outcome;
        if (moment == DocumentMoment::Closed && outcome == Outcome::Acquired)
            makeCards(document, context, out);
        for (RegisteredCard card : context.cards) {
            if (moment == DocumentMoment::Approved)
                card.card.useState = UseState::InTransfer;
            else if (moment == DocumentMoment::Closed)
                takeOver(document, card, out, context.today);
            else // a thing that is only asked for stays where it is
                continue;
            out.changed.push_back(std::move(card));
        }
        return out;
    }

} // namespace

const EquipmentRule* standardOf(const Document& document, const DocumentLine& line)
{
    const EquipmentStandard& standard = EquipmentStandard::current();
    const auto items = standard.itemsOf(line.classCode);
    std::string item(document.fact("standard_item", line.no));
    if (!items.empty() && std::find(items.begin(), items.end(), item) == items.end())
        item = items.front();
    return item.empty() ? nullptr : standard.find(item, document.fact("price_condition", line.no));
}

std::vector<CountedTogether> countedTogether(
    const Document& document, const DocumentLine& line, std::int64_t people)
{
    std::vector<CountedTogether> out;
    const EquipmentStandard& standard = EquipmentStandard::current();
    const EquipmentRule* rule = standardOf(document, line);
    if (!rule)
        return out;
    const auto groups = standard.groupsOf(rule->item);
    const auto isGroup = [&](const std::string& name) {
        return std::any_of(
            groups.begin(), groups.end(), [&](const EquipmentGroup& group) { return group.name == name; });
    };
    if (const auto most = quotaOf(*rule, people); most && !isGroup(rule->item)) {
        auto classes = standard.classesOf(rule->item);
        if (classes.empty())
            classes.push_back(line.classCode);
        out.push_back({rule->item, std::move(classes), *most});
    }
    for (const EquipmentGroup& group : groups) {
        CountedTogether one {group.name, {}, people * group.percent / 100};
        for (const std::string& item : group.items)
            for (std::string& prefix : standard.classesOf(item))
                one.classes.push_back(std::move(prefix));
        out.push_back(std::move(one));
    }
    return out;
}

std::vector<std::string> replacedBy(const Document& document, const DocumentLine& line)
{
    std::vector<std::string> out;
    std::string number;
    for (const char c : std::string(document.fact("replaces", line.no)) + ",") {
        if (c != ',' && c != ' ' && c != ';') {
            number += c;
            continue;
        }
        if (!number.empty())
            out.push_back(std::exchange(number, {}));
    }
    return out;
}

const DocumentRules& allocationRules()
{
    static const DocumentRules rules {problems, nullptr, effect};
    return rules;
}

} // namespace guanwu
