#include "app/documents/document_files.h"

#include "app/audit/anchored_report.h"
#include "app/private_folder.h"
#include "core/documents/document_context.h"
#include "core/documents/document_data.h"
#include "core/documents/premises_effect.h"
#include "reports/documents/document_form.h"
#include "reports/model/columns.h"
#include "reports/writers/write_report.h"
#include "schema/access/soci_account_store.h"
#include "schema/cards/soci_card_repository.h"
#include "schema/connection/sha256.h"
#include "schema/documents/soci_document_store.h"
#include "schema/premises/space_register.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace guanwu {

namespace {

    Result<std::string> readFile(const std::filesystem::path& file)
    {
        std::ifstream in(file, std::ios::binary);
        std::stringstream bytes;
        if (!in || !(bytes << in.rdbuf()))
            return fail(ErrorCode::NotFound, "file.unreadable", file.string());
        return bytes.str();
    }

    /// The cards that a document made, as far as one line of print has room for them; of those that stand for
    /// others how much of it each has.
    std::vector<std::string> madeCards(
        CardRepository& repository, const Document& document, const std::vector<std::string>& cards)
    {
        constexpr std::size_t kMostNamed = 20;
        if (cards.empty())
            return {};
        std::string out = "所建卡片：";
        for (std::size_t i = 0; i < cards.size() && i < kMostNamed; ++i) {
            out.append(i == 0 ? "" : "、").append(cards[i]);
            if (document.kind != DocumentKind::Change)
                continue;
            if (const auto card = repository.find(cards[i]))
                out += "（" + std::to_string(card->card.quantity) + card->card.unitOfMeasure + "，"
                    + printedText(card->card.original, MoneyUnit::Yuan) + " 元）";
        }
        return {out + (cards.size() > kMostNamed ? " 等 " + std::to_string(cards.size()) + " 张" : "")};
    }

    /// Codes of the rooms that a document is about: those decided, else those suggested; of a certificate
    /// that is made out anew, what it covers.
    std::vector<std::string> roomsOn(Session& session, const Scope& scope, const Document& document)
    {
        if (document.method != "reissue") {
            const auto decided = document.fact("rooms");
            return codeList(decided.empty() ? document.fact("proposed_rooms") : decided);
        }
        std::vector<std::string> out;
        for (const std::string& no : document.state == DocumentState::Closed
                ? std::vector {useCertificateNo(document.no)}
                : codeList(document.fact("certificates"))) {
            AllocationQuery asked;
            asked.certificateNo = no;
            asked.isOpenOnly = true;
            for (const AllocationLine& line : SpaceRegister(session, scope).allocations(asked))
                out.push_back(line.room.code);
        }
        return out;
    }

    std::string nameOf(const Document& document, const std::string& paper)
    {
        for (const PaperRule* rule : DocumentData::current().papers(document.kind, document.method))
            if (rule->paper == paper)
                return rule->nameZh;
        return "其他材料";
    }

} // namespace

Document withNames(Session& session, const Scope& scope, Document document)
{
    SociCardRepository cards(session, scope);
    for (Fact& fact : document.facts) {
        const FactRule* rule = DocumentData::current().findFact(document.kind, document.method, fact.name);
        if (document.kind == DocumentKind::Title && fact.name == "holder") {
            if (const auto holder = SociDocumentStore(session, scope).unit(fact.value))
                fact.value = holder->unit.name + "（" + fact.value + "）";
            continue;
        }
        const bool isPerson = rule && rule->type == FactType::Person;
        const bool isPlace = rule && rule->type == FactType::Place;
        const bool arePlaces = rule && rule->type == FactType::Places && document.kind != DocumentKind::Space;
        if (!isPerson && !isPlace && !arePlaces)
            continue;
        std::string said;
        for (const std::string& code : arePlaces ? codeList(fact.value) : std::vector {fact.value}) {
            const auto named = isPerson ? cards.person(code) : cards.place(code);
            said.append(said.empty() ? "" : "、").append(named ? named->name + "（" + code + "）" : code);
        }
        fact.value = said;
    }
    return document;
}

