#include "tests/blackbox/paper_trail.h"

#include <catch2/catch.hpp>

namespace guanwu::test {

using Json = nlohmann::json;

PaperTrail::PaperTrail(const DemoRegistry& city, const std::string& unit)
    : m_city(city)
    , m_unit(unit)
    , m_key((city.folder() / "registry.key").string())
{
    mustRun(city.url(), {"--key-file", m_key, "user", "setup"});
    addUser("clerk", "unit_clerk", unit);
    addUser("officer", "asset_officer", unit);
    for (const char* login : {"bureau", "second", "third"})
        addUser(login, "asset_section", "");
}

void PaperTrail::addUser(const std::string& login, const std::string& role, const std::string& unit) const
{
    std::vector<std::string> arguments {
        "--key-file", m_key, "user", "add", login, "--name", login, "--role", role};
    if (!unit.empty())
        arguments.insert(arguments.end(), {"--unit", unit});
    mustRun(m_city.url(), arguments);
}

ProgramRun PaperTrail::run(std::vector<std::string> arguments, int exitCode) const
{
    arguments.insert(arguments.begin(), {"--json", "document"});
    return mustRun(m_city.url(), arguments, exitCode);
}

Json PaperTrail::answer(std::vector<std::string> arguments) const
{
    return Json::parse(run(std::move(arguments)).out);
}

Json PaperTrail::show(const std::string& no) const { return answer({"show", no}); }

std::string PaperTrail::draft(
    const std::string& kind, const std::string& method, std::vector<std::string> more) const
{
    std::vector<std::string> arguments {"new", "--kind", kind, "--method", method, "--unit", m_unit, "--as", "clerk",
        "--reason", "工作需要"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return answer(arguments).at("no");
}

void PaperTrail::addPapers(const std::string& no, const std::vector<std::string>& papers) const
{
    const auto pdf = (m_city.folder() / "paper.pdf").string();
    for (const std::string& paper : papers) {
        writeFile(pdf, "%PDF-1.4\n% " + no + paper);
        run({"paper", no, "--paper", paper, "--file", pdf, "--as", "clerk"});
    }
}

std::string PaperTrail::approve(const std::string& no)
{
    run({"file", no, "--as", "clerk"});
    std::vector<std::string> ofBureau {"third", "second", "bureau"};
    Json look = show(no);
    while (look.at("state") == "in_review") {
        const std::string step = look.at("step");
        std::string who = "officer";
        if (step == "dept_review") {
            who = "parent";
            if (!m_hasParent)
                addUser(who, "asset_officer", look.at("supervising").at("code"));
            m_hasParent = true;
        } else if (step.ends_with("_review") || step == "government") {
            REQUIRE_FALSE(ofBureau.empty());
            who = ofBureau.back();
            ofBureau.pop_back();
        }
        run({"decide", no, "--approve", "--as", who, "--opinion", "同意", "--paper-no", "批1号", "--meeting", "党组会",
            "--minutes", "纪要1"});
        look = show(no);
    }
    return look.at("approved_on");
}

std::string PaperTrail::form(const std::string& no) const
{
    const auto out = (m_city.folder() / (no + ".pdf")).string();
    run({"print", no, "--out", out});
    return readFile(out);
}

} // namespace guanwu::test
