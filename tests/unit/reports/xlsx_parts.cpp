#include "tests/unit/reports/xlsx_parts.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <zlib.h>

namespace guanwu::test {

namespace {

    std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t count)
    {
        std::uint32_t value = 0;
        for (std::size_t i = count; i-- > 0;)
            value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
        return value;
    }

    std::string inflated(std::string_view packed, std::size_t size)
    {
        std::string out(size, '\0');
        z_stream stream {};
        inflateInit2(&stream, -MAX_WBITS);
        std::string in(packed);
        stream.next_in = reinterpret_cast<unsigned char*>(in.data());
        stream.avail_in = static_cast<uInt>(in.size());
        stream.next_out = reinterpret_cast<unsigned char*>(out.data());
        stream.avail_out = static_cast<uInt>(out.size());
        const int status = inflate(&stream, Z_FINISH);
        inflateEnd(&stream);
        return status == Z_STREAM_END ? out : std::string {};
    }

    /// With the 15 digits that a spreadsheet keeps; versions of the library write 16 or 17.
    std::string spreadsheetNumber(const std::string& text)
    {
        std::array<char, 32> digits {};
        std::snprintf(digits.data(), digits.size(), "%.15g", std::strtod(text.c_str(), nullptr));
        return digits.data();
    }

    void replaceAll(std::string& text, std::string_view from, std::string_view to)
    {
        for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
            text.replace(at, from.size(), to);
    }

    /// XML writes control characters of a spreadsheet as _x000D_.
    std::string unescaped(std::string text)
    {
        constexpr std::array<std::array<std::string_view, 2>, 6> kEscapes {{{"&lt;", "<"}, {"&gt;", ">"},
            {"&quot;", "\""}, {"&apos;", "'"}, {"_x000D_", "\r"}, {"&amp;", "&"}}};
        for (const auto& [from, to] : kEscapes)
            replaceAll(text, from, to);
        return text;
    }

} // namespace

std::string xlsxPart(const std::filesystem::path& path, std::string_view name)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream buffer;
    buffer << file.rdbuf();
    const std::string zip = buffer.str();
    const auto end = zip.rfind("PK\x05\x06");
    if (end == std::string::npos)
        return {};
    std::size_t at = number(zip, end + 16, 4);
    for (std::uint32_t left = number(zip, end + 10, 2); left > 0; --left) {
        const std::size_t nameSize = number(zip, at + 28, 2);
        if (std::string_view(zip).substr(at + 46, nameSize) == name) {
            const std::size_t local = number(zip, at + 42, 4);
            const std::size_t data = local + 30 + number(zip, local + 26, 2) + number(zip, local + 28, 2);
            return inflated(
                std::string_view(zip).substr(data, number(zip, at + 20, 4)), number(zip, at + 24, 4));
        }
        at += 46 + nameSize + number(zip, at + 30, 2) + number(zip, at + 32, 2);
    }
    return {};
}

std::string pdfStreams(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    const std::string pdf((std::istreambuf_iterator<char>(file)), {});
    constexpr std::string_view kBegin = "stream\n";
    constexpr std::size_t kMostBytes = 1 << 20;
    std::string out;
    for (std::size_t at = pdf.find(kBegin); at != std::string::npos; at = pdf.find(kBegin, at + 1)) {
        z_stream stream {};
        inflateInit(&stream);
        std::string packed = pdf.substr(at + kBegin.size());
        std::string plain(kMostBytes, '\0');
        stream.next_in = reinterpret_cast<unsigned char*>(packed.data());
        stream.avail_in = static_cast<uInt>(packed.size());
        stream.next_out = reinterpret_cast<unsigned char*>(plain.data());
        stream.avail_out = static_cast<uInt>(plain.size());
        if (inflate(&stream, Z_FINISH) == Z_STREAM_END)
            out.append(plain, 0, plain.size() - stream.avail_out);
        inflateEnd(&stream);
    }
    return out;
}

std::string cellDump(const std::string& sheetXml)
{
    std::string dump;
    for (std::size_t at = sheetXml.find("<c r=\""); at != std::string::npos;
         at = sheetXml.find("<c r=\"", at + 1)) {
        const std::size_t tagEnd = sheetXml.find('>', at);
        if (sheetXml[tagEnd - 1] == '/')
            continue;
        const std::string cell = sheetXml.substr(at, sheetXml.find("</c>", at) - at);
        const std::string reference = cell.substr(6, cell.find('"', 6) - 6);
        const auto texts = textCells(cell);
        const std::size_t value = cell.find("<v>");
        if (!texts.empty())
            dump += reference + "\ttext\t" + texts.front() + "\n";
        else if (value != std::string::npos)
            dump += reference + "\tnumber\t" + spreadsheetNumber(cell.substr(value + 3)) + "\n";
    }
    return dump;
}

std::vector<std::string> textCells(const std::string& sheetXml)
{
    std::vector<std::string> cells;
    for (std::size_t at = sheetXml.find("<is><t"); at != std::string::npos;
         at = sheetXml.find("<is><t", at)) {
        const std::size_t begin = sheetXml.find('>', at + 4) + 1;
        const std::size_t end = sheetXml.find("</t>", begin);
        cells.push_back(unescaped(sheetXml.substr(begin, end - begin)));
        at = end;
    }
    return cells;
}

} // namespace guanwu::test
