#pragma once

#include "core/documents/document_rules.h"
#include "core/documents/document_store.h"

#include <optional>
#include <string>
#include <vector>

namespace guanwu {

/// A field of a card that a document changes, with what stands there before and after it (rule R3).
struct CardChange {
    int line = 0;
    std::string assetNo;
    FieldDifference field;
};

/// Whether what a document of this kind is about is what its cards say.
[[nodiscard]] constexpr bool isAboutCards(DocumentKind kind)
{
    return kind == DocumentKind::Change || kind == DocumentKind::Custody;
}

/// What a document about cards would change on them if it were closed as it stands. While it does not say
/// all that it takes, only what its lines say of fields of the card.
[[nodiscard]] std::vector<CardChange> plannedChanges(const Document& document, const RuleContext& context);

/// What a document did change, by the events of its cards that belong to it, the oldest first: from the first
/// value of each field to the last. What came to be what it was before is left out.
[[nodiscard]] std::vector<CardChange> recordedChanges(
    const Document& document, const std::vector<std::pair<AssetId, CardEvent>>& events);

/// Whether changesOf() asks what the rules look at.
[[nodiscard]] inline bool plansChanges(const Document& document)
{
    return isAboutCards(document.kind) && !isFinal(document.state);
}

/// Of a document that came to its end what it changed, of any other what it would change; nothing of one that
/// is not about cards. `context` is there where plansChanges() says so.
[[nodiscard]] std::vector<CardChange> changesOf(
    const Document& document, DocumentStore& store, const std::optional<RuleContext>& context);

} // namespace guanwu
