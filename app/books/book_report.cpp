#include "app/books/book_report.h"

#include "app/books/card_paper.h"
#include "app/books/movements.h"
#include "core/books/class_key.h"
#include "core/books/voucher.h"
#include "core/cards/card_fields.h"
#include "core/cards/card_service.h"
#include "core/rules/limits.h"
#include "core/values/calendar.h"
#include "reports/books/book_reports.h"
#include "reports/books/yearly_text.h"
#include "reports/catalog.h"
#include "reports/inventory/inventory_head.h"
#include "schema/books/book_changes.h"
#include "schema/books/book_reader.h"
#include "schema/books/yearly_reasons.h"
#include "schema/cards/soci_card_repository.h"
#include "schema/connection/session.h"
#include "schema/overview/indicator_items.h"
#include "schema/overview/overview_store.h"

#include <algorithm>
#include <map>

namespace guanwu {

namespace {

    using Month = std::chrono::year_month;
    constexpr std::chrono::months kOtherMonths {11}; ///< of a year, before its last

    /// The month that a report stands for.
    Month monthOf(const ReportRequest& request)
    {
        if ((request.name == kYearlyReport.name || request.name == kYearlyTextReport.name) && request.year)
            return std::chrono::year(*request.year) / std::chrono::December;
        return request.month.value_or(request.asOf.year() / request.asOf.month());
    }

    std::string classTextOf(std::int64_t key)
    {
        const ClassOfKey of = classOfKey(key);
        if (of.edition != ClassEdition::Edition2022)
            return of.code + " (" + std::string(tokenRow(kClassEditions, of.edition).nameZh) + ")";
        return classText(of.code, std::string(Classification::edition2022().nameOf(of.code)));
    }

    std::string fundingOf(const PostedLine& line)
    {
        if (!line.fiscal)
            return {};
        if (*line.fiscal == Money())
            return "其他资金";
        return *line.fiscal == line.entry.original ? "财政资金" : "财政资金及其他";
    }

    DepreciationRow rowOf(const PostedLine& line)
    {
        DepreciationRow row;
        row.assetNo = line.assetNo;
        row.name = line.name;
        row.classText = classTextOf(line.entry.classKey);
        row.original = line.entry.original;
        row.taken = line.taken;
        row.accumulated = line.accumulated;
        row.standing = tokenRow(kDepreciationStandings, line.state).nameZh;
        row.funding = fundingOf(line);
        row.department = line.department;
        if (line.state == DepreciationStanding::Never)
            return row;
        row.lifeMonths = line.entry.lifeMonths;
        // With months taken before the schedule began it started so much earlier.
        row.start = formatMonth(line.entry.schedule.from - std::chrono::months(line.entry.monthsBefore));
        row.monthsTaken = line.monthsTaken;
        return row;
    }

    class BookReportJob {
    public:
        BookReportJob(
            Session& session, const Scope& scope, const ReportRequest& request, const ReportOutput& output)
            : m_session(session)
            , m_scope(scope)
            , m_request(request)
            , m_output(output)
            , m_month(monthOf(request))
            , m_reader(session, scope)
        {
        }

        Result<void> findUnits()
        {
            if (!m_reader.seesTotals() && m_request.name != kDepreciationReport.name)
                return fail(ErrorCode::Forbidden, "access.forbidden");
            m_units = m_reader.units(m_month);
            if (m_request.units.empty())
                return m_units.empty()
                    ? fail(ErrorCode::NotFound, "books.not_posted", formatMonth(m_month))
                    : Result<void>();
            std::vector<BookUnit> chosen;
            for (const std::string& code : m_request.units) {
                const auto found = std::find_if(
                    m_units.begin(), m_units.end(), [&](const BookUnit& unit) { return unit.code == code; });
                if (found == m_units.end())
                    return fail(ErrorCode::NotFound, "books.not_posted", code + " " + formatMonth(m_month));
                chosen.push_back(*found);
            }
            m_units = std::move(chosen);
            return {};
        }

