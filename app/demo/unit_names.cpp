#include "app/demo/unit_names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace guanwu {

namespace {

    constexpr std::string_view kCity = "怀化市";

    constexpr std::array<std::string_view, 22> kPartyOrgans {"委办公室", "纪律检查委员会监察委员会机关",
        "委组织部", "委宣传部", "委统一战线工作部", "委政法委员会", "人民代表大会常务委员会机关",
        "政治协商会议委员会机关", "中级人民法院", "人民检察院", "委机构编制委员会办公室",
        "委直属机关工作委员会", "委巡察工作领导小组办公室", "委网络安全和信息化委员会办公室", "委老干部局",
        "委党史研究室", "委政策研究室", "委党校", "档案馆", "委保密和机要局", "委督查室", "委台湾工作办公室"};

    struct Topic {
        std::string_view bureau;
        std::string_view name; ///< what the centres of the field are named after
    };
    constexpr std::array<Topic, 36> kTopics {{
        {"教育局", "教育"},
        {"卫生健康委员会", "卫生健康"},
        {"财政局", "财政"},
        {"发展和改革委员会", "发展改革"},
        {"公安局", "公安"},
        {"民政局", "民政"},
        {"司法局", "司法"},
        {"人力资源和社会保障局", "人力资源"},
        {"自然资源和规划局", "自然资源"},
        {"生态环境局", "生态环境"},
        {"住房和城乡建设局", "住房和城乡建设"},
        {"交通运输局", "交通运输"},
        {"水利局", "水利"},
        {"农业农村局", "农业农村"},
        {"商务局", "商务"},
        {"文化旅游广电体育局", "文化旅游"},
        {"科学技术局", "科学技术"},
        {"工业和信息化局", "工业和信息化"},
        {"退役军人事务局", "退役军人"},
        {"应急管理局", "应急管理"},
        {"审计局", "审计"},
        {"市场监督管理局", "市场监督"},
        {"统计局", "统计"},
        {"医疗保障局", "医疗保障"},
        {"林业局", "林业"},
        {"乡村振兴局", "乡村振兴"},
        {"城市管理和综合执法局", "城市管理"},
        {"行政审批服务局", "行政审批"},
        {"国有资产监督管理委员会", "国有资产"},
        {"民族宗教事务局", "民族宗教"},
        {"国防动员办公室", "人民防空"},
        {"信访局", "信访"},
        {"政府办公室", "政务"},
        {"政府金融工作办公室", "金融"},
        {"粮食和物资储备局", "粮食和物资储备"},
        {"优化营商环境协调事务局", "营商环境"},
    }};

    constexpr std::array<std::string_view, 2> kParticipatingKinds {"综合行政执法支队", "事务中心"};
    constexpr std::array<std::string_view, 8> kCentreKinds {"信息中心", "服务保障中心", "培训中心", "研究所",
        "监测评估中心", "宣传教育中心", "档案服务中心", "综合服务站"};
    constexpr std::array<std::string_view, 12> kVenues {"图书馆", "博物馆", "群众艺术馆", "体育中心",
        "青少年宫", "科技馆", "美术馆", "城建展览馆", "烈士陵园管理处", "公园管理处", "住房公积金管理中心",
        "公共资源交易中心"};
    constexpr std::array<std::string_view, 16> kMassOrganisations {"总工会", "妇女联合会", "共青团委员会",
        "科学技术协会", "文学艺术界联合会", "残疾人联合会", "红十字会", "工商业联合会", "社会科学界联合会",
        "归国华侨联合会", "计划生育协会", "法学会", "台湾同胞联谊会", "国际贸易促进委员会", "新闻工作者协会",
        "关心下一代工作委员会"};
    constexpr std::array<std::string_view, 2> kTemporaryBodies {
        "资产清查盘活专项工作组", "重点项目建设临时指挥部"};

    class UnitNamer {
    public:
        explicit UnitNamer(int count)
            : m_count(count)
        {
        }

        std::vector<NamedUnit> name()
        {
            add(std::string("机关事务管理局"), UnitSort::Bureau, -1);
            const auto share
                = [&](int percent, std::size_t most) { return std::min(m_count * percent / 100, int(most)); };
            for (int i = 0; i < share(10, kPartyOrgans.size()); ++i)
                add(std::string(kPartyOrgans[std::size_t(i)]), UnitSort::Party, -1);
            m_firstBureau = int(m_units.size());
            m_bureaus = share(17, kTopics.size());
            for (int i = 0; i < m_bureaus; ++i)
                add(std::string(kTopics[std::size_t(i)].bureau), UnitSort::Government, -1);
            for (int i = 0; i < share(14, kTopics.size() * kParticipatingKinds.size()); ++i)
                addOfTopic(i, kParticipatingKinds, UnitSort::Participating);
            for (int i = 0; i < share(7, kMassOrganisations.size()); ++i)
                add(std::string(kMassOrganisations[std::size_t(i)]), UnitSort::Mass, -1);
            for (int i = 0; i < share(1, kTemporaryBodies.size()); ++i)
                add(std::string(kTemporaryBodies[std::size_t(i)]), UnitSort::Temporary, 0);
            for (int i = 0; int(m_units.size()) < m_count; ++i)
                addInstitution(i);
            return std::move(m_units);
        }

