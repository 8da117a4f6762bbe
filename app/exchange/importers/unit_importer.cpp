#include "app/exchange/column_tables.h"
#include "app/exchange/importer.h"
#include "app/exchange/references.h"
#include "core/registry/unit.h"
#include "core/values/uscc.h"
#include "schema/connection/session.h"

#include <map>
#include <vector>

namespace guanwu {

namespace {

    constexpr TargetTable kTables[] = {
        {"unit",
            "id, code, name, uscc, org_type, organ_level, parent_id, division, posts_established, "
            "posts_filled, "
            "in_inventory, batch_id"},
    };

    consteval int at(std::string_view name) { return columnIndex(kUnitColumns, name); }

    /// Units are few: they wait here until the last row, since a parent may stand further down.
    class UnitImporter final : public Importer {
    public:
        explicit UnitImporter(const ImportContext& context)
            : m_context(context)
        {
        }
        std::span<const TargetTable> tables() const override { return kTables; }

        void row(RowFields& fields) override
        {
            Pending pending;
            Unit& unit = pending.unit;
            pending.row = fields.row();
            unit.code = fields.requiredText(at("code"));
            unit.name = fields.requiredText(at("name"));
            unit.uscc = uscc(fields);
            const auto orgType = fields.token(at("org_type"), kOrgTypes);
            fields.require(at("org_type"), orgType.has_value());
            unit.orgType = orgType.value_or(OrgType::Administrative);
            unit.organLevel = fields.token(at("organ_level"), kOrganLevels).value_or(OrganLevel::Municipal);
            pending.parent = fields.text(at("parent"));
            unit.division = fields.text(at("division"));
            unit.postsEstablished = fields.integer(at("posts_established"), 0, 1'000'000).value_or(0);
            unit.postsFilled = fields.integer(at("posts_filled"), 0, 1'000'000).value_or(0);
            unit.inInventory = fields.boolean(at("in_inventory")).value_or(true);
            if (fields.hasErrors())
                return;
            if (m_context.index.units.byCode(unit.code))
                fields.report(at("code"), {ErrorCode::Conflict, "import.exists", unit.code});
            else if (const auto [first, fresh] = m_byCode.try_emplace(unit.code, m_pending.size()); !fresh)
                fields.report(at("code"),
                    {ErrorCode::Conflict, "import.twice", std::to_string(m_pending[first->second].row)});
            if (!unit.uscc.empty())
                m_usccs.check(fields, at("uscc"), unit.uscc);
            unit.id = UnitId {m_context.session.newId()};
            m_pending.push_back(std::move(pending));
        }

        void finish() override
        {
            for (const Pending& pending : m_pending) {
                const auto parent = parentOf(pending);
                if (!parent || climbsToItself(pending))
                    continue;
                spool(pending.unit, *parent);
            }
        }

    private:
        struct Pending {
            std::int64_t row = 0;
            Unit unit;
            std::string parent; ///< code
        };

        static std::string uscc(RowFields& fields)
        {
            const std::string_view text = fields.text(at("uscc"));
            if (text.empty())
                return {};
            const auto parsed = Uscc::parse(text);
            if (!parsed) {
                fields.report(at("uscc"), parsed.error());
                return {};
            }
            if (!parsed->organisationCodeIsValid())
                fields.warn(
                    at("uscc"), {ErrorCode::InvalidArgument, "uscc.organisation_code", parsed->text()});
            return parsed->text();
        }

        void reportParent(const Pending& pending, std::string_view subject)
        {
            m_context.problems.report(
                {Severity::Error, pending.row, m_context.headings.headingOf(at("parent")), pending.parent,
                    {ErrorCode::NotFound, std::string(subject), pending.parent}});
        }

        /// Id of the parent, 0 without one; nullopt when there is no such unit.
        std::optional<std::int64_t> parentOf(const Pending& pending)
        {
            if (pending.parent.empty())
                return 0;
            if (const auto inFile = m_byCode.find(pending.parent); inFile != m_byCode.end())
                return m_pending[inFile->second].unit.id.value;
            if (const RegistryEntry* known = m_context.index.units.byCode(pending.parent))
                return known->id;
            reportParent(pending, "import.no_unit");
            return std::nullopt;
        }

        /// Supervision is a tree: following the parents must end.
        bool climbsToItself(const Pending& start)
        {
            const Pending* current = &start;
            for (std::size_t steps = 0; steps <= m_pending.size(); ++steps) {
                const auto next = m_byCode.find(current->parent);
                if (current->parent.empty() || next == m_byCode.end())
                    return false;
                current = &m_pending[next->second];
                if (current == &start)
                    break;
            }
            reportParent(start, "import.parent_cycle");
            return true;
        }

        void spool(const Unit& unit, std::int64_t parent)
        {
            RowSpool& out = m_context.spool;
            out.target(0);
            out.integer(unit.id.value);
            out.text(unit.code);
            out.text(unit.name);
            out.textOrNull(unit.uscc);
            out.text(tokenRow(kOrgTypes, unit.orgType).token);
            out.text(tokenRow(kOrganLevels, unit.organLevel).token);
            out.integer(parent == 0 ? std::optional<std::int64_t>() : parent);
            out.text(unit.division);
            out.integer(unit.postsEstablished);
            out.integer(unit.postsFilled);
            out.integer(unit.inInventory ? 1 : 0);
            out.integer(m_context.batch.value);
            out.endRow();
        }

        ImportContext m_context;
        std::vector<Pending> m_pending;
        std::map<std::string, std::size_t> m_byCode;
        RowKeys m_usccs;
    };

} // namespace

std::unique_ptr<Importer> makeUnitImporter(const ImportContext& context)
{
    return std::make_unique<UnitImporter>(context);
}

} // namespace guanwu
