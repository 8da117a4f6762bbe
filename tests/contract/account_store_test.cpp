#include "core/access/access_service.h"
#include "schema/access/soci_account_store.h"
#include "tests/contract/back_ends.h"
#include "tests/support/plain_secrets.h"
#include "tests/support/refusal.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using test::BackEnd;
using test::PlainSecrets;

namespace {

constexpr const char* kFirst = "First-pass-1";
constexpr const char* kSource = "10.0.0.1";

struct Office {
    explicit Office(const std::string& backEndName)
        : backEnd(backEndName)
        , session(backEnd.connectMigrated())
        , store(*session)
        , service(store, secrets, [this] { return now; })
    {
    }
    void setUp() { REQUIRE(service.setUp({{"system", kFirst}, {"security", kFirst}, {"auditor", kFirst}})); }
    Caller caller(const std::string& login) { return {store.findAccount(login).value(), {}}; }
    void addClerk(const std::string& login)
    {
        REQUIRE(service.create(caller("system"), login, "王干事", kFirst));
        REQUIRE(service.grant(caller("security"), login, Role::UnitClerk, UnitId {1}, {}));
    }

    BackEnd backEnd;
    std::unique_ptr<Session> session;
    SociAccountStore store;
    PlainSecrets secrets;
    Instant now = std::chrono::sys_days(std::chrono::year(2026) / 11 / 24) + std::chrono::hours(1);
    AccessService service;
};

} // namespace

TEST_CASE("X5 there are three administrators, made together and once", "[contract][access]")
{
    Office office(GENERATE("sqlite", "mariadb"));
    CHECK(refusalCode(office.service.setUp({{"system", kFirst}, {"security", kFirst}}))
        == "access.three_administrators");
    CHECK(refusalCode(office.service.setUp({{"system", kFirst}, {"security", "short"}, {"auditor", kFirst}}))
        == "access.password_short");
    CHECK(office.store.accounts().empty());
    office.setUp();
    CHECK(refusalCode(office.service.setUp({{"a-1", kFirst}, {"b-1", kFirst}, {"c-1", kFirst}}))
        == "access.already_set_up");

    // Even past the service the schema holds one of each.
    Account second = office.store.findAccount("system").value();
    second.login = "second";
    CHECK(refusalCode(office.store.addAccounts({&second, 1})) == "access.login_taken");
}

TEST_CASE("X5 one administrator makes the account, another gives the role, and neither does both",
    "[contract][access]")
{
    Office office(GENERATE("sqlite", "mariadb"));
    office.setUp();
    const Caller system = office.caller("system");
    const Caller security = office.caller("security");
    CHECK(refusalCode(office.service.create(security, "clerk01", "王", kFirst)) == "access.forbidden");
    REQUIRE(office.service.create(system, "clerk01", "王", kFirst));
    CHECK(refusalCode(office.service.create(system, "clerk01", "李", kFirst)) == "access.login_taken");
    CHECK(refusalCode(office.service.logIn("clerk01", kFirst, kSource)) == "access.no_role");
    CHECK(refusalCode(office.service.grant(system, "clerk01", Role::UnitClerk, UnitId {1}, {}))
        == "access.forbidden");
    REQUIRE(office.service.grant(security, "clerk01", Role::UnitClerk, UnitId {1}, {}));
    CHECK(office.service.logIn("clerk01", kFirst, kSource));
    CHECK(refusalCode(office.service.grant(security, "system", Role::UnitClerk, UnitId {1}, {}))
        == "access.administrator_role");
    CHECK(
        refusalCode(office.service.resetPassword(system, "security", kFirst)) == "access.administrator_role");
    CHECK(refusalCode(office.service.setDisabled(system, "auditor", true)) == "access.administrator_role");
}

TEST_CASE("A token opens the account until it is logged out, idle too long or the rights change",
    "[contract][access]")
{
    Office office(GENERATE("sqlite", "mariadb"));
    office.setUp();
    office.addClerk("clerk01");
    const auto in = office.service.logIn("clerk01", kFirst, kSource);
    REQUIRE(in);
    CHECK(in->account.mustChangePassword);
    const auto caller = office.service.authenticate(in->token);
    REQUIRE(caller);
    CHECK(caller->account.login == "clerk01");
    CHECK(caller->scope() == Scope::ofUnit(UnitId {1}));
    CHECK(refusalCode(office.service.authenticate("token999")) == "access.no_session");

    // Use keeps it open, silence ends it.
    office.now += std::chrono::minutes(29);
    CHECK(office.service.authenticate(in->token));
    office.now += std::chrono::minutes(29);
    CHECK(office.service.authenticate(in->token));
    office.now += std::chrono::minutes(30);
    CHECK(refusalCode(office.service.authenticate(in->token)) == "access.no_session");
    office.now -= std::chrono::minutes(10);
    CHECK(refusalCode(office.service.authenticate(in->token)) == "access.no_session");

    const auto second = office.service.logIn("clerk01", kFirst, kSource);
    office.service.logOut(office.service.authenticate(second->token).value());
    CHECK(refusalCode(office.service.authenticate(second->token)) == "access.no_session");

    const auto third = office.service.logIn("clerk01", kFirst, kSource);
    REQUIRE(office.service.setDisabled(office.caller("system"), "clerk01", true));
    CHECK(refusalCode(office.service.authenticate(third->token)) == "access.no_session");
    CHECK(refusalCode(office.service.logIn("clerk01", kFirst, kSource)) == "access.log_in");
}

