#include "app/server/routes/code_names.h"

#include "app/server/route.h"
#include "schema/repositories/registry_lists.h"

namespace guanwu {

namespace {

    constexpr int kLookedAt = 50; ///< rows whose code begins so

    template <class Find> nlohmann::ordered_json namesOf(const std::set<std::string>& codes, const Find& find)
    {
        auto out = nlohmann::ordered_json::object();
        for (const std::string& code : codes)
            if (const std::string name = code.empty() ? std::string() : find(code); !name.empty())
                out[code] = name;
        return out;
    }

} // namespace

nlohmann::ordered_json placeNames(RouteCall& call, const std::set<std::string>& codes)
{
    RegistryLists lists(call.session, call.scope());
    return namesOf(codes, [&](const std::string& code) {
        for (const PlaceRow& row : lists.places({code, {}, {}, {}, kLookedAt}).rows)
            if (row.place.code == code)
                return row.place.name;
        return std::string();
    });
}

nlohmann::ordered_json personNames(RouteCall& call, const std::set<std::string>& codes)
{
    RegistryLists lists(call.session, call.scope());
    return namesOf(codes, [&](const std::string& code) {
        for (const PersonRow& row : lists.people({code, {}, {}, {}, kLookedAt}).rows)
            if (row.code == code)
                return row.name;
        return std::string();
    });
}

} // namespace guanwu
