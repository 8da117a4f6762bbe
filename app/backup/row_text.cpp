#include "app/backup/row_text.h"

#include "schema/bulk/statement_text.h"

namespace guanwu {

namespace {

    using namespace std::string_view_literals;

    constexpr std::string_view kSpecial = "\t\n\r\\\0"sv;
    constexpr std::string_view kEscapes = "tnr\\0"sv; ///< in the same order
    constexpr std::string_view kNull = "\\N";

    void appendEscaped(std::string& out, std::string_view text)
    {
        for (auto at = text.find_first_of(kSpecial); at != std::string_view::npos;
             at = text.find_first_of(kSpecial)) {
            out.append(text.substr(0, at)).append("\\");
            out += kEscapes[kSpecial.find(text[at])];
            text.remove_prefix(at + 1);
        }
        out.append(text);
    }

    bool readCell(std::string_view text, std::optional<std::string>& cell)
    {
        cell.reset();
        if (text == kNull)
            return true;
        std::string& out = cell.emplace();
        for (auto at = text.find('\\'); at != std::string_view::npos; at = text.find('\\')) {
            const auto escape = at + 1 < text.size() ? kEscapes.find(text[at + 1]) : std::string_view::npos;
            if (escape == std::string_view::npos)
                return false;
            out.append(text.substr(0, at));
            out += kSpecial[escape];
            text.remove_prefix(at + 2);
        }
        out.append(text);
        return true;
    }

} // namespace

void appendRowText(std::string& out, const RowStream& row, const RegistryTable& table)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const int column = static_cast<int>(i);
        if (i > 0)
            out += '\t';
        if (row.isNull(column))
            out.append(kNull);
        else if (table.kinds[i] == ColumnKind::Integer)
            appendInteger(out, row.integer(column));
        else
            appendEscaped(out, row.text(column));
    }
    out += '\n';
}

bool readRowText(std::string_view line, std::vector<std::optional<std::string>>& cells)
{
    cells.clear();
    while (true) {
        const auto end = line.find('\t');
        if (!readCell(line.substr(0, end), cells.emplace_back()))
            return false;
        if (end == std::string_view::npos)
            return true;
        line.remove_prefix(end + 1);
    }
}

} // namespace guanwu
