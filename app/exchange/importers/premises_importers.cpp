// Rooms and their allocation: small registers whose rows stand for themselves.
#include "app/exchange/column_tables.h"
#include "app/exchange/references.h"
#include "core/registry/place.h"
#include "schema/connection/session.h"

namespace guanwu {

namespace {

    constexpr TargetTable kRoomTables[] = {
        {"room",
            "place_id, room_kind, service_kind, usable_m2_x100, floor_area_share_m2_x100, state, "
            "toilet_m2_x100, "
            "rest_m2_x100, batch_id"},
    };
    constexpr TargetTable kAllocationTables[] = {
        {"room_allocation",
            "id, certificate_no, unit_id, place_id, approved_m2_x100, agreement_no, term_from, term_to, "
            "approval_no, approved_on, handed_over_on, vacate_by, vacated_on, published_on, remark, "
            "batch_id"},
    };

    class RoomImporter final : public Importer {
    public:
        explicit RoomImporter(const ImportContext& context)
            : m_context(context)
            , m_references(m_context)
        {
        }
        std::span<const TargetTable> tables() const override { return kRoomTables; }
        void row(RowFields& fields) override
        {
            constexpr auto at = [](std::string_view name) { return columnIndex(kRoomColumns, name); };
            const std::int64_t place = m_references.place(fields, at("place"), "room");
            fields.require(at("place"), place != 0);
            const auto kind = fields.token(at("room_kind"), kRoomKinds);
            fields.require(at("room_kind"), kind.has_value());
            const std::string service(fields.text(at("service_kind")));
            const auto usable = fields.area(at("usable_m2"));
            fields.require(at("usable_m2"), usable.has_value());
            const auto share = fields.area(at("floor_area_share_m2"));
            const auto state = fields.token(at("state"), kRoomStates).value_or(RoomState::Available);
            const auto toilet = fields.area(at("toilet_m2"));
            const auto rest = fields.area(at("rest_m2"));
            if (usable && toilet.value_or(Area {}) + rest.value_or(Area {}) > *usable)
                fields.report(
                    at("toilet_m2"), {ErrorCode::RuleViolated, "room.parts_exceed", usable->toString()});
            if (place != 0)
                m_keys.check(fields, at("place"), std::to_string(place));
            if (fields.hasErrors())
                return;
            RowSpool& out = m_context.spool;
            out.target(0);
            out.integer(place);
            out.text(tokenRow(kRoomKinds, *kind).token);
            out.textOrNull(service);
            out.integer(usable->hundredths());
            out.areaOrNull(share);
            out.text(tokenRow(kRoomStates, state).token);
            out.areaOrNull(toilet);
            out.areaOrNull(rest);
            out.integer(m_context.batch.value);
            out.endRow();
        }
        void finish() override { }

    private:
        ImportContext m_context;
        References m_references;
        RowKeys m_keys;
    };

    class AllocationImporter final : public Importer {
    public:
        explicit AllocationImporter(const ImportContext& context)
            : m_context(context)
            , m_references(m_context)
        {
        }
        std::span<const TargetTable> tables() const override { return kAllocationTables; }
        void row(RowFields& fields) override
        {
            constexpr auto at = [](std::string_view name) { return columnIndex(kAllocationColumns, name); };
            const std::string certificate(fields.requiredText(at("certificate_no")));
            const std::int64_t unit = m_references.unit(fields, at("unit"));
            fields.require(at("unit"), unit != 0);
            const std::int64_t room = m_references.place(fields, at("room"), "room");
            fields.require(at("room"), room != 0);
            const auto approved = fields.area(at("approved_m2"));
            fields.require(at("approved_m2"), approved.has_value());
            const std::string agreement(fields.text(at("agreement_no")));
            const auto from = fields.date(at("term_from"));
            const auto to = fields.date(at("term_to"));
            if (from && to && *to < *from)
                fields.report(
                    at("term_to"), {ErrorCode::RuleViolated, "import.before_start", formatDate(*from)});
            const std::string approvalNo(fields.text(at("approval_no")));
            const auto approvedOn = fields.date(at("approved_on"));
            fields.require(at("approved_on"), approvedOn.has_value());
            const auto handedOver = fields.date(at("handed_over_on"));
            const auto vacateBy = fields.date(at("vacate_by"));
            const auto vacated = fields.date(at("vacated_on"));
            const auto published = fields.date(at("published_on"));
            const std::string remark(fields.text(at("remark")));
            if (room != 0)
                m_keys.check(fields, at("room"), certificate + '/' + std::to_string(room));
            if (fields.hasErrors())
                return;
            RowSpool& out = m_context.spool;
            out.target(0);
            out.integer(m_context.session.newId());
            out.text(certificate);
            out.integer(unit);
            out.integer(room);
            out.integer(approved->hundredths());
            out.textOrNull(agreement);
            out.dayOrNull(from);
            out.dayOrNull(to);
            out.textOrNull(approvalNo);
            out.dayOrNull(approvedOn);
            out.dayOrNull(handedOver);
            out.dayOrNull(vacateBy);
            out.dayOrNull(vacated);
            out.dayOrNull(published);
            out.textOrNull(remark);
            out.integer(m_context.batch.value);
            out.endRow();
        }
        void finish() override { }

    private:
        ImportContext m_context;
        References m_references;
        RowKeys m_keys;
    };

} // namespace

std::unique_ptr<Importer> makeRoomImporter(const ImportContext& context)
{
    return std::make_unique<RoomImporter>(context);
}

std::unique_ptr<Importer> makeAllocationImporter(const ImportContext& context)
{
    return std::make_unique<AllocationImporter>(context);
}

} // namespace guanwu
