#pragma once

#include <string>
#include <string_view>

namespace guanwu {

class Session;

/// Bytes of any kind in a table of (hash, piece_no, content): in base64, because a text comes back alike from
/// both dialects, and in pieces, because a row must fit into what a server takes at once.
void storePieces(Session& session, std::string_view table, const std::string& hash, std::string_view bytes);
/// Empty when there are none. Throws CorruptData when a piece is no base64.
[[nodiscard]] std::string readPieces(Session& session, std::string_view table, const std::string& hash);

} // namespace guanwu
