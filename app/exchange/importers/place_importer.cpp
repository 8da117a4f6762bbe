#include "app/exchange/column_tables.h"
#include "app/exchange/references.h"
#include "core/registry/place.h"
#include "schema/connection/session.h"

#include <map>
#include <vector>

namespace guanwu {

namespace {

    constexpr TargetTable kTables[] = {
        {"place", "id, code, kind, name, parent_id, unit_id, usable_m2_x100, room_kind, batch_id"},
    };

    consteval int at(std::string_view name) { return columnIndex(kPlaceColumns, name); }

    /// The place around a place stands one step up: a room on a floor or straight in a building, and so on.
    bool mayHold(PlaceKind outer, PlaceKind inner) { return outer < inner; }

    /// Places wait here until the last row, since the place around one may stand further down.
    class PlaceImporter final : public Importer {
    public:
        explicit PlaceImporter(const ImportContext& context)
            : m_context(context)
            , m_references(m_context)
        {
        }
        std::span<const TargetTable> tables() const override { return kTables; }

        void row(RowFields& fields) override
        {
            Pending place;
            place.row = fields.row();
            place.code = fields.requiredText(at("code"));
            const auto kind = fields.token(at("kind"), kPlaceKinds);
            fields.require(at("kind"), kind.has_value());
            place.kind = kind.value_or(PlaceKind::Room);
            place.name = fields.requiredText(at("name"));
            place.parent = fields.text(at("parent"));
            place.unit = m_references.unit(fields, at("unit"));
            place.usable = fields.area(at("usable_m2"));
            place.roomKind = fields.token(at("room_kind"), kRoomKinds);
            if (place.roomKind && place.kind != PlaceKind::Room)
                fields.report(at("room_kind"), {ErrorCode::RuleViolated, "place.room_kind", {}});
            if (!place.code.empty() && m_context.index.places.byCode(place.code))
                fields.report(at("code"), {ErrorCode::Conflict, "import.exists", place.code});
            else if (const auto [first, fresh] = m_byCode.try_emplace(place.code, m_pending.size()); !fresh)
                fields.report(at("code"),
                    {ErrorCode::Conflict, "import.twice", std::to_string(m_pending[first->second].row)});
            place.id = m_context.session.newId();
            m_pending.push_back(std::move(place));
        }

        void finish() override
        {
            for (const Pending& place : m_pending) {
                const auto parent = parentOf(place);
                if (parent)
                    spool(place, *parent);
            }
        }

    private:
        struct Pending {
            std::int64_t row = 0;
            std::int64_t id = 0;
            std::string code;
            PlaceKind kind = PlaceKind::Room;
            std::string name;
            std::string parent; ///< code
            std::int64_t unit = 0;
            std::optional<Area> usable;
            std::optional<RoomKind> roomKind;
        };

        /// Id of the place around it, 0 without one; nullopt when there is no such place or it cannot hold
        /// this one.
        std::optional<std::int64_t> parentOf(const Pending& place)
        {
            if (place.parent.empty())
                return 0;
            std::optional<PlaceKind> kind;
            std::int64_t id = 0;
            if (const auto inFile = m_byCode.find(place.parent); inFile != m_byCode.end()) {
                kind = m_pending[inFile->second].kind;
                id = m_pending[inFile->second].id;
            } else if (const RegistryEntry* known = m_context.index.places.byCode(place.parent)) {
                kind = parseToken(kPlaceKinds, known->kind, "place.kind").value_or(PlaceKind::Compound);
                id = known->id;
            }
            if (kind && mayHold(*kind, place.kind))
                return id;
            m_context.problems.report(
                {Severity::Error, place.row, m_context.headings.headingOf(at("parent")), place.parent,
                    {ErrorCode::NotFound, kind ? "place.parent_kind" : "import.no_place", place.parent}});
            return std::nullopt;
        }

        void spool(const Pending& place, std::int64_t parent)
        {
            RowSpool& out = m_context.spool;
            out.target(0);
            out.integer(place.id);
            out.text(place.code);
            out.text(tokenRow(kPlaceKinds, place.kind).token);
            out.text(place.name);
            out.reference(parent);
            out.reference(place.unit);
            out.areaOrNull(place.usable);
            out.textOrNull(place.roomKind ? tokenRow(kRoomKinds, *place.roomKind).token : std::string_view());
            out.integer(m_context.batch.value);
            out.endRow();
        }

        ImportContext m_context;
        References m_references;
        std::vector<Pending> m_pending;
        std::map<std::string, std::size_t> m_byCode;
    };

} // namespace

std::unique_ptr<Importer> makePlaceImporter(const ImportContext& context)
{
    return std::make_unique<PlaceImporter>(context);
}

} // namespace guanwu
