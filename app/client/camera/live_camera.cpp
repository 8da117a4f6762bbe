#include "app/client/camera/live_camera.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace guanwu {

LiveCamera::LiveCamera(QObject* parent)
    : QObject(parent)
{
    m_clock.start();
}

void LiveCamera::setChoice(const QString& choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    restart();
}

void LiveCamera::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    restart();
}

void LiveCamera::setTorch(bool on)
{
    if (!m_source)
        return;
    m_source->setTorch(on);
    m_torch = on;
    Q_EMIT changed();
}

void LiveCamera::setBudget(int ms)
{
    if (ms == budget())
        return;
    m_options.budget = std::chrono::milliseconds(ms);
    if (m_decoder)
        m_decoder->setOptions(m_options);
    Q_EMIT changed();
}

void LiveCamera::forgetCodes()
{
    m_cooldown.forget();
    m_tags.forgetSayings();
}

void LiveCamera::restart()
{
    m_source.reset();
    m_decoder.reset();
    m_live = false;
    m_torch = false;
    m_problem.clear();
    m_tags.show({});
    if (m_active)
        m_source = FrameSource::of(m_choice);
    if (m_source) {
        m_decoder
            = std::make_unique<FrameDecoder>(QCoreApplication::applicationDirPath() + u"/guanwu-reader"_s);
        m_decoder->setOptions(m_options);
        connect(m_source.get(), &FrameSource::frame, this, &LiveCamera::take);
        connect(m_source.get(), &FrameSource::changed, this, &LiveCamera::changed);
        connect(m_source.get(), &FrameSource::failed, this, &LiveCamera::fail);
        connect(m_decoder.get(), &FrameDecoder::decoded, this, &LiveCamera::read);
        connect(m_decoder.get(), &FrameDecoder::failed, this, &LiveCamera::fail);
        m_source->start();
    } else if (m_active) {
        m_problem = tr("No camera is used.");
    }
    Q_EMIT changed();
}

void LiveCamera::take(const CameraFrame& frame)
{
    m_picture = frame.picture;
    m_decoder->offer(frame);
    if (!m_live) {
        m_live = true;
        m_problem.clear();
        Q_EMIT changed();
    }
    Q_EMIT pictureChanged();
}

void LiveCamera::read(const FrameReadout& readout)
{
    if (!m_live)
        return;
    Q_EMIT decoded(readout);
    m_tags.show(readout.codes);
    QList<CodeCooldown::Read> reads;
    for (const CodeInFrame& code : readout.codes)
        reads.push_back({code.text, code.isSure});
    for (const QString& code : m_cooldown.act(reads, m_clock.elapsed()))
        Q_EMIT aimed(code);
}

void LiveCamera::fail(const QString& problem)
{
    m_live = false;
    m_problem = problem;
    m_tags.show({});
    Q_EMIT changed();
}

} // namespace guanwu

#include "moc_live_camera.cpp"
