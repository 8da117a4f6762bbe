#include "app/client/counting/verdict_sounds.h"

#include <QAudioSink>
#include <QBuffer>
#include <QMediaDevices>
#include <QtMath>
#include <span>

namespace guanwu {

namespace {

    constexpr int kRate = 22'050;
    constexpr double kLoudness = 0.35;
    constexpr double kFadeSeconds = 0.006; // without it a tone begins and ends with a click

    struct Tone {
        int hertz = 0; ///< 0 = a pause
        int ms = 0;
    };

    // One high tone: go on. Rising: look up. Falling or low: something is wrong. A clerk learns them in a
    // room.
    constexpr Tone kHere[] {{1760, 70}};
    constexpr Tone kOtherRoom[] {{880, 90}, {1320, 130}};
    constexpr Tone kAlready[] {{1175, 40}, {0, 40}, {1175, 40}};
    constexpr Tone kOtherUnit[] {{660, 110}, {880, 110}, {660, 110}};
    constexpr Tone kUnknown[] {{740, 120}, {494, 200}};
    constexpr Tone kDisposed[] {{494, 140}, {0, 40}, {494, 140}};
    constexpr Tone kDoubt[] {{988, 90}, {784, 130}};
    constexpr Tone kRefused[] {{220, 300}};
    constexpr Tone kRoom[] {{1047, 60}, {1319, 60}, {1568, 90}};

    std::span<const Tone> tonesOf(const QString& key)
    {
        struct Row {
            const char* key;
            std::span<const Tone> tones;
        };
        static const Row rows[] {{"here", kHere}, {"other_room", kOtherRoom}, {"already_counted", kAlready},
            {"other_unit", kOtherUnit}, {"unknown", kUnknown}, {"disposed", kDisposed}, {"doubt", kDoubt},
            {"refused", kRefused}, {"room", kRoom}};
        for (const Row& row : rows)
            if (key == QLatin1StringView(row.key))
                return row.tones;
        return {};
    }

} // namespace

QByteArray verdictTones(const QString& key, int samplesPerSecond)
{
    QByteArray out;
    for (const Tone& tone : tonesOf(key)) {
        const int samples = samplesPerSecond * tone.ms / 1000;
        for (int i = 0; i < samples; ++i) {
            const double at = 1.0 * i / samplesPerSecond;
            const double left = 1.0 * (samples - i) / samplesPerSecond;
            const double fade = std::min({1.0, at / kFadeSeconds, left / kFadeSeconds});
            const auto value
                = static_cast<qint16>(32'767 * kLoudness * fade * qSin(2 * M_PI * tone.hertz * at));
            out.append(reinterpret_cast<const char*>(&value), sizeof value);
        }
    }
    return out;
}

class VerdictSounds::Player : public QObject {
public:
    void play(const QString& key)
    {
        const QAudioDevice device = QMediaDevices::defaultAudioOutput();
        QAudioFormat format;
        format.setSampleRate(kRate);
        format.setChannelCount(1);
        format.setSampleFormat(QAudioFormat::Int16);
        if (device.isNull() || !device.isFormatSupported(format))
            return;
        // The last word counts: a sound that is still being played ends.
        m_sink = std::make_unique<QAudioSink>(device, format);
        m_buffer = std::make_unique<QBuffer>();
        m_buffer->setData(verdictTones(key, kRate));
        m_buffer->open(QIODevice::ReadOnly);
        m_sink->start(m_buffer.get());
    }

private:
    std::unique_ptr<QBuffer> m_buffer;
    std::unique_ptr<QAudioSink> m_sink; // reads the buffer: goes first
};

VerdictSounds::VerdictSounds(QObject* parent)
    : QObject(parent)
{
}

VerdictSounds::~VerdictSounds()
{
    m_thread.quit();
    m_thread.wait();
}

void VerdictSounds::play(const QString& key)
{
    if (!m_enabled)
        return;
    if (!m_player) {
        m_player = new Player;
        m_player->moveToThread(&m_thread);
        connect(&m_thread, &QThread::finished, m_player, &QObject::deleteLater);
        m_thread.start();
    }
    QMetaObject::invokeMethod(m_player, [player = m_player, key] { player->play(key); });
}

} // namespace guanwu

#include "moc_verdict_sounds.cpp"
