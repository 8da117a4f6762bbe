#include "app/books/movements.h"

#include "app/books/reconcile.h"
#include "core/books/class_key.h"

#include <algorithm>
#include <map>
#include <memory>

namespace guanwu {

namespace {

    using Json = nlohmann::ordered_json;
    using Month = std::chrono::year_month;
    constexpr std::chrono::months kOne {1};
    constexpr const char* kNoClass = "~"; ///< behind every class

    class MovementTable {
    public:
        MovementTable(BookReader& reader, Month from, Month to)
            : m_reader(reader)
            , m_before(from - kOne)
            , m_to(to)
        {
        }

        /// `lines` takes who moved, and who was on the books before the first month that was posted.
        void add(UnitId unit, std::vector<MovementLine>* lines = nullptr)
        {
            const auto rowOfKey = [&](std::int64_t key) -> MovementRow& {
                const std::string code = bookClassOf(key);
                return m_rows[code.empty() ? kNoClass : code];
            };
            const auto opening = m_reader.totals(unit, m_before);
            for (const ClassTotal& total : opening) {
                MovementRow& row = rowOfKey(total.classKey);
                row.opening.add(total.quantity, total.original);
                row.openingAccumulated += total.accumulated;
            }
            for (const ClassTotal& total : m_reader.totals(unit, m_to)) {
                MovementRow& row = rowOfKey(total.classKey);
                row.closing.add(total.quantity, total.original);
                row.closingAccumulated += total.accumulated;
            }
            // Asked once a unit, not for each of the cards that came with the first month: those are all it has.
            const bool beginsHere = opening.empty() && isFirstMonth(unit);
            auto moves = m_reader.movements(unit, m_before, m_to);
            std::map<std::int64_t, std::vector<const BookMovement*>> byAsset;
            for (const BookMovement& move : moves)
                byAsset[move.entry.asset.value].push_back(&move);
            for (const BookMovement& move : moves) {
                MovementRow& row = rowOfKey(move.entry.classKey);
                const auto& all = byAsset[move.entry.asset.value];
                const auto tell
                    = [&](MovementPart part, MovementKind kind, MovementFigures figures, Money accumulated) {
                          if (lines)
                              lines->push_back({move.assetNo, move.name, {}, bookClassOf(move.entry.classKey),
                                  part, kind, figures, accumulated});
                      };
                const auto moved = [&](MovementKind kind, std::int64_t quantity, Money original) {
                    row.moved[static_cast<std::size_t>(kind)].add(quantity, original);
                    tell(MovementPart::Moved, kind, {quantity, original}, {});
                };
                // An entry that goes on as another with the same figures did not move.
                if (const BookMovement* continued = counterpart(all, move)) {
                    const BookEntry& other = continued->entry;
                    if (bookClassOf(other.classKey) == bookClassOf(move.entry.classKey)) {
                        // Only what the value or the number changed by is told, once, with the opening.
                        if (!move.isOpening)
                            continue;
                        const std::int64_t more = move.entry.quantity - other.quantity;
                        const Money value = move.entry.original - other.original;
                        const bool isLess = value < Money() || (value == Money() && more < 0);
                        moved(isLess ? MovementKind::OtherDecrease : MovementKind::OtherIncrease,
                            isLess ? -more : more, isLess ? -value : value);
                        continue;
                    }
                    moved(move.isOpening ? MovementKind::OtherIncrease : MovementKind::OtherDecrease,
                        move.entry.quantity, move.entry.original);
                    continue;
                }
                if (move.isOpening) {
                    // At the first month that is posted every card comes onto the books: those of before are
                    // the opening.
                    if (beginsHere
                        && (move.entry.schedule.from <= m_before || move.entry.schedule.opening > Money())) {
                        row.opening.add(move.entry.quantity, move.entry.original);
                        row.openingAccumulated += move.entry.accumulatedAt(m_before);
                        tell(MovementPart::Opening, {}, {move.entry.quantity, move.entry.original},
                            move.entry.accumulatedAt(m_before));
                        continue;
                    }
                    moved(move.cameFrom.value != 0 ? MovementKind::TransferIn : increaseOf(move.acquisition),
                        move.entry.quantity, move.entry.original);
                } else {
                    const bool isElsewhere = move.nowIn.value != 0 && move.nowIn != unit;
                    moved(isElsewhere ? MovementKind::TransferOut : decreaseOf(move.method),
                        move.entry.quantity, move.entry.original);
                }
            }
        }

        std::vector<MovementRow> rows()
        {
            std::vector<MovementRow> out;
            for (auto& [key, row] : m_rows) {
                row.classCode = key == kNoClass ? std::string() : key;
                row.classText = bookClassName(key);
                out.push_back(std::move(row));
            }
            return out;
        }

    private:
        static MovementKind increaseOf(const std::string& acquisition)
        {
            static const std::map<std::string, MovementKind> kinds {{"purchase", MovementKind::Purchase},
                {"construction", MovementKind::Construction}, {"transfer_in", MovementKind::TransferIn},
                {"allotment", MovementKind::TransferIn}, {"donation", MovementKind::Donation},
                {"surplus", MovementKind::Surplus}};
            const auto found = kinds.find(acquisition);
            return found == kinds.end() ? MovementKind::OtherIncrease : found->second;
        }

        static MovementKind decreaseOf(const std::string& method)
        {
            static const std::map<std::string, MovementKind> kinds {
                {"allocate_free", MovementKind::TransferOut}, {"reallocate", MovementKind::TransferOut},
                {"office_reallocate", MovementKind::TransferOut}, {"sell", MovementKind::Sale},
                {"office_auction", MovementKind::Sale}, {"scrap", MovementKind::Scrap},
                {"write_off_loss", MovementKind::Shortage}, {"donate", MovementKind::Donated}};
            const auto found = kinds.find(method);
            return found == kinds.end() ? MovementKind::OtherDecrease : found->second;
        }

