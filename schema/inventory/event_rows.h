#pragma once

#include "core/inventory/scan_event.h"
#include "schema/bulk/row_copies.h"

#include <functional>

namespace guanwu {

/// The columns of scan_event that readEvent() reads, to stand in a SELECT of `scan_event e`.
#define GUANWU_EVENT_COLUMNS                                                                                 \
    "e.seq, e.event_id, e.at_ms, e.kind, e.code, e.place, e.user_code, e.seen_condition, e.entry, e.actor, " \
    "e.reason, e.name, e.class_code, e.quantity, e.photos, e.corrects"

/// The kinds of e.install_no and GUANWU_EVENT_COLUMNS, and where two of them stand.
inline constexpr std::array kNumberedEventColumns {ColumnKind::Integer, ColumnKind::Integer, ColumnKind::Text,
    ColumnKind::Integer, ColumnKind::Text, ColumnKind::Text, ColumnKind::Text, ColumnKind::Text,
    ColumnKind::Text, ColumnKind::Text, ColumnKind::Text, ColumnKind::Text, ColumnKind::Text, ColumnKind::Text,
    ColumnKind::Integer, ColumnKind::Text, ColumnKind::Text};
inline constexpr int kEventKindColumn = 4;
inline constexpr int kEventCodeColumn = 5;

/// How an event's lists stand in one column.
[[nodiscard]] std::string joinedPhotos(const std::vector<std::string>& photos);

/// An event from a row that has its columns from `first` on. Its install and its unit are for the caller to
/// say: the one is a number in the row, the other follows from the sheet. `keep` is asked before the rest is
/// read; nullopt = it did not want the event.
using EventChoice = std::function<bool(EventKind kind, const std::optional<std::string>& code)>;
[[nodiscard]] std::optional<ScanEvent> readEvent(const RowStream& rows, int first, const EventChoice& keep);
[[nodiscard]] ScanEvent readEvent(const RowStream& rows, int first);

} // namespace guanwu
