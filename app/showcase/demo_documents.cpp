#include "app/showcase/demo_documents.h"

#include "app/showcase/demo_stock.h"
#include "app/showcase/paper_round.h"
#include "core/values/calendar.h"
#include "schema/premises/space_register.h"

#include <algorithm>

namespace guanwu {

namespace {

    using enum DocumentState;

    constexpr const char* kComputers = "A020101";
    constexpr const char* kPrinters = "A020210";
    constexpr const char* kAirConditioners = "A02061804";
    constexpr const char* kFurniture = "A05";
    // What has served longer than these may be scrapped without a reason of its own.
    constexpr int kComputerYears = 8;
    constexpr int kMachineYears = 12;
    constexpr int kFurnitureYears = 15;

    /// A script for documents; those for which a small city has no things or people are left out.
    class Script {
    public:
        Script(Session& session, Day today)
            : m_session(session)
            , m_today(today)
            , m_stock(session, today)
        {
        }
        std::vector<DemoPaper> write()
        {
            disposals();
            transfers();
            allocations();
            custody();
            changes();
            premises();
            // Numbers are given in the order of the days.
            std::stable_sort(m_papers.begin(), m_papers.end(),
                [](const DemoPaper& a, const DemoPaper& b) { return a.daysAgo > b.daysAgo; });
            return std::move(m_papers);
        }

    private:
        struct Way {
            DocumentState until = Closed;
            int daysAgo = 0;
            std::size_t signatures = 0;
        };
        void add(NewDocument wanted, std::vector<std::string> assets, std::vector<Fact> facts, Way way)
        {
            DemoPaper paper;
            paper.wanted = std::move(wanted);
            paper.assets = std::move(assets);
            paper.facts = std::move(facts);
            paper.until = way.until;
            paper.signatures = way.signatures;
            paper.daysAgo = way.daysAgo;
            m_papers.push_back(std::move(paper));
        }
        void dispose(const char* method, const std::string& unit, const char* reason,
            std::vector<std::string> assets, std::vector<Fact> facts, Way way,
            const std::string& counterpart = {})
        {
            if (!assets.empty())
                add({DocumentKind::Disposal, method, unit, {}, counterpart, reason}, std::move(assets),
                    std::move(facts), way);
        }

        [[nodiscard]] std::string year() const { return std::to_string(int(m_today.year())); }

