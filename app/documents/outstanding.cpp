#include "app/documents/outstanding.h"

#include "app/documents/document_json.h"
#include "schema/cards/soci_card_repository.h"
#include "schema/documents/soci_document_store.h"
#include "schema/repositories/units.h"

namespace guanwu {

namespace {

    using Json = nlohmann::ordered_json;
    constexpr int kPage = 500;

} // namespace

Result<Json> outstandingOfPerson(Session& session, const Scope& scope, const std::string& code)
{
    const auto person = SociCardRepository(session, scope).person(code);
    if (!person)
        return fail(person.error());
    Json rows = Json::array();
    for (const HeldAsset& asset : SociDocumentStore(session, scope).heldBy(PersonId {person->id}))
        rows.push_back({{"asset_no", asset.assetNo}, {"name", asset.name}, {"unit", asset.unit.code},
            {"place", textOrNone(asset.place.code)},
            {"use_state", tokenRow(kUseStates, asset.useState).token}, {"uses", asset.uses},
            {"keeps", asset.keeps}, {"original_yuan", asset.original.toYuanString()},
            {"document", textOrNone(asset.document)}});
    return Json {{"person", {{"code", person->code}, {"name", person->name}}}, {"outstanding", rows.size()},
        {"assets", rows}};
}

Result<Json> outstandingOfUnit(Session& session, const Scope& scope, const std::string& code)
{
    const auto unit = findUnit(session, scope, code);
    if (!unit)
        return fail(unit.error());
    SociDocumentStore store(session, scope);
    Json people = Json::array();
    std::int64_t outstanding = 0;
    for (const AssetHolder& holder : store.holders(*unit)) {
        people.push_back({{"code", holder.person.code}, {"name", holder.person.name},
            {"in_post", holder.isInPost}, {"assets", holder.assets},
            {"original_yuan", holder.original.toYuanString()}});
        if (!holder.isInPost)
            outstanding += holder.assets;
    }
    Json documents = Json::array();
    DocumentFilter filter;
    filter.unit = code;
    filter.onlyOpen = true;
    std::int64_t before = 0;
    do {
        const auto page = store.list(filter, before, kPage);
        if (!page)
            return fail(page.error());
        for (const DocumentSummary& document : page->documents)
            documents.push_back(summaryJson(document));
        before = page->next.value_or(0);
    } while (before > 0);
    outstanding += static_cast<std::int64_t>(documents.size());
    return Json {{"unit", code}, {"outstanding", outstanding}, {"people", people}, {"documents", documents}};
}

} // namespace guanwu
