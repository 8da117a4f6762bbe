#pragma once

#include "core/registers/register_service.h"
#include "core/values/calendar.h"
#include "schema/registers/soci_register_repository.h"
#include "tests/contract/small_registry.h"
#include "tests/support/refusal.h"

namespace guanwu::test {

/// Somebody who works with the registers of a small registry, on a day that the test chooses.
struct RegisterDesk {
    RegisterDesk(Session& session, const std::string& today, const Scope& scope = Scope::everything(),
        RegisterUser user = {"section01", Role::AssetSection})
        : store(session, scope)
        , now(std::chrono::sys_days(parseDate(today).value()) + std::chrono::hours(1))
        , service(store, scope, std::move(user), [this] { return now; })
    {
    }
    RegisterDesk(const RegisterDesk&) = delete;

    void on(const std::string& today)
    {
        now = std::chrono::sys_days(parseDate(today).value()) + std::chrono::hours(1);
    }
    Result<ShownEntry> add(RegisterKind kind, const std::string& type, const std::vector<FieldValue>& fields,
        const std::string& unit = "U001", const std::string& parent = {})
    {
        return service.create(kind, {type, parent.empty() ? unit : "", {}, parent, fields}, "登记");
    }
    Result<ShownEntry> step(RegisterKind kind, const std::string& number, const std::string& step,
        const std::vector<FieldValue>& fields = {}, const std::string& reason = {})
    {
        const auto entry = service.find(kind, number);
        return entry ? service.step(kind, number, entry->entry.revision, step, fields, reason) : entry;
    }

    SociRegisterRepository store;
    Instant now;
    RegisterService service;
};

inline const RegisterUser kSpace {"space01", Role::SpaceSection};

inline std::vector<std::string> subjectsOf(const Result<ShownEntry>& entry)
{
    std::vector<std::string> out;
    if (entry)
        for (const Error& error : entry->findings)
            out.push_back(error.subject);
    return out;
}

inline std::vector<FieldValue> aGift()
{
    return {{"source_kind", "foreign"}, {"category", "goods"}, {"name", "瓷瓶"}, {"quantity", "1"},
        {"giver", "来访团"}, {"received_by", "张三"}, {"received_on", "2026-01-31"}, {"stated_yuan", "800"}};
}

} // namespace guanwu::test
