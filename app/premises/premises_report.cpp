#include "app/premises/premises_report.h"

#include "reports/catalog.h"
#include "reports/premises/premises_reports.h"
#include "schema/premises/repair_rows.h"
#include "schema/premises/space_register.h"
#include "schema/premises/title_register.h"

namespace guanwu {

namespace {

    using namespace std::chrono;

    /// The rooms of one unit after the other; those in nobody's use first, where the scope reaches them.
    class RoomsByUnit {
    public:
        RoomsByUnit(SpaceRegister& space, std::vector<Reference> units, std::optional<RoomState> state, bool withPool)
            : m_space(space)
            , m_units(std::move(units))
            , m_state(state)
        {
            if (withPool)
                m_units.insert(m_units.begin(), Reference {});
        }

        bool operator()(RoomLine& room)
        {
            while (m_next == m_rooms.size()) {
                if (m_unit == m_units.size())
                    return false;
                RoomQuery query;
                query.unit = m_units[m_unit++].id;
                query.state = m_state;
                m_rooms = m_space.rooms(query);
                m_next = 0;
            }
            room = std::move(m_rooms[m_next++]);
            return true;
        }

    private:
        SpaceRegister& m_space;
        std::vector<Reference> m_units;
        std::optional<RoomState> m_state;
        std::vector<RoomLine> m_rooms;
        std::size_t m_next = 0;
        std::size_t m_unit = 0;
    };

    template <class Line, class Make>
    std::function<bool(Line&)> eachUnit(std::vector<Reference> units, Make make)
    {
        return [units = std::move(units), make, next = std::size_t {0}](Line& line) mutable {
            if (next == units.size())
                return false;
            line = make(units[next++]);
            return true;
        };
    }

    Result<StreamedReport> reportOf(Session& session, const Scope& scope, SpaceRegister& space,
        const ReportRequest& request, PremisesHead head)
    {
        const int year = request.year.value_or(int(request.asOf.year()));
        const Day from = std::chrono::year(year) / 1 / 1;
        const Day to = std::chrono::year(year) / 12 / 31;
        if (request.name == kSpaceAllocationReport.name || request.name == kSpaceVacatedReport.name) {
            head.year = year;
            return request.name == kSpaceAllocationReport.name
                ? spaceAllocationReport(head, space.allocations({from, to, request.oneUnit(), {}}))
                : spaceVacatedReport(head, space.vacated(from, to, request.oneUnit()));
        }
        if (request.name == kRepairsReport.name) {
            head.year = year;
            return repairsReport(head, readRepairs(session, scope, year, request.oneUnit()));
        }
        if (request.name == kRepairRankingReport.name)
            return repairRankingReport(
                head, rankRepairs(readRepairs(session, scope, std::nullopt, request.oneUnit())));
        if (request.name == kCertificatesReport.name) {
            TitleQuery query;
            query.unitCode = request.oneUnit();
            return certificatesReport(head, TitleRegister(session, scope).titles(query));
        }
        if (request.name == kCertificateProgressReport.name)
            return certificateProgressReport(head, TitleRegister(session, scope).buildings());

        auto units = space.units(request.oneUnit());
        if (!units)
            return fail(units.error());
        const bool withPool = request.oneUnit().empty();
        const auto factsOf = [&space](const Reference& unit) {
            return space.facts(unit.code).value_or(UnitFacts {});
        };
        if (request.name == kSpaceUsageReport.name)
            return spaceUsageReport(head,
                eachUnit<UnitSpaceUse>(*units,
                    [&space, factsOf](const Reference& unit) {
                        RoomQuery query;
                        query.unit = unit.id;
                        return sumUp(factsOf(unit), space.rooms(query));
                    }),
                [&space](const Reference& unit) {
                    RoomQuery query;
                    query.unit = unit.id;
                    return space.rooms(query);
                });
        if (request.name == kSpaceCalculationReport.name)
            return spaceCalculationReport(head, eachUnit<UnitFacts>(*units, factsOf));
        if (request.name == kSpacePeopleReport.name)
            return spacePeopleReport(head, RoomsByUnit(space, *units, std::nullopt, false));
        if (request.name == kSpaceRegisterReport.name)
            return spaceRegisterReport(
                head, kSpaceRegisterReport.titleZh, RoomsByUnit(space, *units, std::nullopt, withPool));
        if (request.name == kSpaceLetReport.name)
            return spaceRegisterReport(
                head, kSpaceLetReport.titleZh, RoomsByUnit(space, *units, RoomState::Leased, withPool));
        return fail(ErrorCode::NotFound, "report.name", request.name);
    }

} // namespace

Result<WrittenReport> premisesReport(
    Session& session, const Scope& scope, const ReportRequest& request, const ReportOutput& output)
{
    PremisesHead head;
    head.preparer = request.preparer;
    head.asOf = request.asOf;
    head.moneyUnit = request.moneyUnit.value_or(MoneyUnit::Yuan);
    SpaceRegister space(session, scope);
    const auto made = reportOf(session, scope, space, request, head);
    if (!made)
        return fail(made.error());
    return output(made->report, *made->rows);
}

} // namespace guanwu
