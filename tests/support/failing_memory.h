#pragma once

#include <cstddef>
#include <cstdint>

namespace guanwu::test {

/// Memory that runs out: while one lives, the n-th allocation of its thread fails, counted from 1; operator new throws
/// std::bad_alloc, and SQLite, which has its memory from elsewhere, is given none. A program with this in it has an
/// operator new of its own.
class FailingMemory {
public:
    enum class Lasts : std::uint8_t { Once, UntilTheEnd };

    explicit FailingMemory(std::size_t allocation, Lasts lasts = Lasts::Once);
    ~FailingMemory();
    FailingMemory(const FailingMemory&) = delete;
    FailingMemory& operator=(const FailingMemory&) = delete;

    /// Whether what was done needed so many.
    [[nodiscard]] bool hasFailed() const;
    /// Whether it was SQLite that was given none.
    [[nodiscard]] bool hasFailedSqlite() const;
};

} // namespace guanwu::test
