#include "app/demo/title_paperwork.h"

#include "app/demo/city_plan.h"
#include "core/base/text.h"
#include "core/premises/title_service.h"
#include "schema/connection/unit_of_work.h"
#include "schema/premises/soci_title_store.h"
#include "schema/premises/title_register.h"

#include <stdexcept>

namespace guanwu {

namespace {

    using std::chrono::days;

    /// The city is ours: what is refused of it is a fault of the program.
    template <class T> void must(const Result<T>& done)
    {
        if (!done)
            throw std::logic_error("demo: " + done.error().subject + " " + done.error().detail);
    }

    class Paperwork {
    public:
        Paperwork(Session& session, Day today)
            : m_store(session, Scope::everything())
            , m_today(std::chrono::sys_days(today))
            , m_service(m_store, Scope::everything(), "demo",
                  [noon = Instant(std::chrono::sys_days(today)) + std::chrono::hours(4)] { return noon; })
        {
        }
        /// Papers that 容缺 left open: of the first certificates some were due, the others are.
        void owe(const TitleLine& title, int number)
        {
            int paper = 0;
            for (const std::string& name : split(title.missingText, ';'))
                must(m_service.addMissing(title.certNo,
                    {0, name, number % 2 == 0 ? "市自然资源和规划局" : "市住房和城乡建设局",
                        dayFrom(90 * number - 60 + 30 * paper++), std::nullopt}));
        }
        void store(const TitleLine& title)
        {
            custody(title, {CustodyStep::Stored, "档案室", "权证柜一层", dayFrom(-200), std::nullopt, {}});
        }
        void issue(const TitleLine& title, int daysAgo, const char* person, const char* reason)
        {
            custody(
                title, {CustodyStep::Issued, person, {}, dayFrom(-daysAgo), dayFrom(30 - daysAgo), reason});
        }
        void giveBack(const TitleLine& title, int daysAgo, const char* person)
        {
            custody(
                title, {CustodyStep::Returned, person, "权证柜一层", dayFrom(-daysAgo), std::nullopt, {}});
        }
        void note(const BuildingTitle& building, StartSituation situation)
        {
            must(m_service.setPapers({building.building.code, situation, {}, std::nullopt, std::nullopt}));
        }
        /// What cannot be registered is filed.
        void file(const BuildingTitle& building, int number)
        {
            must(m_service.setPapers({building.building.code, StartSituation::Neither,
                "怀机管备〔" + std::to_string(int(dayFrom(-90).year())) + "〕" + std::to_string(number)
                    + "号",
                dayFrom(-90), building.floor}));
        }

    private:
        [[nodiscard]] Day dayFrom(int ahead) const { return m_today + days(ahead); }
        void custody(const TitleLine& title, const TitleCustody& step)
        {
            must(m_service.custody(title.certNo, step));
        }

        SociTitleStore m_store;
        std::chrono::sys_days m_today;
        TitleService m_service;
    };

} // namespace

void addTitlePaperwork(Session& session, const CityOptions& options)
{
    TitleRegister titles(session, Scope::everything());
    TitleQuery asked;
    asked.onlyCurrent = true;
    const auto current = titles.titles(asked);
    if (current.size() < std::size_t(kGapsFrom))
        return;
    UnitOfWork transaction(session);
    Paperwork paperwork(session, options.baseDate);
    int owing = 0;
    for (std::size_t i = 0; i < current.size(); ++i) {
        paperwork.store(current[i]);
        if (current[i].isIncomplete && owing < 6)
            paperwork.owe(current[i], owing++);
        if (i == 3)
            paperwork.issue(current[i], 60, "市教育局　李某", "办理维修报建");
        if (i == 5) {
            paperwork.issue(current[i], 90, "市财政局　张某", "资产核对");
            paperwork.giveBack(current[i], 75, "市财政局　张某");
        }
    }
    constexpr StartSituation kOld[]
        = {StartSituation::Neither, StartSituation::LandOnly, StartSituation::HouseOnly};
    constexpr StartSituation kRegistered[] = {StartSituation::Both, StartSituation::Both,
        StartSituation::LandOnly, StartSituation::HouseOnly, StartSituation::Neither};
    constexpr std::size_t kNoted = 12, kFiled = 3; // of those without a certificate
    std::size_t old = 0;
    std::size_t registered = 0;
    for (const BuildingTitle& building : titles.buildings())
        if (!building.certificates.empty())
            paperwork.note(building, kRegistered[registered++ % std::size(kRegistered)]);
        else if (old < kNoted)
            paperwork.note(building, kOld[old++ % std::size(kOld)]);
        else if (old < kNoted + kFiled)
            paperwork.file(building, int(++old - kNoted));
    transaction.commit();
}

} // namespace guanwu
