// Random walks through every register: no state is reached but by a step that leads there.
#include "tests/contract/register_desk.h"

#include <catch2/catch.hpp>
#include <random>
#include <set>

using namespace guanwu;
using namespace guanwu::test;

namespace {

constexpr int kWalks = 3;
constexpr int kStepsAWalk = 25;

std::string anything(const RegisterField& field, std::mt19937& random)
{
    switch (field.value) {
    case RegisterValue::Whole:
        return std::to_string(1 + random() % 5);
    case RegisterValue::Money:
        return std::to_string(random() % 500);
    case RegisterValue::Area:
        return "10.5";
    case RegisterValue::Date:
        return random() % 8 == 0 ? "2026-01-05" : "2026-01-10";
    case RegisterValue::YesNo:
        return "true";
    case RegisterValue::Choice:
        return std::string(field.choices[random() % field.choices.size()].token);
    case RegisterValue::Digests:
        return std::string(64, 'a');
    case RegisterValue::Asset:
        return {};
    case RegisterValue::Plate:
        return "湘N" + std::to_string(10'000 + random() % 90'000);
    case RegisterValue::Text:
        break;
    }
    return "某" + std::to_string(random() % 3);
}

std::vector<FieldValue> filled(const RegisterType& type, std::mt19937& random)
{
    std::vector<FieldValue> out;
    for (const RegisterField& field : type.fields)
        if (field.isRequired)
            out.push_back({std::string(field.token), anything(field, random)});
    return out;
}

std::vector<FieldValue> filled(const RegisterType& type, const RegisterStep& step, std::mt19937& random)
{
    std::vector<FieldValue> out;
    for (const RegisterField& field : type.fields)
        if (isOneOfNames(step.needs, field.token)
            || (isOneOfNames(step.takes, field.token) && random() % 2 == 0))
            out.push_back({std::string(field.token), anything(field, random)});
    return out;
}

/// Half of them lead on from where the entry stands.
const RegisterStep& anyStep(const RegisterType& type, const std::string& state, std::mt19937& random)
{
    for (int i = 0; i < 50 && random() % 32 != 0; ++i) {
        const RegisterStep& step = type.steps[random() % type.steps.size()];
        if (isOneOfNames(step.from, state))
            return step;
    }
    return type.steps[random() % type.steps.size()];
}

} // namespace

TEST_CASE(
    "Whatever is tried, an entry moves only along a listed step, and what is refused leaves it as it was",
    "[contract][registers][property]")
{
    const std::string backEnd = GENERATE("sqlite", "mariadb");
    SmallRegistry registry(backEnd);
    RegisterDesk desk(*registry.session, "2026-02-20", Scope::everything(), {"cli", {}});
    std::mt19937 random(20261128);
    std::set<std::string> taken;
    for (const RegisterType& type : registerTypes())
        for (int walk = 0; walk < kWalks; ++walk) {
            CAPTURE(backEnd, type.token, walk);
            std::string parent;
            if (!type.parent.empty()) {
                const auto around = findRegisterType(type.kind, type.parent).value();
                const auto made = desk.add(type.kind, type.parent.data(), filled(*around, random));
                if (!made)
                    continue;
                parent = made->entry.entryNo;
            }
            const auto made
                = desk.add(type.kind, std::string(type.token), filled(type, random), "U001", parent);
            if (!made)
                continue; // the values met a rule of the type
            RegisterEntry now = made->entry;
            CHECK(now.state == type.states.front().token);
            for (int i = 0; i < kStepsAWalk && !type.steps.empty(); ++i) {
                const RegisterStep& step = anyStep(type, now.state, random);
                const auto after = desk.step(
                    type.kind, now.entryNo, std::string(step.token), filled(type, step, random), "试");
                const auto stored = desk.service.find(type.kind, now.entryNo);
                CAPTURE(step.token, now.state, refusal(after));
                if (!after) {
                    CHECK(stored->entry == now);
                    continue;
                }
                CHECK(isOneOfNames(step.from, now.state));
                CHECK(stored->entry.state == (step.to.empty() ? now.state : step.to));
                CHECK(stored->entry.revision > now.revision);
                taken.insert(std::string(type.token) + " " + std::string(step.token));
                now = stored->entry;
            }
            // The history alone says how it came to where it is.
            const auto events = desk.service.history(type.kind, now.entryNo, 0, 1'000);
            std::string state;
            std::int64_t revision = 0;
            for (auto event = events->rbegin(); event != events->rend(); ++event) {
                CHECK(event->revision == ++revision);
                if (!event->step.empty()) {
                    CHECK(isOneOfNames(type.step(event->step)->from, state));
                }
                state = event->state;
            }
            CHECK(state == now.state);
            CHECK(revision == now.revision);
        }
    CHECK(taken.size() > 3);
}