StreamedReport documentFormOf(Session& session, const Scope& scope, const Document& document, Day today)
{
    if (document.kind != DocumentKind::Space) {
        SociDocumentStore store(session, scope);
        SociCardRepository own(session, scope);
        SociCardRepository all(session, Scope::everything());
        DocumentContext context(store, own, all, today);
        std::vector<RegisteredCard> cards;
        std::optional<RuleContext> read;
        if (plansChanges(document)) {
            cards = context.cards(document);
            read.emplace(context.read(document, cards));
        }
        const auto changes = changesOf(document, store, read);
        return documentForm(withNames(session, scope, document), today, {},
            madeCards(own, document, store.cardsOf(document.id)), changes);
    }
    std::vector<std::string> notes;
    SpaceRegister space(session, scope);
    if (const auto facts = space.facts(document.unit.code)) {
        RoomQuery ofUnit;
        ofUnit.unit = facts->unit.id;
        const auto present = space.rooms(ofUnit);
        notes = presentSpaceNotes(sumUp(*facts, present), present, today);
    }
    const auto rooms = namedRooms(session, scope, roomsOn(session, scope, document));
    return documentForm(withNames(session, scope, document), today, rooms, notes);
}

Result<WrittenReport> writeDocumentForm(
    Session& session, const Scope& scope, const Document& document, Day today, const std::filesystem::path& out)
{
    const StreamedReport form = documentFormOf(session, scope, document, today);
    return withAnchor(session, toFile(out))(form.report, *form.rows);
}

Result<std::string> documentFormPdf(
    Session& session, const Scope& scope, const Document& document, Day today)
{
    const PrivateFolder folder;
    const std::filesystem::path file = folder / "form.pdf";
    if (const auto written = writeDocumentForm(session, scope, document, today, file); !written)
        return fail(written.error());
    return readFile(file);
}

Result<Dossier> writeDossier(Session& session, const Scope& scope, const Document& document,
    const std::string& by, Instant at, const std::filesystem::path& out)
{
    if (out.extension() != ".pdf")
        return fail(ErrorCode::InvalidArgument, "report.format", out.string());
    Dossiers dossiers(session, scope);
    const auto names = accountNames(session);
    std::vector<DossierPaper> papers;
    Dossier dossier;
    for (const DocumentPaper& paper : document.papers) {
        papers.push_back({nameOf(document, paper.paper), paper.title, paper.hash,
            dossiers.bytesOf(paper.hash), nameOrLogin(names, paper.addedBy), chinaDate(paper.addedAt)});
        dossier.papers.emplace_back(paper.paper, paper.hash);
    }
    dossier.documentDigest = sha256Hex(documentText(document));
    const StreamedReport manifest
        = dossierManifest(withNames(session, scope, document), papers, dossier.documentDigest);
    if (const auto written = withAnchor(session, toFile(out))(manifest.report, *manifest.rows); !written)
        return fail(written.error());
    const auto bytes = readFile(out);
    if (!bytes)
        return fail(bytes.error());
    dossier.fileHash = sha256Hex(*bytes);
    dossier.documentNo = document.no;
    dossier.madeBy = by;
    dossier.madeAt = at;
    dossiers.add(document.id, dossier);
    return dossier;
}

Result<std::string> dossierPdf(
    Session& session, const Scope& scope, const Document& document, const std::string& by, Instant at)
{
    const PrivateFolder folder;
    const std::filesystem::path file = folder / "dossier.pdf";
    if (const auto written = writeDossier(session, scope, document, by, at, file); !written)
        return fail(written.error());
    return readFile(file);
}

Result<DossierCheck> checkDossier(Session& session, const Scope& scope, const std::filesystem::path& file)
{
    const auto bytes = readFile(file);
    if (!bytes)
        return fail(bytes.error());
    Dossiers dossiers(session, scope);
    auto dossier = dossiers.find(sha256Hex(*bytes));
    if (!dossier)
        return fail(dossier.error());
    const auto document = SociDocumentStore(session, scope).find(dossier->documentNo);
    if (!document)
        return fail(document.error());
    DossierCheck out {std::move(*dossier), {}, false};
    for (const auto& [paper, hash] : out.dossier.papers) {
        const bool isListed = std::any_of(document->papers.begin(), document->papers.end(),
            [&](const DocumentPaper& one) { return one.paper == paper && one.hash == hash; });
        if (!isListed || !dossiers.isWhole(hash))
            out.lostPapers.push_back(paper);
    }
    out.documentChanged = sha256Hex(documentText(*document)) != out.dossier.documentDigest;
    return out;
}

} // namespace guanwu
