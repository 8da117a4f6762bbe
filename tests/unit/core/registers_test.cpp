#include "core/reference/embedded.h"
#include "core/reference/reference_table.h"
#include "core/registers/gifts.h"
#include "core/registers/register_rules.h"
#include "core/registers/register_type.h"
#include "core/values/calendar.h"
#include "tests/support/values.h"

#include <catch2/catch.hpp>
#include <set>

using namespace guanwu;
using namespace guanwu::test;

namespace {

std::vector<std::string> namesIn(std::string_view list)
{
    std::vector<std::string> out;
    while (!list.empty()) {
        const auto end = list.find('|');
        out.emplace_back(list.substr(0, end));
        list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
    }
    return out;
}

RegisterEntry aGift(const std::string& source, const std::string& received, const std::string& stated = {})
{
    RegisterEntry gift;
    gift.type = "gift";
    gift.state = "received";
    gift.set("source_kind", source);
    gift.set("category", "goods");
    gift.set("received_on", received);
    gift.set("stated_yuan", stated);
    return gift;
}

std::vector<std::string> findingsOf(const RegisterEntry& entry, const char* today)
{
    std::vector<std::string> out;
    for (const Error& error : typeOf(entry).findings(entry, day(today)))
        out.push_back(error.subject + " " + error.detail);
    return out;
}

} // namespace

TEST_CASE("Every register is sound as data: its steps name states and fields that are there", "[registers]")
{
    std::set<std::string_view> types;
    std::set<std::string_view> prefixes;
    for (const RegisterType& type : registerTypes()) {
        CAPTURE(type.token);
        CHECK(types.insert(type.token).second);
        CHECK(prefixes.insert(type.numberPrefix).second);
        CHECK_FALSE(type.states.empty());
        std::set<std::string_view> fields;
        std::set<std::string_view> headings;
        for (const RegisterField& field : type.fields) {
            CAPTURE(field.token);
            CHECK(fields.insert(field.token).second);
            CHECK(headings.insert(field.nameZh).second);
            CHECK(field.token.size() <= 32);
            CHECK((field.value == RegisterValue::Choice) == !field.choices.empty());
            CHECK((field.card.empty() || type.cardLink() != nullptr));
        }
        std::set<std::string_view> reached {type.states.front().token};
        for (const RegisterStep& step : type.steps) {
            CAPTURE(step.token);
            CHECK_FALSE(step.from.empty());
            for (const std::string& state : namesIn(step.from))
                CHECK(type.state(state) != nullptr);
            CHECK((step.to.empty() || type.state(step.to) != nullptr));
            reached.insert(step.to);
            for (const std::string_view list : {step.needs, step.takes})
                for (const std::string& name : namesIn(list))
                    CHECK(type.field(name) != nullptr);
        }
        for (const RegisterState& state : type.states)
            CHECK(reached.contains(state.token));
        for (const RegisterField& field : type.fields) {
            const bool isTaken
                = std::any_of(type.steps.begin(), type.steps.end(), [&](const RegisterStep& step) {
                      return isOneOfNames(step.needs, field.token) || isOneOfNames(step.takes, field.token);
                  });
            CHECK((field.use != FieldUse::ByStep || isTaken));
        }
        for (const std::string& state : namesIn(type.openParents))
            CHECK(findRegisterType(type.kind, type.parent).value()->state(state) != nullptr);
    }
}

TEST_CASE("Every limit of a register has a source, and is in force only between its dates", "[registers]")
{
    for (const RegisterRule& rule : RegisterRules::current().all()) {
        CAPTURE(rule.registerToken, rule.rule, rule.key);
        CHECK(parseToken(kRegisterKinds, rule.registerToken, "register.kind"));
        CHECK_FALSE(rule.value.empty());
        CHECK_FALSE(rule.source.empty());
    }
    const RegisterRules rules("register,rule,key,value,in_force_from,in_force_to,source\n"
                              "gifts,value_limit_yuan,foreign,200,2020-01-01,2022-12-31,x\n"
                              "gifts,value_limit_yuan,foreign,300,2023-01-01,,y\n");
    CHECK_FALSE(rules.money("gifts", "value_limit_yuan", "foreign", day("2019-12-31")));
    CHECK(rules.money("gifts", "value_limit_yuan", "foreign", day("2022-12-31")) == Money::fromFen(20000));
    CHECK(rules.money("gifts", "value_limit_yuan", "foreign", day("2023-01-01")) == Money::fromFen(30000));
}

TEST_CASE("No limit of a register stands among the limits of the other rules too", "[registers]")
{
    const ReferenceTable limits(embeddedTable("limits"));
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < limits.size(); ++i)
        names.insert(limits.cell(i, "name"));
    for (const RegisterRule& rule : RegisterRules::current().all()) {
        CAPTURE(rule.registerToken, rule.rule);
        CHECK_FALSE(names.contains(rule.rule));
    }
}

TEST_CASE("Values of a register come to canonical text, and what cannot be is refused", "[registers]")
{
    const RegisterType& gift = mainType(RegisterKind::Gifts);
    const auto text = [&](const char* field, const char* given) {
        const auto made = registerText(*gift.field(field), given);
        return made ? *made : made.error().subject;
    };
    CHECK(text("received_on", "2022年1月31日") == "2022-01-31");
    CHECK(text("stated_yuan", "1,234.5") == "1234.50");
    CHECK(text("stated_yuan", "-1") == "register.value");
    CHECK(text("category", "礼金") == "money");
    CHECK(text("category", "gold") == "register.value");
    CHECK(text("quantity", "3") == "3");
    CHECK(text("quantity", "-3") == "register.value");
    CHECK(text("received_abroad", "是") == "true");
    CHECK(text("photos", std::string(64, 'a').c_str()) == std::string(64, 'a'));
    CHECK(text("photos", "a.jpg") == "register.digest");
    CHECK(text("name", "  瓷瓶 ") == "瓷瓶");
}

TEST_CASE(
    "A gift is due a month after its receipt, clipped to the end of the month; late is told", "[registers]")
{
    CHECK(giftDueOn(aGift("foreign", "2022-01-31", "200")) == day("2022-02-28"));
    CHECK_FALSE(giftDueOn(aGift("foreign", "2022-01-31", "199.99")));
    CHECK(giftDueOn(aGift("foreign", "2022-01-31"))); // nobody knows what it is worth
    CHECK(giftDueOn(aGift("domestic", "2022-01-31", "1")) == day("2022-02-28"));
    RegisterEntry abroad = aGift("foreign", "2022-01-10", "500");
    abroad.set("received_abroad", "true");
    abroad.set("home_on", "2022-01-31");
    CHECK(giftDueOn(abroad) == day("2022-02-28"));
    RegisterEntry money = aGift("foreign", "2022-01-31", "1");
    money.set("category", "money");
    CHECK(giftDueOn(money));

    RegisterEntry gift = aGift("foreign", "2022-01-31", "200");
    CHECK(findingsOf(gift, "2022-02-28").empty());
    CHECK(findingsOf(gift, "2022-03-01") == std::vector<std::string> {"gift.late 1"});
    gift.set("handed_in_on", "2022-02-28");
    CHECK(findingsOf(gift, "2022-12-01").empty());
    gift.set("handed_in_on", "2022-03-05");
    CHECK(findingsOf(gift, "2022-12-01") == std::vector<std::string> {"gift.late 5"});
    // The price found at home goes before what was stated.
    gift.set("appraised_yuan", "150.00");
    CHECK(findingsOf(gift, "2022-12-01").empty());
}
