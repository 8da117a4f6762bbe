#include "app/client/camera/frame_source.h"

#include "app/client/camera/camera_source.h"
#include "app/client/camera/picture_source.h"
#include "app/client/camera/video_source.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace guanwu {

std::unique_ptr<FrameSource> FrameSource::of(const QString& choice)
{
    if (choice.isEmpty() || choice == "none"_L1)
        return nullptr;
    if (choice == "default"_L1)
        return std::make_unique<CameraSource>();
    if (QFileInfo(choice).isDir())
        return std::make_unique<PictureSource>(choice);
    return std::make_unique<VideoSource>(choice);
}

} // namespace guanwu