TEST_CASE("X6 five wrong passwords lock one source for half an hour, and nobody else", "[contract][access]")
{
    Office office(GENERATE("sqlite", "mariadb"));
    office.setUp();
    office.addClerk("clerk01");
    for (int i = 0; i < 5; ++i)
        CHECK(refusalCode(office.service.logIn("clerk01", "Wrong-pass-1", "10.6.6.6")) == "access.log_in");
    const auto locked = office.service.logIn("clerk01", kFirst, "10.6.6.6");
    REQUIRE_FALSE(locked);
    CHECK(locked.error().subject == "access.locked");
    CHECK(locked.error().detail == "30");
    CHECK(office.service.logIn("clerk01", kFirst, kSource));
    office.now += std::chrono::minutes(30);
    CHECK(office.service.logIn("clerk01", kFirst, "10.6.6.6"));

    // A login that nobody has is answered and locked as one that somebody has.
    for (int i = 0; i < 5; ++i)
        CHECK(refusalCode(office.service.logIn("nobody", kFirst, "10.6.6.6")) == "access.log_in");
    CHECK(refusalCode(office.service.logIn("nobody", kFirst, "10.6.6.6")) == "access.locked");
    CHECK(refusalCode(office.service.logIn(std::string(5000, 'x'), kFirst, "10.6.6.6")) == "access.log_in");
    CHECK(refusalCode(office.service.logIn("' OR 1=1 --", kFirst, "10.6.6.6")) == "access.log_in");
}

TEST_CASE(
    "X6 a new password is none of the last five, and ends the log-ins with the old one", "[contract][access]")
{
    Office office(GENERATE("sqlite", "mariadb"));
    office.setUp();
    office.addClerk("clerk01");
    std::string current = kFirst;
    const auto change = [&](const std::string& to) {
        const auto in = office.service.logIn("clerk01", current, kSource);
        office.now += std::chrono::seconds(1);
        const auto changed
            = office.service.changePassword(office.service.authenticate(in->token).value(), current, to);
        if (changed) {
            current = to;
            CHECK(refusalCode(office.service.authenticate(in->token)) == "access.no_session");
        }
        return refusalCode(changed);
    };
    for (int i = 1; i <= 5; ++i)
        CHECK(change("Other-pass-" + std::to_string(i)).empty());
    CHECK(change(kFirst) == "access.password_used");
    CHECK(change(current) == "access.password_used");
    CHECK(change("Other-pass-6").empty());
    CHECK(change(kFirst).empty());
    const auto in = office.service.logIn("clerk01", current, kSource);
    CHECK_FALSE(in->account.mustChangePassword);
    office.now += std::chrono::days(90);
    CHECK(office.service.logIn("clerk01", current, kSource)->account.mustChangePassword);
}

TEST_CASE("X6 an outdated hash is replaced at the next log-in", "[contract][access]")
{
    Office office(GENERATE("sqlite", "mariadb"));
    office.setUp();
    office.addClerk("clerk01");
    office.store.rehash(office.store.findAccount("clerk01")->id, std::string("old:") + kFirst);
    CHECK(office.service.logIn("clerk01", kFirst, kSource));
    CHECK(office.store.findAccount("clerk01")->passwordHash == std::string("plain:") + kFirst);
}

TEST_CASE("P5 of two who change an account from the same version, the second is told", "[contract][access]")
{
    Office office(GENERATE("sqlite", "mariadb"));
    office.setUp();
    office.addClerk("clerk01");
    const Account mine = office.store.findAccount("clerk01").value();
    Account theirs = mine;
    theirs.name = "李干事";
    CHECK(office.store.changeAccount(theirs));
    const auto refused = office.store.changeAccount(mine);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::StaleRevision);
    CHECK(office.store.findAccount("clerk01")->name == "李干事");
}

TEST_CASE("On paper who has no name goes by the login", "[contract][access]")
{
    Office office(GENERATE("sqlite", "mariadb"));
    office.setUp();
    office.addClerk("clerk01");
    office.addClerk("clerk02");
    Account nameless = office.store.findAccount("clerk02").value();
    nameless.name.clear();
    REQUIRE(office.store.changeAccount(nameless));
    const auto names = accountNames(*office.session);
    CHECK(nameOrLogin(names, "clerk01") == "王干事");
    CHECK(nameOrLogin(names, "clerk02") == "clerk02");
    CHECK(nameOrLogin(names, "nobody") == "nobody");
}
