#pragma once

#include "app/documents/document_work.h"

#include <nlohmann/json.hpp>

namespace guanwu {

inline constexpr std::size_t kMostBatchAssets = 20'000; ///< one transaction holds their drafts

/// Many assets, of one unit or of many, on drafts of one kind: a batch that goes to the city investment company, cards
/// that are coded anew.
struct DraftBatch {
    struct Line {
        std::string assetNo;
        std::vector<Fact> facts {}; ///< of the line; their numbers are given here
    };
    DocumentKind kind {};
    std::string method;
    std::string reason;
    std::vector<Fact> facts; ///< of every document
    std::vector<Line> lines;
};

struct DraftedBatch {
    struct Draft {
        std::string no;
        std::string unit;
        std::int64_t lines = 0;
        Money original;
    };
    struct Skipped {
        std::string assetNo;
        std::string document; ///< that has it already
    };
    std::vector<Draft> drafts;
    std::vector<Skipped> skipped;
};

/// A draft for each unit, and in it for estate, vehicles and the rest, of at most 500 lines; all in one transaction. What
/// is on a document of the kind that is not at its end is left out, so done again nothing is made twice. Errors:
/// card.not_found, document.batch_empty, document.batch_large, those of a draft.
[[nodiscard]] Result<DraftedBatch> draftBatch(Session& session, const Account& account,
    const std::function<Instant()>& now, const DraftBatch& batch, DocumentStore::Commit commit);

[[nodiscard]] nlohmann::ordered_json batchJson(const DraftedBatch& batch);

} // namespace guanwu
