#include "schema/inventory/event_cursor.h"

#include <charconv>

namespace guanwu {

namespace {

    constexpr int kBase = 36;
    constexpr std::size_t kMaxText = 64 * 1024;
    /// An event that is rejected for ever splits the range of its install for ever. There are few of them; more
    /// than these would cost repetitions.
    constexpr std::size_t kRangesKept = 300;

    void append(std::string& out, std::int64_t value)
    {
        char digits[24];
        const auto [end, error] = std::to_chars(std::begin(digits), std::end(digits), value, kBase);
        out.append(digits, end);
    }

    /// Takes what stands before the next `end`, or everything.
    std::string_view takeUntil(std::string_view& text, char end)
    {
        const auto at = text.find(end);
        const std::string_view taken = text.substr(0, at);
        text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
        return taken;
    }

    bool parseNumber(std::string_view text, std::int64_t& value)
    {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, kBase);
        return error == std::errc {} && end == text.data() + text.size() && value >= 0;
    }

} // namespace

Result<EventCursor> EventCursor::parse(std::string_view text)
{
    const auto bad = [] { return fail(ErrorCode::InvalidArgument, "event.cursor"); };
    if (text.size() > kMaxText)
        return bad();
    EventCursor cursor;
    while (!text.empty()) {
        std::string_view entry = takeUntil(text, '.');
        std::int64_t install = 0;
        if (!parseNumber(takeUntil(entry, '_'), install) || entry.empty())
            return bad();
        while (!entry.empty()) {
            std::string_view range = takeUntil(entry, '_');
            SeqRanges::Range parsed;
            if (!parseNumber(takeUntil(range, '-'), parsed.first) || !parseNumber(range, parsed.last)
                || parsed.last < parsed.first)
                return bad();
            cursor.of(install).add(parsed);
        }
    }
    return cursor;
}

std::string EventCursor::text() const
{
    std::string out;
    for (const auto& [install, heard] : m_heard) {
        if (heard.ranges().empty())
            continue;
        if (!out.empty())
            out += '.';
        append(out, install);
        std::size_t kept = 0;
        for (const SeqRanges::Range& range : heard.ranges()) {
            if (++kept > kRangesKept)
                break;
            out += '_';
            append(out, range.first);
            out += '-';
            append(out, range.last);
        }
    }
    return out;
}

} // namespace guanwu
