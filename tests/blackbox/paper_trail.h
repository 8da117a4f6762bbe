#pragma once

#include "tests/blackbox/demo_city.h"

#include <nlohmann/json.hpp>

namespace guanwu::test {

/// The people of a unit and of the bureau, who carry documents through their steps by command line. Logins: clerk and
/// officer of the unit, bureau, second and third of the asset section, parent once it is needed.
class PaperTrail {
public:
    PaperTrail(const DemoRegistry& city, const std::string& unit);

    ProgramRun run(std::vector<std::string> arguments, int exitCode = 0) const;
    [[nodiscard]] nlohmann::json answer(std::vector<std::string> arguments) const;
    [[nodiscard]] nlohmann::json show(const std::string& no) const;
    /// Number of a draft of the unit.
    [[nodiscard]] std::string draft(
        const std::string& kind, const std::string& method, std::vector<std::string> more) const;
    void addPapers(const std::string& no, const std::vector<std::string>& papers) const;
    /// Files a draft and signs for everybody on its route; answers the day of the approval.
    std::string approve(const std::string& no);
    /// The form of the document as a PDF.
    [[nodiscard]] std::string form(const std::string& no) const;

private:
    void addUser(const std::string& login, const std::string& role, const std::string& unit) const;

    const DemoRegistry& m_city;
    std::string m_unit;
    std::string m_key;
    bool m_hasParent = false;
};

} // namespace guanwu::test
