#include "app/reader/xlsx_sheet.h"

#include "app/reader/cell_place.h"
#include "app/reader/formula_list.h"

#include <charconv>

namespace guanwu {

namespace {

    constexpr std::size_t kMaxColumns = 16'384; // XFD

    struct SheetContext {
        const std::string& name;
        const XlsxStrings& strings;
        const std::vector<NumberFormat>& formats;
        bool epoch1904 = false;
    };

    template <class T> bool parseWhole(std::string_view text, T& value)
    {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        return error == std::errc() && end == text.data() + text.size();
    }

    class SheetHandler final : public XmlHandler {
    public:
        SheetHandler(const SheetContext& context, const ZipPart& part, RowSink& sink)
            : m_context(context)
            , m_part(part)
            , m_sink(sink)
        {
        }

        void start(const XmlElement& element) override
        {
            const std::string_view name = element.name.local;
            if (name == "sheetData")
                m_inData = true;
            if (!m_inData)
                return;
            if (m_inCell)
                startInCell(name);
            else if (name == "c")
                startCell(element);
            else if (name == "row")
                startRow(element);
        }

        void end(const XmlName& name) override
        {
            if (!m_inData)
                return;
            if (m_inCell && name.local == "c")
                endCell();
            else if (m_inCell)
                endInCell(name.local);
            else if (name.local == "row")
                check(m_sink.endRow(m_row, 1, m_part.position()));
            else if (name.local == "sheetData")
                m_inData = false;
        }

        void text(std::string_view piece) override
        {
            if (m_inValue)
                m_value += piece;
            else if (m_inCell)
                m_inline.text(piece);
            if (m_value.size() > kMaxRowBytes)
                refuse("table.record_too_long", std::to_string(m_row));
        }

        [[nodiscard]] const FormulaList& formulas() const { return m_formulas; }

    private:
        void startRow(const XmlElement& element)
        {
            const std::string_view number = element.attribute("r");
            std::int64_t row = m_row + 1;
            if ((!number.empty() && !parseWhole(number, row)) || row <= m_row || row > RowSink::kMaxRow)
                return refuse("table.damaged", m_context.name);
            m_row = row;
            m_nextColumn = 0;
        }

        void startCell(const XmlElement& element)
        {
            m_inCell = true;
            m_value.clear();
            m_inline.clear();
            m_type = element.attribute("t");
            m_format = {};
            if (const std::string_view style = element.attribute("s"); !style.empty()) {
                std::size_t index = 0;
                if (!parseWhole(style, index))
                    return refuse("table.damaged", m_context.name);
                if (index < m_context.formats.size())
                    m_format = m_context.formats[index];
            }
            if (const std::string_view place = element.attribute("r"); !place.empty() && !takePlace(place))
                return refuse("table.damaged", m_context.name + '!' + std::string(place));
            m_column = m_nextColumn++;
            if (m_column >= kMaxColumns)
                refuse("table.damaged", m_context.name);
        }

        /// "C7" sets the column; the row has to be the one that we are in.
        bool takePlace(std::string_view place)
        {
            std::size_t column = 0;
            std::size_t letters = 0;
            for (; letters < place.size() && place[letters] >= 'A' && place[letters] <= 'Z' && letters < 4;
                 ++letters)
                column = column * 26 + static_cast<std::size_t>(place[letters] - 'A') + 1;
            std::int64_t row = 0;
            if (column == 0 || !parseWhole(place.substr(letters), row) || row != m_row)
                return false;
            m_nextColumn = column - 1;
            return true;
        }

        void startInCell(std::string_view name)
        {
            if (name == "f")
                m_formulas.add(place());
            else if (name == "v")
                m_inValue = true;
            else
                m_inline.start(name);
        }
        void endInCell(std::string_view name)
        {
            if (name == "v")
                m_inValue = false;
            else
                m_inline.end(name);
        }

        void endCell()
        {
            m_inCell = false;
            m_inValue = false;
            if (m_type == "inlineStr")
                return put(m_inline.take());
            if (m_value.empty())
                return;
            if (m_type == "s") {
                std::size_t index = 0;
                const auto text = parseWhole(m_value, index) ? m_context.strings.at(index) : std::nullopt;
                return text ? put(*text) : refuse("table.damaged", place());
            }
            if (m_type == "b")
                return put(m_value == "1" ? "TRUE" : "FALSE");
            if (m_type == "d")
                return put(isoDateText(m_value));
            if (m_type == "str" || m_type == "e")
                return put(m_value);
            const auto text = formattedNumber(m_value, m_format, m_context.epoch1904);
            return text ? put(*text) : refuse(text.error().subject, place());
        }

        void put(std::string_view text) { check(m_sink.cell(m_row, m_column, text)); }
        void check(const Result<void>& outcome)
        {
            if (!outcome)
                refuse(outcome.error().subject, outcome.error().detail);
        }
        [[nodiscard]] std::string place() const { return cellPlace(m_context.name, m_column, m_row); }

        const SheetContext& m_context;
        const ZipPart& m_part;
        RowSink& m_sink;
        bool m_inData = false;
        bool m_inCell = false;
        bool m_inValue = false;
        std::int64_t m_row = 0;
        std::size_t m_column = 0;
        std::size_t m_nextColumn = 0;
        std::string m_type;
        NumberFormat m_format;
        std::string m_value;
        XlsxRichText m_inline;
        FormulaList m_formulas;
    };

    /// Whether a cell of the sheet holds something.
    class ContentFinder final : public XmlHandler {
    public:
        void start(const XmlElement& element) override
        {
            hasContent = hasContent || element.name.local == "v" || element.name.local == "is";
        }
        void end(const XmlName&) override { }

        bool hasContent = false;
    };

    /// A sheet that cannot be read counts as one with content: it is told, not refused.
    bool hasContent(const XlsxSheet& sheet, InflateBudget& budget)
    {
        ContentFinder finder;
        return !parseXml(*sheet.part, budget, finder) || finder.hasContent;
    }

} // namespace

Result<void> readXlsx(const ZipArchive& archive, InflateBudget& budget, RowSink& sink)
{
    const auto workbook = readXlsxWorkbook(archive, budget);
    if (!workbook)
        return fail(workbook.error());
    std::vector<NumberFormat> formats;
    if (workbook->styles) {
        auto read = readXlsxFormats(*workbook->styles, budget);
        if (!read)
            return fail(read.error());
        formats = std::move(*read);
    }
    XlsxStrings strings;
    if (workbook->strings) {
        auto read = XlsxStrings::read(*workbook->strings, budget);
        if (!read)
            return fail(read.error());
        strings = std::move(*read);
    }
    for (const XlsxSheet& sheet : workbook->sheets) {
        if (sink.hasRows()) {
            if (hasContent(sheet, budget))
                sink.leaveOut(sheet.name);
            continue;
        }
        ZipPart part(*sheet.part, budget);
        const SheetContext context {sheet.name, strings, formats, workbook->epoch1904};
        SheetHandler handler(context, part, sink);
        if (const auto read = parseXml(*sheet.part, part, handler); !read)
            return read;
        if (auto values = handler.formulas().verdict(); !values)
            return values;
    }
    return sink.hasRows() ? Result<void> {} : fail(ErrorCode::InvalidArgument, "table.empty");
}

} // namespace guanwu
