#include "app/books/reconcile.h"

#include "core/books/class_key.h"
#include "core/reference/accounts.h"
#include "core/reference/classification.h"
#include "schema/books/book_reader.h"
#include "schema/books/reconciliation_store.h"

#include <map>

namespace guanwu {

namespace {

    constexpr std::string_view kUnclassed = "-"; ///< cards that the edition of 2022 has no class for

    /// The class of the first level that a ledger row names, by code or by name; empty for all classes.
    std::string ledgerClass(const std::string& text)
    {
        if (text.empty())
            return {};
        for (const ClassEdition edition : {ClassEdition::Edition2022, ClassEdition::Edition2010})
            if (const std::int64_t key = classKeyOf(edition, text))
                if (std::string found = bookClassOf(key); !found.empty())
                    return found;
        if (text.size() == 3 && text.front() == 'A')
            return text + "000000";
        for (char digit = '1'; digit <= '9'; ++digit) {
            const std::string code = std::string("A0") + digit + "000000";
            if (Classification::edition2022().nameOf(code) == text)
                return code;
        }
        return {};
    }

    std::string cardClass(std::int64_t key)
    {
        std::string found = bookClassOf(key);
        return found.empty() ? std::string(kUnclassed) : found;
    }

    class Table {
    public:
        ReconcileLine& line(const std::string& classCode, const std::string& account)
        {
            ReconcileLine& line = m_lines[{classCode, account}];
            line.classCode = classCode;
            line.account = account;
            return line;
        }

        void addBalances(const std::vector<LedgerBalance>& balances)
        {
            for (const LedgerBalance& balance : balances) {
                const LedgerAccount* account = findAccount(balance.account);
                const bool isDetail = account && balance.account.size() > account->account.size();
                ReconcileLine& line = this->line(
                    ledgerClass(balance.classCode), account ? account->account : balance.account);
                auto& column = isDetail ? line.detail : line.ledger;
                column = column.value_or(Money()) + balance.balance;
            }
        }

        void addCards(const std::vector<ClassTotal>& totals)
        {
            for (const ClassTotal& total : totals) {
                const std::string classCode = cardClass(total.classKey);
                const ClassAccounts& accounts = accountsOf(classCode);
                auto& original = line(classCode, accounts.asset.account).cards;
                original = original.value_or(Money()) + total.original;
                auto& accumulated = line(classCode, accounts.depreciation.account).cards;
                accumulated = accumulated.value_or(Money()) + total.accumulated;
            }
        }

        /// A class of the ledger that has no card is compared with nothing, and so is a class of the cards
        /// that a ledger with classes does not have; a ledger that knows no classes is compared with all
        /// cards of its account.
        void complete()
        {
            std::map<std::string, Money> sums;
            std::map<std::string, bool> knowsClasses;
            for (const auto& [key, line] : m_lines) {
                sums[line.account] += line.cards.value_or(Money());
                if (line.ledger)
                    knowsClasses.try_emplace(line.account, true).first->second &= !line.classCode.empty();
            }
            for (auto& [key, line] : m_lines) {
                const auto known = knowsClasses.find(line.account);
                if (!line.ledger && line.cards && known != knowsClasses.end() && known->second)
                    line.ledger = Money();
                const ClassAccounts& accounts = accountsOf(line.classCode);
                const bool hasCards = line.account == accounts.asset.account
                    || line.account == accounts.depreciation.account || sums.contains(line.account);
                if (line.classCode.empty() && sums[line.account] != Money())
                    line.cards = sums[line.account];
                else if (!line.cards && hasCards && !findsOther(line.account))
                    line.cards = Money();
            }
        }

        [[nodiscard]] std::vector<ReconcileLine> lines() const
        {
            std::vector<ReconcileLine> out;
            for (const auto& [key, line] : m_lines)
                out.push_back(line);
            return out;
        }

    private:
        /// Construction in progress and the like are on no card.
        static bool findsOther(const std::string& account)
        {
            return account == "1613" || account == "1902" || account == "1891";
        }

