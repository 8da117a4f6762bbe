#include "tests/approval/inventory_fixture.h"

namespace guanwu::test {

namespace {

    using namespace std::chrono;

    constexpr Instant kCountedAt = sys_days(2022y / October / 8) + hours(1) + minutes(31) + seconds(22);

    InventoryLine line(std::string assetNo, std::string classCode, std::string name, std::int64_t fen,
        std::int32_t months, year_month from, LineResult result)
    {
        InventoryLine made;
        made.book.assetNo = std::move(assetNo);
        made.book.classCode = std::move(classCode);
        made.book.name = std::move(name);
        made.book.unitOfMeasure = "台";
        made.book.original = Money::fromFen(fen);
        made.book.schedule = {made.book.original, from, months, {}};
        made.book.acquiredOn = from / 15;
        made.book.department = "办公室";
        made.book.user = "P001";
        made.book.userName = "张三";
        made.book.place = "A-305";
        made.book.placeName = "一号楼305室";
        made.outcome.result = result;
        if (isCounted(result)) {
            made.outcome.countedQuantity = 1;
            made.outcome.firstSeenAt = kCountedAt;
            made.outcome.entry = EntryMode::Camera;
            made.outcome.counter = "clerk01";
            made.outcome.events = 1;
            made.counterName = "李四";
        }
        return made;
    }

    std::vector<InventoryLine> bookLines()
    {
        std::vector<InventoryLine> lines {
            line("FW2010000001", "A01010100", "办公楼", 1234567890, 600, 2010y / June, LineResult::Match),
            line("TY2022000001", "A02010105", "台式计算机", 500000, 72, 2022y / March, LineResult::Match),
            line("TY2021000007", "A02010108", "便携式计算机", 680000, 72, 2021y / November,
                LineResult::Shortage),
            line("CL2021000001", "A02030501", "轿车", 17980000, 96, 2021y / November, LineResult::Match),
            line("TY2019000001", "A02020100", "复印机", 3499900, 72, 2019y / January,
                LineResult::PlaceDiffers),
            line("TY2014000001", "A02010105", "旧台式计算机", 420000, 72, 2014y / April, LineResult::ToScrap),
            line("TY2016000003", "A02021003", "打印机", 320000, 72, 2016y / July,
                LineResult::DisposedNotRemoved),
            line("TS2018000001", "A04010100", "图书", 300000, 0, 2018y / May, LineResult::Match),
            line("JJ2020000001", "A05010301", "办公椅", 79999, 180, 2020y / December, LineResult::Match),
            line("JJ2015000002", "A05010201", "办公桌", 150000, 180, 2015y / May, LineResult::Match),
        };
        lines[0].book.unitOfMeasure = "栋";
        lines[0].area = Area::fromHundredths(452350);
        lines[2].reason = "保管人调离时未交接";
        lines[2].proposal = "按规定报批核销";
        lines[4].outcome.seenPlace = "A-402";
        lines[4].seenPlaceName = "一号楼402室";
        lines[4].proposal = "办理变动";
        lines[5].outcome.seenCondition = Condition::ToScrap;
        lines[6].reason = "2021年已处置，卡片未注销";
        lines[9].book.useState = UseState::Idle;
        return lines;
    }

    SurplusLine airConditioner()
    {
        SurplusLine made;
        made.temporaryNo = "PY-0001";
        made.name = "空调";
        made.classCode = "A02061804";
        made.unitOfMeasure = "台";
        made.outcome.result = LineResult::Surplus;
        made.outcome.countedQuantity = 1;
        made.outcome.seenPlace = "A-201";
        made.outcome.seenCondition = Condition::InUse;
        made.outcome.firstSeenAt = kCountedAt + hours(1);
        made.outcome.entry = EntryMode::Manual;
        made.outcome.photos = 2;
        made.placeName = "一号楼201室";
        made.finderName = "李四";
        made.cause = "接受移交时未入账";
        made.valueBasis = "同类资产合同价";
        made.estimate = Money::fromFen(450000);
        return made;
    }

} // namespace

InventoryFixture inventoryFixture()
{
    InventoryFixture fixture;
    fixture.head.preparer = "怀化市某局";
    fixture.head.baseDate = 2022y / September / 30;
    fixture.lines = bookLines();
    fixture.surplus = {airConditioner()};
    ShortageLine portable;
    portable.book = fixture.lines[2].book;
    portable.className = "便携式计算机";
    portable.cause = fixture.lines[2].reason;
    portable.responsibility = "保管人赔偿";
    portable.compensation = Money::fromFen(100000);
    fixture.shortage = {portable};
    return fixture;
}

} // namespace guanwu::test
