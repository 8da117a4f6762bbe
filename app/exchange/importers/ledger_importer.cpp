#include "app/exchange/column_tables.h"
#include "app/exchange/references.h"
#include "schema/connection/column_types.h"
#include "schema/connection/session.h"

namespace guanwu {

namespace {

    constexpr TargetTable kTables[] = {
        {"ledger_balance", "id, unit_id, month, account, class_code, balance_fen, batch_id"},
    };

    consteval int at(std::string_view name) { return columnIndex(kLedgerColumns, name); }

    class LedgerImporter final : public Importer {
    public:
        explicit LedgerImporter(const ImportContext& context)
            : m_context(context)
            , m_references(m_context)
        {
        }
        std::span<const TargetTable> tables() const override { return kTables; }

        void row(RowFields& fields) override
        {
            const std::int64_t unit = m_references.unit(fields, at("unit"));
            fields.require(at("unit"), unit != 0);
            const auto month = fields.month(at("month"));
            fields.require(at("month"), month.has_value());
            const std::string account(fields.requiredText(at("account")));
            const std::string classCode(fields.requiredText(at("class_code")));
            const auto balance = fields.money(at("balance_yuan"));
            fields.require(at("balance_yuan"), balance.has_value());
            if (fields.hasErrors())
                return;
            const std::string key
                = std::to_string(unit) + '/' + formatMonth(*month) + '/' + account + '/' + classCode;
            m_keys.check(fields, at("account"), key);
            if (fields.hasErrors())
                return;
            RowSpool& out = m_context.spool;
            out.target(0);
            out.integer(m_context.session.newId());
            out.integer(unit);
            out.integer(toMonthColumn(*month));
            out.text(account);
            out.text(classCode);
            out.integer(balance->fen());
            out.integer(m_context.batch.value);
            out.endRow();
        }
        void finish() override { }

    private:
        ImportContext m_context;
        References m_references;
        RowKeys m_keys;
    };

} // namespace

std::unique_ptr<Importer> makeLedgerImporter(const ImportContext& context)
{
    return std::make_unique<LedgerImporter>(context);
}

} // namespace guanwu
