// What a fold reads, sheet after sheet, on a thread and a connection of its own: one core reads the next
// slice while the other folds this one.
#include "schema/connection/session.h"
#include "schema/inventory/soci_inventory_store.h"

#include <future>

namespace guanwu {

namespace {

    constexpr std::int64_t kSliceLines = 12'000;

    class InputsAhead final : public SheetInputs {
    public:
        InputsAhead(std::unique_ptr<Session> session, const Scope& scope, std::span<const CountSheet> sheets)
            : m_session(std::move(session))
            , m_store(*m_session, scope)
            , m_sheets(sheets)
        {
            readNext();
        }
        SheetInput next() override
        {
            SheetInput input = m_next.get();
            readNext();
            return input;
        }

    private:
        void readNext()
        {
            if (!m_sheets.empty())
                m_next = std::async(std::launch::async, [this] { return read(); });
        }
        SheetInput read()
        {
            const SheetId sheet = m_sheets.front().id;
            SheetInput input;
            input.book = m_store.countingBook(sheet, m_after, kSliceLines);
            input.isLast = static_cast<std::int64_t>(input.book.lines.size()) < kSliceLines;
            input.events = eventsOf(sheet, input);
            input.decisions = m_store.lineDecisions(sheet);
            input.surplusDecisions = m_store.surplusDecisions(sheet);
            if (input.isLast) {
                m_sheets = m_sheets.subspan(1);
                m_after = {};
                m_from = 0;
                m_numbers = {};
            } else {
                m_after = input.book.assets.back();
                m_from += input.book.lines.size();
            }
            return input;
        }
        std::vector<ScanEvent> eventsOf(SheetId sheet, const SheetInput& input)
        {
            const bool isFirst = m_from == 0;
            if (isFirst && input.isLast)
                return m_store.events(sheet);
            if (isFirst)
                m_numbers = m_store.numbers(sheet);
            const std::size_t end = m_from + input.book.lines.size();
            return m_store.events(sheet, [&](EventKind kind, const std::optional<std::string>& code) {
                if (kind == EventKind::Undo)
                    return true;
                if (kind == EventKind::Surplus || !code)
                    return isFirst;
                const auto line = m_numbers.lineOf(*code);
                return line ? *line >= m_from && *line < end : isFirst;
            });
        }

        std::unique_ptr<Session>
            m_session; ///< this and what follows is the thread's while m_next is on its way
        SociInventoryStore m_store;
        std::span<const CountSheet> m_sheets; ///< not read to the end
        AssetId m_after; ///< the last card that was read of the first of them
        std::size_t m_from = 0; ///< how many lines of it were read
        LineNumbers m_numbers; ///< of its whole book, when that has more than one slice
        std::future<SheetInput> m_next; ///< last member: its end is awaited before the others go
    };

} // namespace

std::unique_ptr<SheetInputs> SociInventoryStore::inputs(std::span<const CountSheet> sheets)
{
    return std::make_unique<InputsAhead>(m_session.another(), m_scope, sheets);
}

SheetInput SociInventoryStore::slice(SheetId sheet, AssetId after, std::int64_t most)
{
    SheetInput input;
    input.book = bookPage(sheet, after, most);
    input.isLast = static_cast<std::int64_t>(input.book.lines.size()) < most;
    if (input.book.lines.empty())
        return input;
    // A code may be the number of a line outside the slice and the legacy number of one in it: only all
    // numbers of the sheet together say whose it is.
    LineNumbers numbers;
    std::vector<bool> isInSlice;
    {
        auto wanted = input.book.assets.begin();
        const auto rows = m_session.bulk().stream(
            "SELECT asset_id, asset_no, legacy_no FROM sheet_line WHERE sheet_id = ? ORDER BY asset_id",
            {sheet.value});
        while (rows->next()) {
            numbers.add(rows->text(1), rows->text(2), isInSlice.size());
            isInSlice.push_back(wanted != input.book.assets.end() && wanted->value == rows->integer(0));
            if (isInSlice.back())
                ++wanted;
        }
    }
    input.events = events(sheet, [&](EventKind kind, const std::optional<std::string>& code) {
        if (kind != EventKind::Seen)
            return kind == EventKind::Undo;
        const auto line = code ? numbers.lineOf(*code) : std::nullopt;
        return line && isInSlice[*line];
    });
    input.decisions = lineDecisions(sheet);
    return input;
}

} // namespace guanwu
