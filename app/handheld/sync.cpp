#include "app/handheld/sync.h"

#include "app/exchange/events/event_json.h"
#include "app/handheld/event_id.h"
#include "app/handheld/handheld.h"
#include "core/cards/clean_photo.h"
#include "reports/writers/replacing_file.h"
#include "schema/connection/sha256.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace guanwu {

namespace {

    /// An error of the Date header and of the way there; a clock that is wrong by less is right.
    constexpr std::chrono::seconds kClockTolerance {5};
    constexpr int kLogInEnded = 401;
    constexpr int kTooLarge = 413;
    constexpr std::chrono::days kKeptAfterClosing {30};

    /// Whether the rest of the sync would only fail the same way.
    bool endsSync(const ApiFailure& failure)
    {
        return failure.isPassing() || failure.status == kLogInEnded
            || failure.error.subject == "handheld.certificate";
    }

    /// So many of them that the batch stays within its bytes; at least one.
    std::size_t fitting(std::span<const OutboxEntry> entries, std::size_t bytes)
    {
        std::size_t count = 0;
        std::size_t sum = 0;
        while (count < entries.size() && (count == 0 || sum + entries[count].body.size() + 1 <= bytes))
            sum += entries[count++].body.size() + 1;
        return count;
    }

    std::string bytesOf(const std::filesystem::path& file)
    {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }

    bool isKept(const std::filesystem::path& file, std::string_view bytes)
    {
        try {
            auto kept = ReplacingFile::create(file);
            if (!kept)
                return false;
            kept->write(bytes);
            kept->commit();
            return true;
        } catch (const std::system_error&) {
            return false;
        }
    }

    bool names(const ScanEvent& event, const std::string& photo)
    {
        return std::find(event.photos.begin(), event.photos.end(), photo) != event.photos.end();
    }

} // namespace

HandheldSync::HandheldSync(HandheldStore& store, ServerApi& api, SyncOptions options)
    : m_store(store)
    , m_outbox(store, encodeEvent)
    , m_api(api)
    , m_options(std::move(options))
    , m_patience(m_options.retry)
{
}

Instant HandheldSync::now() const { return m_options.now() + m_store.install().clockBehind; }

SyncReport HandheldSync::run()
{
    SyncReport report;
    const std::int64_t before = m_api.requests();
    bool goesOn = true;
    cleanPhotos();
    for (const auto step :
        {&HandheldSync::upload, &HandheldSync::sendPhotos, &HandheldSync::download, &HandheldSync::compare}) {
        const auto done = goesOn ? (this->*step)(report) : ApiResult<void>();
        if (done)
            continue;
        report.stopped = report.stopped ? report.stopped : done.error();
        goesOn = !endsSync(done.error());
    }
    if (report.proven && !report.stopped)
        purge(report);
    setClock();
    report.requests = m_api.requests() - before;
    report.left = m_outbox.counts();
    return report;
}

/// Photos that were kept with what the camera put beside the picture, as handhelds once did: none of that leaves the
/// handheld. Events name photos by their digest and never change, so a note tells under which name the picture goes.
void HandheldSync::cleanPhotos()
{
    const auto folder = photoFolder(m_store.file());
    for (const std::string& hash : m_outbox.photosToSend()) {
        const std::string bytes = bytesOf(folder / hash);
        const auto clean = cleanPhoto(bytes);
        if (!clean || *clean == bytes)
            continue;
        const std::string cleanHash = sha256Hex(*clean);
        // A disk that is full keeps a photo here, never the scans.
        if (!isKept(folder / cleanHash, *clean) || !tellOfCleanPhoto(hash, cleanHash))
            continue; // the latter: of events that were purged
        std::error_code ignored;
        std::filesystem::remove(folder / hash, ignored);
        m_outbox.photoSent(hash);
    }
}

/// False when no event names the photo any more.
bool HandheldSync::tellOfCleanPhoto(const std::string& hash, const std::string& cleanHash)
{
    EventDecoder decoder;
    bool isNamed = false;
    for (const HeldSheet& sheet : m_store.sheets()) {
        std::vector<ScanEvent> naming;
        bool isTold = false; // before a power cut
        for (const OutboxEntry& entry : m_outbox.ofSheet(sheet.id))
            if (auto event = decoder.decode(entry.body)) {
                isTold = isTold || (event->kind == EventKind::Note && names(*event, cleanHash));
                if (names(*event, hash))
                    naming.push_back(std::move(*event));
            }
        isNamed = isNamed || !naming.empty();
        for (const ScanEvent& of : naming) {
            if (isTold)
                break;
            ScanEvent note;
            note.kind = EventKind::Note;
            note.at = now();
            note.eventId = newEventId(note.at);
            note.installId = of.installId;
            note.actor = of.actor;
            note.unit = of.unit;
            note.code = of.code;
            note.place = of.place;
            note.reason = std::string(kCleanedPhotoNote) + "，原名 " + hash;
            note.photos = {cleanHash};
            static_cast<void>(m_outbox.append(sheet.id, decoder.decode(encodeEvent(note)).value()));
        }
    }
    return isNamed;
}

