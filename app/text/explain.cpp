#include "app/text/explain.h"

#include "app/text/allowed_choices.h"
#include "app/text/detail_names.h"

#include <algorithm>
#include <array>

namespace guanwu {

namespace {

    struct Explanation {
        std::string_view subject;
        Text text;
    };

    constexpr Explanation kExplanations[] = {
#include "app/text/explanations.inc"
    };

    static_assert(std::is_sorted(std::begin(kExplanations), std::end(kExplanations),
                      [](const Explanation& a, const Explanation& b) { return a.subject < b.subject; }),
        "explanations are found by their order");

    /// Before where a detail would have stood.
    void dropSeparator(std::string& text, std::size_t end)
    {
        for (const std::string_view separator : {"：", ": ", " "})
            if (std::string_view(text).substr(0, end).ends_with(separator)) {
                text.erase(end - separator.size(), separator.size());
                return;
            }
    }

} // namespace

Text explanationOf(std::string_view subject)
{
    const auto found = std::lower_bound(std::begin(kExplanations), std::end(kExplanations), subject,
        [](const Explanation& row, std::string_view wanted) { return row.subject < wanted; });
    return found != std::end(kExplanations) && found->subject == subject ? found->text : Text {};
}

std::string explain(const Error& error, Language language)
{
    const std::string_view text = explanationOf(error.subject).in(language);
    if (text.empty())
        return error.detail.empty() ? error.subject : error.subject + " " + error.detail;
    std::string out(text);
    const std::string detail = shownDetail(error, language);
    if (const auto gap = out.find("{}"); gap != std::string::npos) {
        out.replace(gap, 2, detail);
        if (detail.empty())
            dropSeparator(out, gap);
    } else if (!error.field.empty() && detail != error.detail) // a rule of values, which knows no fields
        out.append(language == Language::ZhCn ? "：" : ": ").append(detail);
    if (const std::string choices = allowedChoices(error, language); !choices.empty())
        out.append(language == Language::ZhCn ? "；可填：" : "; it is one of: ").append(choices);
    return out;
}

} // namespace guanwu
