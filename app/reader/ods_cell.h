#pragma once

#include "app/reader/xml_part.h"

namespace guanwu {

inline constexpr std::string_view kOdfOffice = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
inline constexpr std::string_view kOdfTable = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
inline constexpr std::string_view kOdfStyle = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
inline constexpr std::string_view kOdfText = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

/// One cell of an OpenDocument table: its value as an attribute, and what is shown as paragraphs. Notes and
/// drawings that are anchored in the cell are no part of it.
class OdsCell {
public:
    void begin(const XmlElement& cell);
    void start(const XmlElement& element);
    void end(const XmlName& name);
    void text(std::string_view piece);
    [[nodiscard]] std::size_t size() const { return m_shown.size(); }
    /// What the cell says. Errors: those of numberText().
    [[nodiscard]] Result<std::string> take() const;

private:
    [[nodiscard]] Result<std::string> number() const;
    [[nodiscard]] std::string date() const;

    bool m_covered = false; ///< hidden under a merged cell
    std::string m_type;
    std::string m_value;
    std::string m_shown;
    bool m_anyParagraph = false;
    int m_paragraph = 0; ///< depth of elements in the paragraph; 0 = outside
    int m_passedOver = 0; ///< depth within a note or drawing; 0 = outside
};

} // namespace guanwu