        std::map<std::pair<std::string, std::string>, ReconcileLine> m_lines;
    };

    /// Lines that were not found are items of cards and objects.
    void addObjects(Table& table, Reconciliation& out, const CountedUnit& counted,
        const std::vector<ClassTotal>& totals, std::vector<ReconcileEvidence>& evidence,
        std::chrono::year_month month)
    {
        std::map<std::string, Money> objects;
        std::map<std::string, Money> onSheet;
        for (const ClassTotal& total : totals)
            objects[cardClass(total.classKey)] += Money();
        const CountedSheet& sheet = *counted.sheet;
        for (std::size_t i = 0; i < sheet.book.lines.size(); ++i) {
            const BookLine& line = sheet.book.lines[i];
            const LineResult result = sheet.outcome.lines[i].result;
            const std::string classCode = cardClass(classKeyOf(ClassEdition::Edition2022, line.classCode));
            onSheet[classCode] += line.original;
            if (isCounted(result)) {
                objects[classCode] += line.original;
                continue;
            }
            ReconcileItem item;
            item.side = ReconcileSide::CardObject;
            item.classCode = classCode;
            item.account = accountsOf(classCode).asset.account;
            item.amount = line.original.fen();
            item.assetNo = line.assetNo;
            if (result == LineResult::DisposedNotRemoved) {
                item.reason = ReconcileReason::DisposedCardOpen;
                evidence.push_back({ReconcileReason::DisposedCardOpen, classCode, line.assetNo,
                    -line.original, -line.schedule.accumulatedAt(month), "清查 " + counted.taskNo});
            } else {
                item.reason = ReconcileReason::Other;
                item.note = std::string(tokenRow(kLineResults, result).nameZh) + "，清查 " + counted.taskNo;
            }
            out.items.push_back(std::move(item));
        }
        for (const auto& [classCode, value] : objects) {
            ReconcileLine& line = table.line(classCode, accountsOf(classCode).asset.account);
            line.objects = value;
            // Cards that came or went between the base date of the count and the month.
            const Money moved = line.cards.value_or(Money()) - onSheet[classCode];
            if (moved != Money())
                out.items.push_back({0, ReconcileSide::CardObject, classCode, line.account, moved.fen(),
                    ReconcileReason::LaterMovement, {}, "清查基准日与会计期间之间的变动", {}, {}, {}});
        }
    }

    void addAreas(Table& table, Reconciliation& out, const std::vector<TitleArea>& areas)
    {
        if (areas.empty())
            return;
        const std::string classCode = "A01000000";
        ReconcileLine& line = table.line(classCode, accountsOf(classCode).asset.account);
        line.cardArea.emplace();
        line.titleArea.emplace();
        for (const TitleArea& area : areas) {
            *line.cardArea += area.cards;
            *line.titleArea += area.certificate;
            const Area difference = area.cards - area.certificate;
            if (difference == Area())
                continue;
            const bool isSurvey = area.cards != Area() && area.certificate != Area();
            out.items.push_back(
                {0, ReconcileSide::CardTitle, classCode, line.account, difference.hundredths(),
                    isSurvey ? ReconcileReason::AreaSurvey : ReconcileReason::TitleNotMoved, area.assetNo,
                    area.certificateNo.empty() ? "卡片无权证" : area.certificateNo, {}, {}, {}});
        }
    }

    /// Whether cards of a class stand in a line.
    bool standsIn(const ReconcileLine& line, const std::string& classCode)
    {
        const ClassAccounts& accounts = accountsOf(classCode);
        const bool isAccount
            = line.account == accounts.asset.account || line.account == accounts.depreciation.account;
        return isAccount && (line.classCode.empty() || line.classCode == classCode);
    }

