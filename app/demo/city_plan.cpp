#include "app/demo/city_plan.h"

#include "core/values/uscc.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr std::string_view kDivision = "431200";

    /// First two characters of the code: organ, institution, body managed by the establishment office.
    std::string_view usccKind(UnitSort sort)
    {
        switch (orgTypeOf(sort)) {
        case OrgType::Participating:
        case OrgType::Institution:
            return "12";
        case OrgType::MassOrganisation:
            return "13";
        default:
            return "11";
        }
    }

    /// Both checks are right: the outer one and that of the organisation code inside.
    std::string usccOf(const CityOptions& options, UnitSort sort, std::size_t index)
    {
        // 7919 has no divisor in common with 90 million, so no two units get the same number.
        const std::uint64_t number
            = 10'000'000 + (options.seed % 90'000'000 + std::uint64_t {index} * 7919) % 90'000'000;
        const std::string body = std::string(usccKind(sort)).append(kDivision) + std::to_string(number);
        for (const char check : std::string_view("0123456789X"))
            if (const auto code = Uscc::withCheck(body + check); code && code->organisationCodeIsValid())
                return code->text();
        return {};
    }

    struct Size {
        std::int64_t least, most;
    };

    Size peopleOf(UnitSort sort)
    {
        switch (sort) {
        case UnitSort::Bureau:
            return {71, 71};
        case UnitSort::Party:
        case UnitSort::Government:
            return {24, 80};
        case UnitSort::Participating:
            return {14, 48};
        case UnitSort::Centre:
            return {8, 34};
        case UnitSort::School:
            return {36, 140};
        case UnitSort::Hospital:
            return {90, 240};
        default:
            return {6, 18};
        }
    }

    constexpr std::string_view kBureauDepartments[] = {"办公室", "国有资产管理科", "办公用房管理与住房保障科",
        "公务用车管理科", "公共机构节能科", "财务科", "人事科", "机关党委", "后勤保障科"};
    constexpr std::string_view kOrganDepartments[] = {"办公室", "人事科", "财务科", "综合科", "政策法规科",
        "业务一科", "业务二科", "监督检查科", "机关党委"};
    constexpr std::string_view kSchoolDepartments[]
        = {"校长办公室", "教务处", "总务处", "德育处", "语文组", "数学组", "英语组", "科学组"};
    constexpr std::string_view kHospitalDepartments[] = {"院长办公室", "医务科", "护理部", "总务科", "内科",
        "外科", "妇产科", "儿科", "放射科", "检验科", "药剂科"};
    constexpr std::string_view kSmallDepartments[] = {"办公室", "业务科", "财务科", "宣传科"};

    std::span<const std::string_view> departmentsOf(UnitSort sort)
    {
        switch (sort) {
        case UnitSort::Bureau:
            return kBureauDepartments;
        case UnitSort::Party:
        case UnitSort::Government:
        case UnitSort::Participating:
            return kOrganDepartments;
        case UnitSort::School:
            return kSchoolDepartments;
        case UnitSort::Hospital:
            return kHospitalDepartments;
        default:
            return kSmallDepartments;
        }
    }

    constexpr std::string_view kSurnames[] = {"王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周",
        "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "高", "罗", "郑", "梁", "谢", "宋", "唐", "许", "邓",
        "冯", "韩", "曹", "曾", "彭", "萧", "蔡", "潘", "田", "董", "袁", "于", "余", "叶", "蒋", "杜", "苏",
        "魏", "程", "吕", "丁", "沈", "任", "姚", "卢", "傅", "钟", "姜", "崔", "谭", "廖", "向", "滕"};
    constexpr std::string_view kGivenFirst[] = {"建", "文", "晓", "志", "海", "玉", "春", "国", "明", "秀",
        "永", "丽", "家", "雪", "子", "思", "佳", "宏", "庆", "云", "红", "新", "光", "立", "小", "世"};
    constexpr std::string_view kGivenLast[]
        = {"华", "军", "平", "芳", "辉", "敏", "强", "静", "斌", "燕", "波", "娟", "涛", "玲", "勇", "霞",
            "杰", "萍", "鹏", "慧", "峰", "琴", "林", "洁", "伟", "兰", "宇", "婷", "刚", "梅"};

    constexpr std::string_view kHeadOfBureau = "正局(处)级", kDeputy = "副局(处)级", kOthers = "局(处)级以下";

    std::string_view headRank(UnitSort sort)
    {
        switch (sort) {
        case UnitSort::Centre:
        case UnitSort::Temporary:
            return kOthers;
        case UnitSort::Participating:
        case UnitSort::School:
        case UnitSort::Hospital:
            return kDeputy;
        default:
            return kHeadOfBureau;
        }
    }

    constexpr std::string_view kOrganPosts[] = {
        "科长", "副科长", "一级主任科员", "二级主任科员", "四级主任科员", "一级科员", "一级科员", "工勤人员"};
    constexpr std::string_view kCentrePosts[]
        = {"科长", "副科长", "高级工程师", "工程师", "助理工程师", "管理岗九级", "管理岗八级", "工勤人员"};
    constexpr std::string_view kSchoolPosts[]
        = {"高级教师", "一级教师", "一级教师", "二级教师", "二级教师", "班主任", "实验员", "后勤人员"};
    constexpr std::string_view kHospitalPosts[]
        = {"主任医师", "副主任医师", "主治医师", "医师", "主管护师", "护师", "护士", "技师"};

    std::span<const std::string_view> postsOf(UnitSort sort)
    {
        switch (sort) {
        case UnitSort::Centre:
            return kCentrePosts;
        case UnitSort::School:
            return kSchoolPosts;
        case UnitSort::Hospital:
            return kHospitalPosts;
        default:
            return kOrganPosts;
        }
    }

} // namespace

