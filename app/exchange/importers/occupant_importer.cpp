// Who sits in which room.
#include "app/exchange/column_tables.h"
#include "app/exchange/references.h"
#include "core/premises/room_line.h"
#include "core/values/calendar.h"
#include "schema/connection/session.h"
#include "schema/premises/open_seats.h"

#include <set>

namespace guanwu {

namespace {

    constexpr TargetTable kTables[] = {
        {"room_occupant",
            "id, place_id, person_id, kind, from_on, ended_on, end_ground, to_on, approval_no, open_main_id, "
            "batch_id"},
    };

    consteval int at(std::string_view name) { return columnIndex(kOccupantColumns, name); }

    class OccupantImporter final : public Importer {
    public:
        explicit OccupantImporter(const ImportContext& context)
            : m_context(context)
            , m_references(m_context)
            , m_seated(openMainSeats(context.session))
        {
        }
        std::span<const TargetTable> tables() const override { return kTables; }

        void row(RowFields& fields) override
        {
            const std::int64_t room = m_references.place(fields, at("room"), "room");
            fields.require(at("room"), room != 0);
            const std::int64_t person = m_references.person(fields, at("person"), 0);
            fields.require(at("person"), person != 0);
            const auto kind = fields.token(at("kind"), kSeatKinds).value_or(SeatKind::Main);
            const auto from = fields.date(at("from_on"));
            fields.require(at("from_on"), from.has_value());
            const auto ended = fields.date(at("ended_on"));
            const auto ground = fields.token(at("end_ground"), kSeatEnds);
            const auto to = fields.date(at("to_on"));
            for (const auto& [column, day] : {std::pair {at("ended_on"), ended}, std::pair {at("to_on"), to}})
                if (from && day && *day < *from)
                    fields.report(
                        column, {ErrorCode::RuleViolated, "import.before_start", formatDate(*from)});
            const std::string approval(fields.text(at("approval_no")));
            const bool isOpenMain = kind == SeatKind::Main && !to;
            if (isOpenMain && person != 0 && !m_seated.insert(person).second)
                fields.report(at("person"), {ErrorCode::Conflict, "space.seated",
                                                std::string(fields.text(at("person")))});
            if (fields.hasErrors())
                return;
            RowSpool& out = m_context.spool;
            out.target(0);
            out.integer(m_context.session.newId());
            out.integer(room);
            out.integer(person);
            out.text(tokenRow(kSeatKinds, kind).token);
            out.dayOrNull(from);
            out.dayOrNull(ended);
            out.textOrNull(ground ? tokenRow(kSeatEnds, *ground).token : std::string_view());
            out.dayOrNull(to);
            out.textOrNull(approval);
            if (isOpenMain)
                out.integer(person);
            else
                out.textOrNull({});
            out.integer(m_context.batch.value);
            out.endRow();
        }
        void finish() override { }

    private:
        ImportContext m_context;
        References m_references;
        std::set<std::int64_t> m_seated; ///< people who have a main room
    };

} // namespace

std::unique_ptr<Importer> makeOccupantImporter(const ImportContext& context)
{
    return std::make_unique<OccupantImporter>(context);
}

} // namespace guanwu
