#include "app/documents/proposal_documents.h"

#include "schema/connection/session.h"
#include "schema/documents/live_documents.h"

#include <map>
#include <utility>

namespace guanwu {

namespace {

    using Json = nlohmann::ordered_json;

    std::string codesOf(const SpaceDraft& draft)
    {
        std::string out;
        for (const SpaceDraft::Room& one : draft.rooms)
            out.append(out.empty() ? "" : ";").append(one.room.code);
        return out;
    }

    std::string namesOf(const std::vector<Reference>& people)
    {
        std::string out;
        for (const Reference& person : people)
            out.append(out.empty() ? "" : "、").append(person.name);
        return out;
    }

    /// Who is to sit where, as far as a reason takes it.
    std::string peopleOf(const SpaceDraft& draft)
    {
        constexpr std::size_t kMostBytes = 800;
        std::string out;
        for (const SpaceDraft::Room& one : draft.rooms) {
            if (one.people.empty())
                continue;
            const std::string seats = namesOf(one.people) + "→" + one.room.code;
            if (out.size() + seats.size() > kMostBytes)
                return out + "……";
            out.append(out.empty() ? "安排：" : "；").append(seats);
        }
        return out;
    }

    std::vector<Fact> factsOf(const SpaceDraft& draft, const ProposalWords& words, bool isReform)
    {
        if (draft.method == "take_back")
            return {{0, "rooms", codesOf(draft)}, {0, "ground", "over_standard"}};
        std::vector<Fact> out {{0, "ground",
            !words.ground.empty() ? words.ground
                : isReform        ? "change"
                                  : "short"}};
        if (!words.basis.empty())
            out.push_back({0, "basis", words.basis});
        if (draft.method == "adjust") {
            out.push_back({0, "rooms", codesOf(draft)});
        } else {
            out.push_back({0, "wanted_m2", draft.usable.toString()});
            out.push_back({0, "proposed_rooms", codesOf(draft)});
        }
        std::vector<RoomSeats> seats;
        for (const SpaceDraft::Room& one : draft.rooms)
            if (!one.movers.people.empty())
                seats.push_back(one.movers);
        if (!seats.empty())
            out.push_back({0, kSeatsFact, roomSeatsText(seats)});
        return out;
    }

    std::string reasonOf(const SpaceDraft& draft, const ProposalWords& words)
    {
        const std::string said = !words.reason.empty() ? words.reason
            : draft.method == "take_back"              ? "用房调整方案：人员调整后退回"
                                                       : "用房调整方案";
        const std::string people = peopleOf(draft);
        return people.empty() ? said : said + "。" + people;
    }

    /// Takes out what a document has already.
    void keepFree(SpaceDraft& draft, const std::map<std::string, std::string>& live,
        std::vector<ProposalDocuments::Skipped>& skipped)
    {
        std::erase_if(draft.rooms, [&](const SpaceDraft::Room& one) {
            const auto has = live.find(one.room.code);
            if (has == live.end())
                return false;
            skipped.push_back({one.room, has->second});
            draft.usable -= one.usable;
            return true;
        });
    }

} // namespace

Result<ProposalDocuments> planProposal(
    Session& session, const Account& account, Day today, const ProposalQuestion& asked)
{
    SpaceRegister space(session, account.scope());
    const auto answer = proposalFor(space, asked, today);
    if (!answer)
        return fail(answer.error());
    ProposalDocuments out;
    SpaceDraftPlan plan = draftsOf(answer->needs, answer->proposal);
    const bool isBureau = DocumentActor::of(account).unit.value == 0;
    const auto live = liveSpaceDocuments(session);
    std::map<std::int64_t, Reference> units;
    for (const Reference& unit : answer->units)
        units[unit.id] = unit;
    for (SpaceDraft& draft : plan.drafts) {
        keepFree(draft, live, out.skipped);
        if (draft.method == "take_back" && !isBureau)
            for (const SpaceDraft::Room& one : std::exchange(draft.rooms, {}))
                out.skipped.push_back({one.room, {}});
        if (draft.rooms.empty())
            continue;
        const Reference unit = units[draft.unit];
        const Reference other = draft.other == 0 ? Reference {} : units[draft.other];
        out.drafts.push_back({{}, std::move(draft), unit, other});
    }
    out.movesWithin = plan.movesWithin;
    out.unmet = static_cast<std::int64_t>(plan.unmet.size());
    return out;
}

Result<ProposalDocuments> draftProposal(Session& session, const Account& account,
    const std::function<Instant()>& now, const ProposalQuestion& asked, const ProposalWords& words,
    DocumentStore::Commit commit)
{
    DocumentWork work(session, account, now);
    ProposalDocuments out;
    const auto done = work.store().transact(commit, [&]() -> Result<void> {
        auto plan = planProposal(session, account, chinaDate(now()), asked);
        if (!plan)
            return fail(plan.error());
        out = std::move(*plan);
        for (ProposalDocuments::Draft& one : out.drafts) {
            const auto document = work.service().create({DocumentKind::Space, one.draft.method, one.unit.code,
                {}, one.other.code, reasonOf(one.draft, words)});
            if (!document)
                return fail(document.error());
            DocumentEdit edit;
            edit.facts = factsOf(one.draft, words, asked.everybody);
            if (const auto edited = work.service().edit(document->no, document->revision, edit); !edited)
                return fail(edited.error());
            if (commit == DocumentStore::Commit::Yes)
                one.no = document->no;
        }
        return {};
    });
    return done ? Result<ProposalDocuments>(std::move(out)) : fail(done.error());
}

Json proposalDocumentsJson(const ProposalDocuments& made)
{
    Json documents = Json::array();
    for (const ProposalDocuments::Draft& one : made.drafts) {
        const DocumentMethod* method
            = DocumentData::current().findMethod(DocumentKind::Space, one.draft.method);
        Json rooms = Json::array();
        for (const SpaceDraft::Room& room : one.draft.rooms) {
            Json people = Json::array();
            for (const Reference& person : room.people)
                people.push_back(person.name);
            rooms.push_back(
                {{"room", room.room.code}, {"name", room.room.name}, {"people", std::move(people)}});
        }
        documents.push_back({{"no", one.no.empty() ? Json() : Json(one.no)}, {"method", one.draft.method},
            {"method_name", method->nameZh}, {"method_name_en", method->nameEn}, {"unit", one.unit.code},
            {"unit_name", one.unit.name}, {"other", one.other.id == 0 ? Json() : Json(one.other.code)},
            {"other_name", one.other.id == 0 ? Json() : Json(one.other.name)},
            {"usable_m2", one.draft.usable.toString()}, {"rooms", std::move(rooms)}});
    }
    Json skipped = Json::array();
    for (const ProposalDocuments::Skipped& one : made.skipped)
        skipped.push_back({{"room", one.room.code}, {"name", one.room.name},
            {"document", one.document.empty() ? Json() : Json(one.document)}});
    return {{"documents", std::move(documents)}, {"skipped", std::move(skipped)},
        {"moves_within", made.movesWithin}, {"unmet", made.unmet}};
}

} // namespace guanwu
