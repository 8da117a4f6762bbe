#include "app/client/camera/frame_source.h"

#include "app/client/camera/camera_source.h"
#include "app/client/camera/picture_source.h"
#include "app/client/camera/video_source.h"

#include <QFileInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace guanwu {

std::unique_ptr<FrameSource> FrameSource::of(const QString& choice)
{
    if (choice.isEmpty() || choice == "none"_L1)
        return nullptr;
    if (choice == "default"_L1)
        return std::make_unique<CameraSource>();
    // Dialogs give addresses, people paste with a line end.
    const QString trimmed = choice.trimmed();
    const QString path = trimmed.startsWith("file:"_L1) ? QUrl(trimmed).toLocalFile() : trimmed;
    if (QFileInfo(path).isDir() || PictureSource::isPicture(path))
        return std::make_unique<PictureSource>(path);
    return std::make_unique<VideoSource>(path);
}

} // namespace guanwu

#include "moc_frame_source.cpp"