ApiResult<void> HandheldSync::upload(SyncReport& report)
{
    const auto state = m_patience([&] { return m_api.installState(m_store.install().installId); });
    if (!state)
        return tl::unexpected(state.error());
    report.offeredAgain = m_outbox.offerAgain(state->ranges, state->quarantined);
    // One task that the server no longer takes must not keep the others waiting.
    ApiResult<void> outcome;
    for (const std::string& task : m_outbox.tasksToSend())
        if (const auto sent = uploadTask(task, report); !sent) {
            outcome = sent;
            if (endsSync(sent.error()))
                break;
        }
    return outcome;
}

ApiResult<void> HandheldSync::uploadTask(const std::string& task, SyncReport& report)
{
    ApiResult<void> outcome;
    std::int64_t last = 0;
    std::size_t most = m_options.batchEvents;
    while (true) {
        std::vector<OutboxEntry> entries = m_outbox.unacknowledged(task, last, most);
        if (entries.empty())
            return outcome;
        entries.resize(fitting(entries, m_options.batchBytes));
        const auto answer = m_patience([&] { return m_api.sendEvents(task, entries); });
        if (!answer && answer.error().status == kTooLarge) {
            if (entries.size() == 1) { // it stays, and the others go on without it
                outcome = tl::unexpected(answer.error());
                last = entries.front().seq;
            }
            most = std::max<std::size_t>(1, entries.size() / 2);
            continue;
        }
        if (!answer)
            return tl::unexpected(answer.error());

        std::vector<OutboxAnswer> answers;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const BatchAnswer::One& one = answer->outcomes[i];
            answers.push_back({entries[i].seq, one.state, one.reason});
            report.stored += one.state == OutboxState::Stored ? 1 : 0;
            report.quarantined += one.state == OutboxState::Quarantined ? 1 : 0;
            report.rejected += one.state == OutboxState::Rejected ? 1 : 0;
        }
        m_outbox.answer(answers);
        report.sent += static_cast<std::int64_t>(entries.size());
        report.stored -= answer->duplicates;
        report.duplicate += answer->duplicates;
        last = entries.back().seq;
    }
}

ApiResult<void> HandheldSync::sendPhotos(SyncReport& report)
{
    for (const std::string& hash : m_outbox.photosToSend()) {
        const std::string bytes = bytesOf(photoFolder(m_store.file()) / hash);
        const auto clean = cleanPhoto(bytes);
        if (!clean || *clean != bytes)
            continue; // lost, no whole picture, or not cleaned yet; the event that names it is not
        const auto named = m_patience([&] { return m_api.sendPhoto(bytes); });
        if (!named)
            return tl::unexpected(named.error());
        if (*named != hash)
            return tl::unexpected(
                ApiFailure {{ErrorCode::Conflict, "handheld.photo_hash", hash}, 0, std::nullopt, {}});
        m_outbox.photoSent(hash);
        ++report.photos;
    }
    return {};
}

ApiResult<void> HandheldSync::compare(SyncReport& report)
{
    const auto state = m_patience([&] { return m_api.installState(m_store.install().installId); });
    if (!state)
        return tl::unexpected(state.error());
    report.proven = state->proof == m_outbox.proof();
    // What is none is not kept, and keeps nobody from counting.
    if (const auto anchor = parseAnchorLine(state->anchor))
        m_store.keepAnchor(*anchor);
    return {};
}

ApiResult<void> HandheldSync::updateSheets(const std::string& task)
{
    const auto sheets = m_patience([&] { return m_api.sheets(task); });
    if (!sheets)
        return tl::unexpected(sheets.error());
    if (sheets->empty())
        return tl::unexpected(
            ApiFailure {{ErrorCode::NotFound, "handheld.task_without_sheets", task}, 404, std::nullopt, {}});
    for (const HeldSheet& sheet : *sheets)
        m_store.putSheet(sheet, now());
    return {};
}

