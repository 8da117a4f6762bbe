#include "reports/books/book_head.h"
#include "reports/catalog.h"
#include "reports/model/columns.h"

#include <algorithm>

namespace guanwu {

namespace {

    class CardRows final : public RowSource {
    public:
        explicit CardRows(std::vector<CardRow> rows)
            : m_rows(std::move(rows))
        {
        }
        bool next(ReportRow& row) override
        {
            if (m_at == m_rows.size())
                return false;
            const CardRow& from = m_rows[m_at++];
            row.role = RowRole::Line;
            std::size_t column = 0;
            for (const std::string* text :
                {&from.part, &from.item, &from.content, &from.before, &from.after, &from.date, &from.by})
                setText(row.cells[column++], *text);
            return true;
        }

    private:
        std::vector<CardRow> m_rows;
        std::size_t m_at = 0;
    };

    /// A column of a part of the back.
    struct BackColumn {
        const char* heading;
        double width;
        std::string CardRow::*text;
    };

    struct BackPart {
        std::string_view part;
        std::vector<BackColumn> columns;
    };

    const std::vector<BackPart>& backParts()
    {
        using Row = CardRow;
        static const std::vector<BackPart> parts {
            {kCardChanges,
                {{"日期", 11, &Row::date}, {"变动项目", 14, &Row::item}, {"变动前", 18, &Row::before},
                    {"变动后", 18, &Row::after}, {"经办人", 9, &Row::by}, {"原因", 20, &Row::content}}},
            {kCardValues,
                {{"生效月份", 10, &Row::date}, {"项目", 14, &Row::item}, {"变动后原值", 14, &Row::after},
                    {"单据编号", 16, &Row::by}, {"原因", 30, &Row::content}}},
            {kCardRepairs,
                {{"日期", 11, &Row::date}, {"类别", 10, &Row::item}, {"部位", 16, &Row::before},
                    {"批准金额", 13, &Row::after}, {"申请号", 18, &Row::by},
                    {"批准文号", 18, &Row::content}}},
            {kCardDepreciation, {{"年度", 20, &Row::item}, {"折旧额", 20, &Row::content}}},
            {kCardDisposals,
                {{"日期", 11, &Row::date}, {"处置方式", 14, &Row::item}, {"状态", 9, &Row::before},
                    {"批复文号", 18, &Row::after}, {"单据编号", 16, &Row::by}, {"原因", 20, &Row::content}}},
        };
        return parts;
    }

    bool isAmount(CardAmount amount, std::string CardRow::*column)
    {
        switch (amount) {
        case CardAmount::None:
            return false;
        case CardAmount::Content:
            return column == &CardRow::content;
        case CardAmount::After:
            return column == &CardRow::after;
        case CardAmount::BeforeAndAfter:
            return column == &CardRow::before || column == &CardRow::after;
        }
        return false;
    }

    std::string printed(const CardRow& row, std::string CardRow::*column)
    {
        const std::string& text = row.*column;
        const auto amount = isAmount(row.amount, column) && !text.empty() ? Money::parseYuan(text)
                                                                          : fail(ErrorCode::NotFound, "");
        return amount ? printedText(*amount, MoneyUnit::Yuan) : text;
    }

    /// Two fields in a row, block after block.
    std::vector<DocumentTable> frontOf(const std::vector<CardRow>& rows)
    {
        std::vector<DocumentTable> out;
        for (const CardRow& row : rows) {
            if (!row.part.starts_with(kCardFront))
                continue;
            const std::string block = row.part.substr(kCardFront.size());
            if (out.empty() || out.back().caption != block)
                out.push_back({block, {{"项目", 13}, {"内容", 24}, {"项目", 13}, {"内容", 24}}, {}, false});
            auto& lines = out.back().rows;
            if (lines.empty() || lines.back().size() == out.back().columns.size())
                lines.emplace_back();
            lines.back().push_back(row.item);
            lines.back().push_back(printed(row, &CardRow::content));
        }
        for (DocumentTable& table : out)
            table.rows.back().resize(table.columns.size());
        return out;
    }

    std::vector<DocumentTable> backOf(const std::vector<CardRow>& rows)
    {
        std::vector<DocumentTable> out;
        for (const BackPart& part : backParts()) {
            DocumentTable table;
            table.caption = part.part.substr(part.part.rfind("：") + std::string_view("：").size());
            for (const BackColumn& column : part.columns)
                table.columns.push_back({column.heading, column.width, false});
            for (const CardRow& row : rows) {
                if (row.part != part.part)
                    continue;
                std::vector<std::string>& line = table.rows.emplace_back();
                for (const BackColumn& column : part.columns)
                    line.push_back(printed(row, column.text));
            }
            if (!table.rows.empty())
                out.push_back(std::move(table));
        }
        return out;
    }

} // namespace

StreamedReport cardReport(
    const BookHead& head, const std::string& name, std::vector<CardRow> rows, CardTag tag)
{
    Report report = reportOfBooks(std::string(kCardReport.titleZh), head);
    report.columns = {textColumn("栏目", 16), textColumn("项目", 16), textColumn("内容", 30),
        textColumn("变动前", 20), textColumn("变动后", 20), textColumn("日期", 12), textColumn("经办人", 10)};
    ReportDocument paper;
    paper.sections.push_back({"正面　" + name, {}, frontOf(rows), {}, {}});
    paper.sections.push_back({"背面", {}, backOf(rows), {}, {}});
    if (paper.sections.back().tables.empty())
        paper.sections.back().paragraphs.emplace_back("没有变动、维修、折旧和处置记录。");
    if (!tag.symbol.empty())
        paper.sections.push_back({"标签", {}, {}, {}, {std::move(tag.code), std::move(tag.symbol)}});
    report.document = std::move(paper);
    return {std::move(report), std::make_unique<CardRows>(std::move(rows))};
}

} // namespace guanwu
