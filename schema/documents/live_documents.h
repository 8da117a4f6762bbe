#pragma once

#include "core/access/scope.h"
#include "core/documents/document.h"
#include "core/values/ids.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace guanwu {

class Session;

/// By asset: the number of a document of this kind and method that has it and is not at its end, drafts among them: they
/// hold nothing, and still nobody wants a second one.
[[nodiscard]] std::map<std::int64_t, std::string> liveDocuments(
    Session& session, DocumentKind kind, const std::string& method, std::span<const std::int64_t> assets);

/// By asset: the number of the newest document of this kind and method that has it and did not come to
/// nothing.
[[nodiscard]] std::map<std::int64_t, std::string> standingDocuments(
    Session& session, DocumentKind kind, const std::string& method, std::span<const std::int64_t> assets);

/// By code of a room: the number of a document that gives it, asks for it or takes it back and is not at its
/// end, drafts among them.
[[nodiscard]] std::map<std::string, std::string> liveSpaceDocuments(Session& session);

/// Numbers of the disposals that ended in the days from one to another and had things on them that were idle.
[[nodiscard]] std::vector<std::string> disposalsOfIdle(
    Session& session, const Scope& scope, const std::string& unitCode, Day from, Day to);

/// A card whose class is of an edition before 2022.
struct OldClassCard {
    AssetId id;
    std::string assetNo;
    std::string name;
    ClassEdition edition {};
    std::string classCode;
    CardKind kind {};
};

/// Of a unit, in the order of ids, those behind one; countable cards only, within the scope.
[[nodiscard]] std::vector<OldClassCard> cardsOfOldEditions(
    Session& session, const Scope& scope, UnitId unit, AssetId after, std::int64_t most);

} // namespace guanwu
