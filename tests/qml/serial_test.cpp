// Scanners on a serial line, played by a terminal that the test holds the other end of.
#include "app/client/counting/serial_scanner.h"
#include "tests/qml/wait_until.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <pty.h>
#include <unistd.h>

using namespace guanwu;
using namespace guanwu::test;
using namespace Qt::StringLiterals;

namespace {

/// The sockets of a line want the events of an application; the other tests of this program make one as well.
void needEvents()
{
    static int count = 1;
    static char name[] = "serial_tests";
    static char* arguments[] {name, nullptr};
    static std::unique_ptr<QCoreApplication> one;
    if (!QCoreApplication::instance())
        one = std::make_unique<QCoreApplication>(count, arguments);
}

/// A line under a name that stays while cables are pulled and plugged, as the system's own links do.
class Line {
public:
    explicit Line(std::filesystem::path name)
        : m_name(std::move(name))
    {
        plug();
    }
    ~Line() { pull(); }
    void plug()
    {
        std::array<char, 128> terminal {};
        REQUIRE(::openpty(&m_master, &m_slave, terminal.data(), nullptr, nullptr) == 0);
        std::filesystem::create_symlink(terminal.data(), m_name);
    }
    void pull()
    {
        for (int* end : {&m_master, &m_slave}) {
            if (*end >= 0)
                ::close(*end);
            *end = -1;
        }
        std::filesystem::remove(m_name);
    }
    void send(const QByteArray& bytes) const
    {
        REQUIRE(::write(m_master, bytes.constData(), static_cast<std::size_t>(bytes.size())) == bytes.size());
    }

private:
    std::filesystem::path m_name;
    int m_master = -1;
    int m_slave = -1; ///< kept, so that the line is there before the scanner is opened
};

struct Listened {
    SerialScanner scanner;
    QStringList codes;

    explicit Listened(const std::filesystem::path& port)
    {
        QObject::connect(&scanner, &SerialScanner::scanned, [this](const QString& code) { codes << code; });
        scanner.setPort(QString::fromStdString(port.string()));
    }
};

} // namespace

TEST_CASE("bytes of a serial line are codes once they have an end, and never before", "[serial]")
{
    SerialCollector collector;
    SECTION("in pieces")
    {
        CHECK(collector.take("TY20220", 0).isEmpty());
        CHECK(collector.take("00001X", 20).isEmpty());
        CHECK(collector.take("\r", 30) == QStringList {u"TY2022000001X"_s});
        CHECK_FALSE(collector.isHolding());
    }
    SECTION("two that came together are two, however they end")
    {
        CHECK(collector.take("TY2022000001X\r\nP:A-101\n", 0)
            == QStringList {u"TY2022000001X"_s, u"P:A-101"_s});
        CHECK(collector.take("\x02TY2022000001X\x03\x02P:A-101\x03", 0)
            == QStringList {u"TY2022000001X"_s, u"P:A-101"_s});
    }
    SECTION("half a code is none, and does not become the head of the next one")
    {
        CHECK(collector.take("TY2022", 0).isEmpty());
        CHECK_FALSE(collector.expire(SerialCollector::kStallMs));
        CHECK(collector.take("GW-0815\r", SerialCollector::kStallMs + 1) == QStringList {u"GW-0815"_s});
        CHECK(collector.take("TY2022", 1000).isEmpty());
        CHECK(collector.expire(1000 + SerialCollector::kStallMs + 1));
        CHECK(collector.take("\r", 2000).isEmpty());
    }
    SECTION("what is no text spoils its own code only")
    {
        CHECK(collector.take(QByteArray("TY20\0\x80\xFF 22\r", 11) + "GW-0815\r", 0)
            == QStringList {u"GW-0815"_s});
        CHECK(collector.take("TY2022\x7F\r", 0).isEmpty());
        CHECK(collector.garbled() == 2);
    }
    SECTION("Chinese comes as UTF-8, also cut in the middle of a character")
    {
        const QByteArray bytes = u"怀办用凭2022"_s.toUtf8();
        CHECK(collector.take(bytes.first(4), 0).isEmpty());
        CHECK(collector.take(bytes.sliced(4) + '\r', 5) == QStringList {u"怀办用凭2022"_s});
    }
    SECTION("three characters are noise, and a stream without end does not fill the memory")
    {
        CHECK(collector.take("abc\r", 0).isEmpty());
        CHECK(collector.take(QByteArray(SerialCollector::kMost, 'x') + '\r', 0).size() == 1);
        CHECK(collector.take(QByteArray(SerialCollector::kMost + 1, 'x') + '\r', 0).isEmpty());
        for (int i = 0; i < 1000; ++i)
            CHECK(collector.take(QByteArray(1000, 'x'), i).isEmpty());
        CHECK(collector.take("\rGW-0815\r", 1001) == QStringList {u"GW-0815"_s});
    }
}

