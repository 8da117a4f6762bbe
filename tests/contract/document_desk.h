#pragma once

#include "core/documents/document_service.h"
#include "schema/cards/soci_card_repository.h"
#include "schema/documents/soci_document_store.h"
#include "tests/contract/small_registry.h"

namespace guanwu::test {

inline constexpr Instant kDeskNow
    = std::chrono::sys_days(std::chrono::year(2026) / 11 / 28) + std::chrono::hours(1);

/// What one account does with documents over a session.
struct DocumentDesk {
    DocumentDesk(Session& session, DocumentActor who,
        DocumentStore::Commit commit = DocumentStore::Commit::Yes, Instant now = kDeskNow)
        : actor(who)
        , scope(Scope::of(*who.role, who.unit, who.department))
        , own(session, scope)
        , all(session, Scope::everything())
        , store(session, scope)
        , service(
              {store, own, all}, scope, std::move(who), [now] { return now; }, commit)
    {
    }
    DocumentActor actor;
    Scope scope;
    SociCardRepository own;
    SociCardRepository all;
    SociDocumentStore store;
    DocumentService service;
};

inline DocumentActor person(const std::string& login, Role role, std::int64_t unit)
{
    return {login, login, role, UnitId {unit}, DepartmentId {}};
}

/// The people around U002, which stands below U001.
inline const DocumentActor kClerk2 = person("clerk2", Role::UnitClerk, 2);
inline const DocumentActor kOfficer2 = person("officer2", Role::AssetOfficer, 2);
inline const DocumentActor kOfficer1 = person("officer1", Role::AssetOfficer, 1);
inline const DocumentActor kOfficer3 = person("officer3", Role::AssetOfficer, 3);
inline const DocumentActor kBureau = person("bureau", Role::AssetSection, 0);
inline const DocumentActor kBureau2 = person("bureau2", Role::AssetSection, 0);
inline const DocumentActor kBureau3 = person("bureau3", Role::AssetSection, 0);

inline DocumentMove signature()
{
    DocumentMove move;
    move.action = DocumentAction::Approve;
    move.opinion = "同意";
    move.paperNo = "怀机管〔2026〕1号";
    move.meeting = "党组会";
    move.minutesNo = "纪要〔2026〕9号";
    return move;
}

inline DocumentMove moveOf(DocumentAction action, std::vector<Fact> facts = {})
{
    DocumentMove move;
    move.action = action;
    move.opinion = "因故";
    move.facts = std::move(facts);
    return move;
}

} // namespace guanwu::test