        void disposals()
        {
            auto scrapped = [serial = 0]() mutable {
                const std::string number = std::to_string(++serial);
                return std::vector<Fact> {{0, "ground", "beyond_use"}, {0, "gross_yuan", "360.00"},
                    {0, "paid_yuan", "360.00"}, {0, "receipt_no", "湘财缴" + std::to_string(10'000 + serial)},
                    {0, "voucher_no", "记-" + number}, {0, "buyer", "怀化市再生资源回收公司"}};
            };
            // The second ends today: one is of this year, whenever that is.
            dispose("scrap", m_stock.unit(3), "超过使用年限，主板损坏，无维修价值",
                m_stock.oldest(m_stock.unit(3), kComputers, 4, kComputerYears), scrapped(), {Closed, 210});
            dispose("scrap", m_stock.unit(8), "制冷系统损坏，超过使用年限",
                m_stock.oldest(m_stock.unit(8), kAirConditioners, 3, kMachineYears), scrapped(),
                {Closed, 12});
            dispose("scrap", m_stock.unit(0), "超过使用年限，已更新",
                m_stock.oldest(m_stock.unit(0), kComputers, 3, kComputerYears), scrapped(), {InReview, 4});
            dispose("scrap", m_stock.unit(12), "办公家具破损，不能修复",
                m_stock.oldest(m_stock.unit(12), kFurniture, 6, kFurnitureYears), scrapped(),
                {InReview, 38, 2});
            dispose("scrap", m_stock.unit(5), "打印机老化，配件停产",
                m_stock.oldest(m_stock.unit(5), kPrinters, 2, kComputerYears), scrapped(), {Executing, 45});
            dispose("scrap", m_stock.unit(17), "超过使用年限",
                m_stock.oldest(m_stock.unit(17), kComputers, 2, kComputerYears), scrapped(),
                {Returned, 12, 1});
            dispose("donate", m_stock.unit(21), "支援乡村振兴驻点村",
                m_stock.oldest(m_stock.unit(21), kFurniture, 5),
                {{0, "receiver", "乡村振兴驻点村村民委员会"}, {0, "voucher_no", "记-18"}}, {Approved, 30});
            dispose("write_off_loss", m_stock.unit(25), "办公室被盗，公安机关已立案",
                m_stock.oldest(m_stock.unit(25), kComputers, 1),
                {{0, "loss_kind", "theft"}, {1, "cause", "夜间被盗"}}, {InReview, 9, 1});
        }
        void transfers()
        {
            dispose("allocate_free", m_stock.unit(7), "机构职能调整，随职能划转",
                m_stock.oldest(m_stock.unit(7), kFurniture, 4), {}, {InReview, 6, 1}, m_stock.unit(9));
            dispose("reallocate", m_stock.unit(14), "会议室撤并，多余桌椅调剂",
                m_stock.oldest(m_stock.unit(14), kFurniture, 5), {{0, "voucher_no", "记-41"}}, {Closed, 90},
                m_stock.unit(0));
        }
        void allocations()
        {
            const auto want = [&](const std::string& unit, Wish wish, std::vector<Fact> facts, Way way) {
                add({DocumentKind::Allocation, "purchase", unit, {}, {}, "在编人员增加，现有设备不足"}, {},
                    std::move(facts), way);
                m_papers.back().wishes.push_back(std::move(wish));
            };
            const std::vector<Fact> bought {{0, "need", "新进人员办公需要"},
                {0, "budget_item_no", year() + "-A-017"},
                {0, "idle_answer", "调剂库中同类设备已超过使用年限"},
                {0, "supplier", "怀化市办公设备有限公司"}, {0, "contract_no", "采购-" + year() + "-017"},
                {0, "invoice_no", "24430001"}, {0, "accepted_by", "验收小组"},
                {0, "accepted_condition", "合格"}, {0, "voucher_no", "记-27"},
                {0, "procurement_form", "dispersed"}};
            want(m_stock.unit(2), {"台式计算机", "A02010105", "商用台式机", "台", 3, Money::fromFen(480'000)},
                bought, {Closed, 10});
            want(m_stock.unit(11), {"激光打印机", "A02021003", "黑白激光", "台", 2, Money::fromFen(118'000)},
                bought, {Executing, 25});
            want(m_stock.unit(0), {"台式计算机", "A02010105", "商用台式机", "台", 5, Money::fromFen(480'000)},
                bought, {InReview, 2});
            want(m_stock.unit(19), {"办公桌", "A05010201", "1.4 米", "张", 4, Money::fromFen(120'000)},
                bought, {Draft, 1});
        }
        void custody()
        {
            const auto hand = [&](const char* method, const std::string& unit, const char* reason, Way way) {
                const auto held = m_stock.held(unit, kFurniture);
                if (held.empty())
                    return;
                const std::string_view name = method;
                const std::string& giver = held.front().user.code;
                const std::string receiver = m_stock.colleague(unit, giver);
                std::vector<Fact> facts {{0, "giver", giver}};
                if (name == "give_back")
                    facts.push_back({1, "condition", "good"});
                else if (!receiver.empty())
                    facts.push_back({0, "receiver", receiver});
                else
                    return;
                // Whoever leaves hands over all that he has, which the program writes down.
                auto assets
                    = name == "leaving" ? std::vector<std::string> {} : std::vector {held.front().assetNo};
                add({DocumentKind::Custody, method, unit, {}, {}, reason}, std::move(assets),
                    std::move(facts), way);
            };
            hand("give_back", m_stock.unit(4), "岗位调整，办公桌退回", {Closed, 70});
            hand("handover", m_stock.unit(0), "办公室调整后移交", {InReview, 1});
            hand("leaving", m_stock.unit(10), "调离本单位", {Executing, 15});
        }
        void changes()
        {
            const auto change = [&](const char* method, const std::string& unit, const char* reason,
                                    const char* prefix, std::vector<Fact> facts, Way way) {
                if (const auto found = m_stock.newest(unit, prefix); !found.empty())
                    add({DocumentKind::Change, method, unit, {}, {}, reason}, {found.front().assetNo},
                        std::move(facts), way);
            };
            change("rename", m_stock.unit(6), "名称与实物铭牌不符", kPrinters, {{1, "name", "多功能一体机"}},
                {Closed, 80});
            change("state", m_stock.unit(0), "办公室撤并后停用", kFurniture,
                {{1, "use_state", "idle"}, {1, "idle_since", formatDate(m_today)}}, {InReview, 0});
            change("life", m_stock.unit(15), "维修加固后延长使用年限", kFurniture,
                {{1, "life_months", "216"}}, {InReview, 18, 2});
        }
        void premises()
        {
            const auto buildings = SpaceRegister(m_session, Scope::everything()).buildings();
            const auto repair = [&](std::size_t n, const char* reason, std::vector<Fact> facts, Way way) {
                if (buildings.empty())
                    return;
                facts.push_back({0, "building", buildings[n % buildings.size()].building.code});
                add({DocumentKind::Repair, "repair", m_stock.unit(n), {}, {}, reason}, {}, std::move(facts),
                    way);
                m_papers.back().decided[StepKind::SiteInspection]
                    = {{0, "inspected_by", "办公用房管理科"}, {0, "finding", "情况属实，建议列入计划"}};
                m_papers.back().decided[StepKind::YearPlan]
                    = {{0, "plan_year", year()}, {0, "plan_rank", std::to_string(n + 1)}};
                m_papers.back().decided[StepKind::BureauReview]
                    = {{0, "approved_yuan", "86000.00"}, {0, "approved_m2", "420.00"}};
            };
            const std::vector<Fact> roof {{0, "repair_kind", "part"}, {0, "parts", "屋面"},
                {0, "area_m2", "420.00"}, {0, "estimate_yuan", "92000.00"},
                {0, "faults", "屋面防水层老化，雨天渗漏"}, {0, "money_source", "单位预算"},
                {0, "procurement", "竞争性磋商"}, {0, "contractor", "怀化市第二建筑工程公司"},
                {0, "accepted_by", "验收小组"}, {0, "settled_yuan", "85200.00"},
                {0, "retained_yuan", "4260.00"}, {0, "capitalised", "no"}};
            repair(1, "屋面渗漏", roof, {Closed, 190});
            repair(3, "屋面渗漏，影响顶层办公", roof, {Executing, 60});
            repair(0, "外墙瓷砖空鼓，存在坠落危险", roof, {InReview, 14, 2});
            add({DocumentKind::Space, "allocate", m_stock.unit(0), {}, {}, "增设科室，现有用房不足"}, {},
                {{0, "ground", "change"}, {0, "basis", "怀编办〔" + year() + "〕12号"},
                    {0, "wanted_m2", "54.00"}},
                {InReview, 8, 1});
        }

        Session& m_session;
        Day m_today;
        DemoStock m_stock;
        std::vector<DemoPaper> m_papers;
    };

} // namespace

Result<void> addDemoDocuments(Session& session, Instant now)
{
    PaperRound round(session, now);
    return round.hasBegun() ? Result<void> {} : round.play(Script(session, chinaDate(now)).write());
}

} // namespace guanwu
