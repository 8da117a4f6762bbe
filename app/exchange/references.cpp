#include "app/exchange/references.h"

#include "schema/connection/session.h"

namespace guanwu {

std::int64_t References::unit(RowFields& fields, int column) const
{
    const std::string_view code = fields.text(column);
    if (code.empty())
        return 0;
    if (const RegistryEntry* unit = m_context.index.units.byCode(code))
        return unit->id;
    fields.report(column, {ErrorCode::NotFound, "import.no_unit", std::string(code)});
    return 0;
}

std::int64_t References::person(RowFields& fields, int column, std::int64_t unit) const
{
    const std::string_view text = fields.text(column);
    if (text.empty())
        return 0;
    if (const RegistryEntry* person = m_context.index.people.byCode(text))
        return person->id;
    if (const RegistryEntry* person = m_context.index.people.byName(unit, text))
        return person->id;
    fields.report(column, {ErrorCode::NotFound, "import.no_person", std::string(text)});
    return 0;
}

std::int64_t References::place(RowFields& fields, int column, std::string_view kind) const
{
    const std::string_view code = fields.text(column);
    if (code.empty())
        return 0;
    const RegistryEntry* place = m_context.index.places.byCode(code);
    if (place && (kind.empty() || place->kind == kind))
        return place->id;
    fields.report(column, {ErrorCode::NotFound, "import.no_place", std::string(code)});
    return 0;
}

std::int64_t Departments::idOf(std::int64_t unit, std::string_view name)
{
    if (name.empty() || unit == 0)
        return 0;
    if (const RegistryEntry* known = m_context.index.departments.byName(unit, name))
        return known->id;
    const auto [made, fresh] = m_made.try_emplace(std::to_string(unit) + '/' + std::string(name), 0);
    if (fresh) {
        made->second = m_context.session.newId();
        RowSpool& out = m_context.spool;
        out.target(m_table);
        out.integer(made->second);
        out.integer(unit);
        out.text(name);
        out.integer(m_context.batch.value);
        out.endRow();
    }
    return made->second;
}

} // namespace guanwu
