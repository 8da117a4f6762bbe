#pragma once

#include "core/inventory/scan_event.h"

#include <memory>

namespace guanwu {

/// Reads scan events, one JSON object a line (contract section 2). Keeps its buffers: use one decoder for
/// many lines.
class EventDecoder {
public:
    EventDecoder();
    ~EventDecoder();
    EventDecoder(const EventDecoder&) = delete;
    EventDecoder& operator=(const EventDecoder&) = delete;

    /// Errors: event.json (not one object), event.unknown_field, event.field_twice, event.missing (required
    /// field), event.type,
    /// event.token, event.time, event.text (not valid text), event.too_long, event.rule (a rule between
    /// fields).
    [[nodiscard]] Result<ScanEvent> decode(std::string_view line);
    /// The same in place, which spares a move of every event; on an error `event` holds what was read until
    /// then. `behind`: bytes that may be read behind the line, as when it is one of a text of many: with
    /// enough of them the line is not copied.
    [[nodiscard]] Result<void> decode(std::string_view line, std::size_t behind, ScanEvent& event);

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
};

/// The event as one line without a line break, every field present.
[[nodiscard]] std::string encodeEvent(const ScanEvent& event);

/// "2026-10-08T09:31:22.120+08:00": instants are shown in Asia/Shanghai, always with milliseconds.
[[nodiscard]] std::string formatInstant(Instant at);
/// RFC 3339 with a zone; up to nine decimals, those past the milliseconds are cut. Errors: event.time.
[[nodiscard]] Result<Instant> parseInstant(std::string_view text);

} // namespace guanwu
