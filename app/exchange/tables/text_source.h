#pragma once

#include "app/exchange/tables/table_reader.h"

#include <cstdio>
#include <memory>
#include <string>

struct UConverter;

namespace guanwu {

/// The text of a file as UTF-8, piece by piece, whatever it was written in. Bytes that are not text of the
/// encoding are an error with their place; nothing is ever replaced.
class TextSource {
public:
    /// `encoding` nullopt = detected: a byte order mark decides; without one the whole file is looked at, and
    /// what is not UTF-8 is GB18030 (or UTF-16 when every other byte is zero). Errors: file.unreadable.
    [[nodiscard]] static Result<TextSource> open(
        const std::filesystem::path& file, std::optional<TextEncoding> encoding);

    TextSource(TextSource&&) noexcept;
    TextSource& operator=(TextSource&&) noexcept;
    ~TextSource();

    /// Appends the next piece to `text`; false at the end. Errors: table.encoding (detail: byte offset).
    [[nodiscard]] Result<bool> read(std::string& text);
    [[nodiscard]] std::uint64_t bytesRead() const { return m_read; }
    [[nodiscard]] std::uint64_t bytesTotal() const { return m_total; }

private:
    TextSource() = default;
    [[nodiscard]] Result<bool> readUtf8(std::string& text);
    [[nodiscard]] Result<bool> readConverted(std::string& text);

    struct CloseFile {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    struct CloseConverter {
        void operator()(UConverter* converter) const;
    };
    std::unique_ptr<std::FILE, CloseFile> m_file;
    std::unique_ptr<UConverter, CloseConverter> m_converter; ///< null for UTF-8
    std::string m_carry; ///< bytes of a character that the last piece cut
    std::uint64_t m_read = 0;
    std::uint64_t m_total = 0;
};

} // namespace guanwu
