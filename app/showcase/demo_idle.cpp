#include "app/showcase/demo_idle.h"

#include "core/idle/idle_service.h"
#include "schema/cards/soci_card_repository.h"
#include "schema/connection/unit_of_work.h"
#include "schema/idle/idle_assets.h"

#include <iterator>

namespace guanwu {

namespace {

    struct Plan {
        IdleReason reason;
        IdleCondition condition;
        ProposedWay way;
        const char* measure;
        const char* responsible;
    };
    constexpr Plan kOfEstates[] = {
        {IdleReason::LeftOver, IdleCondition::Good, ProposedWay::Lease, "公开招租", "国有资产管理科"},
        {IdleReason::UnitReformed, IdleCondition::Repairable, ProposedWay::InjectCityInvestment,
            "列入第三批注入资产", "国有资产管理科"},
        {IdleReason::Dangerous, IdleCondition::Unsafe, ProposedWay::Demolish, "委托房屋安全鉴定",
            "办公用房管理科"},
        {IdleReason::Unsuitable, IdleCondition::Repairable, ProposedWay::Convert, "改造为档案库房",
            "办公用房管理科"},
        {IdleReason::PlanningDemolition, IdleCondition::Good, ProposedWay::Sell, "委托评估后公开拍卖",
            "国有资产管理科"},
    };
    constexpr Plan kOfThings[] = {
        {IdleReason::MoreThanNeeded, IdleCondition::Good, ProposedWay::Reallocate, "在全市调剂库发布",
            "使用单位"},
        {IdleReason::Replaced, IdleCondition::Repairable, ProposedWay::PublicStore, "检修后移交公物仓",
            "使用单位"},
        {IdleReason::Unsuitable, IdleCondition::Repairable, ProposedWay::Scrap, "组织技术鉴定", "使用单位"},
        {IdleReason::UnitReformed, IdleCondition::Good, ProposedWay::Reallocate, "随职能划转", "使用单位"},
    };
    constexpr std::size_t kNobodySays = 6; ///< of every so many one is still open

    Result<void> propose(IdleService& service, const IdleLine& line, std::size_t at, Day today)
    {
        const Plan& plan
            = line.isEstate() ? kOfEstates[at % std::size(kOfEstates)] : kOfThings[at % std::size(kOfThings)];
        IdleNote note;
        note.reason = plan.reason;
        note.condition = plan.condition;
        note.way = plan.way;
        note.measure = plan.measure;
        note.responsible = plan.responsible;
        note.dueOn = Day(std::chrono::sys_days(today) + std::chrono::days(30 + 15 * (at % 10)));
        const auto stored = service.propose(line.assetNo, note);
        return stored ? Result<void> {} : fail(stored.error());
    }

} // namespace

Result<void> noteDemoIdle(Session& session, Instant now)
{
    const Day today = chinaDate(now);
    std::vector<IdleLine> idle;
    {
        IdleQuery query;
        query.on = today;
        IdleAssets assets(session, Scope::everything());
        const auto next = assets.lines(query);
        for (IdleLine line; next(line);)
            idle.push_back(line);
    }
    UnitOfWork transaction(session);
    IdleAssets notes(session, Scope::everything());
    SociCardRepository repository(session, Scope::everything());
    CardService cards(repository, Scope::everything(), [now] { return now; });
    IdleService service(notes, cards, Scope::everything());
    for (std::size_t i = 0; i < idle.size(); ++i) {
        if (idle[i].note.revision != 0)
            return {};
        if (i % kNobodySays != kNobodySays - 1)
            if (auto proposed = propose(service, idle[i], i, today); !proposed)
                return proposed;
    }
    transaction.commit();
    return {};
}

} // namespace guanwu
