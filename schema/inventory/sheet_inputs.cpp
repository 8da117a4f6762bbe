// What a fold reads, sheet after sheet, on a thread and a connection of its own: one core reads the next
// sheet while the other folds this one.
#include "schema/connection/session.h"
#include "schema/inventory/soci_inventory_store.h"

#include <future>

namespace guanwu {

namespace {

    class InputsAhead final : public SheetInputs {
    public:
        InputsAhead(std::unique_ptr<Session> session, std::span<const CountSheet> sheets)
            : m_session(std::move(session))
            , m_store(*m_session)
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
            if (m_sheets.empty())
                return;
            m_next = std::async(std::launch::async, [this, sheet = m_sheets.front().id] {
                return SheetInput {m_store.countingBook(sheet), m_store.events(sheet),
                    m_store.lineDecisions(sheet), m_store.surplusDecisions(sheet)};
            });
            m_sheets = m_sheets.subspan(1);
        }

        std::unique_ptr<Session> m_session; ///< the thread's while m_next is on its way
        SociInventoryStore m_store;
        std::span<const CountSheet> m_sheets; ///< not begun yet
        std::future<SheetInput> m_next; ///< last member: its end is awaited before the others go
    };

} // namespace

std::unique_ptr<SheetInputs> SociInventoryStore::inputs(std::span<const CountSheet> sheets)
{
    return std::make_unique<InputsAhead>(m_session.another(), sheets);
}

} // namespace guanwu
