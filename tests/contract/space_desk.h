#pragma once

#include "schema/premises/space_register.h"
#include "tests/contract/paperwork.h"
#include "tests/contract/small_space.h"

namespace guanwu::test {

inline const DocumentActor kSpace1 = person("space1", Role::SpaceSection, 0);
inline const DocumentActor kSpace2 = person("space2", Role::SpaceSection, 0);
inline const DocumentActor kSpace3 = person("space3", Role::SpaceSection, 0);

/// The small space with people who apply, sign and close.
struct SpaceDesk : SmallSpace {
    explicit SpaceDesk(const std::string& backEndName)
        : SmallSpace(backEndName)
    {
    }
    Document draft(const DocumentActor& who, const NewDocument& wanted, std::vector<Fact> facts)
    {
        DocumentDesk desk(*session, who);
        const auto made = desk.service.create(wanted);
        INFO(refusalOf(made));
        REQUIRE(made.has_value());
        DocumentEdit edit;
        edit.facts = std::move(facts);
        const auto edited = desk.service.edit(made->no, made->revision, edit);
        INFO(refusalOf(edited));
        REQUIRE(edited.has_value());
        return *edited;
    }
    Result<Document> tryFile(const DocumentActor& who, const Document& document)
    {
        return DocumentDesk(*session, who).service.file(document.no, document.revision);
    }
    Document file(const DocumentActor& who, const Document& document)
    {
        const auto filed = tryFile(who, document);
        INFO(refusalOf(filed));
        REQUIRE(filed.has_value());
        return *filed;
    }
    Result<Document> tryMove(const DocumentActor& who, const Document& document, DocumentMove move)
    {
        return DocumentDesk(*session, who).service.move(document.no, document.revision, move);
    }
    Document move(const DocumentActor& who, const Document& document, DocumentMove move)
    {
        const auto moved = tryMove(who, document, std::move(move));
        INFO(refusalOf(moved));
        REQUIRE(moved.has_value());
        return *moved;
    }
    Document paper(const DocumentActor& who, const Document& document, const char* name)
    {
        const auto added = DocumentDesk(*session, who)
                               .service.addPaper(document.no, document.revision,
                                   {name, std::string(64, 'a'), std::string(name) + ".pdf", "", {}});
        INFO(refusalOf(added));
        REQUIRE(added.has_value());
        return *added;
    }
    RoomLine room(const std::string& code)
    {
        RoomQuery query;
        query.room = code;
        return readRooms(*session, Scope::everything(), query).at(0);
    }
    /// A request of U001 up to where the bureau decides.
    Document requested()
    {
        const Document request = draft(kClerk1, {DocumentKind::Space, "allocate", "U001", "", "", "新增职能"},
            {{0, "ground", "change"}, {0, "basis", "怀编发〔2026〕3号"}, {0, "wanted_m2", "17.5"}});
        return move(kOfficer1, file(kClerk1, request), signature());
    }
};

DocumentMove approval(std::vector<Fact> facts)
{
    DocumentMove out = signature();
    out.facts = std::move(facts);
    return out;
}

const std::vector<Fact> kRoom401 {{0, "rooms", "R-401"}, {0, "approved_m2", "17.50"}};

/// The room after it was approved, cleared and handed over.
RoomLine takenBack(SpaceDesk& desk, Document document, const std::string& code)
{
    document = desk.move(kSpace2, document, approval({{0, "vacate_by", "2026-12-31"}}));
    CHECK(desk.room(code).state == RoomState::Vacating);
    document = desk.move(kSpace1, document, moveOf(DocumentAction::Execute));
    const std::string user = desk.room(code).usedBy.name;
    document
        = desk.move(kSpace1, document, moveOf(DocumentAction::Close, {{0, "handed_over_on", "2026-11-28"}}));
    CHECK(formerUserIn(document.fact(kFormerUsers), code) == user);
    const RoomLine room = desk.room(code);
    CHECK(room.state == RoomState::Available);
    CHECK(room.usedBy.id == 0);
    return room;
}

} // namespace guanwu::test
