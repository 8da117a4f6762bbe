#include "app/exchange/events/event_ingest.h"

#include "app/exchange/events/event_reader.h"
#include "app/system_clock.h"

#include <fstream>

namespace guanwu {

namespace {

    constexpr std::size_t kPieceEvents = 5000;
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

    /// Reads a line; of a longer one than is allowed, so much that it shows, even with a byte order mark
    /// before it.
    bool readLine(std::istream& in, std::string& line)
    {
        line.clear();
        std::streambuf& buffer = *in.rdbuf();
        bool any = false;
        for (int c = buffer.sbumpc(); c != EOF; c = buffer.sbumpc()) {
            any = true;
            if (c == '\n')
                return true;
            if (line.size() <= EventReader::kMaxLine + kByteOrderMark.size())
                line += static_cast<char>(c);
        }
        return any;
    }

} // namespace

EventIngest::EventIngest(InventoryStore& store, const InventoryTask& task, bool dryRun)
    : m_store(store)
    , m_task(task)
    , m_dryRun(dryRun)
{
}

Result<IngestCounts> EventIngest::ingest(const std::filesystem::path& file, const RejectedLine& rejected,
    const std::function<void(std::int64_t, std::int64_t)>& progress)
{
    std::error_code sizeError;
    const auto total = static_cast<std::int64_t>(std::filesystem::file_size(file, sizeError));
    std::ifstream in(file, std::ios::binary);
    if (!in || sizeError)
        return fail(ErrorCode::NotFound, "file.unreadable", file.string());

    const SheetsByUnit sheets = byUnit(m_store.sheets(m_task.id));
    EventReader reader(sheets, anyActor(), systemNow());
    IngestCounts counts;
    Piece piece;
    std::string line;
    std::int64_t bytes = 0;
    for (std::int64_t number = 1; readLine(in, line); ++number) {
        bytes += static_cast<std::int64_t>(line.size()) + 1;
        std::string_view text = piece.texts.emplace_back(std::move(line));
        if (number == 1 && text.starts_with(kByteOrderMark))
            text.remove_prefix(kByteOrderMark.size());
        if (text.find_first_not_of(" \t\r") == std::string_view::npos) {
            piece.texts.pop_back();
            continue;
        }
        auto event = reader.read(text);
        if (!event) {
            ++counts.rejected;
            rejected(number, event.error());
            piece.texts.pop_back();
            continue;
        }
        piece.events.push_back(std::move(*event));
        piece.lines.push_back(number);
        if (piece.events.size() == kPieceEvents) {
            appendPiece(piece, counts, rejected);
            progress(bytes, total);
        }
    }
    if (in.bad())
        return fail(ErrorCode::NotFound, "file.unreadable", file.string());
    appendPiece(piece, counts, rejected);
    return counts;
}

void EventIngest::appendPiece(Piece& piece, IngestCounts& counts, const RejectedLine& rejected)
{
    if (m_dryRun) {
        counts.stored += static_cast<std::int64_t>(piece.events.size());
    } else if (!piece.events.empty()) {
        const auto outcomes = m_store.append(m_task.id, piece.events);
        for (std::size_t i = 0; i < outcomes.size(); ++i) {
            switch (outcomes[i]) {
            case AppendOutcome::Stored:
                ++counts.stored;
                counts.late += piece.events[i].late ? 1 : 0;
                break;
            case AppendOutcome::Duplicate:
                ++counts.duplicate;
                break;
            case AppendOutcome::Quarantined:
                ++counts.quarantined;
                rejected(piece.lines[i],
                    {ErrorCode::Conflict, "event.quarantined", piece.events[i].event.eventId});
                break;
            }
        }
    }
    piece = {};
}

} // namespace guanwu
