#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace soci {
class session;
}

namespace guanwu {

/// Codes and names of what the lines of a sheet point at. A sheet knows few people and places, a city many:
/// only those of the sheet are held.
class LineNames {
public:
    void want(std::int64_t id)
    {
        if (id != 0)
            m_byId.try_emplace(id);
    }
    void loadPeople(soci::session& sql) { load(sql, "SELECT id, code, name FROM person WHERE id IN "); }
    void loadPlaces(soci::session& sql) { load(sql, "SELECT id, code, name FROM place WHERE id IN "); }
    /// Departments have no code of their own.
    void loadDepartments(soci::session& sql)
    {
        load(sql, "SELECT id, name, name FROM department WHERE id IN ");
    }
    /// Empty for an id that was not wanted or is not there.
    [[nodiscard]] const std::string& codeOf(std::int64_t id) const { return entry(id).first; }
    [[nodiscard]] const std::string& nameOf(std::int64_t id) const { return entry(id).second; }

private:
    using Entry = std::pair<std::string, std::string>;
    void load(soci::session& sql, std::string_view select);
    [[nodiscard]] const Entry& entry(std::int64_t id) const;

    std::unordered_map<std::int64_t, Entry> m_byId;
};

} // namespace guanwu
