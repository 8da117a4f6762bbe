// What a person has of the registry: the proof that nothing is outstanding when somebody leaves.
#include "app/server/routes/routes.h"
#include "core/cards/registered_card.h"
#include "schema/cards/soci_card_repository.h"
#include "schema/documents/soci_document_store.h"

namespace guanwu {

namespace {

    using Json = nlohmann::ordered_json;

    Result<HttpResponse> holdings(RouteCall& call)
    {
        const auto person = SociCardRepository(call.session, call.scope()).person(call.pathValue("code"));
        if (!person)
            return fail(person.error());
        Json rows = Json::array();
        for (const HeldAsset& asset :
            SociDocumentStore(call.session, call.scope()).heldBy(PersonId {person->id}))
            rows.push_back({{"asset_no", asset.assetNo}, {"name", asset.name}, {"unit", asset.unit.code},
                {"place", textOrNull(asset.place.code)},
                {"use_state", tokenRow(kUseStates, asset.useState).token}, {"uses", asset.uses},
                {"keeps", asset.keeps}, {"original_yuan", asset.original.toYuanString()},
                {"document", textOrNull(asset.document)}});
        return jsonResponse({{"person", {{"code", person->code}, {"name", person->name}}},
            {"outstanding", rows.size()}, {"assets", rows}});
    }

    const Route kRoutes[] = {
        {"GET", "/people/{code}/holdings", Admission::Permitted, Permission::ReadRegistry, Reach::OwnUnit,
            "What a person uses or keeps; an empty list proves that nothing is outstanding.", holdings},
    };

} // namespace

std::span<const Route> holdingRoutes() { return kRoutes; }

} // namespace guanwu
