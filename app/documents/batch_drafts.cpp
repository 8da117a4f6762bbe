#include "app/documents/batch_drafts.h"

#include "core/documents/disposal.h"
#include "core/cards/card_number.h"
#include "schema/connection/session.h"
#include "schema/documents/live_documents.h"
#include "schema/repositories/units.h"

#include <unordered_map>

namespace guanwu {

namespace {


    struct Part {
        std::string unit;
        std::vector<const DraftBatch::Line*> lines;
        Money original;
    };

    /// The assets that are to be drafted, by unit and sheet.
    Result<std::vector<Part>> partsOf(
        Session& session, const Account& account, const DraftBatch& batch, DraftedBatch& out)
    {
        std::vector<std::string> numbers;
        std::unordered_map<std::string, const DraftBatch::Line*> lineOf;
        for (const DraftBatch::Line& line : batch.lines)
            if (lineOf.emplace(assetNoOf(line.assetNo), &line).second)
                numbers.push_back(assetNoOf(line.assetNo));
        const auto cards = SociCardRepository(session, account.scope()).findAll(numbers);
        std::vector<std::int64_t> ids;
        std::unordered_map<std::string, bool> found;
        for (const RegisteredCard& card : cards) {
            ids.push_back(card.card.id.value);
            found[card.card.assetNo] = true;
        }
        for (const std::string& number : numbers)
            if (!found.contains(number))
                return fail(ErrorCode::NotFound, "card.not_found", number);
        const auto live = liveDocuments(session, batch.kind, batch.method, ids);
        std::map<std::pair<std::string, int>, std::vector<Part>> parts;
        for (const RegisteredCard& card : cards) {
            if (const auto has = live.find(card.card.id.value); has != live.end()) {
                out.skipped.push_back({card.card.assetNo, has->second});
                continue;
            }
            const int sheet
                = batch.kind == DocumentKind::Disposal ? disposalSheet(card.card.classCode) : 0;
            auto& all = parts[{card.unit.code, sheet}];
            if (all.empty() || all.back().lines.size() == kMostDraftedLines)
                all.push_back({card.unit.code, {}, {}});
            all.back().lines.push_back(lineOf.at(card.card.assetNo));
            all.back().original += card.card.original;
        }
        std::vector<Part> flat;
        for (auto& [key, all] : parts)
            for (Part& part : all)
                flat.push_back(std::move(part));
        return flat;
    }

} // namespace

Result<DraftedBatch> draftBatch(Session& session, const Account& account, const std::function<Instant()>& now,
    const DraftBatch& batch, DocumentStore::Commit commit)
{
    if (batch.lines.empty())
        return fail(ErrorCode::InvalidArgument, "document.batch_empty");
    if (batch.lines.size() > kMostBatchAssets)
        return fail(ErrorCode::InvalidArgument, "document.batch_large", std::to_string(kMostBatchAssets));
    DocumentWork work(session, account, now);
    // A clerk of a department applies for his department.
    const std::string department = departmentName(session, account.scope(), account.department);
    DraftedBatch out;
    const auto done = work.store().transact(commit, [&]() -> Result<void> {
        out = {};
        const auto parts = partsOf(session, account, batch, out);
        if (!parts)
            return fail(parts.error());
        for (const Part& part : *parts) {
            const auto document
                = work.service().create({batch.kind, batch.method, part.unit, department, {}, batch.reason});
            if (!document)
                return fail(document.error());
            DocumentEdit edit;
            edit.assets.emplace();
            edit.facts = batch.facts;
            for (const DraftBatch::Line* line : part.lines) {
                edit.assets->push_back(line->assetNo);
                for (Fact fact : line->facts) {
                    fact.line = static_cast<int>(edit.assets->size());
                    edit.facts.push_back(std::move(fact));
                }
            }
            const auto edited = work.service().edit(document->no, document->revision, edit);
            if (!edited)
                return fail(edited.error());
            out.drafts.push_back({document->no, part.unit, static_cast<std::int64_t>(part.lines.size()),
                part.original});
        }
        return {};
    });
    return done ? Result<DraftedBatch>(std::move(out)) : fail(done.error());
}

nlohmann::ordered_json batchJson(const DraftedBatch& batch)
{
    using Json = nlohmann::ordered_json;
    Json drafts = Json::array();
    Money original;
    std::int64_t lines = 0;
    for (const DraftedBatch::Draft& draft : batch.drafts) {
        drafts.push_back({{"no", draft.no}, {"unit", draft.unit}, {"lines", draft.lines},
            {"original_yuan", draft.original.toYuanString()}});
        original += draft.original;
        lines += draft.lines;
    }
    Json skipped = Json::array();
    for (const DraftedBatch::Skipped& one : batch.skipped)
        skipped.push_back({{"asset_no", one.assetNo}, {"document", one.document}});
    return {{"documents", std::move(drafts)}, {"assets", lines}, {"original_yuan", original.toYuanString()},
        {"skipped", std::move(skipped)}};
}

} // namespace guanwu
