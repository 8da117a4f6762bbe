#pragma once

#include "core/access/scope.h"
#include "core/cards/registered_card.h"
#include "core/registry/place.h"
#include "core/registry/unit.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guanwu {

class Session;
class Query;

/// A page of a list: what to show, and the code after which the next page begins.
template <class Row> struct ListPage {
    std::vector<Row> rows;
    std::optional<std::string> next; ///< nullopt at the end
};

/// What narrows a list. Texts that are empty do not.
struct ListFilter {
    std::string text; ///< part of the code or the name
    std::string unit; ///< code of the unit that something belongs to
    std::string parent; ///< code of the supervising unit, or of the place around a place
    std::string after; ///< `next` of the page before
    int limit = 50;
};

struct UnitRow {
    Unit unit;
    std::string parentCode;
};

struct DepartmentRow {
    std::string name;
    Reference unit;
};

struct PersonRow {
    std::string code;
    std::string name;
    Reference unit;
    std::string department;
    std::string rank;
    std::string post;
    bool inPost = true;
};

struct PlaceRow {
    Place place;
    std::string parentCode;
    Reference unit;
};

/// The lists of the registry that everything else points at, as far as a scope reaches: units, and the
/// departments, people and places of its units. Sorted by code, departments by name.
class RegistryLists {
public:
    RegistryLists(Session& session, const Scope& scope)
        : m_session(session)
        , m_scope(scope)
    {
    }

    [[nodiscard]] ListPage<UnitRow> units(const ListFilter& filter);
    /// Errors: unit.not_found.
    [[nodiscard]] Result<UnitRow> unit(const std::string& code);
    /// Of one unit, since names are unique within it only. Errors: unit.not_found.
    [[nodiscard]] Result<ListPage<DepartmentRow>> departments(const ListFilter& filter);
    [[nodiscard]] ListPage<PersonRow> people(const ListFilter& filter);
    [[nodiscard]] ListPage<PlaceRow> places(const ListFilter& filter);

private:
    Session& m_session;
    Scope m_scope;
};

} // namespace guanwu
