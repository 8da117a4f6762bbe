#include "core/books/reconciliation.h"

#include "core/reference/accounts.h"

#include <algorithm>
#include <map>

namespace guanwu {

namespace {

    constexpr std::size_t kMostCombined = 12; ///< evidence that is tried in every combination: 4,096

    std::optional<std::int64_t> minus(const std::optional<Money>& a, const std::optional<Money>& b)
    {
        return a && b ? std::optional((*a - *b).fen()) : std::nullopt;
    }

    /// The side on which ledgers and cards meet in a line.
    ReconcileSide ledgerSide(const ReconcileLine& line)
    {
        return line.detail ? ReconcileSide::DetailCard : ReconcileSide::LedgerCard;
    }

    /// What is left of a class in its two accounts.
    struct ClassRest {
        std::int64_t original = 0;
        std::int64_t accumulated = 0;
        bool hasDepreciation = false;
        ReconcileSide side = ReconcileSide::LedgerCard;
        ReconcileSide depreciationSide = ReconcileSide::LedgerCard;
    };

    std::map<std::string, ClassRest> classRests(const Reconciliation& table)
    {
        std::map<std::string, ClassRest> out;
        for (const Reconciliation::Rest& rest : table.unexplained()) {
            const ReconcileLine& line = table.lines[rest.line];
            if (rest.side != ledgerSide(line))
                continue;
            ClassRest& of = out[line.classCode];
            if (line.account == accountsOf(line.classCode).asset.account) {
                of.original += rest.amount;
                of.side = rest.side;
            } else if (line.account == accountsOf(line.classCode).depreciation.account) {
                of.accumulated += rest.amount;
                of.depreciationSide = rest.side;
            }
        }
        for (const ReconcileLine& line : table.lines)
            if (line.account == accountsOf(line.classCode).depreciation.account
                && line.difference(ledgerSide(line)))
                if (const auto found = out.find(line.classCode); found != out.end())
                    found->second.hasDepreciation = true;
        return out;
    }

    void explain(Reconciliation& table, const ClassRest& rest, const std::string& classCode,
        const ReconcileEvidence& evidence)
    {
        ReconcileItem item;
        item.side = rest.side;
        item.classCode = classCode;
        item.account = accountsOf(classCode).asset.account;
        item.amount = evidence.original.fen();
        item.reason = evidence.reason;
        item.assetNo = evidence.assetNo;
        item.note = evidence.note;
        if (item.amount != 0)
            table.items.push_back(item);
        item.side = rest.depreciationSide;
        item.account = accountsOf(classCode).depreciation.account;
        item.amount = evidence.accumulated.fen();
        if (item.amount != 0 && rest.hasDepreciation)
            table.items.push_back(std::move(item));
    }

    /// The pieces of evidence that add up to the rest; the fewest, empty when none do.
    std::vector<const ReconcileEvidence*> fitting(
        const ClassRest& rest, const std::vector<const ReconcileEvidence*>& candidates)
    {
        const auto adds = [&](const std::vector<const ReconcileEvidence*>& chosen) {
            std::int64_t original = 0;
            std::int64_t accumulated = 0;
            for (const ReconcileEvidence* one : chosen) {
                original += one->original.fen();
                accumulated += one->accumulated.fen();
            }
            return original == rest.original && (!rest.hasDepreciation || accumulated == rest.accumulated);
        };
        if (candidates.empty())
            return {};
        if (adds(candidates))
            return candidates;
        std::vector<const ReconcileEvidence*> best;
        if (candidates.size() > kMostCombined)
            return best;
        for (std::size_t mask = 1; mask < std::size_t {1} << candidates.size(); ++mask) {
            std::vector<const ReconcileEvidence*> chosen;
            for (std::size_t i = 0; i < candidates.size(); ++i)
                if ((mask >> i & 1) != 0)
                    chosen.push_back(candidates[i]);
            if (adds(chosen) && (best.empty() || chosen.size() < best.size()))
                best = std::move(chosen);
        }
        return best;
    }

} // namespace

std::optional<std::int64_t> ReconcileLine::difference(ReconcileSide side) const
{
    switch (side) {
    case ReconcileSide::LedgerDetail:
        return minus(ledger, detail);
    case ReconcileSide::DetailCard:
        return minus(detail, cards);
    case ReconcileSide::LedgerCard:
        return minus(ledger, cards);
    case ReconcileSide::CardObject:
        return minus(cards, objects);
    case ReconcileSide::CardTitle:
        return cardArea && titleArea ? std::optional((*cardArea - *titleArea).hundredths()) : std::nullopt;
    }
    return std::nullopt;
}

bool ReconcileLine::mustBeExplained(ReconcileSide side) const
{
    return side != ReconcileSide::LedgerCard || !detail;
}

std::vector<std::size_t> Reconciliation::withoutLedger() const
{
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const ReconcileLine& line = lines[i];
        if (line.ledger || !line.cards || *line.cards == Money())
            continue;
        // A ledger that knows no classes is compared in the line of the whole account.
        const bool isInWhole = std::any_of(lines.begin(), lines.end(), [&](const ReconcileLine& other) {
            return other.classCode.empty() && other.account == line.account && other.ledger;
        });
        if (!isInWhole)
            out.push_back(i);
    }
    return out;
}

