#include "app/books/card_paper.h"

#include "core/audit/local_actor.h"
#include "core/cards/card_fields.h"
#include "core/cards/card_service.h"
#include "core/documents/document_data.h"
#include "core/reference/certificate_types.h"
#include "core/reference/classification.h"
#include "core/values/calendar.h"
#include "reports/model/columns.h"
#include "scanner/tag_symbol.h"
#include "schema/access/soci_account_store.h"
#include "schema/books/book_changes.h"
#include "schema/books/book_reader.h"
#include "schema/cards/soci_card_repository.h"
#include "schema/connection/session.h"
#include "schema/documents/soci_document_store.h"
#include "schema/premises/repair_rows.h"

#include <algorithm>
#include <array>

namespace guanwu {

namespace {

    constexpr int kMostEvents = 500; ///< changes that the back of a card tells
    constexpr int kShownDisposals = 50;

    /// The blocks of the front, and the fields that belong to them; those in none tell what only a kind of
    /// card has.
    struct FrontBlock {
        std::string_view name;
        std::vector<std::string_view> fields;
    };

    const std::array<FrontBlock, 3>& frontBlocks()
    {
        static const std::array<FrontBlock, 3> blocks {{
            {"基本信息",
                {"asset_no", "legacy_no", "name", "card_kind", "class_edition", "class_code", "brand",
                    "model", "serial_no", "quantity", "unit_of_measure", "min_use_years", "tag_state",
                    "remark"}},
            {"财务信息",
                {"original_yuan", "unit_price_yuan", "unit_price_inexact", "fiscal_yuan", "value_type",
                    "acquisition_method", "acquired_on", "booked_state", "booked_on", "voucher_no",
                    "budget_item_no", "procurement_form", "supplier", "contract_no", "invoice_no",
                    "warranty_until", "depreciation_state", "depreciation_method", "life_months",
                    "life_approved"}},
            {"使用信息",
                {"unit", "using_unit", "right_holder", "managing_department", "department", "user", "keeper",
                    "public_use", "place", "in_service_on", "use_state", "use_direction", "counterparty",
                    "idle_since"}},
        }};
        return blocks;
    }

    std::string shownValue(std::string_view field, const std::string& value)
    {
        if (field == "class_code")
            return classText(value, std::string(Classification::edition2022().nameOf(value)));
        if (field == "cert_kind")
            return certificateTypeName(value);
        const CardField* of = findCardField(field);
        return of ? std::string(of->shown(value)) : value;
    }

    class CardPaper {
    public:
        CardPaper(Session& session, const Scope& scope, const RegisteredCard& card)
            : m_session(session)
            , m_scope(scope)
            , m_card(card)
            , m_names(accountNames(session))
        {
        }

        std::vector<CardRow> rows(SociCardRepository& cards)
        {
            addFront();
            addChanges(cards);
            addRepairs();
            addDepreciation();
            addDisposals();
            return std::move(m_rows);
        }

        CardTag tag() const
        {
            const std::string& no = m_card.card.assetNo;
            const auto number = AssetNo::parse(no);
            if (!number)
                return {no, legacySymbol(no)};
            const AssetTag tag = AssetTag::of(*number);
            return {tag.text(), tagSymbol(tag)};
        }

    private:
        void addFront()
        {
            std::vector<std::string_view> placed;
            for (const FrontBlock& block : frontBlocks()) {
                for (const std::string_view token : block.fields)
                    addField(block.name, *findCardField(token));
                placed.insert(placed.end(), block.fields.begin(), block.fields.end());
            }
            for (const CardField& field : cardFields())
                if (std::find(placed.begin(), placed.end(), field.token) == placed.end())
                    addField("专用信息", field);
        }

        void addField(std::string_view block, const CardField& field)
        {
            CardRow row;
            row.content = contentOf(field);
            if (row.content.empty())
                return;
            row.part = std::string(kCardFront).append(block);
            row.item = field.nameZh;
            const bool isArea = field.token.ends_with("_m2");
            if (isArea || field.token.ends_with("_yuan"))
                row.amount = CardAmount::Content;
            if (isArea)
                row.item += "(㎡)";
            m_rows.push_back(std::move(row));
        }

        [[nodiscard]] std::string contentOf(const CardField& field) const
        {
            if (!field.reference)
                return shownValue(field.token, field.read(m_card));
            const Reference& to = m_card.*(field.reference);
            return to.name.empty() || to.name == to.code ? to.code : to.code + " " + to.name;
        }

        [[nodiscard]] std::string nameOf(const std::string& login) const
        {
            if (login == kCommandLine)
                return "命令行";
            return nameOrLogin(m_names, login);
        }

