#pragma once

#include "reports/model/report.h"
#include "reports/writers/pdf_text.h"

#include <functional>
#include <memory>
#include <vector>

namespace guanwu {

/// A piece of a document that stands on one page.
struct DocumentBlock {
    double height = 0; ///< points
    bool staysWithNext = false; ///< a heading never ends a page
    std::function<void(double top)> draw;
    std::shared_ptr<const DocumentBlock> again; ///< drawn first where the block begins a page: headings of a table
};

/// Which blocks stand on which page: the first block of each. Blocks that stay with the next move on with it.
[[nodiscard]] std::vector<std::size_t> pageStarts(
    const std::vector<DocumentBlock>& blocks, double firstHeight, double height);

/// Makes blocks of the parts of a document. They draw into the context until it is finished.
class BlockMaker {
public:
    // Points on A4 portrait; margins as official papers have them (GB/T 9704: 28 mm left, 26 mm right).
    static constexpr double kPageWidth = 595.28;
    static constexpr double kPageHeight = 841.89;
    static constexpr double kLeft = 79.4;
    static constexpr double kWidth = kPageWidth - kLeft - 73.7;

    explicit BlockMaker(const Cairo::RefPtr<Cairo::Context>& context)
        : m_context(context)
        , m_text(context)
    {
    }

    void add(const DocumentSection& section);
    void addParagraph(const std::string& text);
    void addTable(const DocumentTable& table);
    void addCheck(const CheckLine& check);
    void addSymbol(const DocumentSymbol& symbol);
    /// Blank lines for names, side by side.
    void addSignatures(const std::vector<std::string>& fields);

    [[nodiscard]] const std::vector<DocumentBlock>& blocks() const { return m_blocks; }
    [[nodiscard]] PdfText& text() { return m_text; }

private:
    void addHeading(const std::string& text);
    void addCaption(const std::string& text);
    void addChart(const DocumentChart& chart);
    void addSpace(double height);
    /// Text over the whole width, with so much above it.
    void addText(const std::string& text, const TextStyle& style, double above, bool staysWithNext);
    [[nodiscard]] DocumentBlock tableRow(
        const DocumentTable& table, std::vector<std::string> cells, bool isHeading, bool isTotal);
    void drawBar(const ChartBar& bar, std::int64_t longest, double top);

    Cairo::RefPtr<Cairo::Context> m_context;
    PdfText m_text;
    std::vector<DocumentBlock> m_blocks;
};

} // namespace guanwu
