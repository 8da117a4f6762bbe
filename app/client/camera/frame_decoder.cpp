#include "app/client/camera/frame_decoder.h"

#include "scanner/scan_worker.h"

#include <system_error>

namespace guanwu {

namespace {

    constexpr std::chrono::milliseconds kLimit {500};

    bool isSure(SymbolFormat format)
    {
        return format != SymbolFormat::Code39 && format != SymbolFormat::EAN13;
    }

    QList<CodeInFrame> codesOf(const ScanReading& reading, const QSize& size)
    {
        QList<CodeInFrame> out;
        for (const Symbol& symbol : reading.symbols) {
            CodeInFrame& code = out.emplace_back();
            code.text = QString::fromStdString(symbol.text);
            code.isSure = isSure(symbol.format);
            code.format = QString::fromUtf8(tokenRow(kSymbolFormats, symbol.format).token);
            for (const PixelPoint& corner : symbol.corners)
                code.corners << QPointF(1.0 * corner.x / size.width(), 1.0 * corner.y / size.height());
        }
        return out;
    }

} // namespace

class FrameDecoder::Reader : public QObject {
public:
    explicit Reader(const QString& program)
        : m_worker({program.toStdString(), kLimit})
    {
    }

    /// Throws std::system_error.
    [[nodiscard]] Result<ScanReading> read(const QImage& grey, FrameOptions options)
    {
        return m_worker.readNextFrame(
            LumView(grey.constBits(), grey.width(), grey.height(), static_cast<int>(grey.bytesPerLine())),
            options);
    }

private:
    ScanWorker m_worker;
};

FrameDecoder::FrameDecoder(QString readerProgram, QObject* parent)
    : QObject(parent)
    , m_reader(new Reader(readerProgram))
{
    m_reader->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_reader, &QObject::deleteLater);
    m_thread.start();
}

FrameDecoder::~FrameDecoder()
{
    m_thread.quit();
    m_thread.wait();
}

bool FrameDecoder::offer(const CameraFrame& frame)
{
    if (m_busy || frame.grey.isNull())
        return false;
    m_busy = true;
    QMetaObject::invokeMethod(m_reader, [this, reader = m_reader, grey = frame.grey, options = m_options] {
        FrameReadout readout;
        readout.size = grey.size();
        bool isBroken = false;
        try {
            // A frame that crashed or outlasted the child is a frame without codes; the next one gets a new
            // child.
            if (auto reading = reader->read(grey, options)) {
                readout.codes = codesOf(*reading, grey.size());
                readout.regions = std::move(reading->regions);
                readout.times = reading->times;
            } else {
                isBroken = reading.error().subject == "scan.reader";
            }
        } catch (const std::system_error&) {
            isBroken = true;
        }
        QMetaObject::invokeMethod(this, [this, readout = std::move(readout), isBroken] {
            m_busy = false;
            if (isBroken)
                Q_EMIT failed(tr("The program that reads pictures (guanwu-reader) cannot be started."));
            else
                Q_EMIT decoded(readout);
        });
    });
    return true;
}

} // namespace guanwu

#include "moc_frame_decoder.cpp"
