#include "tests/architecture/source_text.h"

#include <algorithm>
#include <cctype>
#include <regex>

namespace guanwu::test {

namespace {

    /// Walks over C++ once. Knows comments, strings, raw strings and characters, and nothing else.
    class Walker {
    public:
        explicit Walker(std::string_view text)
            : m_text(text)
        {
        }

        SourceText walk()
        {
            while (!m_text.empty()) {
                if (m_text.starts_with("//"))
                    skip(std::min(m_text.find('\n'), m_text.size()));
                else if (m_text.starts_with("/*"))
                    skip(past("*/", 2));
                else if (m_text.starts_with("R\"") && !endsWord())
                    rawString();
                else if (m_text.front() == '"')
                    string();
                else if (m_text.front() == '\'' && !endsWord())
                    copy(closing('\''));
                else
                    copy(1);
            }
            return std::move(m_out);
        }

    private:
        /// Whether a letter or digit stands before: 1'000 is a number, LR"" no raw string of ours.
        [[nodiscard]] bool endsWord() const
        {
            return !m_out.code.empty() && (std::isalnum(static_cast<unsigned char>(m_out.code.back())) != 0);
        }
        [[nodiscard]] std::size_t past(std::string_view mark, std::size_t from) const
        {
            const auto found = m_text.find(mark, from);
            return found == std::string_view::npos ? m_text.size() : found + mark.size();
        }
        /// Length of a literal that begins here, its quotes included.
        [[nodiscard]] std::size_t closing(char quote) const
        {
            std::size_t i = 1;
            while (i < m_text.size() && m_text[i] != quote && m_text[i] != '\n')
                i += m_text[i] == '\\' ? 2U : 1U;
            return std::min(i + 1, m_text.size());
        }
        void string()
        {
            const std::size_t size = closing('"');
            m_out.literals.push_back({m_line, std::string(m_text.substr(1, size < 2 ? 0 : size - 2))});
            m_out.code += "\"\"";
            skip(size);
        }
        void rawString()
        {
            const auto open = m_text.find('(');
            const std::string end = ")" + std::string(m_text.substr(2, open - 2)) + "\"";
            const std::size_t size = past(end, open);
            const std::size_t body = open + 1;
            m_out.literals.push_back({m_line, std::string(m_text.substr(body, size - end.size() - body))});
            m_out.code += "\"\"";
            skip(size);
        }
        void copy(std::size_t size)
        {
            m_out.code += m_text.substr(0, size);
            m_line += static_cast<std::size_t>(
                std::count(m_text.begin(), m_text.begin() + static_cast<std::ptrdiff_t>(size), '\n'));
            m_text.remove_prefix(size);
        }
        void skip(std::size_t size)
        {
            const auto lines
                = std::count(m_text.begin(), m_text.begin() + static_cast<std::ptrdiff_t>(size), '\n');
            m_out.code.append(static_cast<std::size_t>(lines), '\n');
            m_line += static_cast<std::size_t>(lines);
            m_text.remove_prefix(size);
        }

        std::string_view m_text;
        std::size_t m_line = 1;
        SourceText m_out;
    };

} // namespace

SourceText takeApart(std::string_view text)
{
    // Includes are taken off first: their quotes are no strings.
    static const std::regex include(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"].*$)");
    std::vector<Include> includes;
    std::string rest;
    std::size_t number = 0;
    for (const std::string_view line : linesOf(text)) {
        ++number;
        std::cmatch match;
        if (line.find("include") != std::string_view::npos
            && std::regex_match(line.begin(), line.end(), match, include))
            includes.push_back({number, match[2], match[1] == "\""});
        else
            rest += line;
        rest += '\n';
    }
    SourceText out = Walker(rest).walk();
    out.includes = std::move(includes);
    return out;
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

} // namespace guanwu::test
