#include "app/handheld/script.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace guanwu {

namespace {

    using Kind = ScriptStep::Kind;

    struct Word {
        std::string_view word;
        Kind kind;
        bool takesText;
    };

    constexpr std::array<Word, 8> kWords {{
        {"room", Kind::Room, true},
        {"scan", Kind::Scan, true},
        {"surplus", Kind::Surplus, true},
        {"note", Kind::Note, true},
        {"undo", Kind::Undo, false},
        {"close", Kind::Close, false},
        {"wait", Kind::Wait, true},
        {"sync", Kind::Sync, false},
    }};
    constexpr std::int64_t kLongestWait = 24 * 3600 * 1000;

    std::string_view takeWord(std::string_view& rest)
    {
        const auto end = rest.find_first_of(" \t");
        const std::string_view word = rest.substr(0, end);
        rest = trimmed(rest.substr(word.size()));
        return word;
    }

    std::optional<ScriptStep> stepOf(std::string_view line)
    {
        const std::string_view word = takeWord(line);
        const auto known
            = std::find_if(kWords.begin(), kWords.end(), [&](const Word& row) { return row.word == word; });
        if (known == kWords.end() || known->takesText == line.empty())
            return std::nullopt;
        ScriptStep step;
        step.kind = known->kind;
        if (step.kind == Kind::Wait) {
            std::int64_t milliseconds = 0;
            const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), milliseconds);
            if (error != std::errc() || end != line.data() + line.size() || milliseconds < 0
                || milliseconds > kLongestWait)
                return std::nullopt;
            step.wait = std::chrono::milliseconds(milliseconds);
            return step;
        }
        if (step.kind != Kind::Scan) {
            step.text = line;
            return step;
        }
        step.text = takeWord(line);
        if (line.empty())
            return step;
        const auto condition = parseToken(kConditions, line, "handheld.script");
        if (!condition)
            return std::nullopt;
        step.condition = *condition;
        return step;
    }

} // namespace

Result<std::vector<ScriptStep>> parseScript(std::istream& in)
{
    std::vector<ScriptStep> steps;
    std::string text;
    for (int number = 1; std::getline(in, text); ++number) {
        const std::string_view line = trimmed(text);
        if (line.empty() || line.front() == '#')
            continue;
        auto step = stepOf(line);
        if (!step)
            return fail(ErrorCode::InvalidArgument, "handheld.script",
                std::to_string(number) + " " + std::string(line));
        steps.push_back(std::move(*step));
    }
    return steps;
}

} // namespace guanwu
