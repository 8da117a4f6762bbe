#include "app/exchange/events/event_batch.h"

#include <algorithm>

namespace guanwu {

namespace {

    LineOutcome lineOutcome(AppendOutcome outcome)
    {
        switch (outcome) {
        case AppendOutcome::Stored:
            return LineOutcome::Stored;
        case AppendOutcome::Duplicate:
            return LineOutcome::Duplicate;
        case AppendOutcome::Quarantined:
            return LineOutcome::Quarantined;
        }
        return LineOutcome::Rejected;
    }

} // namespace

Result<EventBatch> EventBatch::read(std::string_view ndjson, EventReader& reader)
{
    if (ndjson.size() > kMaxBytes)
        return fail(ErrorCode::InvalidArgument, "batch.too_large", std::to_string(kMaxBytes));
    if (ndjson.ends_with('\n'))
        ndjson.remove_suffix(1);
    if (ndjson.empty())
        return fail(ErrorCode::InvalidArgument, "batch.empty");
    const auto breaks = static_cast<std::size_t>(std::count(ndjson.begin(), ndjson.end(), '\n'));
    if (breaks >= kMaxEvents)
        return fail(ErrorCode::InvalidArgument, "batch.too_many_events", std::to_string(kMaxEvents));
    EventBatch batch;
    batch.m_events.reserve(breaks + 1);
    for (bool isLast = false; !isLast;) {
        const auto end = ndjson.find('\n');
        isLast = end == std::string_view::npos;
        ++batch.m_lines;
        const std::string_view line = ndjson.substr(0, end);
        auto read = reader.read(line, ndjson.size() - line.size(), batch.m_events.emplace_back());
        if (!read) {
            batch.m_events.pop_back();
            batch.m_rejected.push_back({batch.m_lines, std::move(read.error())});
        }
        ndjson.remove_prefix(isLast ? ndjson.size() : end + 1);
    }
    return batch;
}

std::vector<LineOutcome> EventBatch::outcomes(std::span<const AppendOutcome> appended) const
{
    std::vector<LineOutcome> out(static_cast<std::size_t>(m_lines));
    for (const RejectedEvent& rejected : m_rejected)
        out[static_cast<std::size_t>(rejected.line - 1)] = LineOutcome::Rejected;
    auto next = appended.begin();
    for (LineOutcome& outcome : out)
        if (outcome != LineOutcome::Rejected)
            outcome = lineOutcome(*next++);
    return out;
}

} // namespace guanwu
