#include "tests/support/failing_memory.h"

#include <cstdlib>
#include <new>
#include <sqlite3.h>
#include <stdexcept>

namespace guanwu::test {

namespace {

    /// Plain, as it is looked at before the thread has anything else.
    struct Plan {
        bool isOn = false;
        bool lasts = false;
        bool hasFailed = false;
        bool hasFailedSqlite = false;
        std::size_t left = 0;
    };
    thread_local Plan t_plan;

    bool failsNow()
    {
        if (!t_plan.isOn || (t_plan.hasFailed && !t_plan.lasts))
            return false;
        if (!t_plan.hasFailed && --t_plan.left > 0)
            return false;
        t_plan.hasFailed = true;
        return true;
    }

    sqlite3_mem_methods s_own {};

    bool sqliteFailsNow()
    {
        const bool fails = failsNow();
        t_plan.hasFailedSqlite = t_plan.hasFailedSqlite || fails;
        return fails;
    }

    void* sqliteAllocate(int bytes) { return sqliteFailsNow() ? nullptr : s_own.xMalloc(bytes); }
    void* sqliteGrow(void* old, int bytes) { return sqliteFailsNow() ? nullptr : s_own.xRealloc(old, bytes); }

    /// Before SQLite is used for the first time.
    const bool s_isBelowSqlite = [] {
        if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &s_own) != SQLITE_OK)
            return false;
        sqlite3_mem_methods failing = s_own;
        failing.xMalloc = sqliteAllocate;
        failing.xRealloc = sqliteGrow;
        // Memory that SQLite set aside would not be asked for here.
        return sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0) == SQLITE_OK
            && sqlite3_config(SQLITE_CONFIG_MALLOC, &failing) == SQLITE_OK;
    }();

    void* allocated(std::size_t bytes)
    {
        if (failsNow())
            throw std::bad_alloc();
        if (void* out = std::malloc(bytes > 0 ? bytes : 1))
            return out;
        throw std::bad_alloc();
    }

} // namespace

FailingMemory::FailingMemory(std::size_t allocation, Lasts lasts)
{
    if (!s_isBelowSqlite || t_plan.isOn)
        throw std::logic_error("memory cannot be made to fail");
    t_plan = {true, lasts == Lasts::UntilTheEnd, false, false, allocation};
}

FailingMemory::~FailingMemory() { t_plan.isOn = false; }
bool FailingMemory::hasFailed() const { return t_plan.hasFailed; }
bool FailingMemory::hasFailedSqlite() const { return t_plan.hasFailedSqlite; }

} // namespace guanwu::test

// The forms that are not here call these.
void* operator new(std::size_t bytes) { return guanwu::test::allocated(bytes); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
