#pragma once

#include "app/exchange/importer.h"

#include <map>
#include <string>

namespace guanwu {

/// Cells that name something else in the registry, by its code; a person also by a name that is unique in the
/// unit. What is named and not there is an error at the cell; nothing is guessed. 0 = the cell was empty or
/// wrong.
class References {
public:
    References(const ImportContext& context)
        : m_context(context)
    {
    }
    [[nodiscard]] std::int64_t unit(RowFields& fields, int column) const;
    [[nodiscard]] std::int64_t person(RowFields& fields, int column, std::int64_t unit) const;
    /// `kind` empty = any kind of place.
    [[nodiscard]] std::int64_t place(RowFields& fields, int column, std::string_view kind = {}) const;

private:
    const ImportContext& m_context;
};

/// The keys of a file: one that an earlier row had is an error at the cell, which names that row.
class RowKeys {
public:
    void check(RowFields& fields, int column, const std::string& key)
    {
        if (const auto [first, fresh] = m_rowOf.try_emplace(key, fields.row()); !fresh)
            fields.report(column, {ErrorCode::Conflict, "import.twice", std::to_string(first->second)});
    }

private:
    std::map<std::string, std::int64_t> m_rowOf;
};

/// Departments have no file of their own: the first row that names one in a unit makes it.
class Departments {
public:
    static constexpr TargetTable kTable = {"department", "id, unit_id, name, batch_id"};

    Departments(const ImportContext& context, std::size_t table)
        : m_context(context)
        , m_table(table)
    {
    }
    /// Id of the unit's department, spooled if it is new; 0 for an empty name.
    std::int64_t idOf(std::int64_t unit, std::string_view name);

private:
    const ImportContext& m_context;
    std::size_t m_table;
    std::unordered_map<std::string, std::int64_t> m_made;
};

} // namespace guanwu