std::string padded(std::int64_t number, std::size_t width)
{
    std::string digits = std::to_string(number);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::chrono::year_month_day City::dayOfYear(Random& random) const
{
    const std::chrono::sys_days first = year() / std::chrono::January / 1;
    const auto days = (std::chrono::sys_days(options.baseDate) - first).count() + 1;
    return first + std::chrono::days(random.below(days));
}

std::chrono::year_month_day City::dayYearsBefore(Random& random, std::int64_t years) const
{
    return std::chrono::sys_days(options.baseDate) - std::chrono::days(years * 365 + random.below(365));
}

std::chrono::year_month_day daysLater(
    std::chrono::year_month_day day, std::int64_t days, std::chrono::year_month_day latest)
{
    return std::min(
        std::chrono::year_month_day(std::chrono::sys_days(day) + std::chrono::days(days)), latest);
}

void planUnits(City& city)
{
    for (NamedUnit& named : nameUnits(city.options.units)) {
        const std::size_t index = city.units.size();
        Random random = randomOf(city.options, DemoStream::Units, index);
        PlannedUnit unit;
        unit.code = "U" + padded(std::int64_t(index) + 1, 3);
        if (named.sort != UnitSort::Temporary)
            unit.uscc = usccOf(city.options, named.sort, index);
        const Size size = peopleOf(named.sort);
        unit.postsFilled = random.between(size.least, size.most);
        unit.postsEstablished = unit.postsFilled + random.below(2 + unit.postsFilled / 12);
        const auto departments = departmentsOf(named.sort);
        const auto wanted = static_cast<std::size_t>(2 + unit.postsFilled / 9);
        for (const std::string_view name : departments.first(std::min(wanted, departments.size())))
            unit.departments.emplace_back(name);
        unit.named = std::move(named);
        city.units.push_back(std::move(unit));
    }
}

void planPeople(City& city)
{
    for (std::size_t u = 0; u < city.units.size(); ++u) {
        PlannedUnit& unit = city.units[u];
        Random random = randomOf(city.options, DemoStream::People, u);
        const UnitSort sort = unit.named.sort;
        const std::int64_t deputies = unit.postsFilled >= 20 ? 3 : 1;
        unit.firstPerson = city.people.size();
        // A few on secondment besides those in post: they count for no limit.
        unit.people = static_cast<std::size_t>(unit.postsFilled + unit.postsFilled / 30);
        unit.assetClerk = unit.firstPerson + static_cast<std::size_t>(deputies) + 1;
        for (std::int64_t i = 0; i < std::int64_t(unit.people); ++i) {
            PlannedPerson person;
            person.code = "P" + padded(std::int64_t(city.people.size()) + 1, 6);
            person.name = random.pick(kSurnames);
            if (random.chance(7500))
                person.name += random.pick(kGivenFirst);
            person.name += random.pick(kGivenLast);
            person.unit = int(u);
            // Leaders and the asset clerk sit with the first department, the office.
            person.department
                = i <= deputies + 1 ? 0 : int(random.below(std::int64_t(unit.departments.size())));
            person.inPost = i < unit.postsFilled;
            const std::string_view title = headTitle(unit.named.name);
            person.rank = i == 0                                   ? headRank(sort)
                : i <= deputies && headRank(sort) == kHeadOfBureau ? kDeputy
                                                                   : kOthers;
            if (i <= deputies)
                person.post = (i == 0 ? "" : "副") + std::string(title);
            else if (i == deputies + 1)
                person.post = "资产管理员";
            else
                person.post = random.pick(postsOf(sort));
            city.people.push_back(std::move(person));
        }
    }
}

City planCity(const CityOptions& options)
{
    City city;
    city.options = options;
    planUnits(city);
    planPeople(city);
    planPremises(city);
    moveIn(city);
    plantSpaceCases(city);
    return city;
}

} // namespace guanwu
