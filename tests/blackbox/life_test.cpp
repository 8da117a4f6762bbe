#include "tests/blackbox/paper_trail.h"

#include <catch2/catch.hpp>
#include <sstream>

using namespace guanwu::test;
using Json = nlohmann::json;

namespace {

/// Somebody in post, and where.
struct Somebody {
    std::string unit;
    std::string person;
    std::string name;
};

Somebody aClerkOf(const DemoRegistry& city)
{
    // code,name,unit,…
    std::istringstream line(linesOf(city.exported("people")).at(1));
    Somebody out;
    std::getline(line, out.person, ',');
    std::getline(line, out.name, ',');
    std::getline(line, out.unit, ',');
    return out;
}

} // namespace

TEST_CASE("A thing is followed from its request to its disposal by command line, every document printed")
{
    const DemoRegistry city(GENERATE("sqlite", "mariadb"));
    const std::string& url = city.url();
    const auto [unit, person, name] = aClerkOf(city);
    PaperTrail trail(city, unit);
    std::vector<std::string> chain;
    const auto onDay = [](const std::string& fact, const std::string& day) { return fact + "=" + day; };

    // What there is to be asked for is told before anything is asked, by the names that are taken too.
    CHECK_THAT(mustRun(url, {"document", "kinds"}).out, Catch::Contains("disposal\t资产处置\tscrap\t报废"));
    CHECK_THAT(mustRun(url, {"document", "kinds", "--kind", "资产处置", "--method", "报废"}).out,
        Catch::Contains("ground\t报废依据") && Catch::Contains("recycling_receipt\t回收凭证"));

    // The request: first what is idle in the city, then money; the acceptance makes the card.
    std::string no = trail.draft("allocation", "purchase",
        {"--wish", "空调;A02061804;1;3600;KFR-35;台", "--fact", "need=更换", "--fact", "idle_answer=规格不符"});
    CHECK_THAT(mustRun(url, {"document", "search", no, "--class", "A02061804", "--as", "clerk"}).out,
        Catch::Contains("全市没有可调剂的此类闲置资产，查询已记入单据"));
    trail.addPapers(no, {"request"});
    const std::string today = trail.approve(no);
    trail.run({"execute", no, "--as", "clerk", "--fact", onDay("arrived_on", today)});
    trail.addPapers(no, {"contract", "invoice", "acceptance"});
    trail.run({"close", no, "--as", "clerk", "--fact", onDay("accepted_on", today), "--fact", "accepted_by=验收小组",
        "--fact", onDay("booked_on", today), "--fact", "voucher_no=记-1", "--fact",
        "procurement_form=dispersed", "--fact", "1:brand=某牌"});
    chain.push_back(no);
    const std::string asset = trail.show(no).at("cards").at(0);
    mustRun(url, {"label", "--asset", asset, "--out", (city.folder() / "label.pdf").string()});

    // Into somebody's hands, and a slip that corrects what the card says.
    no = trail.draft("custody", "draw", {"--asset", asset, "--fact", "receiver=" + person});
    trail.approve(no);
    trail.addPapers(no, {"handover_record"});
    trail.run({"close", no, "--as", "clerk", "--fact", onDay("handed_on", today), "--fact",
        onDay("giver_signed_on", today), "--fact", onDay("receiver_signed_on", today)});
    chain.push_back(no);
    CHECK_THAT(mustRun(url, {"document", "show", no}).out,
        Catch::Contains("领用人：" + name + "（" + person + "）"));
    CHECK_THAT(mustRun(url, {"document", "outstanding", "--person", person}, 1).out,
        Catch::Contains(asset + "\t空调") && Catch::Contains("\t在用\t"));
    no = trail.draft("change", "value", {"--asset", asset, "--fact", "1:original_yuan=3000.00"});
    trail.addPapers(no, {"basis"});
    trail.approve(no);
    trail.run({"close", no, "--as", "clerk", "--fact", onDay("effective_on", today), "--fact", "voucher_no=记-2"});
    chain.push_back(no);
    CHECK_THAT(mustRun(url, {"document", "show", no}).out,
        Catch::Contains("办结\t资产变动·原值调整") && Catch::Contains("原值：3600.00 → 3000.00"));

    // A month of depreciation: a thing of five years takes its first share in the month it is booked.
    const std::string month = today.substr(0, 7);
    mustRun(url, {"depreciate", "--through", month, "--unit", unit});
    const auto books = (city.folder() / "depreciation.csv").string();
    mustRun(url, {"report", "depreciation", "--month", month, "--unit", unit, "--out", books});
    CHECK_THAT(readFile(books), Catch::Contains(asset) && Catch::Contains(",50.00,"));

    // Given back, idle, and scrapped before its time, with a reason and an opinion.
    no = trail.draft("custody", "give_back", {"--asset", asset, "--fact", "1:condition=damaged"});
    trail.approve(no);
    trail.addPapers(no, {"handover_record"});
    trail.run({"close", no, "--as", "clerk", "--fact", onDay("handed_on", today), "--fact",
        onDay("giver_signed_on", today), "--fact", onDay("receiver_signed_on", today)});
    chain.push_back(no);
    mustRun(url, {"idle", "declare", asset, "--reason", "unsuitable", "--way", "scrap"});
    CHECK(mustRun(url, {"--json", "idle", "list", "--unit", unit}).out.find(asset) != std::string::npos);
    no = trail.draft("资产处置", "报废",
        {"--asset", asset, "--fact", "报废依据=technical", "--fact", "1:提前报废原因=损坏无法修复"});
    trail.addPapers(no, {"单位申请文件", "technical_opinion"});
    trail.approve(no);
    trail.run({"execute", no, "--as", "clerk", "--fact", onDay("executed_on", today)});
    trail.run({"income", no, "--as", "clerk", "--fact", "gross_yuan=100.00", "--fact", "paid_yuan=100.00", "--fact",
        onDay("paid_on", today), "--fact", "receipt_no=缴1"});
    trail.addPapers(no, {"recycling_receipt"});
    trail.run({"close", no, "--as", "clerk", "--fact", onDay("removed_on", today), "--fact", "voucher_no=记-3"});
    chain.push_back(no);

    // One chain: every document of the thing, the last one first, each as paper and the last with its dossier.
    Json listed = trail.answer({"list", "--asset", asset});
    std::vector<std::string> numbers;
    for (const auto& one : listed) {
        numbers.push_back(one.at("no"));
        CHECK(one.at("state") == "closed");
    }
    CHECK(numbers == std::vector<std::string>(chain.rbegin(), chain.rend()));
    for (const std::string& one : chain)
        CHECK(trail.form(one).starts_with("%PDF"));
    const auto dossier = (city.folder() / "dossier.pdf").string();
    trail.run({"dossier", no, "--out", dossier});
    CHECK(trail.answer({"verify", dossier}).at("holds") == true);
    const auto card = (city.folder() / "card.csv").string();
    mustRun(url, {"report", "card", "--asset", asset, "--out", card});
    for (const std::string& one : chain)
        CHECK_THAT(readFile(card), Catch::Contains(one));
    CHECK(mustRun(url, {"--json", "idle", "list", "--unit", unit}).out.find(asset) == std::string::npos);
}
