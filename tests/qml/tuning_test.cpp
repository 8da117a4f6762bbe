// What people who tune the reader are shown, without a window.
#include "app/client/tuning/read_log.h"
#include "app/client/tuning/region_marks.h"
#include "app/client/tuning/scan_rates.h"
#include "app/client/tuning/scanner_watch.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace Qt::StringLiterals;

namespace {

using std::chrono::microseconds;
using State = RegionInView::State;

FrameReadout frameOf(int search, int quick)
{
    FrameReadout out;
    out.times[static_cast<std::size_t>(ScanStage::Search)] = microseconds(search);
    out.times[static_cast<std::size_t>(ScanStage::QuickLook)] = microseconds(quick);
    return out;
}

RegionInView regionOf(State state, ScanStage stage = ScanStage::Search)
{
    RegionInView region;
    region.state = state;
    region.stage = stage;
    return region;
}

} // namespace

TEST_CASE("rates are those of the last five seconds, and of fewer at the beginning", "[tuning]")
{
    ScanRates rates;
    CHECK(rates.shownPerSecond(1000) == 0);
    CHECK(rates.median() == 0);
    for (int frame = 0; frame < 100; ++frame) {
        const qint64 ms = 1000 + frame * 40;
        rates.shown(ms);
        if (frame % 2 == 0)
            rates.read(frameOf(3000, frame % 20 == 0 ? 40'000 : 5000), ms);
    }
    CHECK(rates.shownPerSecond(1000 + 100 * 40) == Approx(25).margin(0.5));
    CHECK(rates.readPerSecond(1000 + 100 * 40) == Approx(12.5).margin(0.5));
    CHECK(rates.median() == Approx(8));
    CHECK(rates.ninetyFifth() == Approx(43));
    CHECK(rates.mean(ScanStage::Search) == Approx(3));
    CHECK(rates.mean(ScanStage::WholeFrame) == 0);
    CHECK(rates.shownPerSecond(60'000) == 0); // the camera stands still
    for (int frame = 0; frame < 100'000; ++frame)
        rates.read(frameOf(1, 1), 70'000 + frame);
    CHECK(rates.frames() <= ScanRates::kSpanMs + 1);
    rates.clear();
    CHECK(rates.frames() == 0);
}

TEST_CASE("marks of regions lie over no other one and inside the picture, those of reads first", "[tuning]")
{
    const QRectF area(0, 0, 200, 100);
    const QPolygonF box(QRectF(20, 30, 60, 40));
    std::vector<RegionInView> regions;
    QList<QPolygonF> outlines;
    for (int i = 0; i < 12; ++i) {
        regions.push_back(regionOf(State::Hopeless));
        outlines << box.translated(i, 0);
    }
    regions.push_back(regionOf(State::Read, ScanStage::WholeFrame));
    outlines << box;
    const auto marks = placeMarks(regions, outlines, {18, 18}, area);
    CHECK(marks.back().letter == u"W"_s);
    CHECK(marks.back().place.bottomLeft() == box.boundingRect().topLeft());
    int shown = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (marks[i].place.isEmpty())
            continue;
        ++shown;
        CHECK(area.contains(marks[i].place));
        for (std::size_t j = 0; j < i; ++j)
            CHECK_FALSE(marks[j].place.intersects(marks[i].place));
    }
    CHECK(shown > 3);
    CHECK(shown < 13);
    // At the edge of the picture it moves inside.
    const auto edge
        = placeMarks({regionOf(State::Waiting)}, {QPolygonF(QRectF(0, 0, 200, 100))}, {18, 18}, area);
    CHECK(area.contains(edge.front().place));
    CHECK(edge.front().letter == u"?"_s);
}

TEST_CASE("each state of a region has a letter of its own, a read one that of its look", "[tuning]")
{
    QStringList letters;
    for (const auto& region : {regionOf(State::Waiting), regionOf(State::Hopeless), regionOf(State::Tracked),
             regionOf(State::Read, ScanStage::QuickLook), regionOf(State::Read, ScanStage::SecondLook),
             regionOf(State::Read, ScanStage::DearLooks), regionOf(State::Read, ScanStage::WholeFrame)})
        letters << RegionMarks::letterOf(region);
    CHECK(letters == QStringList {u"?"_s, u"×"_s, u"T"_s, u"1"_s, u"2"_s, u"3"_s, u"W"_s});
}

TEST_CASE("the log of reads has the latest first and does not grow for ever", "[tuning]")
{
    ReadLog log;
    for (qsizetype i = 0; i < ReadLog::kMostRows; ++i)
        log.add({QTime(8, 0), QString::number(i), u"QRCode"_s, u"1"_s});
    CHECK(log.count() == ReadLog::kMostRows);
    log.add({QTime(8, 1), u"last"_s, u"QRCode"_s, u"1"_s});
    CHECK(log.count() == ReadLog::kMostRows);
    CHECK(log.data(log.index(0), ReadLog::TextRole) == u"last"_s);
    CHECK(log.data(log.index(log.count() - 1), ReadLog::TextRole) == u"1"_s);
}

TEST_CASE("a budget is turned step by step and stays at the ends", "[tuning]")
{
    CHECK(ScannerWatch::budgetBeside(25, 1) == 40);
    CHECK(ScannerWatch::budgetBeside(25, -1) == 15);
    CHECK(ScannerWatch::budgetBeside(10, -1) == 10);
    CHECK(ScannerWatch::budgetBeside(100, 1) == 100);
}
