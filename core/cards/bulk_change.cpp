#include "core/cards/bulk_change.h"

#include "core/cards/card_number.h"

#include <algorithm>
#include <unordered_set>

namespace guanwu {

namespace {

    constexpr int kPage = 500;

    void addPart(std::string& out, std::string_view part)
    {
        out += std::to_string(part.size());
        out += ':';
        out += part;
    }

} // namespace

Result<std::vector<std::string>> BulkChange::numbers(const CardSelection& selection)
{
    std::vector<std::string> out;
    if (!selection.numbers.empty()) {
        std::unordered_set<std::string> seen;
        for (const std::string& number : selection.numbers)
            if (seen.insert(assetNoOf(number)).second)
                out.push_back(assetNoOf(number));
    } else {
        std::optional<CardMark> after;
        do {
            const auto page = m_search.find(selection.filter, after, kPage);
            if (!page)
                return fail(page.error());
            for (const CardSummary& card : page->cards)
                out.push_back(card.assetNo);
            after = page->next;
        } while (after && out.size() <= kMostChangedAtOnce);
    }
    if (out.size() > kMostChangedAtOnce)
        return fail(ErrorCode::RuleViolated, "change.too_many", std::to_string(kMostChangedAtOnce));
    return out;
}

Result<BulkChange::Plan> BulkChange::plan(
    const CardSelection& selection, const std::vector<FieldValue>& fields, const CardChangeBy& by)
{
    const auto selected = numbers(selection);
    if (!selected)
        return fail(selected.error());
    if (selected->empty() || fields.empty())
        return fail(ErrorCode::InvalidArgument, "change.nothing");
    Plan plan;
    std::string content;
    for (const FieldValue& field : fields) {
        addPart(content, field.field);
        addPart(content, field.value);
    }
    BulkPreview& preview = plan.preview;
    const auto refuse = [&](const std::string& assetNo, const Error& error) {
        if (++preview.refusedCount <= kUsuallyShown)
            preview.refused.push_back({assetNo, error});
    };
    std::unordered_set<std::string> found;
    for (const RegisteredCard& card : m_service.findAll(*selected)) {
        found.insert(card.card.assetNo);
        addPart(content, card.card.assetNo);
        addPart(content, std::to_string(card.card.revision));
        auto changed = m_service.changed(card, fields, by);
        if (!changed)
            refuse(card.card.assetNo, changed.error());
        else if (changed->event.fields.empty())
            ++preview.unchanged;
        else
            plan.cards.push_back(std::move(*changed));
    }
    for (const std::string& number : *selected)
        if (!found.contains(number))
            refuse(number, {ErrorCode::NotFound, "card.not_found", number});
    preview.changing = plan.cards.size();
    preview.digest = m_digest(content);
    return plan;
}

Result<BulkPreview> BulkChange::preview(const CardSelection& selection, const std::vector<FieldValue>& fields,
    const CardChangeBy& by, std::size_t show)
{
    auto planned = plan(selection, fields, by);
    if (!planned)
        return fail(planned.error());
    planned->preview.shown.assign(planned->cards.begin(),
        planned->cards.begin() + static_cast<std::ptrdiff_t>(std::min(planned->cards.size(), show)));
    return std::move(planned->preview);
}

Result<BulkChange::Done> BulkChange::apply(const CardSelection& selection,
    const std::vector<FieldValue>& fields, const std::string& digest, const CardChangeBy& by)
{
    auto planned = plan(selection, fields, by);
    if (!planned)
        return fail(planned.error());
    if (planned->preview.digest != digest)
        return fail(ErrorCode::Conflict, "change.outdated");
    const Done done {m_cards.newId(), planned->cards.size()};
    for (ChangedCard& card : planned->cards)
        card.event.change = done.change;
    // Whoever changes one of the cards from here on is met by its revision.
    if (const auto stored = m_cards.update(planned->cards); !stored)
        return fail(ErrorCode::Conflict, "change.outdated");
    return done;
}

} // namespace guanwu