        void addChanges(SociCardRepository& cards)
        {
            auto events = cards.history(m_card.card.id, 0, kMostEvents);
            std::reverse(events.begin(), events.end());
            const std::string part(kCardChanges);
            for (const CardEvent& event : events) {
                const std::string on = formatDate(chinaDate(event.at));
                if (event.kind == CardEventKind::Created) {
                    if (!event.reason.empty())
                        m_rows.push_back({part, "建卡", event.reason, {}, {}, on, nameOf(event.actor)});
                    continue;
                }
                for (const FieldDifference& field : event.fields) {
                    const CardField* of = findCardField(field.field);
                    m_rows.push_back({part, of ? std::string(of->nameZh) : field.field, event.reason,
                        field.beforeName.empty() ? shownValue(field.field, field.before) : field.beforeName,
                        field.afterName.empty() ? shownValue(field.field, field.after) : field.afterName, on,
                        nameOf(event.actor),
                        field.field.ends_with("_yuan") ? CardAmount::BeforeAndAfter : CardAmount::None});
                }
            }
            for (const BookChange& change : BookChanges(m_session, m_scope).of(m_card.card.id)) {
                m_rows.push_back(
                    {std::string(kCardValues), std::string(tokenRow(kBookChangeKinds, change.kind).nameZh),
                        change.reason, {}, change.original ? change.original->toYuanString() : std::string(),
                        formatMonth(change.effective), change.documentNo,
                        change.original ? CardAmount::After : CardAmount::None});
            }
        }

        /// Of the building that the card is about.
        void addRepairs()
        {
            if (m_card.card.kind != CardKind::Building || m_card.place.id == 0)
                return;
            for (const RepairLine& repair : readRepairs(m_session, m_scope, std::nullopt, {})) {
                if (repair.building.id != m_card.place.id || !repair.approvedOn)
                    continue;
                m_rows.push_back({std::string(kCardRepairs), repair.kind, repair.approvalNo, repair.parts,
                    repair.approved ? repair.approved->toYuanString() : std::string(),
                    formatDate(repair.finishedOn.value_or(*repair.approvedOn)), repair.applicationNo,
                    CardAmount::After});
            }
        }

        void addDepreciation()
        {
            BookReader reader(m_session, m_scope);
            const std::string part(kCardDepreciation);
            Money sum;
            const auto add = [&](std::string item, Money amount) {
                m_rows.push_back(
                    {part, std::move(item), amount.toYuanString(), {}, {}, {}, {}, CardAmount::Content});
            };
            for (const auto& [year, taken] : reader.ofCard(m_card.card.id).byYear) {
                sum += taken;
                add(std::to_string(year) + " 年", taken);
            }
            if (sum != Money())
                add("已计提合计", sum);
        }

        void addDisposals()
        {
            SociDocumentStore documents(m_session, m_scope);
            DocumentFilter filter;
            filter.kind = DocumentKind::Disposal;
            filter.assetNo = m_card.card.assetNo;
            const auto page = documents.list(filter, 0, kShownDisposals);
            if (!page)
                return;
            for (const DocumentSummary& one : page->documents) {
                const auto document = documents.find(one.no);
                if (!document || !document->lineOf(m_card.card.id))
                    continue;
                const DocumentMethod* method = DocumentData::current().findMethod(one.kind, one.method);
                const std::string_view removed = document->fact("removed_on");
                const std::string on = !removed.empty() ? std::string(removed)
                    : document->approvedOn              ? formatDate(*document->approvedOn)
                                                        : formatDate(chinaDate(document->createdAt));
                m_rows.push_back(
                    {std::string(kCardDisposals), method ? method->nameZh : one.method, document->reason,
                        std::string(document->stateNameZh()), document->approvalNo, on, document->no});
            }
        }

        Session& m_session;
        const Scope& m_scope;
        const RegisteredCard& m_card;
        std::unordered_map<std::string, std::string> m_names;
        std::vector<CardRow> m_rows;
    };

} // namespace

Result<StreamedReport> cardPaper(Session& session, const Scope& scope, const std::string& assetNo,
    std::chrono::year_month month, BookHead head)
{
    SociCardRepository cards(session, scope);
    CardService service(
        cards, scope, [month] { return Instant(std::chrono::sys_days(month / std::chrono::last)); });
    const auto found = service.find(assetNo);
    if (!found)
        return fail(found.error());
    if (head.preparer.empty())
        head.preparer = found->unit.name;
    head.notes.push_back("资产编号：" + found->card.assetNo + "　资产名称：" + found->card.name);
    CardPaper paper(session, scope, *found);
    auto rows = paper.rows(cards);
    return cardReport(head, found->card.assetNo + "　" + found->card.name, std::move(rows), paper.tag());
}

} // namespace guanwu
