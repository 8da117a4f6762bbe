#include "schema/overview/indicator_items.h"

#include "core/base/text.h"
#include "core/documents/document_kind.h"
#include "core/values/calendar.h"
#include "schema/access/scope_condition.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/stored_token.h"
#include "schema/overview/overview_store.h"
#include "schema/premises/title_register.h"

#include <memory>

namespace guanwu {

namespace {

    // Each indicator says once which rows it counts and which of them are its part; the figure and the lines
    // behind it ask the same.

    constexpr std::string_view kByRequest
        = "a.id IN (SELECT c.asset_id FROM document_card c JOIN document d ON d.id = c.document_id "
          "WHERE d.kind = 'allocation')";
    constexpr std::string_view kApprovedFirst = "d.approved_on <= x.left_on";

    /// The parts of a card that was split, or what it was merged into, were not bought.
    void addBought(Query& query, const Scope& scope, Day on)
    {
        query
            .add(
                " FROM registered_asset a LEFT JOIN unit u ON u.id = a.unit_id "
                "WHERE a.acquisition_method = 'purchase' AND a.id NOT IN (SELECT c.asset_id FROM document_card c "
                "JOIN document d ON d.id = c.document_id WHERE d.kind <> 'allocation') AND a.acquired_on >= ",
                formatDate(on.year() / 1 / 1))
            .add(" AND a.acquired_on <= ", formatDate(on))
            .add(ScopeCondition(scope, "a.unit_id", "a.department_id"));
    }

    void addDisposed(Query& query, const Scope& scope, Day on)
    {
        query
            .add(
                " FROM asset_exit x JOIN asset a ON a.id = x.asset_id LEFT JOIN document d ON d.id = x.document_id "
                "LEFT JOIN unit u ON u.id = x.unit_id WHERE x.to_unit_id IS NULL AND x.left_on >= ",
                formatDate(on.year() / 1 / 1))
            .add(" AND x.left_on <= ", formatDate(on))
            .add(ScopeCondition(scope, "x.unit_id", "a.department_id"));
    }

    void addOnTime(Query& query, Day on)
    {
        query.add("(d.due_on IS NULL OR d.due_on >= ", formatDate(on)).add(")");
    }

    void addOpen(Query& query, const Scope& scope)
    {
        std::vector<std::string> open;
        for (const auto& state : kDocumentStates)
            if (isOpen(state.value))
                open.emplace_back(state.token);
        query.add(" FROM document d LEFT JOIN unit u ON u.id = d.unit_id WHERE d.state IN ")
            .addList(open)
            .add(ScopeCondition(scope, "d.unit_id", "d.department_id"));
    }

    using Items = std::function<bool(IndicatorItem& item)>;

    /// Reads the rows of a query by `read`.
    template <class Read> Items rowsOf(std::shared_ptr<Query> query, std::size_t columns, Read read)
    {
        return [query = std::move(query), columns, read](IndicatorItem& item) {
            if (!query->next(columns))
                return false;
            item = read(*query);
            return true;
        };
    }

    std::vector<BuildingTitle> standingBuildings(Session& session, const Scope& scope)
    {
        auto out = TitleRegister(session, scope).buildings();
        std::erase_if(out, [](const BuildingTitle& building) { return building.isGone; });
        return out;
    }

    Items titledBuildings(Session& session, const Scope& scope)
    {
        return [buildings = standingBuildings(session, scope), next = std::size_t {0}](
                   IndicatorItem& item) mutable {
            if (next == buildings.size())
                return false;
            const BuildingTitle& from = buildings[next++];
            item = {from.building.code, from.building.name, {}, joined(from.certificates, "；"), {}, {}, {},
                from.certificates.empty() ? 0 : 1, 1};
            return true;
        };
    }