        bool isFirstMonth(UnitId unit) { return m_reader.months(unit, m_before + kOne, 1).empty(); }

        /// The entry that ends where this one begins, or the other way round.
        static const BookMovement* counterpart(
            const std::vector<const BookMovement*>& all, const BookMovement& move)
        {
            for (const BookMovement* other : all)
                if (other->isOpening != move.isOpening
                    && (move.isOpening ? other->entry.validUntil == move.entry.validFrom
                                       : other->entry.validFrom == move.entry.validUntil))
                    return other;
            return nullptr;
        }

        BookReader& m_reader;
        Month m_before; ///< the last month before the period
        Month m_to;
        std::map<std::string, MovementRow> m_rows;
    };

    /// The cards of one unit after the other: at the beginning, at the end, and who moved in between.
    class MovementLineSource {
    public:
        MovementLineSource(BookReader& reader, std::vector<BookUnit> units, Month from, Month to,
            std::vector<MovementPart> parts)
            : m_reader(reader)
            , m_units(std::move(units))
            , m_from(from)
            , m_to(to)
            , m_parts(std::move(parts))
        {
        }

        bool next(MovementLine& line)
        {
            for (;;) {
                if (m_posted && m_posted->next(m_line)) {
                    line = ofPosted();
                    return true;
                }
                m_posted.reset();
                while (m_held < m_moves.size())
                    if (wants(m_moves[m_held++].part)) {
                        line = std::move(m_moves[m_held - 1]);
                        line.unitName = unit().name;
                        return true;
                    }
                if (!open())
                    return false;
            }
        }

    private:
        enum class Step : std::uint8_t { Begin, Opening, Closing, Moves };

        [[nodiscard]] bool wants(MovementPart part) const
        {
            return std::find(m_parts.begin(), m_parts.end(), part) != m_parts.end();
        }
        [[nodiscard]] const BookUnit& unit() const { return m_units[m_at]; }

        /// Opens what comes behind what was read; false at the end of the last unit.
        bool open()
        {
            if (m_step == Step::Moves) {
                m_step = Step::Begin;
                ++m_at;
            }
            if (m_at >= m_units.size())
                return false;
            m_step = Step {static_cast<std::uint8_t>(static_cast<int>(m_step) + 1)};
            if (m_step == Step::Moves) {
                m_moves.clear();
                m_held = 0;
                // What is on the books at the end stands in the posted lines alone.
                if (!wants(MovementPart::Moved) && !wants(MovementPart::Opening))
                    return true;
                MovementTable(m_reader, m_from, m_to).add(unit().id, &m_moves);
                return true;
            }
            const bool isOpening = m_step == Step::Opening;
            m_month = isOpening ? m_from - kOne : m_to;
            // Of a month that is not posted there is nothing to read.
            if (wants(isOpening ? MovementPart::Opening : MovementPart::Closing)
                && !m_reader.totals(unit().id, m_month).empty())
                m_posted.emplace(m_reader.lines(unit().id, m_month));
            return true;
        }

        [[nodiscard]] MovementLine ofPosted() const
        {
            MovementLine line;
            line.assetNo = m_line.assetNo;
            line.name = m_line.name;
            line.unitName = unit().name;
            line.classCode = bookClassOf(m_line.entry.classKey);
            line.part = m_step == Step::Opening ? MovementPart::Opening : MovementPart::Closing;
            line.figures = {m_line.entry.quantity, m_line.entry.original};
            line.accumulated = m_line.accumulated;
            return line;
        }

        BookReader& m_reader;
        std::vector<BookUnit> m_units;
        Month m_from;
        Month m_to;
        std::vector<MovementPart> m_parts;
        std::size_t m_at = 0;
        Step m_step = Step::Begin;
        Month m_month {};
        std::optional<PostedLines> m_posted;
        PostedLine m_line;
        std::vector<MovementLine> m_moves;
        std::size_t m_held = 0;
    };

    Json figuresJson(const MovementFigures& figures)
    {
        return {{"quantity", figures.quantity}, {"original_yuan", figures.original.toYuanString()}};
    }

} // namespace

std::vector<MovementRow> movementsOf(BookReader& reader, std::span<const UnitId> units,
    std::chrono::year_month from, std::chrono::year_month to)
{
    MovementTable table(reader, from, to);
    for (const UnitId unit : units)
        table.add(unit);
    return table.rows();
}

MovementLines movementLines(
    BookReader& reader, std::vector<BookUnit> units, std::chrono::year_month from, std::chrono::year_month to)
{
    return [&reader, units = std::move(units), from, to](std::vector<MovementPart> parts) {
        return [source = std::make_shared<MovementLineSource>(reader, units, from, to, std::move(parts))](
                   MovementLine& line) { return source->next(line); };
    };
}

Json movementsJson(std::span<const MovementRow> rows)
{
    Json out = Json::array();
    for (const MovementRow& row : rows) {
        Json moved = Json::object();
        for (const auto& kind : kMovementKinds)
            if (const auto& figures = row.moved[static_cast<std::size_t>(kind.value)]; figures != MovementFigures())
                moved[std::string(kind.token)] = figuresJson(figures);
        out.push_back({{"class_code", row.classCode.empty() ? Json() : Json(row.classCode)},
            {"class_name", row.classText}, {"opening", figuresJson(row.opening)}, {"moved", std::move(moved)},
            {"closing", figuresJson(row.closing)}, {"expected", figuresJson(row.expected())},
            {"ties", row.ties()}});
    }
    return out;
}

} // namespace guanwu