std::vector<Reconciliation::Rest> Reconciliation::unexplained() const
{
    std::vector<Rest> out;
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (const auto& row : kReconcileSides) {
            const auto difference = lines[i].difference(row.value);
            if (!difference || !lines[i].mustBeExplained(row.value))
                continue;
            std::int64_t rest = *difference;
            for (const ReconcileItem* item : itemsOf(lines[i]))
                if (item->side == row.value)
                    rest -= item->amount;
            if (rest != 0)
                out.push_back({i, row.value, rest});
        }
    return out;
}

std::vector<const ReconcileItem*> Reconciliation::itemsOf(const ReconcileLine& line) const
{
    std::vector<const ReconcileItem*> out;
    for (const ReconcileItem& item : items)
        if (item.classCode == line.classCode && item.account == line.account)
            out.push_back(&item);
    return out;
}

void suggestItems(Reconciliation& table, const std::vector<ReconcileEvidence>& evidence)
{
    for (const auto& [classCode, rest] : classRests(table)) {
        std::vector<const ReconcileEvidence*> candidates;
        for (const ReconcileEvidence& one : evidence) {
            const bool isEntered = std::any_of(
                table.items.begin(), table.items.end(), [&](const ReconcileItem& item) {
                    return !one.assetNo.empty() && item.assetNo == one.assetNo
                        && (item.side == ReconcileSide::LedgerCard || item.side == ReconcileSide::DetailCard);
                });
            if ((classCode.empty() || one.classCode == classCode) && !isEntered)
                candidates.push_back(&one);
        }
        for (const ReconcileEvidence* one : fitting(rest, candidates))
            explain(table, rest, classCode, *one);
    }
    // A class has too much by exactly what another has too little.
    auto rests = classRests(table);
    for (auto& [classCode, rest] : rests)
        for (auto& [otherCode, other] : rests)
            if (classCode < otherCode && rest.original != 0 && rest.original == -other.original
                && rest.accumulated == -other.accumulated) {
                explain(table, rest, classCode,
                    {ReconcileReason::ClassMismatch, classCode, {}, Money::fromFen(rest.original),
                        Money::fromFen(rest.accumulated), otherCode});
                explain(table, other, otherCode,
                    {ReconcileReason::ClassMismatch, otherCode, {}, Money::fromFen(other.original),
                        Money::fromFen(other.accumulated), classCode});
                rest = other = {};
            }
}

Result<void> checkItem(const ReconcileItem& item)
{
    if (item.amount == 0)
        return fail(ErrorCode::InvalidArgument, "reconcile.nothing");
    if (item.reason == ReconcileReason::Other && item.note.empty())
        return fail(ErrorCode::InvalidArgument, "reconcile.needs_note");
    return {};
}

} // namespace guanwu
