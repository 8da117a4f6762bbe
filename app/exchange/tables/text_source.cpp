#include "app/exchange/tables/text_source.h"

#include <array>
#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>
#include <vector>

namespace guanwu {

namespace {

    constexpr std::size_t kPiece = 1 << 20;

    /// Bytes at the end of `text` that begin a UTF-8 character and do not end it.
    std::size_t cutCharacter(std::string_view text)
    {
        for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back) {
            const auto byte = static_cast<unsigned char>(text[text.size() - back]);
            if ((byte & 0xC0) == 0x80)
                continue;
            const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
            return length > back ? back : 0;
        }
        return 0;
    }

    struct Detection {
        TextEncoding encoding = TextEncoding::Utf8;
        long markBytes = 0;
    };

    bool readPiece(std::FILE* file, std::string& piece)
    {
        const std::size_t kept = piece.size();
        piece.resize(kept + kPiece);
        const std::size_t got = std::fread(piece.data() + kept, 1, kPiece, file);
        piece.resize(kept + got);
        return got > 0;
    }

    /// Looks at the whole file: the first Chinese character may come late.
    Detection detect(std::FILE* file)
    {
        std::string piece;
        bool first = true;
        Detection out;
        while (readPiece(file, piece)) {
            const std::string_view text = piece;
            if (first) {
                if (text.starts_with("\xEF\xBB\xBF"))
                    return {TextEncoding::Utf8, 3};
                if (text.starts_with("\xFF\xFE"))
                    return {TextEncoding::Utf16Le, 2};
                if (text.starts_with("\xFE\xFF"))
                    return {TextEncoding::Utf16Be, 2};
                // A heading row of UTF-16 has a separator or digit in its first characters: one byte of it is
                // zero.
                const auto zeros = text.substr(0, 512).find('\0');
                if (zeros != std::string_view::npos)
                    return {zeros % 2 == 1 ? TextEncoding::Utf16Le : TextEncoding::Utf16Be, 0};
            }
            first = false;
            const std::size_t cut = cutCharacter(text);
            if (!simdjson::validate_utf8(text.data(), text.size() - cut))
                return {TextEncoding::Gb18030, 0};
            piece = std::string(text.substr(text.size() - cut));
        }
        return {piece.empty() ? TextEncoding::Utf8 : TextEncoding::Gb18030, 0};
    }

    const char* converterName(TextEncoding encoding)
    {
        switch (encoding) {
        case TextEncoding::Gb18030:
            return "gb18030";
        case TextEncoding::Utf16Le:
            return "UTF-16LE";
        case TextEncoding::Utf16Be:
            return "UTF-16BE";
        case TextEncoding::Utf8:
            break;
        }
        return "UTF-8";
    }

    /// People count bytes from 1.
    Error encodingError(std::uint64_t offset)
    {
        return {ErrorCode::InvalidArgument, "table.encoding", std::to_string(offset + 1)};
    }

} // namespace

void TextSource::CloseConverter::operator()(UConverter* converter) const { ucnv_close(converter); }

TextSource::TextSource(TextSource&&) noexcept = default;
TextSource& TextSource::operator=(TextSource&&) noexcept = default;
TextSource::~TextSource() = default;

Result<TextSource> TextSource::open(const std::filesystem::path& file, std::optional<TextEncoding> encoding)
{
    TextSource out;
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        return fail(ErrorCode::NotFound, "file.unreadable", file.string());
    out.m_file.reset(std::fopen(file.c_str(), "rbe"));
    out.m_total = std::filesystem::file_size(file, error);
    if (!out.m_file || error)
        return fail(ErrorCode::NotFound, "file.unreadable", file.string());

    Detection detected = detect(out.m_file.get());
    if (encoding && *encoding != detected.encoding)
        detected = {*encoding, 0};
    std::fseek(out.m_file.get(), detected.markBytes, SEEK_SET);
    out.m_read = static_cast<std::uint64_t>(detected.markBytes);
    if (detected.encoding != TextEncoding::Utf8) {
        UErrorCode status = U_ZERO_ERROR;
        out.m_converter.reset(ucnv_open(converterName(detected.encoding), &status));
        ucnv_setToUCallBack(
            out.m_converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
        if (U_FAILURE(status))
            return fail(ErrorCode::InvalidArgument, "table.encoding_name", converterName(detected.encoding));
    }
    return out;
}

Result<bool> TextSource::read(std::string& text)
{
    return m_converter ? readConverted(text) : readUtf8(text);
}

Result<bool> TextSource::readUtf8(std::string& text)
{
    const std::size_t start = text.size();
    text += m_carry;
    m_carry.clear();
    if (!readPiece(m_file.get(), text)) {
        if (text.size() > start) // the file ends inside a character
            return fail(encodingError(m_read));
        return false;
    }
    const std::string_view fresh = std::string_view(text).substr(start);
    const std::size_t cut = cutCharacter(fresh);
    if (!simdjson::validate_utf8(fresh.data(), fresh.size() - cut))
        return fail(encodingError(m_read));
    m_carry = std::string(fresh.substr(fresh.size() - cut));
    text.resize(text.size() - cut);
    m_read += fresh.size();
    return true;
}

Result<bool> TextSource::readConverted(std::string& text)
{
    std::string bytes;
    const bool atEnd = !readPiece(m_file.get(), bytes);
    if (atEnd && m_carry == "ended")
        return false;
    std::vector<UChar> wide(bytes.size() + 16);
    UChar* target = wide.data();
    const char* source = bytes.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(m_converter.get(), &target, wide.data() + wide.size(), &source,
        bytes.data() + bytes.size(), nullptr, atEnd ? 1 : 0, &status);
    if (U_FAILURE(status))
        return fail(encodingError(m_read + static_cast<std::uint64_t>(source - bytes.data())));
    m_read += bytes.size();
    if (atEnd)
        m_carry = "ended";

    const auto units = static_cast<std::int32_t>(target - wide.data());
    const std::size_t kept = text.size();
    text.resize(kept + static_cast<std::size_t>(units) * 3);
    std::int32_t written = 0;
    u_strToUTF8(text.data() + kept, units * 3, &written, wide.data(), units, &status);
    if (U_FAILURE(status))
        return fail(encodingError(m_read));
    text.resize(kept + static_cast<std::size_t>(written));
    return !atEnd || units > 0;
}

} // namespace guanwu
