#pragma once

#include "core/base/error.h"
#include "core/base/token_table.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace guanwu {

/// What may be attached. The token is the type of HTTP.
enum class MediaType : std::uint8_t { Jpeg, Png, Pdf };

inline constexpr TokenTable<MediaType, 3> kMediaTypes {{
    {MediaType::Jpeg, "image/jpeg", "照片", "Photo"},
    {MediaType::Png, "image/png", "图片", "Picture"},
    {MediaType::Pdf, "application/pdf", "文件", "Document"},
}};
static_assert(isDense(kMediaTypes));

inline constexpr std::size_t kMostAttachmentBytes = 10 * 1024 * 1024;
inline constexpr std::int64_t kMostPixels = 40'000'000;

/// A photo or a paper of a card, known by the digest of its content.
struct Attachment {
    std::string hash; ///< SHA-256, hex
    MediaType type = MediaType::Jpeg;
    std::int64_t bytes = 0;

    bool operator==(const Attachment&) const = default;
};

/// What the bytes are, by themselves and not by a name. Only the head is looked at, where size and dimensions
/// stand: nothing is decoded here (security X13). Errors: attachment.empty, attachment.too_large,
/// attachment.type, attachment.pixels.
[[nodiscard]] Result<MediaType> inspectAttachment(std::string_view bytes);

} // namespace guanwu
