// What a fold reads, sheet after sheet, on a thread and a connection of its own: one core reads the next
// slice while the other folds this one.
#include "schema/bulk/row_copies.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"
#include "schema/inventory/sheet_numbers.h"
#include "schema/inventory/soci_inventory_store.h"

#include <future>
#include <set>
#include <unordered_map>

namespace guanwu {

namespace {

    /// So many slices of a large sheet take their events from one pass over them; as copies of rows they are
    /// small. A sheet of more lines is passed over again.
    constexpr std::size_t kSlicesOfPass = 16;

    /// What one thread hands to the other: events are made of the copies by who asks for them, so that the
    /// two threads have about the same to do.
    struct ReadSlice {
        SheetInput input;
        RowCopies events;
        std::unordered_map<std::int64_t, std::string> installs;
    };

    std::vector<ScanEvent> eventsOf(const ReadSlice& read)
    {
        std::vector<ScanEvent> events;
        RowCopies::Reader rows(read.events, kNumberedEventColumns);
        while (rows.next()) {
            events.push_back(readEvent(rows, 1));
            events.back().installId = read.installs.at(rows.integer(0));
        }
        return events;
    }

    class InputsAhead final : public SheetInputs {
    public:
        InputsAhead(std::unique_ptr<Session> session, const Scope& scope, std::span<const CountSheet> sheets,
            std::size_t sliceLines)
            : m_session(std::move(session))
            , m_store(*m_session, scope)
            , m_sheets(sheets)
            , m_sliceLines(sliceLines)
        {
            readNext();
        }
        SheetInput next() override
        {
            ReadSlice read = m_next.get();
            readNext();
            read.input.events = eventsOf(read);
            return std::move(read.input);
        }

    private:
        void readNext()
        {
            if (!m_sheets.empty())
                m_next = std::async(std::launch::async, [this] { return read(); });
        }
        ReadSlice read()
        {
            const SheetId sheet = m_sheets.front().id;
            ReadSlice out;
            SheetInput& input = out.input;
            input.book = m_store.countingBook(sheet, m_after, static_cast<std::int64_t>(m_sliceLines));
            input.isLast = input.book.lines.size() < m_sliceLines;
            if (m_slice == 0 && input.isLast)
                m_store.passTakenEvents(sheet, [&](const RowStream& row) { take(out, row); });
            else
                takeOfLargeSheet(sheet, out);
            for (auto& [number, id] : out.installs)
                id = m_store.installId(number);
            input.decisions = m_store.lineDecisions(sheet);
            input.surplusDecisions = m_store.surplusDecisions(sheet);
            if (input.isLast) {
                m_sheets = m_sheets.subspan(1);
                m_after = {};
                m_slice = 0;
                m_numbers = {};
                m_ofSlices.clear();
            } else {
                m_after = input.book.assets.back();
                ++m_slice;
            }
            return out;
        }
        static void take(ReadSlice& slice, const RowStream& row)
        {
            slice.events.add(row, kNumberedEventColumns);
            slice.installs.try_emplace(row.integer(0));
        }
        void takeOfLargeSheet(SheetId sheet, ReadSlice& out)
        {
            if (m_slice == 0)
                m_numbers = m_store.numbers(sheet);
            const std::size_t place = m_slice % kSlicesOfPass;
            if (place == 0) {
                m_ofSlices.assign(kSlicesOfPass, {});
                m_store.passTakenEvents(sheet, [&](const RowStream& row) { route(row); });
            }
            out.events = std::move(m_ofSlices[place].events);
            out.installs = std::move(m_ofSlices[place].installs);
        }
        /// To the slice of the line it is about; an undo may be about any, and what is on no line comes with
        /// the first.
        void route(const RowStream& row)
        {
            const EventKind kind = storedToken(kEventKinds, row.text(kEventKindColumn));
            if (kind == EventKind::Undo) {
                for (ReadSlice& slice : m_ofSlices)
                    take(slice, row);
                return;
            }
            m_code = row.text(kEventCodeColumn);
            const auto line
                = kind == EventKind::Surplus || m_code.empty() ? std::nullopt : m_numbers.lineOf(m_code);
            const std::size_t slice = line ? *line / m_sliceLines : 0;
            if (slice >= m_slice && slice < m_slice + kSlicesOfPass)
                take(m_ofSlices[slice - m_slice], row);
        }

        std::unique_ptr<Session>
            m_session; ///< this and what follows is the thread's while m_next is on its way
        SociInventoryStore m_store;
        std::span<const CountSheet> m_sheets; ///< not read to the end
        std::size_t m_sliceLines;
        AssetId m_after; ///< the last card that was read of the first of them
        std::size_t m_slice = 0; ///< how many slices of it were read
        LineNumbers m_numbers; ///< of its whole book, when that has more than one slice
        std::vector<ReadSlice> m_ofSlices; ///< what the last pass found for slices that are not read yet
        std::string m_code; ///< of the event that is looked at, kept for its memory
        std::future<ReadSlice> m_next; ///< last member: its end is awaited before the others go
    };

} // namespace

std::unique_ptr<SheetInputs> SociInventoryStore::inputs(std::span<const CountSheet> sheets)
{
    return inputs(sheets, kSliceLines);
}

std::unique_ptr<SheetInputs> SociInventoryStore::inputs(
    std::span<const CountSheet> sheets, std::size_t sliceLines)
{
    return std::make_unique<InputsAhead>(m_session.another(), m_scope, sheets, sliceLines);
}

SheetInput SociInventoryStore::slice(SheetId sheet, AssetId after, std::int64_t most)
{
    SheetInput input;
    input.book = bookPage(sheet, after, most);
    input.isLast = static_cast<std::int64_t>(input.book.lines.size()) < most;
    if (input.book.lines.empty())
        return input;
    std::vector<bool> isInSlice;
    auto wanted = input.book.assets.begin();
    const LineNumbers numbers = lineNumbers(m_session, sheet, [&](AssetId card, DepartmentId) {
        isInSlice.push_back(wanted != input.book.assets.end() && *wanted == card);
        if (isInSlice.back())
            ++wanted;
    });
    input.events = events(sheet, [&](EventKind kind, const std::optional<std::string>& code) {
        if (kind != EventKind::Seen)
            return kind == EventKind::Undo;
        const auto line = code ? numbers.lineOf(*code) : std::nullopt;
        return line && isInSlice[*line];
    });
    input.decisions = lineDecisions(sheet);
    return input;
}

std::vector<ScanEvent> SociInventoryStore::eventsOfLine(SheetId sheet, AssetId card)
{
    if (const auto book = bookPage(sheet, AssetId {card.value - 1}, 1);
        book.assets.empty() || book.assets.front() != card)
        return {};
    std::size_t line = 0;
    std::size_t at = 0;
    const LineNumbers numbers = lineNumbers(m_session, sheet, [&](AssetId of, DepartmentId) {
        line = of == card ? at : line;
        ++at;
    });
    auto found = events(sheet, [&](EventKind kind, const std::optional<std::string>& code) {
        return kind == EventKind::Undo || (code && numbers.lineOf(*code) == line);
    });
    // What takes something back goes with what it takes back.
    std::set<std::pair<std::string, std::string>> ids;
    for (const ScanEvent& event : found)
        if (event.kind != EventKind::Undo)
            ids.emplace(event.installId, event.eventId);
    std::erase_if(found, [&](const ScanEvent& event) {
        return event.kind == EventKind::Undo && !ids.contains({event.installId, event.corrects});
    });
    return found;
}

} // namespace guanwu
