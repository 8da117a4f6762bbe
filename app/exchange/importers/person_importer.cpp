#include "app/exchange/column_tables.h"
#include "app/exchange/references.h"
#include "schema/connection/session.h"

namespace guanwu {

namespace {

    constexpr TargetTable kTables[] = {
        {"person", "id, code, name, unit_id, department_id, grade, post, in_post, batch_id"},
        Departments::kTable,
    };

    consteval int at(std::string_view name) { return columnIndex(kPersonColumns, name); }

    class PersonImporter final : public Importer {
    public:
        explicit PersonImporter(const ImportContext& context)
            : m_context(context)
            , m_references(m_context)
            , m_departments(m_context, 1)
        {
        }
        std::span<const TargetTable> tables() const override { return kTables; }

        void row(RowFields& fields) override
        {
            const std::string code(fields.requiredText(at("code")));
            const std::string name(fields.requiredText(at("name")));
            const std::int64_t unit = m_references.unit(fields, at("unit"));
            fields.require(at("unit"), unit != 0);
            const std::string department(fields.text(at("department")));
            const std::string grade(fields.text(at("rank")));
            const std::string post(fields.text(at("post")));
            const bool inPost = fields.boolean(at("in_post")).value_or(true);
            if (!code.empty() && m_context.index.people.byCode(code))
                fields.report(at("code"), {ErrorCode::Conflict, "import.exists", code});
            else
                m_keys.check(fields, at("code"), code);
            if (fields.hasErrors())
                return;

            const std::int64_t departmentId = m_departments.idOf(unit, department);
            RowSpool& out = m_context.spool;
            out.target(0);
            out.integer(m_context.session.newId());
            out.text(code);
            out.text(name);
            out.integer(unit);
            out.reference(departmentId);
            out.text(grade);
            out.text(post);
            out.integer(inPost ? 1 : 0);
            out.integer(m_context.batch.value);
            out.endRow();
        }
        void finish() override { }

    private:
        ImportContext m_context;
        References m_references;
        Departments m_departments;
        RowKeys m_keys;
    };

} // namespace

std::unique_ptr<Importer> makePersonImporter(const ImportContext& context)
{
    return std::make_unique<PersonImporter>(context);
}

} // namespace guanwu
