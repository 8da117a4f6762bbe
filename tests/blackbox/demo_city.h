#pragma once

#include "tests/contract/back_ends.h"
#include "tests/support/program.h"

namespace guanwu::test {

/// The kinds of a whole registry in the order in which they can be imported.
inline const std::vector<std::string> kKindsInOrder {
    "units", "places", "people", "rooms", "assets", "certificates", "allocations", "repairs",
    "occupants"};

/// The books of a small invented city, exported once for the whole program.
class DemoBooks {
public:
    static const DemoBooks& shared();
    [[nodiscard]] std::filesystem::path file(const std::string& kind) const
    {
        return m_folder / (kind + ".csv");
    }

private:
    DemoBooks();
    TempFolder m_folder;
};

/// Runs guanwu and demands the exit code; shows what it said when it differs.
ProgramRun mustRun(
    const std::string& databaseUrl, const std::vector<std::string>& arguments, int exitCode = 0);

/// A registry on a back end, filled with the small city by importing its books.
class DemoRegistry {
public:
    explicit DemoRegistry(const std::string& backEnd);
    [[nodiscard]] const std::string& url() const { return m_backEnd.url(); }
    [[nodiscard]] const TempFolder& folder() const { return m_folder; }
    /// What an export of a kind holds now.
    [[nodiscard]] std::string exported(const std::string& kind) const;

private:
    BackEnd m_backEnd;
    TempFolder m_folder;
};

} // namespace guanwu::test
