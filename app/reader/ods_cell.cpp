#include "app/reader/ods_cell.h"

#include "app/exchange/tables/table_reader.h"
#include "app/reader/cell_text.h"
#include "core/base/text.h"

#include <algorithm>
#include <charconv>

namespace guanwu {

namespace {

    /// "2022-03" and "2022年3月" show no day; two runs of digits tell.
    bool showsMonthOnly(std::string_view shown)
    {
        int runs = 0;
        bool inRun = false;
        for (const char c : shown) {
            runs += isDigit(c) && !inRun ? 1 : 0;
            inRun = isDigit(c);
        }
        return runs == 2 && shown.size() >= 6 && std::all_of(shown.begin(), shown.begin() + 4, isDigit);
    }

    std::size_t blanks(const XmlElement& element)
    {
        const std::string_view text = element.attribute(kOdfText, "c");
        std::size_t count = 1;
        std::from_chars(text.data(), text.data() + text.size(), count);
        return std::min(count, kMaxRowBytes);
    }

} // namespace

void OdsCell::begin(const XmlElement& cell)
{
    *this = OdsCell();
    m_covered = cell.name.local == "covered-table-cell";
    m_type = cell.attribute(kOdfOffice, "value-type");
    const char* attribute = m_type == "date" ? "date-value"
        : m_type == "time"                   ? "time-value"
        : m_type == "boolean"                ? "boolean-value"
        : m_type == "string"                 ? "string-value"
                                             : "value";
    m_value = cell.attribute(kOdfOffice, attribute);
}

void OdsCell::start(const XmlElement& element)
{
    const XmlName& name = element.name;
    if (m_passedOver > 0) {
        ++m_passedOver;
    } else if (m_paragraph > 0) {
        ++m_paragraph;
        if (name.space == kOdfText && name.local == "s")
            m_shown.append(m_shown.size() > kMaxRowBytes ? 0 : blanks(element), ' ');
        else if (name.space == kOdfText && name.local == "tab")
            m_shown += '\t';
        else if (name.space == kOdfText && name.local == "line-break")
            m_shown += '\n';
        else if (name.space != kOdfText || name.local == "note" || name.local == "ruby-text")
            m_passedOver = 1;
    } else if (name.space == kOdfText && name.local == "p") {
        m_paragraph = 1;
        if (m_anyParagraph)
            m_shown += '\n';
        m_anyParagraph = true;
    } else {
        m_passedOver = 1;
    }
}

void OdsCell::end(const XmlName&)
{
    if (m_passedOver > 0 && --m_passedOver > 0)
        return;
    if (m_paragraph > 0)
        --m_paragraph;
}

void OdsCell::text(std::string_view piece)
{
    if (m_paragraph > 0 && m_passedOver == 0)
        m_shown += piece;
}

Result<std::string> OdsCell::number() const
{
    auto text = numberText(m_value);
    if (!text || m_shown.size() <= text->size())
        return text;
    // 00123: a code typed as a number and shown with its zeros.
    const std::size_t zeros = m_shown.size() - text->size();
    const bool padded = std::all_of(m_shown.begin(), m_shown.end(), isDigit)
        && std::string_view(m_shown).substr(zeros) == *text && m_shown.find_first_not_of('0') >= zeros;
    return padded ? Result<std::string>(m_shown) : text;
}

std::string OdsCell::date() const
{
    const std::string text = isoDateText(m_value);
    return text.size() == 10 && text.ends_with("-01") && showsMonthOnly(m_shown) ? text.substr(0, 7) : text;
}

Result<std::string> OdsCell::take() const
{
    if (m_covered)
        return std::string();
    if (m_type == "float" || m_type == "currency" || m_type == "percentage")
        return number();
    if (m_type == "date")
        return date();
    if (m_type == "time")
        return isoDurationText(m_value);
    if (m_type == "boolean")
        return std::string(m_value == "true" ? "TRUE" : "FALSE");
    return m_anyParagraph ? m_shown : m_value;
}

} // namespace guanwu