        Result<WrittenReport> depreciation()
        {
            auto state = std::make_shared<Lines>();
            state->sumsClasses = m_request.hasHead;
            BookHead head = this->head();
            addVoucher(head);
            StreamedReport report = depreciationReport(
                head, [this, state](DepreciationRow& row) { return next(*state, row); },
                [this, state] { return depreciationChecks(*state); },
                [this](const std::string& key) { return cardsBehind(key); });
            return written(std::move(report));
        }

        Result<WrittenReport> movements()
        {
            const Month from = m_request.from.value_or(m_month);
            return written(
                movementReport(head(), movementRows(from), movementLines(m_reader, m_units, from, m_month)));
        }

        Result<WrittenReport> yearly()
        {
            const Limit limit = limitOn("yearly_move_percent", head().asOf);
            BookHead head = this->head();
            head.period = "年度：" + std::to_string(static_cast<int>(m_month.year()));
            if (m_request.units.empty())
                head.notes.push_back(unitsNote(reporting()));
            head.notes.push_back("原值变动超过 " + std::to_string(limit.value) + "% 的须说明原因（依据：" + limit.basisZh + "）");
            const Month from = m_month - kOtherMonths;
            return written(yearlyReport(head, movementRows(from), {limit.value, reasons()},
                movementLines(m_reader, m_units, from, m_month)));
        }

        Result<WrittenReport> yearlyText()
        {
            YearlyPaper paper;
            paper.head = head();
            paper.year = static_cast<int>(m_month.year());
            paper.head.period = "年度：" + std::to_string(paper.year);
            paper.head.moneyUnit
                = m_request.moneyUnit.value_or(m_request.hasHead ? MoneyUnit::WanYuan : MoneyUnit::Yuan);
            const bool isCity = m_request.units.empty() && m_scope.reach() == Scope::Reach::Everything;
            const bool isOne = m_units.size() == 1 && !isCity;
            paper.whose = isOne ? m_units.front().name
                                : (isCity ? "全市 " : "") + std::to_string(m_units.size()) + " 家单位的";
            const Month from = m_month - kOtherMonths;
            paper.rows = movementRows(from);
            paper.moves = {limitOn("yearly_move_percent", paper.head.asOf).value, reasons()};
            paper.lines = movementLines(m_reader, m_units, from, m_month);
            if (m_request.units.empty() && !isOne) {
                paper.reporting = reporting();
                for (const BookUnit& unit : m_units)
                    paper.reportedNames.push_back(unit.name);
            }
            // Of several units that were picked nobody asks what lies idle.
            if (isOne || m_request.units.empty()) {
                const Scope scope = isOne ? Scope::ofUnit(m_units.front().id) : m_scope;
                paper.use = YearlyUse {readOverview(m_session, scope, m_request.asOf),
                    [this, scope](const std::string& unit) { return overviewItems(m_session, scope, unit); },
                    [this, scope](Indicator indicator) {
                        return indicatorItems(m_session, scope, indicator, m_request.asOf);
                    }};
            }
            return written(yearlyTextReport(std::move(paper)));
        }

        /// Those of one unit, or of the city; nobody speaks for other unions of units.
        std::map<std::string, std::string> reasons()
        {
            std::map<std::string, std::string> out;
            const bool isCity = m_request.units.empty() && m_scope.reach() == Scope::Reach::Everything;
            if (!isCity && m_units.size() != 1)
                return out;
            const UnitId unit = isCity ? UnitId() : m_units.front().id;
            for (auto& [code, reason] :
                YearlyReasons(m_session, m_scope).of(unit, static_cast<int>(m_month.year())))
                out.emplace(code, std::move(reason.text));
            return out;
        }

