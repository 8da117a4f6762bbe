#include "app/exchange/column_tables.h"
#include "app/exchange/references.h"
#include "core/base/text.h"
#include "core/values/certificate_no.h"
#include "core/values/property_unit_no.h"
#include "schema/connection/session.h"

#include <vector>

namespace guanwu {

namespace {

    constexpr TargetTable kTables[] = {
        {"certificate",
            "id, cert_no, cert_kind, reg_kind, right_holder_id, co_ownership, location, right_type, "
            "right_nature, "
            "land_use, parcel_m2_x100, land_share_m2_x100, floor_m2_x100, term_from, term_to, issued_on, "
            "issuer, "
            "incomplete, missing_papers, former_cert_no, state, remark, batch_id"},
        {"certificate_building", "certificate_id, position, place_id"},
        {"certificate_user", "certificate_id, position, unit_id"},
        {"certificate_property_unit", "certificate_id, position, unit_no"},
    };

    consteval int at(std::string_view name) { return columnIndex(kCertificateColumns, name); }

    /// "a;b；c" in its parts, without empty ones.
    std::vector<std::string> listOf(std::string_view text)
    {
        std::vector<std::string> out;
        const std::string tidy = normalized(text);
        std::string_view rest = tidy;
        while (!rest.empty()) {
            const auto end = rest.find(';');
            if (const auto part = trimmed(rest.substr(0, end)); !part.empty())
                out.emplace_back(part);
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        }
        return out;
    }

    /// Certificate and building are many to many (rule R2), and so are the units that use them.
    class CertificateImporter final : public Importer {
    public:
        explicit CertificateImporter(const ImportContext& context)
            : m_context(context)
            , m_references(m_context)
        {
        }
        std::span<const TargetTable> tables() const override { return kTables; }

        void row(RowFields& fields) override
        {
            const std::string number = certificateNo(fields);
            const std::int64_t holder = m_references.unit(fields, at("right_holder"));
            fields.require(at("right_holder"), holder != 0);
            const std::string location(fields.requiredText(at("location")));
            const auto parcel = fields.area(at("parcel_m2"));
            const auto landShare = fields.area(at("land_share_m2"));
            fields.require(at("land_share_m2"), landShare.has_value());
            const auto floor = fields.area(at("floor_m2"));
            fields.require(at("floor_m2"), floor.has_value());
            const auto from = fields.date(at("term_from"));
            const auto to = fields.date(at("term_to"));
            const auto issuedOn = fields.date(at("issued_on"));
            fields.require(at("issued_on"), issuedOn.has_value());
            const bool incomplete = fields.boolean(at("incomplete")).value_or(false);
            const std::string missing(fields.text(at("missing_papers")));
            if (incomplete && missing.empty())
                fields.report(
                    at("missing_papers"), {ErrorCode::RuleViolated, "certificate.missing_papers", {}});
            const auto buildings = referencesTo(
                fields, at("buildings"), m_context.index.places, "building", "import.no_place");
            const auto users
                = referencesTo(fields, at("using_units"), m_context.index.units, {}, "import.no_unit");
            const auto unitNos = propertyUnits(fields);
            m_keys.check(fields, at("cert_no"), number);
            if (fields.hasErrors())
                return;

            const std::int64_t id = m_context.session.newId();
            RowSpool& out = m_context.spool;
            out.target(0);
            out.integer(id);
            out.text(number);
            out.text(fields.text(at("cert_kind")));
            out.text(fields.text(at("reg_kind")));
            out.integer(holder);
            out.textOrNull(fields.text(at("co_ownership")));
            out.text(location);
            out.textOrNull(fields.text(at("right_type")));
            out.textOrNull(fields.text(at("right_nature")));
            out.textOrNull(fields.text(at("use")));
            out.areaOrNull(parcel);
            out.areaOrNull(landShare);
            out.areaOrNull(floor);
            out.dayOrNull(from);
            out.dayOrNull(to);
            out.dayOrNull(issuedOn);
            out.text(fields.text(at("issuer")));
            out.integer(incomplete ? 1 : 0);
            out.textOrNull(missing);
            out.textOrNull(fields.text(at("former_cert_no")));
            out.text(fields.text(at("state")).empty() ? "current" : fields.text(at("state")));
            out.textOrNull(fields.text(at("remark")));
            out.integer(m_context.batch.value);
            out.endRow();
            spoolList(1, id, buildings);
            spoolList(2, id, users);
            for (std::size_t i = 0; i < unitNos.size(); ++i) {
                out.target(3);
                out.integer(id);
                out.integer(static_cast<std::int64_t>(i));
                out.text(unitNos[i]);
                out.endRow();
            }
        }
        void finish() override { }

    private:
        static std::string certificateNo(RowFields& fields)
        {
            const std::string_view text = fields.requiredText(at("cert_no"));
            if (text.empty())
                return {};
            const auto parsed = CertificateNo::parse(text);
            if (!parsed) {
                fields.report(at("cert_no"), parsed.error());
                return {};
            }
            if (parsed->warning())
                fields.warn(at("cert_no"), *parsed->warning());
            return parsed->text();
        }

        static std::vector<std::string> propertyUnits(RowFields& fields)
        {
            std::vector<std::string> out;
            for (const std::string& text : listOf(fields.text(at("unit_no")))) {
                const auto parsed = PropertyUnitNo::parse(text);
                if (parsed)
                    out.push_back(parsed->text());
                else
                    fields.report(at("unit_no"), parsed.error());
            }
            return out;
        }

        static std::vector<std::int64_t> referencesTo(RowFields& fields, int column,
            const IndexedTable& table, std::string_view kind, std::string_view subject)
        {
            std::vector<std::int64_t> out;
            for (const std::string& code : listOf(fields.text(column))) {
                const RegistryEntry* entry = table.byCode(code);
                if (entry && (kind.empty() || entry->kind == kind))
                    out.push_back(entry->id);
                else
                    fields.report(column, {ErrorCode::NotFound, std::string(subject), code});
            }
            return out;
        }

        void spoolList(std::size_t table, std::int64_t certificate, const std::vector<std::int64_t>& ids)
        {
            RowSpool& out = m_context.spool;
            for (std::size_t i = 0; i < ids.size(); ++i) {
                out.target(table);
                out.integer(certificate);
                out.integer(static_cast<std::int64_t>(i));
                out.integer(ids[i]);
                out.endRow();
            }
        }

        ImportContext m_context;
        References m_references;
        RowKeys m_keys;
    };

} // namespace

std::unique_ptr<Importer> makeCertificateImporter(const ImportContext& context)
{
    return std::make_unique<CertificateImporter>(context);
}

} // namespace guanwu