    std::vector<CellLine> balancesBehind(
        const std::vector<LedgerBalance>& balances, const ReconcileLine& line, bool ofDetail)
    {
        std::vector<CellLine> out;
        for (const LedgerBalance& balance : balances) {
            const LedgerAccount* account = findAccount(balance.account);
            const bool isDetail = account && balance.account.size() > account->account.size();
            if (isDetail == ofDetail && line.account == (account ? account->account : balance.account)
                && line.classCode == ledgerClass(balance.classCode))
                out.push_back({balance.account, account ? std::string(account->nameZh) : std::string(), {},
                    balance.classCode, balance.balance, {}});
        }
        return out;
    }

} // namespace

std::vector<CellLine> recordsBehind(Session& session, const Scope& scope, const BookUnit& unit,
    std::chrono::year_month month, const CountedSheet* counted, const ReconcileLine& line,
    ReconcileColumn column)
{
    ReconciliationStore store(session, scope);
    std::vector<CellLine> out;
    switch (column) {
    case ReconcileColumn::Ledger:
    case ReconcileColumn::Detail:
        return balancesBehind(store.balances(unit.id, month), line, column == ReconcileColumn::Detail);
    case ReconcileColumn::Cards: {
        PostedLines lines = BookReader(session, scope).lines(unit.id, month);
        for (PostedLine card; lines.next(card);) {
            const std::string classCode = cardClass(card.entry.classKey);
            if (standsIn(line, classCode))
                out.push_back({card.assetNo, card.name, unit.name, bookClassName(classCode),
                    line.account == accountsOf(classCode).asset.account ? card.entry.original
                                                                        : card.accumulated,
                    {}});
        }
        return out;
    }
    case ReconcileColumn::Objects:
        for (std::size_t i = 0; counted && i < counted->book.lines.size(); ++i) {
            const BookLine& object = counted->book.lines[i];
            const LineResult result = counted->outcome.lines[i].result;
            const std::string classCode = cardClass(classKeyOf(ClassEdition::Edition2022, object.classCode));
            if (isCounted(result) && standsIn(line, classCode))
                out.push_back({object.assetNo, object.name, unit.name,
                    std::string(tokenRow(kLineResults, result).nameZh), object.original, {}});
        }
        return out;
    case ReconcileColumn::CardArea:
    case ReconcileColumn::TitleArea:
        for (const TitleArea& area : store.titleAreas(unit.id))
            out.push_back({area.assetNo, area.certificateNo, unit.name, {},
                column == ReconcileColumn::CardArea ? area.cards : area.certificate, {}});
        return out;
    }
    return out;
}

Result<Reconciliation> reconcile(Session& session, const Scope& scope, UnitId unit,
    std::chrono::year_month month, const std::optional<CountedUnit>& counted)
{
    BookReader books(session, scope);
    if (const auto posted = books.month(unit, month); !posted)
        return fail(posted.error());
    ReconciliationStore store(session, scope);
    const auto totals = books.totals(unit, month);
    auto evidence = store.evidence(unit, month);
    Table table;
    Reconciliation out;
    table.addBalances(store.balances(unit, month));
    table.addCards(totals);
    if (counted && counted->sheet)
        addObjects(table, out, *counted, totals, evidence, month);
    addAreas(table, out, store.titleAreas(unit));
    table.complete();
    out.lines = table.lines();
    // What people entered takes the place of what the records would say of the same line and side.
    const auto entered = store.items(unit, month);
    std::erase_if(out.items, [&](const ReconcileItem& item) {
        for (const ReconcileItem& by : entered)
            if (by.side == item.side && by.classCode == item.classCode && by.account == item.account)
                return true;
        return false;
    });
    out.items.insert(out.items.begin(), entered.begin(), entered.end());
    suggestItems(out, evidence);
    return out;
}

std::string bookClassName(const std::string& classCode)
{
    if (classCode.empty())
        return "全部类别";
    const std::string_view name = Classification::edition2022().nameOf(classCode);
    return name.empty() ? std::string("旧版分类") : std::string(name);
}

} // namespace guanwu
