#include "core/reference/class_suggestions.h"

#include "core/reference/class_list.h"
#include "core/reference/embedded.h"
#include "core/reference/reference_table.h"

#include <algorithm>
#include <map>
#include <set>

namespace guanwu {

namespace {

    constexpr int kSame = 100;
    constexpr int kWord = 95;
    constexpr int kHolds = 85;
    constexpr int kHeld = 60;
    constexpr int kAlikeMost = 55;
    constexpr int kSuccessor = 20;
    constexpr int kElsewhere = 50; ///< taken off where the old class says something else
    constexpr std::size_t kAlikeLeast = 50; ///< of a hundred

    /// Characters of UTF-8 without blanks.
    std::vector<std::string> characters(std::string_view text)
    {
        std::vector<std::string> out;
        for (const char c : text) {
            if (c == ' ')
                continue;
            if ((c & 0xC0) == 0x80 && !out.empty())
                out.back() += c;
            else
                out.emplace_back(1, c);
        }
        return out;
    }

    std::string joined(std::string_view text)
    {
        std::string out;
        for (const std::string& one : characters(text))
            out += one;
        return out;
    }

    std::set<std::string> pairsOf(std::string_view text)
    {
        std::set<std::string> out;
        const auto all = characters(text);
        for (std::size_t i = 1; i < all.size(); ++i)
            out.insert(all[i - 1] + all[i]);
        return out;
    }

    struct Named {
        const ClassCode* code;
        std::string name;
        std::set<std::string> pairs;
    };

    const std::vector<Named>& usableClasses()
    {
        static const std::vector<Named> all = [] {
            std::vector<Named> out;
            for (const ClassCode* code : classes2022({}, {}))
                if (Classification::edition2022().isUsable(code->code))
                    out.push_back({code, joined(code->nameZh), pairsOf(code->nameZh)});
            return out;
        }();
        return all;
    }

    struct Word {
        std::string word;
        std::string code;
        std::string source;
    };

    const std::vector<Word>& words()
    {
        static const std::vector<Word> all = [] {
            std::vector<Word> out;
            const ReferenceTable table(embeddedTable("class_words"));
            for (std::size_t i = 0; i < table.size(); ++i)
                out.push_back({std::string(table.cell(i, "word")), std::string(table.cell(i, "class_code")),
                    std::string(table.cell(i, "source"))});
            // 笔记本电脑 before 电脑: the longer word says more.
            std::stable_sort(out.begin(), out.end(),
                [](const Word& a, const Word& b) { return a.word.size() > b.word.size(); });
            return out;
        }();
        return all;
    }

    /// "A02010000" → "A0201": everything below it begins so.
    std::string stemOf(std::string code)
    {
        while (code.size() > 3 && code.ends_with("00"))
            code.resize(code.size() - 2);
        return code;
    }

    class Search {
    public:
        Search(std::string_view name, ClassEdition edition, std::string_view oldCode)
            : m_name(joined(name))
            , m_pairs(pairsOf(name))
        {
            if (edition == ClassEdition::Edition2010)
                m_old = findClass2010(oldCode);
            if (m_old && !m_old->successor.empty())
                m_stem = stemOf(m_old->successor);
        }

        std::vector<ClassSuggestion> run(std::size_t most)
        {
            for (const Named& one : usableClasses())
                look(one);
            for (const Word& word : words())
                if (m_name.find(word.word) != std::string::npos) {
                    if (const ClassCode* code = Classification::edition2022().find(word.code))
                        add(*code, kWord, SuggestReason::Word, word.source);
                    break;
                }
            if (m_found.empty() && !m_stem.empty())
                for (const Named& one : usableClasses())
                    if (one.code->code.starts_with(m_stem))
                        add(*one.code, kSuccessor, SuggestReason::Successor, m_old->note);
            std::vector<ClassSuggestion> out;
            for (auto& [code, suggestion] : m_found)
                out.push_back(std::move(suggestion));
            std::stable_sort(out.begin(), out.end(), [](const ClassSuggestion& a, const ClassSuggestion& b) {
                return a.score != b.score ? a.score > b.score : a.of->code < b.of->code;
            });
            if (out.size() > most)
                out.resize(most);
            return out;
        }

    private:
        void look(const Named& one)
        {
            if (m_name.empty() || one.name.empty())
                return;
            if (one.name == m_name)
                return add(*one.code, kSame, SuggestReason::SameName, {});
            if (one.pairs.empty())
                return;
            if (m_name.find(one.name) != std::string::npos) {
                // The longer part of the name it is, the surer: 黑白打印机 before 打印机.
                const auto share = static_cast<int>(10 * one.name.size() / m_name.size());
                return add(*one.code, kHolds + share - 5, SuggestReason::NameHolds, {});
            }
            if (m_pairs.empty())
                return;
            if (one.name.find(m_name) != std::string::npos)
                return add(*one.code, kHeld + static_cast<int>(10 * m_name.size() / one.name.size()),
                    SuggestReason::HeldByName, {});
            const auto common = static_cast<std::size_t>(std::count_if(m_pairs.begin(), m_pairs.end(),
                [&](const std::string& pair) { return one.pairs.contains(pair); }));
            const std::size_t alike = 200 * common / (m_pairs.size() + one.pairs.size());
            if (alike >= kAlikeLeast)
                add(*one.code, kAlikeMost * static_cast<int>(alike) / 100, SuggestReason::AlikeName, {});
        }

        void add(const ClassCode& code, int score, SuggestReason reason, const std::string& source)
        {
            const bool fits = !m_stem.empty() && code.code.starts_with(m_stem);
            if (!m_stem.empty() && !fits)
                score -= kElsewhere;
            ClassSuggestion& found = m_found[code.code];
            if (!found.of || found.score < score)
                found = {&code, std::max(score, 1), reason, fits, fits && source.empty() ? m_old->note : source};
        }

        std::string m_name;
        std::set<std::string> m_pairs;
        const LegacyClass* m_old = nullptr;
        std::string m_stem;
        std::map<std::string, ClassSuggestion> m_found;
    };

} // namespace

std::vector<ClassSuggestion> suggestClasses(
    std::string_view name, ClassEdition edition, std::string_view oldCode, std::size_t most)
{
    return Search(name, edition, oldCode).run(most);
}

} // namespace guanwu
