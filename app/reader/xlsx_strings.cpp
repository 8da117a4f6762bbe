#include "app/reader/xlsx_workbook.h"

#include <charconv>

namespace guanwu {

namespace {

    constexpr std::size_t kEscapeSize = 7; // _xHHHH_

    /// The character of an escape at the start of `text`; nothing when it is none, or stands for no character
    /// of text.
    std::optional<unsigned> escaped(std::string_view text)
    {
        if (text.size() < kEscapeSize || !text.starts_with("_x") || text[kEscapeSize - 1] != '_')
            return std::nullopt;
        unsigned code = 0;
        const auto [end, error] = std::from_chars(text.data() + 2, text.data() + 6, code, 16);
        const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
        if (error != std::errc() || end != text.data() + 6 || code == 0 || surrogate)
            return std::nullopt;
        return code;
    }

    void appendUtf8(std::string& out, unsigned code)
    {
        if (code < 0x80) {
            out += static_cast<char>(code);
        } else if (code < 0x800) {
            out += static_cast<char>(0xC0 | code >> 6U);
            out += static_cast<char>(0x80 | (code & 0x3FU));
        } else {
            out += static_cast<char>(0xE0 | code >> 12U);
            out += static_cast<char>(0x80 | (code >> 6U & 0x3FU));
            out += static_cast<char>(0x80 | (code & 0x3FU));
        }
    }

    class StringsHandler final : public XmlHandler {
    public:
        void start(const XmlElement& element) override
        {
            if (element.name.local == "si")
                m_text.clear();
            else
                m_text.start(element.name.local);
        }
        void end(const XmlName& name) override
        {
            if (name.local == "si")
                strings.add(m_text.take());
            else
                m_text.end(name.local);
        }
        void text(std::string_view piece) override { m_text.text(piece); }

        XlsxStrings strings;

    private:
        XlsxRichText m_text;
    };

    /// The formats of <cellXfs>, of which custom ones are spelt out in <numFmts>.
    class FormatHandler final : public XmlHandler {
    public:
        void start(const XmlElement& element) override
        {
            const std::string_view name = element.name.local;
            if (name == "numFmts" || name == "cellXfs") {
                m_within = name;
            } else if (m_within == "numFmts" && name == "numFmt") {
                m_custom.emplace_back(idOf(element), parseFormat(element.attribute("formatCode")));
            } else if (m_within == "cellXfs" && name == "xf") {
                formats.push_back(formatOf(idOf(element)));
            }
        }
        void end(const XmlName& name) override
        {
            if (name.local == m_within)
                m_within.clear();
        }

        std::vector<NumberFormat> formats;

    private:
        static long idOf(const XmlElement& element)
        {
            const std::string_view text = element.attribute("numFmtId");
            long id = 0;
            std::from_chars(text.data(), text.data() + text.size(), id);
            return id;
        }
        [[nodiscard]] NumberFormat formatOf(long id) const
        {
            for (const auto& [known, format] : m_custom)
                if (known == id)
                    return format;
            return builtInFormat(id);
        }

        std::string m_within;
        std::vector<std::pair<long, NumberFormat>> m_custom;
    };

} // namespace

void XlsxRichText::start(std::string_view element)
{
    if (element == "rPh")
        m_inReadingAid = true;
    else if (element == "t")
        m_inText = true;
}

void XlsxRichText::end(std::string_view element)
{
    if (element == "rPh")
        m_inReadingAid = false;
    else if (element == "t")
        m_inText = false;
}

void XlsxRichText::text(std::string_view piece)
{
    if (m_inText && !m_inReadingAid)
        m_text += piece;
}

std::string_view XlsxRichText::take()
{
    auto at = m_text.find("_x");
    if (at == std::string::npos)
        return m_text;
    std::string plain;
    std::string_view rest = m_text;
    for (; at != std::string_view::npos; at = rest.find("_x")) {
        const auto code = escaped(rest.substr(at));
        plain += rest.substr(0, code ? at : at + 2);
        if (code)
            appendUtf8(plain, *code);
        rest.remove_prefix(code ? at + kEscapeSize : at + 2);
    }
    plain += rest;
    m_text = std::move(plain);
    return m_text;
}

Result<XlsxStrings> XlsxStrings::read(const ZipEntry& part, InflateBudget& budget)
{
    StringsHandler handler;
    if (const auto read = parseXml(part, budget, handler); !read)
        return fail(read.error());
    return std::move(handler.strings);
}

void XlsxStrings::add(std::string_view text)
{
    m_text += text;
    m_ends.push_back(static_cast<std::uint32_t>(m_text.size()));
}

std::optional<std::string_view> XlsxStrings::at(std::size_t index) const
{
    if (index >= m_ends.size())
        return std::nullopt;
    const std::size_t begin = index == 0 ? 0 : m_ends[index - 1];
    return std::string_view(m_text).substr(begin, m_ends[index] - begin);
}

Result<std::vector<NumberFormat>> readXlsxFormats(const ZipEntry& part, InflateBudget& budget)
{
    FormatHandler handler;
    if (const auto read = parseXml(part, budget, handler); !read)
        return fail(read.error());
    return std::move(handler.formats);
}

} // namespace guanwu
