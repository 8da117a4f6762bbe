#include "app/client/camera/picture_source.h"

#include <QDir>
#include <QImageReader>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    const QStringList kPictures {u"*.png"_s, u"*.jpg"_s, u"*.jpeg"_s};

} // namespace

bool PictureSource::isPicture(const QString& file)
{
    return QFileInfo(file).isFile() && QDir::match(kPictures, QFileInfo(file).fileName());
}

PictureSource::PictureSource(QString folder, QObject* parent)
    : PictureSource(std::move(folder), Pace {}, parent)
{
}

PictureSource::PictureSource(QString folder, Pace pace, QObject* parent)
    : FrameSource(parent)
    , m_folder(std::move(folder))
    , m_pace(pace)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(1000 / m_pace.framesPerSecond);
    connect(&m_timer, &QTimer::timeout, this, &PictureSource::tick);
}

void PictureSource::start()
{
    m_left = 0;
    m_timer.start();
    tick();
}

void PictureSource::stop() { m_timer.stop(); }

void PictureSource::tick()
{
    if (m_left == 0 && !showNext()) {
        m_timer.stop();
        Q_EMIT failed(tr("There is no picture in %1").arg(m_folder));
        return;
    }
    --m_left;
    Q_EMIT frame(m_frame);
}

bool PictureSource::showNext()
{
    // The names are taken as they are: cameras write .JPG.
    const QFileInfo place(m_folder);
    const QDir folder = place.isDir() ? QDir(m_folder) : place.dir();
    const QStringList files = place.isDir() ? folder.entryList(kPictures, QDir::Files, QDir::Name)
                                            : QStringList {place.fileName()};
    auto next = std::upper_bound(files.begin(), files.end(), m_shown);
    // One that cannot be read (still being written, or damaged) is left out.
    for (qsizetype tried = 0; tried < files.size(); ++tried, ++next) {
        if (next == files.end())
            next = files.begin();
        QImage picture(folder.filePath(*next));
        if (picture.isNull())
            continue;
        m_shown = *next;
        m_frame.picture = picture.convertToFormat(QImage::Format_RGB32);
        m_frame.grey = picture.convertToFormat(QImage::Format_Grayscale8);
        m_left = m_pace.framesAPicture;
        return true;
    }
    return false;
}

} // namespace guanwu

#include "moc_picture_source.cpp"