        Result<WrittenReport> reconciliation(const CountOfUnit& counted)
        {
            Reconciliation all;
            std::vector<std::pair<BookUnit, ReconcileLine>> origins; // of each line
            ReconcileLines behind;
            const bool isOne = m_units.size() == 1;
            for (const BookUnit& unit : m_units) {
                const CountedSheet* sheet = counted(unit.code);
                auto table = reconcile(m_session, m_scope, unit.id, m_month,
                    sheet ? std::optional(CountedUnit {m_request.task, sheet}) : std::nullopt);
                if (!table)
                    return fail(table.error());
                // Of many units the lines stand under their names.
                for (ReconcileLine& line : table->lines) {
                    origins.emplace_back(unit, line);
                    behind.keys.push_back(unit.code + "/" + line.classCode + "/" + line.account);
                    if (!isOne)
                        line.classCode = unit.name + "／" + line.classCode;
                    all.lines.push_back(std::move(line));
                }
                for (ReconcileItem& item : table->items) {
                    if (!isOne)
                        item.classCode = unit.name + "／" + item.classCode;
                    all.items.push_back(std::move(item));
                }
            }
            behind.of = [&](std::size_t line, ReconcileColumn column) {
                const auto& [unit, of] = origins[line];
                return recordsBehind(m_session, m_scope, unit, m_month,
                    column == ReconcileColumn::Objects ? counted(unit.code) : nullptr, of, column);
            };
            return written(reconciliationReport(
                head(), all,
                [](const std::string& classCode) {
                    const auto slash = classCode.find("／");
                    return slash == std::string::npos ? bookClassName(classCode)
                                                      : classCode.substr(0, slash) + " "
                            + bookClassName(classCode.substr(slash + std::string_view("／").size()));
                },
                std::move(behind)));
        }

        Result<WrittenReport> card()
        {
            BookHead head = this->head();
            head.period = "截至：" + formatMonth(m_month);
            auto made = cardPaper(m_session, m_scope, m_request.asset, m_month, std::move(head));
            return made ? written(std::move(*made)) : fail(made.error());
        }

    private:
        struct Lines {
            std::size_t unit = 0;
            std::optional<PostedLines> lines;
            std::optional<PostedLine> ahead;
            std::int64_t classKey = -1;
            DepreciationRow sum;
            bool sumsClasses = true;
            std::map<std::int64_t, Money> takenByClass; ///< of the unit that is being read
            Money taken;
            Money accumulated;
        };

        [[nodiscard]] BookHead head() const
        {
            BookHead head;
            head.preparer = m_request.preparer;
            head.period = "会计期间："
                + (m_request.from ? formatMonth(*m_request.from) + " 至 " : std::string())
                + formatMonth(m_month);
            head.asOf = std::chrono::year_month_day(m_month / std::chrono::last);
            head.moneyUnit = m_request.moneyUnit.value_or(MoneyUnit::Yuan);
            return head;
        }

        Result<WrittenReport> written(StreamedReport report)
        {
            return m_output(report.report, *report.rows);
        }

        /// 记账凭证: what the month is booked as, class by class.
        void addVoucher(BookHead& head)
        {
            std::vector<ClassTotal> totals;
            for (const BookUnit& unit : m_units)
                for (ClassTotal& total : m_reader.totals(unit.id, m_month))
                    totals.push_back(std::move(total));
            for (const VoucherLine& line : voucherOf(totals))
                head.notes.push_back("记账（"
                    + (line.classCode.empty() ? "旧版分类" : bookClassName(line.classCode)) + "）：借 "
                    + line.accounts->expense.account + " " + line.accounts->expense.nameZh + "，贷 "
                    + line.accounts->depreciation.account + " " + line.accounts->depreciation.nameZh + "，"
                    + yuanText(line.amount));
        }

        /// The next line, or the sum of a class behind its last line.
        bool next(Lines& state, DepreciationRow& row)
        {
            for (;;) {
                if (!state.lines) {
                    if (state.unit == m_units.size())
                        return false;
                    state.lines.emplace(m_reader.lines(m_units[state.unit++].id, m_month));
                }
                PostedLine line;
                const bool isThere = state.ahead || state.lines->next(line);
                if (state.ahead)
                    line = *std::exchange(state.ahead, std::nullopt);
                const std::int64_t key = isThere ? line.entry.classKey : -1;
                if (key != state.classKey && state.classKey != -1) {
                    row = std::exchange(state.sum, {});
                    row.isClassSum = true;
                    row.assetNo = "小计";
                    row.classText = classTextOf(state.classKey);
                    row.key = sumKey(m_units[state.unit - 1], state.classKey);
                    state.classKey = -1;
                    if (isThere)
                        state.ahead = line;
                    else
                        state.lines.reset();
                    if (state.sumsClasses)
                        return true;
                    continue;
                }
                if (!isThere) {
                    state.lines.reset();
                    continue;
                }
                state.classKey = key;
                row = rowOf(line);
                state.sum.original += row.original;
                state.sum.taken += row.taken;
                state.sum.accumulated += row.accumulated;
                state.taken += row.taken;
                state.accumulated += row.accumulated;
                return true;
            }
        }

