// Repairs of buildings: the request, what was decided, and how the works went on.
#include "app/exchange/column_tables.h"
#include "app/exchange/references.h"
#include "core/registry/asset_card.h"
#include "core/values/calendar.h"
#include "schema/connection/session.h"

namespace guanwu {

namespace {

    constexpr TargetTable kTables[] = {
        {"repair",
            "id, application_no, unit_id, place_id, kind, area_m2_x100, estimate_fen, approved_fen, "
            "approval_no, approved_on, state, remark, batch_id"},
        {"repair_work",
            "repair_id, parts, inspected_on, finding, plan_year, plan_rank, contractor, started_on, "
            "finished_on, accepted_on, settled_fen, capitalised"},
    };

    consteval int at(std::string_view name) { return columnIndex(kRepairColumns, name); }

    struct Works {
        std::string parts;
        std::optional<Day> inspectedOn;
        std::string finding;
        std::optional<std::int64_t> planYear;
        std::optional<std::int64_t> planRank;
        std::string contractor;
        std::optional<Day> startedOn;
        std::optional<Day> finishedOn;
        std::optional<Day> acceptedOn;
        std::optional<Money> settled;
        std::optional<bool> isCapitalised;
    };

    Works worksOf(RowFields& fields)
    {
        constexpr std::int64_t kFirstYear = 1949, kLastYear = 2099, kLastRank = 9999;
        Works out;
        out.parts = fields.text(at("parts"));
        out.inspectedOn = fields.date(at("inspected_on"));
        out.finding = fields.text(at("finding"));
        out.planYear = fields.integer(at("plan_year"), kFirstYear, kLastYear);
        out.planRank = fields.integer(at("plan_rank"), 1, kLastRank);
        out.contractor = fields.text(at("contractor"));
        out.startedOn = fields.date(at("started_on"));
        out.finishedOn = fields.date(at("finished_on"));
        out.acceptedOn = fields.date(at("accepted_on"));
        out.settled = fields.money(at("settled_yuan"));
        out.isCapitalised = fields.boolean(at("capitalised"));
        const auto notBefore = [&](int column, const std::optional<Day>& day, const std::optional<Day>& first) {
            if (day && first && *day < *first)
                fields.report(column, {ErrorCode::RuleViolated, "import.before_start", formatDate(*first)});
        };
        notBefore(at("finished_on"), out.finishedOn, out.startedOn);
        notBefore(at("accepted_on"), out.acceptedOn, out.finishedOn);
        return out;
    }

    void write(RowSpool& out, const Works& works)
    {
        const auto number = [&](const std::optional<std::int64_t>& value) {
            value ? out.integer(*value) : out.null();
        };
        out.textOrNull(works.parts);
        out.dayOrNull(works.inspectedOn);
        out.textOrNull(works.finding);
        number(works.planYear);
        number(works.planRank);
        out.textOrNull(works.contractor);
        out.dayOrNull(works.startedOn);
        out.dayOrNull(works.finishedOn);
        out.dayOrNull(works.acceptedOn);
        out.moneyOrNull(works.settled);
        out.textOrNull(!works.isCapitalised ? "" : *works.isCapitalised ? "yes" : "no");
        out.endRow();
    }

    class RepairImporter final : public Importer {
    public:
        explicit RepairImporter(const ImportContext& context)
            : m_context(context)
            , m_references(m_context)
        {
        }
        std::span<const TargetTable> tables() const override { return kTables; }
        void row(RowFields& fields) override
        {
            const std::string number(fields.requiredText(at("application_no")));
            const std::int64_t unit = m_references.unit(fields, at("unit"));
            fields.require(at("unit"), unit != 0);
            const std::int64_t building = m_references.place(fields, at("building"), "building");
            fields.require(at("building"), building != 0);
            const std::string kind(fields.requiredText(at("kind")));
            const auto area = fields.area(at("area_m2"));
            fields.require(at("area_m2"), area.has_value());
            const auto estimate = fields.money(at("estimate_yuan"));
            const auto approved = fields.money(at("approved_yuan"));
            const std::string approvalNo(fields.text(at("approval_no")));
            const auto approvedOn = fields.date(at("approved_on"));
            const std::string state(fields.text(at("state")));
            const std::string remark(fields.text(at("remark")));
            const Works works = worksOf(fields);
            m_keys.check(fields, at("application_no"), number);
            if (fields.hasErrors())
                return;
            const std::int64_t id = m_context.session.newId();
            RowSpool& out = m_context.spool;
            out.target(0);
            out.integer(id);
            out.text(number);
            out.integer(unit);
            out.integer(building);
            out.text(kind);
            out.integer(area->hundredths());
            out.moneyOrNull(estimate);
            out.moneyOrNull(approved);
            out.textOrNull(approvalNo);
            out.dayOrNull(approvedOn);
            out.text(state);
            out.textOrNull(remark);
            out.integer(m_context.batch.value);
            out.endRow();
            out.target(1);
            out.integer(id);
            write(out, works);
        }
        void finish() override { }

    private:
        ImportContext m_context;
        References m_references;
        RowKeys m_keys;
    };

} // namespace

std::unique_ptr<Importer> makeRepairImporter(const ImportContext& context)
{
    return std::make_unique<RepairImporter>(context);
}

} // namespace guanwu
