// What a clerk's hands and a camera give, without a window.
#include "app/client/camera/code_cooldown.h"
#include "app/client/camera/tags_in_view.h"
#include "app/client/counting/swipe.h"
#include "app/client/counting/verdict_sounds.h"
#include "app/client/counting/verdict_style.h"
#include "app/client/counting/wedge_collector.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace Qt::StringLiterals;

namespace {

/// Types a text with this gap between the keys; answers whether anything was let go.
bool type(WedgeCollector& collector, const QString& text, qint64& ms, qint64 gap)
{
    bool letGo = false;
    for (const QChar character : text) {
        ms += gap;
        letGo |= !collector.take(character, ms);
    }
    return letGo;
}

QStringList act(
    CodeCooldown& cooldown, std::initializer_list<const char*> codes, qint64 ms, bool isSure = true)
{
    QList<CodeCooldown::Read> frame;
    for (const char* code : codes)
        frame.push_back({QString::fromLatin1(code), isSure});
    return cooldown.act(frame, ms);
}

} // namespace

TEST_CASE("keys as fast as a scanner's that end with Enter are a code", "[wedge]")
{
    WedgeCollector collector;
    qint64 ms = 1000;
    CHECK_FALSE(type(collector, u"TY2022000001X"_s, ms, 8));
    CHECK(collector.end(ms + 8) == u"TY2022000001X"_s);
    CHECK_FALSE(collector.isHolding());
    SECTION("a scanner that hesitates for less than a quarter of a second is still the same scanner")
    {
        CHECK_FALSE(type(collector, u"P:A-"_s, ms, 10));
        ms += 200;
        CHECK_FALSE(type(collector, u"101"_s, ms, 10));
        CHECK(collector.end(ms + 10) == u"P:A-101"_s);
    }
    SECTION("one that breaks off for longer has said nothing")
    {
        CHECK_FALSE(type(collector, u"TY2022"_s, ms, 10));
        CHECK(collector.end(ms + 251) == std::nullopt);
    }
}

TEST_CASE("fingers are no scanner, however they type", "[wedge]")
{
    WedgeCollector collector;
    qint64 ms = 1000;
    CHECK(type(collector, u"12345"_s, ms, 120)); // each key lets the one before go
    CHECK(collector.end(ms + 120) == std::nullopt);
    SECTION("two or three keys at once and Enter are no code")
    {
        CHECK_FALSE(type(collector, u"abc"_s, ms, 5));
        CHECK(collector.end(ms + 5) == std::nullopt);
    }
    SECTION("nobody waits longer for a slow key than the gap of a scanner")
    {
        static_cast<void>(collector.take(u'a', ms));
        CHECK(collector.patience(ms) == WedgeCollector::kGapMs);
        CHECK(collector.patience(ms + WedgeCollector::kGapMs) == 0);
    }
    SECTION("a stream without end does not fill the memory")
    {
        CHECK(type(collector, QString(10'000, u'x'), ms, 1));
        CHECK(collector.end(ms)->size() <= WedgeCollector::kMost);
    }
}

TEST_CASE("a code in view is acted on once, until it was away for three seconds", "[camera]")
{
    CodeCooldown cooldown;
    CHECK(act(cooldown, {"A", "B"}, 0) == QStringList {u"A"_s, u"B"_s});
    CHECK(act(cooldown, {"A", "C"}, 100) == QStringList {u"C"_s});
    for (qint64 ms = 200; ms < 20'000; ms += 1000)
        CHECK(act(cooldown, {"A"}, ms).isEmpty());
    CHECK(act(cooldown, {"A"}, 22'000).isEmpty()); // 2.8 s after it was last seen
    CHECK(act(cooldown, {}, 24'000).isEmpty());
    CHECK(act(cooldown, {"A"}, 25'000) == QStringList {u"A"_s});
    cooldown.forget();
    CHECK(act(cooldown, {"A"}, 25'100) == QStringList {u"A"_s});
}

TEST_CASE("a code that only scan lines vouch for must be read twice in a row", "[camera]")
{
    CodeCooldown cooldown;
    CHECK(act(cooldown, {"6901234567892"}, 0, false).isEmpty());
    CHECK(act(cooldown, {}, 50, false).isEmpty());
    CHECK(act(cooldown, {"6901234567892"}, 100, false).isEmpty());
    CHECK(act(cooldown, {"6901234567892"}, 150, false) == QStringList {u"6901234567892"_s});
    CHECK(act(cooldown, {"6901234567892"}, 200, false).isEmpty());
}

TEST_CASE("a swipe means the first choice of its way, drawn further the next, and never more than there are",
    "[counting]")
{
    const auto at = [](qreal steps) { return (steps + 0.1) * kSwipeStep; };
    CHECK_FALSE(swipeOf(kSwipeStep - 1, 0, 3)); // a trembling hand
    CHECK(swipeOf(at(1), 5, 3) == Swipe {Swipe::Way::Right, 0});
    CHECK(swipeOf(at(2), -20, 3) == Swipe {Swipe::Way::Right, 1});
    CHECK(swipeOf(-at(3), 20, 3) == Swipe {Swipe::Way::Left, 2});
    CHECK(swipeOf(-at(9), 0, 3) == Swipe {Swipe::Way::Left, 2});
    CHECK(swipeOf(20, at(1), 2) == Swipe {Swipe::Way::Down, 0});
    CHECK_FALSE(swipeOf(0, -at(2), 3)); // upwards means nothing
    CHECK_FALSE(swipeOf(at(1), 0, 0));
}

TEST_CASE("what is said of a tag stays with it while tags come and go", "[camera]")
{
    TagsInView tags;
    const auto word = [&](int row) { return tags.data(tags.index(row), TagsInView::WordRole).toString(); };
    tags.show({{u"A"_s, true, {}}, {u"B"_s, true, {}}});
    tags.say(u"B"_s, {u"here"_s, u"check"_s, u"good"_s});
    CHECK(word(0) == QString());
    CHECK(word(1) == u"here"_s);
    tags.show({{u"B"_s, true, {}}});
    CHECK(tags.rowCount() == 1);
    CHECK(word(0) == u"here"_s);
    tags.show({{u"C"_s, true, {}}, {u"A"_s, true, {}}, {u"B"_s, true, {}}});
    CHECK(word(2) == u"here"_s);
    tags.forgetSayings();
    CHECK(word(2) == QString());
}

TEST_CASE("every verdict has its own word, icon and sound, and a colour", "[counting]")
{
    QStringList seen;
    for (const Language language : {Language::ZhCn, Language::En})
        for (const auto& row : kVerdictKinds) {
            const VerdictStyle style = styleOf(row.value, language);
            CHECK_FALSE(style.tone.isEmpty());
            CHECK_FALSE(verdictTones(style.key, 8000).isEmpty());
            const QString sound = QString::fromLatin1(verdictTones(style.key, 8000).toHex());
            for (const QString& sign : {style.word, style.icon + QString::number(int(language)),
                     sound + QString::number(int(language))}) {
                CHECK_FALSE(sign.isEmpty());
                CHECK_FALSE(seen.contains(sign));
                seen.push_back(sign);
            }
        }
    CHECK(verdictTones(u"nonsense"_s, 8000).isEmpty());
}
