#include "app/documents/recoding.h"

#include "app/documents/document_json.h"
#include "core/registry/older_card_kinds.h"
#include "schema/connection/session.h"
#include "schema/repositories/units.h"

#include <algorithm>

namespace guanwu {

namespace {

    using Json = nlohmann::ordered_json;
    constexpr std::size_t kMostSuggestions = 3;
    constexpr std::size_t kMostLooked = 50; ///< of which those of another kind of card are left out
    constexpr int kRecodedPage = 500;

} // namespace

Result<RecodingPage> recodingOf(
    Session& session, const Scope& scope, const std::string& unitCode, AssetId after, int most)
{
    const auto unit = findUnit(session, scope, unitCode);
    if (!unit)
        return fail(unit.error());
    auto cards = cardsOfOldEditions(session, scope, *unit, after, most + 1);
    RecodingPage out;
    if (cards.size() > static_cast<std::size_t>(most)) {
        cards.resize(static_cast<std::size_t>(most));
        out.next = cards.back().id;
    }
    std::vector<std::int64_t> ids;
    for (const OldClassCard& card : cards)
        ids.push_back(card.id.value);
    const auto live = liveDocuments(session, DocumentKind::Change, "class", ids);
    for (OldClassCard& card : cards) {
        RecodingLine line;
        for (ClassSuggestion& one : suggestClasses(card.name, card.edition, card.classCode, kMostLooked))
            // A slip does not make a desk of a computer: a card of another kind is another card.
            if (mayBeRecoded(card.kind, cardKindOf(one.of->code))
                && line.suggestions.size() < kMostSuggestions)
                line.suggestions.push_back(std::move(one));
        if (const auto has = live.find(card.id.value); has != live.end())
            line.document = has->second;
        line.card = std::move(card);
        out.lines.push_back(std::move(line));
    }
    return out;
}

Result<DraftedBatch> draftRecoding(Session& session, const Account& account, const std::function<Instant()>& now,
    const std::string& unit, int leastScore, DocumentStore::Commit commit)
{
    DraftBatch batch;
    batch.kind = DocumentKind::Change;
    batch.method = "class";
    batch.reason = "按 GB/T 14885-2022 重新分类";
    std::vector<DraftedBatch::Skipped> already;
    std::optional<AssetId> after = AssetId {};
    while (after && batch.lines.size() < kMostBatchAssets) {
        const auto page = recodingOf(session, account.scope(), unit, *after, kRecodedPage);
        if (!page)
            return fail(page.error());
        for (const RecodingLine& line : page->lines) {
            if (!line.document.empty())
                already.push_back({line.card.assetNo, line.document});
            else if (!line.suggestions.empty() && line.suggestions.front().score >= leastScore
                && batch.lines.size() < kMostBatchAssets)
                batch.lines.push_back(
                    {line.card.assetNo, {{0, "class_code", line.suggestions.front().of->code}}});
        }
        after = page->next;
    }
    if (batch.lines.empty())
        return DraftedBatch {{}, std::move(already)};
    auto drafted = draftBatch(session, account, now, batch, commit);
    if (drafted)
        drafted->skipped.insert(drafted->skipped.begin(), already.begin(), already.end());
    return drafted;
}

Json suggestionsJson(const std::vector<ClassSuggestion>& suggestions)
{
    Json out = Json::array();
    for (const ClassSuggestion& one : suggestions)
        out.push_back({{"class_code", one.of->code}, {"class_name", one.of->nameZh}, {"score", one.score},
            {"reason", tokenRow(kSuggestReasons, one.reason).token},
            {"reason_name", tokenRow(kSuggestReasons, one.reason).nameZh},
            {"fits_old_class", one.fitsOldClass}, {"source", textOrNone(one.source)}});
    return out;
}

Json recodingJson(const RecodingLine& line)
{
    return {{"asset_no", line.card.assetNo}, {"name", line.card.name},
        {"class_edition", tokenRow(kClassEditions, line.card.edition).token},
        {"class_code", line.card.classCode}, {"document", textOrNone(line.document)},
        {"suggestions", suggestionsJson(line.suggestions)}};
}

} // namespace guanwu
