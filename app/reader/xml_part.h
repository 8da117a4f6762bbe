#pragma once

#include "app/reader/zip_archive.h"

#include <optional>

namespace guanwu {

/// A name with the namespace it belongs to; two programs may write the same element with different prefixes.
struct XmlName {
    std::string_view space;
    std::string_view local;
};

struct XmlElement {
    XmlName name;
    const char** attributes = nullptr; ///< name, value, name, value, ..., nullptr, as expat gives them

    /// The value of the first attribute with that local name, or of that name in that namespace; empty when
    /// absent.
    [[nodiscard]] std::string_view attribute(std::string_view local) const;
    [[nodiscard]] std::string_view attribute(std::string_view space, std::string_view local) const;
};

/// Takes the elements of one part as they come. What stands in views is gone after the call.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void start(const XmlElement& element) = 0;
    virtual void end(const XmlName& name) = 0;
    /// Text may come in any number of pieces.
    virtual void text(std::string_view) { }

    /// Ends the reading with this error; the first one counts.
    void refuse(std::string_view subject, std::string detail)
    {
        if (!m_error)
            m_error = Error {ErrorCode::InvalidArgument, std::string(subject), std::move(detail)};
    }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    std::optional<Error> m_error;
};

/// Reads a part to its end. Errors: those of ZipPart, of the handler, table.doctype, table.damaged (detail:
/// the entry's name).
[[nodiscard]] Result<void> parseXml(const ZipEntry& entry, ZipPart& part, XmlHandler& handler);
[[nodiscard]] Result<void> parseXml(const ZipEntry& entry, InflateBudget& budget, XmlHandler& handler);

} // namespace guanwu