        static std::string sumKey(const BookUnit& unit, std::int64_t classKey)
        {
            return unit.code + "/" + std::to_string(classKey);
        }

        /// The cards of a sum, read anew: the classes that are not asked for go by.
        DepreciationRows cardsBehind(const std::string& key)
        {
            return [this, key, at = std::size_t {0}, lines = std::shared_ptr<PostedLines>()](
                       DepreciationRow& row) mutable {
                for (;;) {
                    if (!lines) {
                        if (at == m_units.size())
                            return false;
                        const BookUnit& unit = m_units[at++];
                        if (key != kTotalKey && !key.starts_with(unit.code + "/"))
                            continue;
                        lines = std::make_shared<PostedLines>(m_reader.lines(unit.id, m_month));
                    }
                    PostedLine line;
                    if (!lines->next(line)) {
                        lines.reset();
                        continue;
                    }
                    const BookUnit& unit = m_units[at - 1];
                    if (key != kTotalKey && key != sumKey(unit, line.entry.classKey))
                        continue;
                    row = rowOf(line);
                    row.unit = unit.name;
                    return true;
                }
            };
        }

        /// The identity as it was posted, and the lines against what the month was switched in with.
        std::vector<CheckLine> depreciationChecks(const Lines& state)
        {
            std::vector<CheckLine> out;
            if (!m_reader.seesTotals())
                return {{true, "仅列本部门的卡片，不与单位的合计核对"}};
            Money taken;
            Money accumulated;
            for (const BookUnit& unit : m_units) {
                const auto month = m_reader.month(unit.id, m_month);
                if (!month)
                    continue;
                taken += month->taken;
                accumulated += month->accumulated;
                if (!month->ties())
                    out.push_back({false,
                        unit.name + " 本月折旧合计与累计折旧的变动相差 " + yuanText(month->difference)});
            }
            if (taken != state.taken || accumulated != state.accumulated)
                out.push_back({false,
                    "明细合计 " + yuanText(state.taken) + "/" + yuanText(state.accumulated)
                        + "与计提时的合计 " + yuanText(taken) + "/" + yuanText(accumulated) + "不符"});
            if (out.empty())
                out.push_back({true, "本月折旧合计＝累计折旧的变动（不含本月增加、减少的卡片）"});
            return out;
        }

        std::vector<MovementRow> movementRows(Month from)
        {
            std::vector<UnitId> units;
            for (const BookUnit& unit : m_units)
                units.push_back(unit.id);
            return movementsOf(m_reader, units, from, m_month);
        }

        /// Units from which the month is due, and which of them have not posted it.
        [[nodiscard]] ReportingUnits reporting()
        {
            ReportingUnits out;
            for (const BookUnit& unit : m_reader.unitsDue()) {
                ++out.due;
                const bool hasPosted = std::any_of(m_units.begin(), m_units.end(),
                    [&](const BookUnit& posted) { return posted.id == unit.id; });
                if (hasPosted)
                    ++out.reported;
                else
                    out.missing.push_back({unit.name, {}});
            }
            return out;
        }

        Session& m_session;
        Scope m_scope;
        const ReportRequest& m_request;
        const ReportOutput& m_output;
        Month m_month;
        BookReader m_reader;
        std::vector<BookUnit> m_units;
    };

} // namespace

Result<WrittenReport> bookReport(
    Session& session, const Scope& scope, const ReportRequest& request, const ReportOutput& output,
    const CountOfUnit& counted)
{
    BookReportJob job(session, scope, request, output);
    if (request.name == kCardReport.name)
        return job.card();
    if (const auto units = job.findUnits(); !units)
        return fail(units.error());
    if (request.name == kDepreciationReport.name)
        return job.depreciation();
    if (request.name == kMovementsReport.name)
        return job.movements();
    if (request.name == kYearlyReport.name)
        return job.yearly();
    if (request.name == kYearlyTextReport.name)
        return job.yearlyText();
    return job.reconciliation(counted);
}

} // namespace guanwu
