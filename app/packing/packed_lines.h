#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct z_stream_s;
struct gzFile_s;

namespace guanwu {

/// Packs a stream of bytes as it comes; memory does not grow with it.
class GzipStream {
public:
    using Sink = std::function<void(std::string_view packed)>;
    explicit GzipStream(Sink sink);
    GzipStream(GzipStream&&) noexcept;
    GzipStream& operator=(GzipStream&&) = delete;
    ~GzipStream();

    void write(std::string_view bytes);
    /// Hands over what is still held; nothing can be written after it.
    void finish();

private:
    void pump(std::string_view bytes, int flush);
    Sink m_sink;
    std::unique_ptr<z_stream_s> m_stream;
    std::vector<char> m_piece; ///< what comes out of it
};

/// Lines of a packed file, one after the other.
class PackedLines {
public:
    enum class Step { Line, End, Damaged };

    /// Nothing can be read of a file that is not there or not packed: `isOpen` says so.
    explicit PackedLines(const std::filesystem::path& file);
    ~PackedLines();
    PackedLines(const PackedLines&) = delete;
    PackedLines& operator=(const PackedLines&) = delete;

    [[nodiscard]] bool isOpen() const { return m_file != nullptr; }
    /// Moves to the next line, without its end. Damaged: the packing broke, the file ends inside it or inside a
    /// line, or a line is longer than 64 MiB.
    [[nodiscard]] Step next();
    [[nodiscard]] std::string_view line() const { return m_line; }

private:
    gzFile_s* m_file = nullptr;
    std::vector<char> m_piece; ///< read at once
    std::string m_line;
};

} // namespace guanwu
