#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>

namespace guanwu {

/// A JPEG or PNG with nothing but its picture: no place, device, time, thumbnail, comment or other metadata,
/// and nothing behind its end (security X13). Of JPEG's metadata which side is up stays, because without it
/// the picture lies on its side. The picture itself is not touched, and a clean one comes back as it was.
/// What is not whole by its structure is refused. Errors: attachment.type.
[[nodiscard]] Result<std::string> cleanPhoto(std::string_view bytes);

/// Which side of a photo is up, as Exif numbers them from 1 to 8; 0 = it does not say.
[[nodiscard]] std::size_t photoOrientation(std::string_view bytes);

} // namespace guanwu
