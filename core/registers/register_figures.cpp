#include "core/registers/register_figures.h"

#include "core/registers/entry_stream.h"

namespace guanwu {

namespace {

    using Figures = std::vector<RegisterFigure>;

    void tell(Figures& out, const char* token, const char* zh, const char* en, std::string value)
    {
        out.push_back({token, zh, en, std::move(value)});
    }

    std::string percent(const std::string& rate) { return rate.empty() ? rate : rate + "%"; }

    void tellFleet(const Fleet& fleet, Figures& out)
    {
        const Fleet::Count all = fleet.total();
        tell(out, "vehicles", "车辆总数", "Vehicles", std::to_string(all.vehicles));
        tell(out, "in_books", "其中在账车辆", "Of these in the books", std::to_string(fleet.inBooks()));
        tell(out, "fitted", "已装定位终端", "With a position finder", std::to_string(all.fitted));
        tell(out, "not_fitted", "未装", "Without one", std::to_string(fleet.withState("not_fitted")));
        tell(out, "exempt", "免装（单列）", "Exempt (told apart)", std::to_string(all.exempt));
        tell(out, "gps_unknown", "未填报", "Not stated", std::to_string(fleet.withState("")));
        tell(
            out, "rate_of_all", "安装率（按全部车辆）", "Rate over all vehicles", percent(fleet.rateOfAll()));
        tell(out, "rate_of_due", "安装率（不含免装）", "Rate without the exempt", percent(fleet.rateOfDue()));
        std::int64_t above = 0;
        for (const auto& [key, count] : fleet.counts())
            above += count.quota && count.vehicles > *count.quota ? 1 : 0;
        tell(
            out, "above_quota", "超编的单位与类别", "Units and kinds above the quota", std::to_string(above));
    }

    /// What the figures of a register hold besides counts of states.
    class Extra {
    public:
        explicit Extra(Day today)
            : m_fleet(today)
        {
        }
        void add(const RegisterEntry& entry)
        {
            if (entry.type == "vehicle")
                m_fleet.addVehicle(entry);
            if (entry.type == "vehicle_quota")
                m_fleet.addQuota(entry);
            if (entry.type == "safety_building" && entry.state == "in_use" && !entry.text("grade").empty())
                ++m_grades[entry.text("grade")];
            if (entry.type == "safety_building" && entry.state == "in_use")
                ++m_subjects[entry.text("subject")];
            if (entry.type == "low_value_item") {
                m_quantity += entry.whole("balance");
                m_value += entry.money("value_yuan").value_or(Money());
            }
        }
        void tellOf(RegisterKind kind, Figures& out) const
        {
            if (kind == RegisterKind::Vehicles)
                tellFleet(m_fleet, out);
            if (kind == RegisterKind::LowValue) {
                tell(out, "quantity", "结存数量", "Quantity", std::to_string(m_quantity));
                tell(out, "value_yuan", "结存金额（元，不计入固定资产）",
                    "Value in yuan, no part of fixed assets", m_value.toYuanString());
            }
            for (const auto& [subject, count] : m_subjects)
                out.push_back({"subject_" + subject, subject == "project" ? "在建项目" : "房屋建筑",
                    subject == "project" ? "Projects" : "Buildings", std::to_string(count)});
            for (const auto& [grade, count] : m_grades)
                out.push_back(
                    {"grade_" + grade, "安全等级 " + grade, "Safety grade " + grade, std::to_string(count)});
        }

    private:
        Fleet m_fleet;
        std::map<std::string, std::int64_t> m_grades;
        std::map<std::string, std::int64_t> m_subjects;
        std::int64_t m_quantity = 0;
        Money m_value;
    };

} // namespace

StateCounter::StateCounter(const RegisterType& type)
    : m_type(type)
    , m_states(type.states.size())
{
}

void StateCounter::add(const ShownEntry& entry)
{
    ++m_total;
    m_withFindings += entry.findings.empty() ? 0 : 1;
    for (std::size_t i = 0; i < m_states.size(); ++i)
        if (m_type.states[i].token == entry.entry.state)
            ++m_states[i];
}

void StateCounter::tell(std::vector<RegisterFigure>& out) const
{
    const std::string token(m_type.token);
    out.push_back({token, std::string(m_type.nameZh) + "合计", std::string(m_type.nameEn) + ", all",
        std::to_string(m_total)});
    for (std::size_t i = 0; i < m_states.size(); ++i)
        if (const RegisterState& state = m_type.states[i]; m_states[i] > 0)
            out.push_back({token + "_" + std::string(state.token),
                std::string(m_type.nameZh) + "：" + std::string(state.nameZh),
                std::string(m_type.nameEn) + ": " + std::string(state.nameEn), std::to_string(m_states[i])});
    out.push_back({token + "_findings", std::string(m_type.nameZh) + "：有待说明事项",
        std::string(m_type.nameEn) + ": with findings", std::to_string(m_withFindings)});
}

std::vector<RegisterFigure> registerFigures(
    RegisterService& service, RegisterKind kind, const RegisterFilter& filter)
{
    std::vector<RegisterFigure> out;
    Extra extra(service.today());
    for (const RegisterType& type : registerTypes()) {
        if (type.kind != kind)
            continue;
        StateCounter counter(type);
        EntryStream entries(service, type, filter);
        while (const ShownEntry* entry = entries.next())
            if (!entry->entry.isVoid()) {
                counter.add(*entry);
                extra.add(entry->entry);
            }
        counter.tell(out);
    }
    extra.tellOf(kind, out);
    return out;
}

Fleet countFleet(RegisterService& service, const RegisterFilter& filter)
{
    Fleet fleet(service.today());
    for (const char* token : {"vehicle", "vehicle_quota"}) {
        EntryStream entries(service, **findRegisterType(RegisterKind::Vehicles, token), filter);
        while (const ShownEntry* entry = entries.next())
            if (token == std::string_view("vehicle"))
                fleet.addVehicle(entry->entry);
            else
                fleet.addQuota(entry->entry);
    }
    return fleet;
}

} // namespace guanwu
