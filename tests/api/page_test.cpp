// The pages for browsers: what they fetch, run and show.
#include "core/inventory/sheet_state.h"
#include "tests/api/api_server.h"

#include <catch2/catch.hpp>
#include <regex>

using namespace guanwu;
using namespace guanwu::test;

namespace {

std::vector<std::string> found(const std::string& text, const char* pattern)
{
    const std::regex expression(pattern);
    std::vector<std::string> out;
    for (std::sregex_iterator at(text.begin(), text.end(), expression); at != std::sregex_iterator(); ++at)
        out.push_back((*at)[1]);
    return out;
}

} // namespace

TEST_CASE("The wall is served with everything that it names, and names nothing elsewhere")
{
    ApiServer server;
    const HttpClient client = server.client();
    std::vector<std::string> open {"wall"};
    std::vector<std::string> seen;
    while (!open.empty()) {
        const std::string name = open.back();
        open.pop_back();
        CAPTURE(name);
        const auto reply = client.get("/" + name);
        REQUIRE(reply.status == 200);
        seen.push_back(name);
        // Works in a network without the world, and cannot be made to talk to it.
        CHECK_THAT(reply.headers.at("content-security-policy"), Catch::Contains("default-src 'none'"));
        CHECK(found(reply.body, "(https?://|url\\()").empty());
        // What comes from the registry is put in as text.
        CHECK(found(reply.body, "(innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\()").empty());
        for (const std::string& link : found(reply.body, "(?:src|href)=\"([^\"]+)\""))
            open.push_back(link);
        for (const std::string& link : found(reply.body, "from '\\./([^']+)'"))
            open.push_back(link);
    }
    CHECK(seen.size() == 4);
}

TEST_CASE("The wall has a word for every state that a sheet on it can have, in both languages")
{
    ApiServer server;
    const auto states = found(server.client().get("/wall-words.js").body, "states: \\{([^}]*)\\}");
    REQUIRE(states.size() == 2);
    for (const auto& state : kSheetStates)
        if (state.value >= SheetState::Frozen) {
            CAPTURE(state.token);
            for (const std::string& words : states)
                CHECK(found(words, ("\\b(" + std::string(state.token) + "):").c_str()).size() == 1);
        }
}
