#include "app/documents/finding_documents.h"

#include "core/inventory/inventory_service.h"
#include "schema/connection/session.h"
#include "schema/inventory/soci_inventory_store.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace guanwu {

namespace {

    using Json = nlohmann::ordered_json;
    constexpr std::size_t kMostShown = 50; ///< lines of a draft that a preview names

    /// Whether a code is known, asked once for each.
    std::function<bool(const std::string&)> remembered(std::function<bool(const std::string&)> ask)
    {
        return [ask = std::move(ask), known = std::unordered_map<std::string, bool>()](
                   const std::string& code) mutable {
            const auto [found, isNew] = known.try_emplace(code, false);
            if (isNew)
                found->second = ask(code);
            return found->second;
        };
    }

} // namespace

struct FindingDocuments::Sheet {
    InventoryTask task;
    CountSheet sheet;
    CountedSheet counted;
};

FindingDocuments::FindingDocuments(
    Session& session, const Account& account, std::function<Instant()> now)
    : m_session(session)
    , m_scope(account.scope())
    , m_now(now)
    , m_work(session, account, std::move(now))
{
}

Result<FindingDocuments::Sheet> FindingDocuments::sheetOf(
    const std::string& taskNo, const std::string& unitCode)
{
    SociInventoryStore store(m_session, m_scope);
    auto task = store.findTask(taskNo);
    if (!task)
        return fail(task.error());
    auto sheets = store.sheets(task->id);
    if (auto kept = keepUnits(sheets, std::span(&unitCode, 1)); !kept)
        return fail(kept.error());
    CountSheet sheet = std::move(sheets.front());
    // Cards change only after the approval of the count (Decree 738, articles 38 and 39).
    if (sheet.state < SheetState::Verified)
        return fail(ErrorCode::RuleViolated, "document.not_verified", unitCode);
    CountedSheet counted = InventoryService(store, m_now).countedSheet(*task, sheet);
    return Sheet {std::move(*task), std::move(sheet), std::move(counted)};
}

Result<FindingDocuments::Made> FindingDocuments::planned(const Sheet& sheet)
{
    Made out;
    out.before = FindingLinks(m_session).of(sheet.sheet.id);
    SociCardRepository cards(m_session, m_scope);
    const auto found = cards.findAll(findingNumbers(sheet.counted));
    std::vector<AssetId> assets;
    for (const RegisteredCard& card : found)
        assets.push_back(card.card.id);
    std::set<std::int64_t> taken;
    for (const AssetLock& lock : m_work.store().locks(assets, {}))
        if (lock.kind == AssetLockKind::OpenDocument)
            taken.insert(lock.asset.value);
    out.plan = planDocuments({sheet.task, sheet.sheet, sheet.counted, found, chinaDate(m_now()),
        [&](const std::string& finding) {
            const auto link = out.before.find(finding);
            return link != out.before.end() && link->second.isAlive;
        },
        [&](AssetId asset) { return taken.contains(asset.value); },
        remembered([&](const std::string& code) { return cards.place(code).has_value(); }),
        remembered([&](const std::string& code) { return cards.person(code).has_value(); })});
    return out;
}

Result<FindingDocuments::Made> FindingDocuments::preview(
    const std::string& taskNo, const std::string& unitCode)
{
    const auto sheet = sheetOf(taskNo, unitCode);
    return sheet ? planned(*sheet) : fail(sheet.error());
}

Result<FindingDocuments::Made> FindingDocuments::make(
    const std::string& taskNo, const std::string& unitCode, DocumentStore::Commit commit)
{
    Made out;
    const auto done = m_work.store().transact(commit, [&]() -> Result<void> {
        const auto sheet = sheetOf(taskNo, unitCode);
        if (!sheet)
            return fail(sheet.error());
        auto made = planned(*sheet);
        if (!made)
            return fail(made.error());
        for (const FindingDraft& draft : made->plan.drafts) {
            NewDocument wanted {draft.kind, draft.method, unitCode, {}, {}, draft.reason};
            wanted.countedBy = draft.countedBy;
            const auto document = m_work.service().create(wanted);
            if (!document)
                return fail(document.error());
            DocumentEdit edit;
            if (!draft.assets.empty())
                edit.assets = draft.assets;
            if (!draft.wishes.empty())
                edit.wishes = draft.wishes;
            edit.facts = draft.facts;
            if (const auto edited = m_work.service().edit(document->no, document->revision, edit); !edited)
                return fail(edited.error());
            if (auto linked = FindingLinks(m_session).add(
                    sheet->sheet.id, document->id, draft.findings, made->before);
                !linked)
                return linked;
            made->numbers.push_back(document->no);
        }
        out = std::move(*made);
        return {};
    });
    return done ? Result<Made>(std::move(out)) : fail(done.error());
}

Json findingsJson(const FindingDocuments::Made& made)
{
    Json documents = Json::array();
    for (std::size_t i = 0; i < made.plan.drafts.size(); ++i) {
        const FindingDraft& draft = made.plan.drafts[i];
        const auto shown = std::min(kMostShown, draft.findings.size());
        documents.push_back({{"no", i < made.numbers.size() ? Json(made.numbers[i]) : Json()},
            {"kind", tokenRow(kDocumentKinds, draft.kind).token}, {"method", draft.method},
            {"result", tokenRow(kLineResults, draft.result).token},
            {"result_name", tokenRow(kLineResults, draft.result).nameZh}, {"reason", draft.reason},
            {"lines", draft.findings.size()}, {"original_yuan", draft.original.toYuanString()},
            {"findings", std::vector(draft.findings.begin(),
                             draft.findings.begin() + static_cast<std::ptrdiff_t>(shown))},
            {"counted_by", draft.countedBy}});
    }
    Json skipped = Json::array();
    for (const SkippedFinding& one : made.plan.skipped) {
        const auto link = made.before.find(one.finding);
        skipped.push_back({{"finding", one.finding}, {"result", tokenRow(kLineResults, one.result).token},
            {"why", tokenRow(kFindingSkips, one.why).token},
            {"why_name", tokenRow(kFindingSkips, one.why).nameZh},
            {"document", one.why == FindingSkip::Made && link != made.before.end()
                    ? Json(link->second.documentNo)
                    : Json()}});
    }
    return {{"documents", std::move(documents)}, {"skipped", std::move(skipped)}};
}

} // namespace guanwu
