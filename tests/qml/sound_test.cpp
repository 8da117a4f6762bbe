// What comes out of the loudspeaker: a sound server with a sink that nobody hears, and an ear at it.
#include "app/client/counting/verdict_sounds.h"
#include "tests/qml/client_support.h"
#include "tests/support/program.h"
#include "tests/support/temp_folder.h"

#include <QAudioDevice>
#include <QMediaDevices>
#include <QVariant>
#include <catch2/catch.hpp>
#include <cmath>

using namespace guanwu;
using namespace guanwu::test;

namespace {

constexpr int kRate = 44'100;

/// PulseAudio of its own, below a folder; the environment of this process points there.
class SoundServer {
public:
    explicit SoundServer(const std::filesystem::path& folder)
        : m_socket(folder / "native")
        , m_server("/usr/bin/pulseaudio",
              {"-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes", "-L",
                  "module-null-sink sink_name=ear rate=" + std::to_string(kRate), "-L",
                  "module-native-protocol-unix auth-anonymous=1 socket=" + m_socket.string()},
              {"XDG_RUNTIME_DIR=" + folder.string(), "HOME=" + folder.string()})
    {
        qputenv("PULSE_SERVER", QByteArray::fromStdString("unix:" + m_socket.string()));
        REQUIRE(waitUntil([&] { return std::filesystem::exists(m_socket); }));
    }
    ~SoundServer() { m_server.terminate(); }

private:
    std::filesystem::path m_socket;
    RunningProgram m_server;
};

/// How much of this tone is in what was heard (Goertzel).
double strength(const std::vector<std::int16_t>& heard, double hertz)
{
    const double turn = 2 * std::cos(2 * M_PI * hertz / kRate);
    double last = 0;
    double before = 0;
    for (const std::int16_t sample : heard) {
        const double now = sample + turn * last - before;
        before = std::exchange(last, now);
    }
    return std::sqrt(last * last + before * before - turn * last * before);
}

/// What is heard while a sound is played.
std::vector<std::int16_t> heardOf(VerdictSounds& sounds, const char* key)
{
    RunningProgram ear("/usr/bin/parec",
        {"--device=ear.monitor", "--raw", "--format=s16le", "--channels=1", "--latency-msec=20",
            "--rate=" + std::to_string(kRate)},
        {"PULSE_SERVER=" + qgetenv("PULSE_SERVER").toStdString()});
    REQUIRE(waitUntil([&] { return !ear.outSoFar().empty(); }));
    sounds.play(QString::fromLatin1(key));
    waitUntil([] { return false; }, 2);
    ear.terminate();
    const std::string bytes = ear.finish().out;
    std::vector<std::int16_t> out(bytes.size() / 2);
    std::memcpy(out.data(), bytes.data(), out.size() * 2);
    return out;
}

} // namespace

TEST_CASE("each verdict is heard as its own tone, and silence is kept where sound is off", "[counting]")
{
    const TempFolder folder;
    const SoundServer server(folder.path());
    REQUIRE(waitUntil([] { return !QMediaDevices::defaultAudioOutput().isNull(); }));
    VerdictSounds sounds;
    const auto here = heardOf(sounds, "here"); // 1760 Hz
    const auto refused = heardOf(sounds, "refused"); // 220 Hz
    CHECK(strength(here, 1760) > 20 * strength(here, 220));
    CHECK(strength(refused, 220) > 20 * strength(refused, 1760));
    CHECK(*std::max_element(here.begin(), here.end()) > 3'000);
    sounds.setProperty("enabled", QVariant(false));
    const auto nothing = heardOf(sounds, "here");
    CHECK(*std::max_element(nothing.begin(), nothing.end()) == 0);
}
