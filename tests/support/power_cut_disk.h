#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace guanwu::test {

/// A disk below SQLite that power can be cut from: what was written and not yet synced is lost or kept sector by
/// sector, in any mixture, and a sector may be torn. SQLite goes on reading what it wrote, as from a page cache.
/// For one folder at a time, and one thread; everything outside of it is left alone.
class PowerCutDisk {
public:
    /// The one of this process; from the first call on SQLite opens its files through it.
    static PowerCutDisk& shared();

    /// What lies in the folder now is on the disk. Power is on and nothing fails.
    void watch(const std::filesystem::path& folder, std::uint64_t seed);
    /// Power goes in the middle of the n-th write, sync, truncation or removal from now, counted from 1.
    void cutAfter(int operations);
    /// The n-th from now fails with this code of SQLite; of what waited for a sync that fails some is lost, and no
    /// later sync brings it to the disk.
    void failAt(int operations, int code);
    [[nodiscard]] int operations() const; ///< since the last of the calls above
    [[nodiscard]] bool isOff() const;
    [[nodiscard]] bool hasFailed() const;
    /// When every connection is closed: the folder holds what survived, and power is on again.
    void restart();

private:
    PowerCutDisk() = default;
};

} // namespace guanwu::test
