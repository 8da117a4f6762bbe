#pragma once

#include "core/base/error.h"
#include "core/inventory/seq_ranges.h"

#include <map>
#include <string>

namespace guanwu {

/// How far somebody has heard the events of a sheet: for every install, the running numbers that were looked
/// at. What is not among them is told sooner or later, in whatever order it arrives. Whoever holds the text
/// of it cannot read it and need not.
class EventCursor {
public:
    /// An empty text is the beginning. Errors: event.cursor.
    [[nodiscard]] static Result<EventCursor> parse(std::string_view text);
    /// Only the first few ranges of an install: what lies behind them is told again.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] SeqRanges& of(std::int64_t installNo) { return m_heard[installNo]; }

private:
    std::map<std::int64_t, SeqRanges> m_heard;
};

} // namespace guanwu
