#include "reports/model/report_document.h"

namespace guanwu {

namespace {

    // Control characters, which no text of the registry holds.
    constexpr char kMarkBegin = '\x02';
    constexpr char kMarkEnd = '\x03';

} // namespace

std::string Citations::cite(std::string value, std::string source, std::string cell)
{
    std::string marked = value + kMarkBegin + std::to_string(m_cited.size()) + kMarkEnd;
    m_cited.push_back({std::move(value), std::move(source), std::move(cell)});
    return marked;
}

void Citations::settle(ReportDocument& document)
{
    m_numbers.assign(m_cited.size(), 0);
    for (DocumentSection& section : document.sections)
        for (std::string& paragraph : section.paragraphs)
            number(paragraph, document.figures);
}

void Citations::number(std::string& text, std::vector<CitedFigure>& figures)
{
    for (std::size_t begin = text.find(kMarkBegin); begin != std::string::npos; begin = text.find(kMarkBegin, begin)) {
        const std::size_t end = text.find(kMarkEnd, begin);
        const std::size_t cited = std::stoul(text.substr(begin + 1, end - begin - 1));
        std::size_t& known = m_numbers.at(cited);
        if (known == 0) {
            figures.push_back(m_cited[cited]);
            known = figures.size();
        }
        text.replace(begin, end - begin + 1, "[" + std::to_string(known) + "]");
    }
}

} // namespace guanwu