    private:
        void add(std::string name, UnitSort sort, int parent)
        {
            if (int(m_units.size()) < m_count)
                m_units.push_back({std::string(kCity) + name, sort, parent});
        }

        int bureauOf(int topic) const { return topic < m_bureaus ? m_firstBureau + topic : -1; }

        template <std::size_t N>
        void addOfTopic(int number, const std::array<std::string_view, N>& kinds, UnitSort sort)
        {
            const int topic = number % int(kTopics.size());
            const auto kind = kinds[std::size_t(number) / kTopics.size()];
            add(std::string(kTopics[std::size_t(topic)].name).append(kind), sort, bureauOf(topic));
        }

        void addNumbered(int& counter, std::string_view what, UnitSort sort)
        {
            add("第" + chineseNumber(++counter) + std::string(what), sort,
                bureauOf(sort == UnitSort::Hospital ? 1 : 0));
        }

        /// Of ten institutions three are schools, one a hospital, one a venue, five centres.
        void addInstitution(int number)
        {
            switch (number % 10) {
            case 0:
                return addNumbered(m_secondary, "中学", UnitSort::School);
            case 1:
                return addNumbered(m_hospitals, "人民医院", UnitSort::Hospital);
            case 2:
                return addNumbered(m_primary, "小学", UnitSort::School);
            case 3:
                return addNumbered(m_kindergartens, "幼儿园", UnitSort::School);
            case 4:
                if (m_venues < kVenues.size())
                    return add(std::string(kVenues[m_venues++]), UnitSort::Centre, -1);
                break;
            default:
                if (m_centres < int(kTopics.size() * kCentreKinds.size()))
                    return addOfTopic(m_centres++, kCentreKinds, UnitSort::Centre);
            }
            addNumbered(m_primary, "小学", UnitSort::School);
        }

        int m_count;
        std::vector<NamedUnit> m_units;
        int m_firstBureau = 0, m_bureaus = 0;
        int m_secondary = 0, m_hospitals = 0, m_primary = 0, m_kindergartens = 0, m_centres = 0;
        std::size_t m_venues = 0;
    };

    constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kHeadTitles {{
        {"局", "局长"},
        {"委员会", "主任"},
        {"部", "部长"},
        {"办公室", "主任"},
        {"法院", "院长"},
        {"检察院", "检察长"},
        {"医院", "院长"},
        {"中学", "校长"},
        {"小学", "校长"},
        {"党校", "校长"},
        {"幼儿园", "园长"},
        {"支队", "支队长"},
        {"馆", "馆长"},
        {"所", "所长"},
        {"站", "站长"},
        {"联合会", "主席"},
        {"总工会", "主席"},
    }};

} // namespace

std::vector<NamedUnit> nameUnits(int count) { return UnitNamer(count).name(); }

OrgType orgTypeOf(UnitSort sort)
{
    switch (sort) {
    case UnitSort::Participating:
        return OrgType::Participating;
    case UnitSort::Centre:
    case UnitSort::School:
    case UnitSort::Hospital:
        return OrgType::Institution;
    case UnitSort::Mass:
        return OrgType::MassOrganisation;
    case UnitSort::Temporary:
        return OrgType::Temporary;
    default:
        return OrgType::Administrative;
    }
}

std::string_view headTitle(std::string_view unitName)
{
    for (const auto& [ending, title] : kHeadTitles)
        if (unitName.ends_with(ending))
            return title;
    return "主任";
}

std::string chineseNumber(int number)
{
    constexpr std::array<std::string_view, 10> digits {
        "零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    constexpr std::array<std::pair<int, std::string_view>, 4> places {
        {{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}}};
    std::string out;
    bool gap = false;
    for (const auto& [worth, name] : places) {
        const int digit = number / worth % 10;
        if (digit == 0) {
            gap = !out.empty();
            continue;
        }
        if (gap)
            out += digits[0];
        gap = false;
        // Twelve is 十二, not 一十二; within a larger number the 一 stays.
        if (!(worth == 10 && digit == 1 && out.empty()))
            out += digits[std::size_t(digit)];
        out += name;
    }
    return out;
}

} // namespace guanwu
