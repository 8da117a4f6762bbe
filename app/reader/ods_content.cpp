#include "app/reader/ods_content.h"

#include "app/reader/cell_place.h"
#include "app/reader/formula_list.h"
#include "app/reader/ods_cell.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace guanwu {

namespace {

    /// Whether the manifest says that parts are encrypted.
    class ManifestHandler final : public XmlHandler {
    public:
        void start(const XmlElement& element) override
        {
            if (element.name.local == "encryption-data")
                refuse("table.protected", {});
        }
        void end(const XmlName&) override { }
    };

    class ContentHandler final : public XmlHandler {
    public:
        ContentHandler(const ZipPart& part, RowSink& sink)
            : m_part(part)
            , m_sink(sink)
        {
        }

        void start(const XmlElement& element) override
        {
            const XmlName& name = element.name;
            if (m_inCell) {
                ++m_cellDepth;
                m_cell.start(element);
            } else if (name.space == kOdfTable) {
                startTablePart(element);
            } else if (name.space == kOdfStyle) {
                startStyle(element);
            } else if (name.space == kOdfOffice && name.local == "spreadsheet") {
                isSpreadsheet = true;
            }
        }

        void end(const XmlName& name) override
        {
            if (m_inCell && m_cellDepth-- > 0)
                return m_cell.end(name);
            if (name.space != kOdfTable)
                return;
            if (m_inCell)
                endCell();
            else if (name.local == "table-row" && m_inTable)
                endRow();
            else if (name.local == "table")
                m_inTable = false;
        }

        void text(std::string_view piece) override
        {
            if (!m_inCell)
                return;
            m_cell.text(piece);
            if (m_cell.size() > kMaxRowBytes)
                refuse("table.record_too_long", std::to_string(m_row));
        }

        [[nodiscard]] const FormulaList& formulas() const { return m_formulas; }
        bool isSpreadsheet = false;

    private:
        void startStyle(const XmlElement& element)
        {
            if (element.name.local == "style")
                m_style = element.attribute(kOdfStyle, "name");
            else if (element.name.local == "table-properties"
                && element.attribute(kOdfTable, "display") == "false")
                m_hiddenStyles.insert(m_style);
        }

        void startTablePart(const XmlElement& element)
        {
            const std::string_view name = element.name.local;
            if (name == "table") {
                const bool isShown = m_hiddenStyles.count(element.attribute(kOdfTable, "style-name")) == 0;
                m_inTable = isShown && !m_sink.hasRows();
                m_mayBeLeftOut = isShown && m_sink.hasRows();
                m_name = element.attribute(kOdfTable, "name");
                m_row = 1;
            } else if (name == "table-source" || name == "dde-link") {
                refuse("table.external_links", m_name);
            } else if (m_mayBeLeftOut && name == "table-cell"
                && !element.attribute(kOdfOffice, "value-type").empty()) {
                m_sink.leaveOut(m_name);
                m_mayBeLeftOut = false;
            } else if (m_inTable && name == "table-row") {
                m_rowRepeat = repeat(element, "number-rows-repeated");
                m_column = 0;
            } else if (m_inTable && (name == "table-cell" || name == "covered-table-cell")) {
                m_inCell = true;
                m_cellDepth = 0;
                m_cell.begin(element);
                m_columnRepeat = repeat(element, "number-columns-repeated");
                if (!element.attribute(kOdfTable, "formula").empty())
                    m_formulas.add(place());
            }
        }

        std::int64_t repeat(const XmlElement& element, std::string_view attribute)
        {
            const std::string_view text = element.attribute(kOdfTable, attribute);
            std::int64_t count = 1;
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
            const bool whole = text.empty() || (error == std::errc() && end == text.data() + text.size());
            if (!whole || count < 1 || count > RowSink::kMaxRow)
                refuse("table.damaged", m_name);
            return std::clamp<std::int64_t>(count, 1, RowSink::kMaxRow);
        }

        void endCell()
        {
            m_inCell = false;
            const auto text = m_cell.take();
            if (!text)
                return refuse(text.error().subject, place());
            for (std::int64_t i = 0; !text->empty() && i < m_columnRepeat && !error(); ++i)
                check(m_sink.cell(m_row, m_column + static_cast<std::size_t>(i), *text));
            // A row holds at most so many columns; beyond, there is only the blank rest of a line.
            m_column = std::min<std::size_t>(
                m_column + static_cast<std::size_t>(m_columnRepeat), RowSink::kMaxRow);
        }

        void endRow()
        {
            check(m_sink.endRow(m_row, m_rowRepeat, m_part.position()));
            m_row = std::min(m_row + m_rowRepeat, RowSink::kMaxRow + 1);
        }

        void check(const Result<void>& outcome)
        {
            if (!outcome)
                refuse(outcome.error().subject, outcome.error().detail);
        }
        [[nodiscard]] std::string place() const { return cellPlace(m_name, m_column, m_row); }

        const ZipPart& m_part;
        RowSink& m_sink;
        std::set<std::string, std::less<>> m_hiddenStyles; ///< of tables that are not shown
        std::string m_style;
        std::string m_name;
        bool m_inTable = false;
        bool m_mayBeLeftOut = false; ///< in a table after the one that is read, without content so far
        bool m_inCell = false;
        int m_cellDepth = 0; ///< of elements within the cell
        OdsCell m_cell;
        std::int64_t m_row = 1;
        std::int64_t m_rowRepeat = 1;
        std::size_t m_column = 0;
        std::int64_t m_columnRepeat = 1;
        FormulaList m_formulas;
    };

} // namespace

Result<void> readOds(const ZipArchive& archive, InflateBudget& budget, RowSink& sink)
{
    if (const ZipEntry* manifest = archive.find("META-INF/manifest.xml")) {
        ManifestHandler handler;
        if (const auto read = parseXml(*manifest, budget, handler); !read)
            return read;
    }
    const ZipEntry* content = archive.find("content.xml");
    if (!content)
        return fail(ErrorCode::InvalidArgument, "table.not_spreadsheet");
    ZipPart part(*content, budget);
    ContentHandler handler(part, sink);
    if (const auto read = parseXml(*content, part, handler); !read)
        return read;
    if (auto values = handler.formulas().verdict(); !values)
        return values;
    if (!handler.isSpreadsheet)
        return fail(ErrorCode::InvalidArgument, "table.not_spreadsheet");
    if (!sink.hasRows())
        return fail(ErrorCode::InvalidArgument, "table.empty");
    return {};
}

} // namespace guanwu
