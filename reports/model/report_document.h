#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace guanwu {

/// A figure of a text, and where its lines are: a sheet of the report and what to look for on it.
struct CitedFigure {
    std::string value; ///< as the text prints it
    std::string source;
    std::string cell {}; ///< the figure of the report that opens its lines, as cellKeyText() says it; empty =
                         ///< none does

    bool operator==(const CitedFigure&) const = default;
};

struct DocumentColumn {
    std::string heading;
    double width = 10; ///< against the other columns
    bool isNumber = false; ///< stands to the right
};

struct DocumentTable {
    std::string caption;
    std::vector<DocumentColumn> columns;
    std::vector<std::vector<std::string>> rows;
    bool endsInTotal = false;
};

struct ChartBar {
    std::string name;
    std::int64_t length = 0; ///< against the other bars
    std::string value; ///< printed beside the bar
};

struct DocumentChart {
    std::string caption;
    std::vector<ChartBar> bars;
};

/// A square symbol with what it says below it; rows of modules, true = dark.
struct DocumentSymbol {
    std::string text;
    std::vector<std::vector<bool>> modules {};
};

struct DocumentSection {
    std::string heading;
    std::vector<std::string> paragraphs;
    std::vector<DocumentTable> tables;
    std::vector<DocumentChart> charts; ///< each below the table of its place
    DocumentSymbol symbol {}; ///< at the end
};

/// A report as a paper that is read from beginning to end. Its rows are then what stands behind the figures: they
/// fill the sheets of a spreadsheet, and the PDF holds the paper.
struct ReportDocument {
    std::vector<DocumentSection> sections;
    std::vector<CitedFigure> figures; ///< by number, from 1
};

/// Collects the figures of a document while its sentences are put together, in whatever order a compiler takes them,
/// and numbers them in the order in which they are read.
class Citations {
public:
    /// The figure with a mark behind it that settle() makes a number of.
    [[nodiscard]] std::string cite(std::string value, std::string source, std::string cell = {});
    /// Numbers the marks in the paragraphs of the document, and hands it the figures: 219 项[3].
    void settle(ReportDocument& document);

private:
    void number(std::string& text, std::vector<CitedFigure>& figures);

    std::vector<CitedFigure> m_cited; ///< as they came
    std::vector<std::size_t> m_numbers; ///< of each; 0 = not read yet
};

} // namespace guanwu