ApiResult<void> HandheldSync::fetch(const std::string& task)
{
    if (const auto updated = updateSheets(task); !updated)
        return updated;
    setClock();
    for (const HeldSheet& sheet : m_store.sheets()) {
        if (sheet.task != task || sheet.state < SheetState::Frozen)
            continue;
        SyncReport ignored;
        const auto fetched = fetchBook(sheet).and_then([&] { return fetchOthers(sheet, ignored); });
        if (!fetched)
            return fetched;
    }
    fetchNumbers();
    return {};
}

/// For the verdict on tags of others. What the server does not tell now, it tells the next time: the book
/// counts without.
void HandheldSync::fetchNumbers()
{
    constexpr std::size_t kMostIssuedRuns
        = 200'000; // what a handheld looks through and keeps without noticing
    std::vector<NumberRun> runs;
    for (std::string after;;) {
        const auto page = m_patience([&] { return m_api.issuedNumbers(after); });
        if (!page)
            return;
        runs.insert(runs.end(), page->runs.begin(), page->runs.end());
        if (runs.size() > kMostIssuedRuns)
            return;
        if (page->next.empty())
            break;
        if (page->next == after)
            return;
        after = page->next;
    }
    m_store.keepIssuedNumbers(runs);
}

ApiResult<void> HandheldSync::fetchBook(const HeldSheet& sheet)
{
    if (sheet.bookComplete)
        return {};
    for (std::string after = sheet.bookAfter;;) {
        const auto page = m_patience([&] { return m_api.bookPage(sheet, after); });
        if (!page)
            return tl::unexpected(page.error());
        m_store.addBookPage(sheet.id, page->lines, page->next);
        if (page->next.empty())
            return {};
        after = page->next;
    }
}

ApiResult<void> HandheldSync::fetchOthers(const HeldSheet& sheet, SyncReport& report)
{
    for (std::string after = sheet.othersAfter;;) {
        auto page = m_patience([&] { return m_api.othersPage(sheet, m_store.install().installId, after); });
        if (!page)
            return tl::unexpected(page.error());
        // What cannot be read is left out rather than kept: it is not ours, and the server has it.
        EventDecoder decoder;
        std::erase_if(page->events, [&](const ArrivedEvent& event) {
            const auto decoded = decoder.decode(event.body);
            return !decoded || decoded->eventId != event.eventId
                || decoded->installId == m_store.install().installId;
        });
        m_store.addOthers(sheet.id, page->events, page->next.empty() ? after : page->next);
        report.received += static_cast<std::int64_t>(page->events.size());
        if (!page->more || page->next.empty())
            return {};
        after = page->next;
    }
}

ApiResult<void> HandheldSync::download(SyncReport& report)
{
    std::set<std::string> tasks;
    for (const HeldSheet& sheet : m_store.sheets())
        tasks.insert(sheet.task);
    ApiResult<void> outcome;
    const auto take = [&](const ApiResult<void>& done) {
        if (!done)
            outcome = done;
        return done || !endsSync(done.error());
    };
    for (const std::string& task : tasks)
        if (!take(updateSheets(task)))
            return outcome;
    bool isBookNew = false;
    for (const HeldSheet& sheet : m_store.sheets()) {
        if (sheet.state < SheetState::Frozen || sheet.purged)
            continue;
        isBookNew = isBookNew || !sheet.bookComplete;
        if (!take(fetchBook(sheet).and_then([&] { return fetchOthers(sheet, report); })))
            return outcome;
    }
    if (isBookNew)
        fetchNumbers();
    return outcome;
}

void HandheldSync::purge(SyncReport& report)
{
    for (const HeldSheet& sheet : m_store.sheets()) {
        if (sheet.state != SheetState::Closed || !sheet.closedAt || sheet.purged)
            continue;
        if (!sheet.provedAt) {
            m_store.setProved(sheet.id, now());
        } else if (now() - *sheet.closedAt >= kKeptAfterClosing && now() > *sheet.provedAt) {
            // Before the sheet, as after it nobody would know of them; the server has them whatever becomes
            // of it.
            for (const std::string& photo : m_outbox.photosOnlyOf(sheet.id)) {
                std::error_code ignored;
                std::filesystem::remove(photoFolder(m_store.file()) / photo, ignored);
            }
            report.purged += m_outbox.purge(sheet.id) ? 1 : 0;
        }
    }
}

void HandheldSync::setClock()
{
    const auto serverTime = m_api.serverTime();
    if (!serverTime)
        return;
    HandheldInstall install = m_store.install();
    const auto behind = *serverTime - m_options.now();
    const auto change = std::chrono::abs(behind - install.clockBehind);
    if (change <= kClockTolerance)
        return;
    install.clockBehind = std::chrono::abs(behind) <= kClockTolerance ? std::chrono::milliseconds(0) : behind;
    m_store.setInstall(install);
}

} // namespace guanwu
