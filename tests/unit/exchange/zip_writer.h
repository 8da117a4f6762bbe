#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace guanwu::test {

/// Writes zip archives, and archives that lie: every field of an entry can be set to what it should not be.
class ZipWriter {
public:
    struct Entry {
        std::string name;
        std::string packed;
        std::uint16_t method = 0;
        std::uint16_t flags = 0;
        std::uint32_t crc = 0;
        std::uint32_t size = 0;
        std::string localName; ///< as the local header has it
    };
    static Entry stored(std::string name, std::string_view content);
    static Entry deflated(std::string name, std::string_view content);
    /// `times` times the content, packed once: gigabytes in a moment.
    static Entry repeated(
        std::string name, std::string_view head, std::string_view content, std::uint32_t times);

    void add(const Entry& entry);
    /// An entry of the directory that points at bytes already written.
    void addDirectoryOnly(const Entry& entry, std::size_t offset);
    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }
    [[nodiscard]] std::string finish() const;

private:
    std::string m_bytes;
    std::string m_directory;
    std::uint16_t m_entries = 0;
};

using Parts = std::map<std::string, std::string>;

/// A workbook of one sheet, "Sheet1", with these parts over those that it needs; an empty part is left out.
[[nodiscard]] Parts xlsxParts(const std::string& sheetXml, const Parts& others = {});
/// <sheetData> with these rows as a whole sheet.
[[nodiscard]] std::string sheetXml(const std::string& rows);
[[nodiscard]] std::string stringsXml(const std::vector<std::string>& items);
/// content.xml of an .ods: the tables as XML, with the automatic styles before them.
[[nodiscard]] Parts odsParts(const std::string& tables, const std::string& styles = {});
[[nodiscard]] std::string zipOf(const Parts& parts);

} // namespace guanwu::test
