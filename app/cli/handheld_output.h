#pragma once

#include "app/cli/context.h"
#include "app/handheld/handheld.h"
#include "app/handheld/open_server.h"
#include "app/handheld/sync.h"

#include <ostream>

namespace guanwu {

// What `guanwu handheld` prints: one line a thing, JSON or words, each line flushed when it is told.

/// Only after it was saved: seq, code, verdict and what the verdict rests on.
void printScanned(const CliContext& context, const Scanned& scanned, std::ostream& out);
void printEvent(const CliContext& context, const ScanEvent& event, std::ostream& out);
/// What the book has in the room and nobody has seen, a line each.
void printMissing(
    const CliContext& context, const LiveSheet& sheet, const std::string& room, std::ostream& out);
void printSync(const CliContext& context, const SyncReport& report, std::ostream& out);
void printStatus(const CliContext& context, HandheldStore& store, std::ostream& out);
void printExported(const CliContext& context, std::int64_t events, std::ostream& out);

/// One line on standard error, and how the command ends: 4 when the server could not be reached, else 3.
[[nodiscard]] ExitCode failed(const CliContext& context, const ApiFailure& failure);
/// 0 when everything is on the server and both sides hold the same; 1 when something is left to people or was
/// not proven; else as failed() says.
[[nodiscard]] ExitCode exitCodeOf(const CliContext& context, const SyncReport& report);

} // namespace guanwu