TEST_CASE("a serial scanner is heard, also after its cable was pulled in the middle of a code", "[serial]")
{
    needEvents();
    const TempFolder folder;
    Line line(folder.path() / "scanner");
    line.send("STALE-1\r"); // before anybody listened
    Listened listened(folder.path() / "scanner");
    REQUIRE(listened.scanner.isOpen());
    line.send("TY2022000001X\r\nGW-OLD-0815\r\n");
    REQUIRE(waitUntil([&] { return listened.codes.size() == 2; }));
    CHECK(listened.codes == QStringList {u"TY2022000001X"_s, u"GW-OLD-0815"_s});

    line.send("TY2022");
    QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    line.pull();
    REQUIRE(waitUntil([&] { return !listened.scanner.isOpen(); }));
    CHECK_FALSE(listened.scanner.problem().isEmpty());
    line.plug();
    REQUIRE(waitUntil([&] { return listened.scanner.isOpen(); }));
    CHECK(listened.scanner.problem().isEmpty());
    line.send("000002Y\r"); // not glued to what came before
    REQUIRE(waitUntil([&] { return listened.codes.size() == 3; }));
    CHECK(listened.codes.back() == u"000002Y"_s);
}

TEST_CASE("a scanner that ends its codes with nothing, or speaks at another speed, is told so", "[serial]")
{
    needEvents();
    const TempFolder folder;
    const Line line(folder.path() / "scanner");
    Listened listened(folder.path() / "scanner");
    line.send("TY2022000001X");
    REQUIRE(waitUntil([&] { return !listened.scanner.problem().isEmpty(); }));
    const QString withoutEnd = listened.scanner.problem();
    line.send("\xF8\x80\xFE\xE0\r");
    REQUIRE(waitUntil([&] { return listened.scanner.problem() != withoutEnd; }));
    CHECK(listened.scanner.problem().contains(u"9600"_s));
    CHECK(listened.codes.isEmpty());
    line.send("GW-0815\r");
    REQUIRE(waitUntil([&] { return !listened.codes.isEmpty(); }));
    CHECK(listened.scanner.problem().isEmpty());
}

TEST_CASE("a line is read by one program, only while it is wanted, and only if it is one", "[serial]")
{
    needEvents();
    const TempFolder folder;
    const auto name = folder.path() / "scanner";
    Line line(name);
    Listened listened(name);
    REQUIRE(listened.scanner.isOpen());
    listened.scanner.setEnabled(false);
    CHECK_FALSE(listened.scanner.isOpen());
    line.send("GW-0815\r");
    QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    listened.scanner.setEnabled(true);
    line.send("GW-0816\r");
    REQUIRE(waitUntil([&] { return !listened.codes.isEmpty(); }));
    CHECK(listened.codes == QStringList {u"GW-0816"_s}); // the other one was meant for nobody

    const auto file = folder.path() / "file";
    std::ofstream(file) << "GW-0815\n";
    listened.scanner.setPort(QString::fromStdString(file.string()));
    CHECK_FALSE(listened.scanner.isOpen());
    CHECK(listened.scanner.problem().contains(u"file"_s));
    listened.scanner.setPort({});
    CHECK(listened.scanner.problem().isEmpty());
}
