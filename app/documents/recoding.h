#pragma once

#include "app/documents/batch_drafts.h"
#include "core/reference/class_suggestions.h"
#include "schema/documents/live_documents.h"

namespace guanwu {

/// A card of an older edition with the classes of 2022 it may belong to.
struct RecodingLine {
    OldClassCard card;
    std::vector<ClassSuggestion> suggestions; ///< of the kind of the card, the best first
    std::string document; ///< slip that has it already, empty = none
};

struct RecodingPage {
    std::vector<RecodingLine> lines;
    std::optional<AssetId> next;
};

/// Cards of a unit behind one, at most so many. Errors: unit.not_found.
[[nodiscard]] Result<RecodingPage> recodingOf(
    Session& session, const Scope& scope, const std::string& unit, AssetId after, int most);

/// Slips for all cards of a unit whose best suggestion has at least this score, at most kMostBatchAssets of
/// them: done again it goes on. Errors: those of draftBatch(),
/// unit.not_found.
[[nodiscard]] Result<DraftedBatch> draftRecoding(Session& session, const Account& account,
    const std::function<Instant()>& now, const std::string& unit, int leastScore, DocumentStore::Commit commit);

[[nodiscard]] nlohmann::ordered_json suggestionsJson(const std::vector<ClassSuggestion>& suggestions);
[[nodiscard]] nlohmann::ordered_json recodingJson(const RecodingLine& line);

} // namespace guanwu