    Items boughtCards(Session& session, const Scope& scope, Day on)
    {
        const auto query = std::make_shared<Query>(session);
        query
            ->add(
                "SELECT a.asset_no, a.name, u.name, (SELECT max(d.document_no) FROM document_card c JOIN document d "
                "ON d.id = c.document_id WHERE c.asset_id = a.id AND d.kind = 'allocation'), CASE WHEN ")
            .add(kByRequest)
            .add(" THEN 1 ELSE 0 END");
        addBought(*query, scope, on);
        query->add(" ORDER BY a.asset_no");
        return rowsOf(query, 5, [](const Query& row) {
            return IndicatorItem {
                row.text(0), row.text(1), row.text(2), row.text(3), {}, {}, {}, row.integer(4), 1};
        });
    }

    Items usedCards(Session& session, const Scope& scope)
    {
        return [cards = overviewItems(session, scope, {})](IndicatorItem& item) {
            for (OverviewItem card; cards(card);) {
                if (card.card.useState == UseState::WrittenOff)
                    continue;
                const std::int64_t whole = card.card.original.fen();
                item = {card.assetNo, card.name, card.unitName, {}, {}, {}, card.card.useState,
                    card.card.useState == UseState::Idle ? 0 : whole, whole};
                return true;
            }
            return false;
        };
    }

    Items disposedCards(Session& session, const Scope& scope, Day on)
    {
        const auto query = std::make_shared<Query>(session);
        query->add("SELECT a.asset_no, a.name, u.name, d.document_no, d.approved_on, x.left_on, CASE WHEN ")
            .add(kApprovedFirst)
            .add(" THEN 1 ELSE 0 END");
        addDisposed(*query, scope, on);
        query->add(" ORDER BY x.left_on, a.asset_no");
        return rowsOf(query, 7, [](const Query& row) {
            return IndicatorItem {row.text(0), row.text(1), row.text(2), row.text(3),
                fromDayColumn(row.text(4)), fromDayColumn(row.text(5)), {}, row.integer(6), 1};
        });
    }

    Items openDocuments(Session& session, const Scope& scope, Day on)
    {
        const auto query = std::make_shared<Query>(session);
        query->add("SELECT d.document_no, d.kind, u.name, d.due_on, CASE WHEN ");
        addOnTime(*query, on);
        query->add(" THEN 1 ELSE 0 END");
        addOpen(*query, scope);
        query->add(" ORDER BY d.document_no");
        return rowsOf(query, 5, [](const Query& row) {
            return IndicatorItem {row.text(0),
                std::string(tokenRow(kDocumentKinds, storedToken(kDocumentKinds, row.text(1))).nameZh),
                row.text(2), {}, fromDayColumn(row.text(3)), {}, {}, row.integer(4), 1};
        });
    }

} // namespace

IndicatorFigure indicatorFigure(Session& session, const Scope& scope, Indicator indicator, Day on)
{
    if (indicator == Indicator::EfficientUse)
        return {};
    if (indicator == Indicator::ClearTitle) {
        IndicatorFigure out;
        for (const BuildingTitle& building : standingBuildings(session, scope)) {
            out.part += building.certificates.empty() ? 0 : 1;
            ++out.whole;
        }
        return out;
    }
    Query query(session);
    query.add("SELECT count(CASE WHEN ");
    constexpr std::string_view kEnd = " THEN 1 END), count(*)";
    if (indicator == Indicator::SoundAllocation) {
        query.add(kByRequest).add(kEnd);
        addBought(query, scope, on);
    } else if (indicator == Indicator::ProperDisposal) {
        query.add(kApprovedFirst).add(kEnd);
        addDisposed(query, scope, on);
    } else {
        addOnTime(query, on);
        query.add(kEnd);
        addOpen(query, scope);
    }
    return query.next(2) ? IndicatorFigure {query.integer(0), query.integer(1)} : IndicatorFigure {};
}

std::function<bool(IndicatorItem& item)> indicatorItems(
    Session& session, const Scope& scope, Indicator indicator, Day on)
{
    switch (indicator) {
    case Indicator::ClearTitle:
        return titledBuildings(session, scope);
    case Indicator::SoundAllocation:
        return boughtCards(session, scope, on);
    case Indicator::EfficientUse:
        return usedCards(session, scope);
    case Indicator::ProperDisposal:
        return disposedCards(session, scope, on);
    case Indicator::PromptWork:
        break;
    }
    return openDocuments(session, scope, on);
}

} // namespace guanwu
