// The wall in a real browser, before a real server.
#include "schema/connection/query.h"
#include "tests/api/city_server.h"
#include "tests/support/browser.h"

using namespace guanwu;
using namespace guanwu::test;

namespace {

constexpr const char* kEvilName = "<img src=x onerror=document.title=1>局";

void logIn(BrowserPage& page, const std::string& login, const std::string& password)
{
    static_cast<void>(page.evaluate("document.querySelector('[name=login]').value = '" + login
        + "'; document.querySelector('[name=password]').value = '" + password
        + "'; document.querySelector('#login button').click()"));
}

} // namespace

TEST_CASE("The wall shows every unit to who may see it, on a large screen and on a telephone", "[browser]")
{
    CityServer server("sqlite");
    const HttpClient section = server.client("section", Role::AssetSection);
    openTask(section);
    server.see(1, CityServer::number(100));
    Query(*server.session).add("UPDATE unit SET name = ", SqlValue(std::string(kEvilName))).add(" WHERE id = 2").run();
    std::string longName;
    for (int i = 0; i < 60; ++i)
        longName += "综合";
    Query(*server.session).add("UPDATE unit SET name = ", SqlValue(longName)).add(" WHERE id = 1").run();
    const TempFolder profile;
    BrowserPage page(profile.path().string());
    page.resize(1920, 1080);
    page.open(server.address() + "/wall");
    REQUIRE(page.becomes("!document.querySelector('#login').hidden"));
    CHECK(page.complaints().empty());

    logIn(page, "section", "not-the-password");
    CHECK(page.becomes("document.querySelector('#refusal').textContent.includes('密码')"));
    logIn(page, "section", ApiServer::kPassword);
    REQUIRE(page.becomes("document.querySelectorAll('#tiles li').length === 2"));
    CHECK(page.evaluate("[...document.querySelectorAll('#tiles .name')].some((e) => e.textContent.includes('<img'))") == true);
    CHECK(page.evaluate("document.querySelectorAll('#tiles img').length") == 0);
    CHECK(page.evaluate("document.documentElement.scrollHeight <= innerHeight") == true);

    static_cast<void>(page.evaluate("document.querySelector('#tiles button').click()"));
    CHECK(page.evaluate("document.querySelector('#unit').open") == true);
    static_cast<void>(page.evaluate("document.querySelector('#unit').close()"));
    page.resize(390, 844);
    // What two lines do not hold is set smaller.
    CHECK(page.becomes("document.querySelector('#tiles .name').classList.contains('long')"));
    CHECK(page.becomes("document.documentElement.scrollWidth <= innerWidth"));
    // What was known stays, with the hour it is from.
    page.cutNetwork(true);
    CHECK(page.becomes("document.querySelector('#updated').classList.contains('old')"));
    CHECK(page.evaluate("document.querySelectorAll('#tiles li').length") == 2);
}
