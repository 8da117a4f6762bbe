#pragma once

#include "scanner/file_descriptor.h"
#include "scanner/scan_worker.h"

#include <cstdint>
#include <optional>
#include <span>

namespace guanwu {

/// Between ScanWorker and its child, which are always the same build: one request with one descriptor, one
/// reply.
struct ScanRequest {
    enum class Kind : std::uint32_t { File, Frame };
    enum class Sequence : std::uint32_t { Single, Next };

    std::uint32_t magic = kMagic;
    Kind kind = Kind::File;
    Sequence sequence = Sequence::Single; // Next: of one camera, after the ones before
    std::int32_t width = 0; // of a frame, as is height; its rows have no padding
    std::int32_t height = 0;
    std::int32_t maxSymbols = 0;
    std::int64_t budgetMs = 0;
    std::int64_t idleBudgetMs = 0; // of a next frame
    std::int64_t limitMs = 0; // after which nobody waits for the reply any more

    static constexpr std::uint32_t kMagic = 0x67775331;
};

/// A reply longer than this comes from a child that somebody else has taken over.
inline constexpr std::uint32_t kMaxReplyBytes = 4U << 20U;

/// Both throw std::system_error. False / nothing: the other side is gone.
[[nodiscard]] bool sendRequest(int socket, const ScanRequest& request, int descriptor);
[[nodiscard]] bool sendReply(int socket, const std::vector<std::uint8_t>& reply);

struct ReceivedRequest {
    ScanRequest request;
    FileDescriptor descriptor;
};
[[nodiscard]] std::optional<ReceivedRequest> receiveRequest(int socket);

/// A reply as bytes, beginning with the length of what follows (32 bits, as the machine has them).
[[nodiscard]] std::vector<std::uint8_t> encodeReply(const Result<ScanReading>& outcome);

/// `body` is a reply without its length. Nothing when the bytes are not a reply: the child is not trusted.
[[nodiscard]] std::optional<Result<ScanReading>> decodeReply(std::span<const std::uint8_t> body);

} // namespace guanwu
