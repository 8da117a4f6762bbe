#include "reports/writers/pdf_document.h"

#include "reports/writers/document_blocks.h"
#include "reports/writers/pdf_file.h"
#include "reports/writers/report_head.h"

namespace guanwu {

namespace {

    // Points.
    constexpr double kTop = 79; ///< of the text
    constexpr double kBottom = 71;
    constexpr double kRunningHead = 50; ///< top of the line above the text
    constexpr double kTitleSize = 21;
    constexpr double kInfoSize = 9.5;
    constexpr double kTitleHeight = 52; ///< title and the lines below it, on the first page
    constexpr double kLineBelow = 14;
    constexpr double kHeight = BlockMaker::kPageHeight - kTop - kBottom;

    class PdfDocument final : public ReportWriter {
    public:
        PdfDocument(const Report& report, ReplacingFile& file)
            : m_report(report)
            , m_pdf(report, file, BlockMaker::kPageWidth, BlockMaker::kPageHeight)
            , m_blocks(m_pdf.context())
        {
        }

        void row(const ReportRow&) override { }

        void end(const ReportEnd& end) override
        {
            const ReportDocument& document = *m_report.document;
            for (const DocumentSection& section : document.sections)
                m_blocks.add(section);
            for (const CheckLine& check : end.checks)
                m_blocks.addCheck(check);
            m_blocks.addSignatures(m_report.signatures);
            m_blocks.addSymbol(m_report.anchor);
            addSources(document.figures);
            m_pdf.finish([this] { drawPages(); });
        }

    private:
        void addSources(const std::vector<CitedFigure>& figures)
        {
            if (figures.empty())
                return;
            DocumentTable table {
                {}, {{"编号", 6}, {"数字", 22}, {"出处（附表见同名电子表格）", 62}}, {}, false};
            for (std::size_t i = 0; i < figures.size(); ++i)
                table.rows.push_back(
                    {"[" + std::to_string(i + 1) + "]", figures[i].value, figures[i].source});
            m_blocks.add({"附：数字出处", {}, {std::move(table)}, {}});
        }

        void drawPages()
        {
            const auto& blocks = m_blocks.blocks();
            const auto starts = pageStarts(blocks, kHeight - kTitleHeight, kHeight);
            for (std::size_t page = 0; page < starts.size(); ++page) {
                drawHeadAndFoot(page + 1, starts.size());
                double y = kTop + (page == 0 ? kTitleHeight : 0);
                const std::size_t end = page + 1 < starts.size() ? starts[page + 1] : blocks.size();
                for (std::size_t i = starts[page]; i < end; ++i) {
                    if (i == starts[page] && page > 0 && blocks[i].again) {
                        blocks[i].again->draw(y);
                        y += blocks[i].again->height;
                    }
                    blocks[i].draw(y);
                    y += blocks[i].height;
                }
                m_pdf.context()->show_page();
            }
        }

        void drawHeadAndFoot(std::size_t page, std::size_t pages)
        {
            PdfText& text = m_blocks.text();
            const auto line = [](double top) {
                return Box {BlockMaker::kLeft, top, BlockMaker::kWidth, kLineBelow};
            };
            if (page == 1) {
                text.drawLine(m_report.title, {kTitleSize, TextSide::Centre, TextWeight::Bold},
                    {BlockMaker::kLeft, kTop - 20, BlockMaker::kWidth, 34});
                text.drawLine(preparerLine(m_report), {kInfoSize}, line(kTop + 28));
                text.drawLine(m_report.period + "　　" + moneyUnitLine(m_report),
                    {kInfoSize, TextSide::Right}, line(kTop + 28));
                rule(kTop + 46);
            } else {
                text.drawLine(m_report.title, {kInfoSize}, line(kRunningHead));
                text.drawLine(m_report.period, {kInfoSize, TextSide::Right}, line(kRunningHead));
                rule(kRunningHead + 17);
            }
            text.drawLine("第 " + std::to_string(page) + " 页　共 " + std::to_string(pages) + " 页",
                {kInfoSize, TextSide::Centre}, line(BlockMaker::kPageHeight - kBottom + 22));
        }

        void rule(double y)
        {
            m_pdf.context()->set_line_width(0.8);
            m_pdf.context()->move_to(BlockMaker::kLeft, y);
            m_pdf.context()->line_to(BlockMaker::kLeft + BlockMaker::kWidth, y);
            m_pdf.context()->stroke();
        }

        const Report& m_report;
        PdfFile m_pdf;
        BlockMaker m_blocks;
    };

} // namespace

std::unique_ptr<ReportWriter> makePdfDocument(const Report& report, ReplacingFile& file)
{
    return std::make_unique<PdfDocument>(report, file);
}

} // namespace guanwu
