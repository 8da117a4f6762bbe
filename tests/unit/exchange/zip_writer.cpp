#include "tests/unit/exchange/zip_writer.h"

#include <stdexcept>
#include <zlib.h>

namespace guanwu::test {

namespace {

    void put16(std::string& out, std::size_t value)
    {
        out += static_cast<char>(value & 0xFFU);
        out += static_cast<char>(value >> 8U & 0xFFU);
    }

    void put32(std::string& out, std::size_t value)
    {
        put16(out, value);
        put16(out, value >> 16U);
    }

    std::uint32_t crcOf(std::string_view content)
    {
        return static_cast<std::uint32_t>(
            ::crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size())));
    }

    /// One raw deflate run; Z_FULL_FLUSH leaves the stream open at a byte that any other run may follow.
    std::string deflateRun(std::string_view content, int flush)
    {
        z_stream stream {};
        if (::deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
            throw std::runtime_error("deflateInit2");
        std::string out(::deflateBound(&stream, content.size()) + 64, '\0');
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
        stream.avail_in = static_cast<uInt>(content.size());
        stream.next_out = reinterpret_cast<Bytef*>(out.data());
        stream.avail_out = static_cast<uInt>(out.size());
        ::deflate(&stream, flush);
        out.resize(out.size() - stream.avail_out);
        ::deflateEnd(&stream);
        return out;
    }

    /// The fields that the local header and the directory share.
    void putShared(std::string& out, const ZipWriter::Entry& entry, std::size_t nameSize)
    {
        put16(out, 20);
        put16(out, entry.flags);
        put16(out, entry.method);
        put32(out, 0); // time and date
        put32(out, entry.crc);
        put32(out, entry.packed.size());
        put32(out, entry.size);
        put16(out, nameSize);
        put16(out, 0);
    }

    const std::string kRelations = R"(<Relationships xmlns="urn:package">)";

} // namespace

ZipWriter::Entry ZipWriter::stored(std::string name, std::string_view content)
{
    return {
        name, std::string(content), 0, 0, crcOf(content), static_cast<std::uint32_t>(content.size()), name};
}

ZipWriter::Entry ZipWriter::deflated(std::string name, std::string_view content)
{
    Entry entry = stored(std::move(name), content);
    entry.packed = deflateRun(content, Z_FINISH);
    entry.method = 8;
    return entry;
}

ZipWriter::Entry ZipWriter::repeated(
    std::string name, std::string_view head, std::string_view content, std::uint32_t times)
{
    Entry entry {name, deflateRun(head, Z_FULL_FLUSH), 8, 0, crcOf(head), 0, name};
    const std::string run = deflateRun(content, Z_FULL_FLUSH);
    const std::uint32_t crc = crcOf(content);
    for (std::uint32_t i = 0; i < times; ++i) {
        entry.packed += run;
        entry.crc = static_cast<std::uint32_t>(
            ::crc32_combine(entry.crc, crc, static_cast<z_off_t>(content.size())));
    }
    entry.packed += deflateRun({}, Z_FINISH);
    entry.size = static_cast<std::uint32_t>(head.size() + content.size() * times);
    return entry;
}

void ZipWriter::add(const Entry& entry)
{
    const std::size_t offset = m_bytes.size();
    m_bytes += "PK\x03\x04";
    putShared(m_bytes, entry, entry.localName.size());
    m_bytes += entry.localName;
    m_bytes += entry.packed;
    addDirectoryOnly(entry, offset);
}

void ZipWriter::addDirectoryOnly(const Entry& entry, std::size_t offset)
{
    m_directory += "PK\x01\x02";
    put16(m_directory, 20);
    putShared(m_directory, entry, entry.name.size());
    put16(m_directory, 0); // comment
    put16(m_directory, 0); // disk
    put16(m_directory, 0);
    put32(m_directory, 0); // attributes
    put32(m_directory, offset);
    m_directory += entry.name;
    ++m_entries;
}

std::string ZipWriter::finish() const
{
    std::string out = m_bytes + m_directory + "PK\x05\x06";
    put32(out, 0);
    put16(out, m_entries);
    put16(out, m_entries);
    put32(out, m_directory.size());
    put32(out, m_bytes.size());
    put16(out, 0);
    return out;
}

Parts xlsxParts(const std::string& sheet, const Parts& others)
{
    Parts parts {
        {"[Content_Types].xml", "<Types/>"},
        {"_rels/.rels",
            kRelations
                + R"(<Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>)"},
        {"xl/_rels/workbook.xml.rels",
            kRelations
                + R"(<Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>)"
                  R"(<Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/>)"
                  R"(<Relationship Id="r3" Type="x/styles" Target="/xl/styles.xml"/></Relationships>)"},
        {"xl/workbook.xml",
            R"(<workbook xmlns="urn:m" xmlns:r="urn:r"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>)"},
        {"xl/worksheets/sheet1.xml", sheet},
    };
    for (const auto& [name, content] : others)
        parts[name] = content;
    std::erase_if(parts, [](const auto& part) { return part.second.empty(); });
    return parts;
}

std::string sheetXml(const std::string& rows)
{
    return R"(<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="urn:m"><sheetData>)" + rows
        + "</sheetData></worksheet>";
}

std::string stringsXml(const std::vector<std::string>& items)
{
    std::string out = R"(<sst xmlns="urn:m">)";
    for (const std::string& item : items)
        out += "<si>" + item + "</si>";
    return out + "</sst>";
}

Parts odsParts(const std::string& tables, const std::string& styles)
{
    const std::string content
        = R"(<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0")"
          R"( xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0")"
          R"( xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0")"
          R"( xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:x="urn:other">)"
          "<office:automatic-styles>"
        + styles + "</office:automatic-styles><office:body><office:spreadsheet>" + tables
        + "</office:spreadsheet></office:body></office:document-content>";
    return {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", content},
        {"META-INF/manifest.xml", "<manifest/>"}};
}

std::string zipOf(const Parts& parts)
{
    ZipWriter zip;
    for (const auto& [name, content] : parts)
        zip.add(content.size() < 100 ? ZipWriter::stored(name, content) : ZipWriter::deflated(name, content));
    return zip.finish();
}

} // namespace guanwu::test
