#include "tests/blackbox/demo_city.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace guanwu::test;

TEST_CASE("Nobody has an account until the administrators are set up, which is done once")
{
    const std::string backEnd = GENERATE("sqlite", "mariadb");
    CAPTURE(backEnd);
    const DemoRegistry registry(backEnd);
    const std::string key = (registry.folder() / "registry.key").string();
    const auto user = [&](std::vector<std::string> arguments, int exitCode = 0) {
        arguments.insert(arguments.begin(), {"--json", "--key-file", key, "user"});
        return mustRun(registry.url(), arguments, exitCode);
    };
    const std::vector<std::string> add {
        "add", "wang.li", "--name", "王丽", "--role", "unit_clerk", "--unit", "U001"};
    CHECK(user({"list"}).out.empty());
    CHECK_THAT(user(add, 3).err, Catch::Contains("access.not_set_up"));
    const std::string administrators = user({"setup"}).out;
    CHECK(nlohmann::json::parse(administrators.substr(0, administrators.find('\n'))).at("login") == "system");
    CHECK_THAT(user({"setup"}, 3).err, Catch::Contains("access.already_set_up"));

    const auto made = nlohmann::json::parse(user(add).out);
    CHECK(made.at("password").get<std::string>().size() == 19);
    CHECK_THAT(user(add, 3).err, Catch::Contains("access.login_taken"));
    CHECK_THAT(user({"add", "li.si", "--name", "李", "--role", "unit_clerk"}, 3).err,
        Catch::Contains("access.role_needs_unit"));
    CHECK_THAT(user({"add", "li.si", "--name", "李", "--role", "system_administrator"}, 3).err,
        Catch::Contains("access.administrator_role"));
    CHECK(nlohmann::json::parse(user({"reset", "wang.li"}).out).at("password") != made.at("password"));
    user({"disable", "wang.li"});
    CHECK_THAT(user({"list"}).out,
        Catch::Contains(R"({"login":"wang.li","name":"王丽","role":"unit_clerk","disabled":true})"));
    CHECK_THAT(user({"list"}).out, !Catch::Contains("argon2"));
}
