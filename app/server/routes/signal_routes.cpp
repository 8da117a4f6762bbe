#include "app/server/routes/routes.h"

#include "app/exchange/events/event_json.h"
#include "app/server/routes/campaign_call.h"
#include "app/text/signal_question.h"
#include "core/inventory/count_signals.h"

namespace guanwu {

namespace signal_routes {

    using Json = nlohmann::ordered_json;

    Json textOrNull(const std::optional<std::string>& text) { return text ? Json(*text) : Json(); }

    Json signalJson(const CountSignal& signal, const std::vector<ScanEvent>& events, Language language)
    {
        Json figures = Json::object();
        for (const auto& [name, value] : signal.figures)
            figures[std::string(name)] = value;
        Json evidence = Json::array();
        for (const std::size_t position : signal.events) {
            const ScanEvent& event = events[position];
            evidence.push_back({{"event_id", event.eventId}, {"at", formatInstant(event.at)},
                {"seq", event.seq}, {"code", textOrNull(event.code)}, {"place", textOrNull(event.place)},
                {"install", event.installId}, {"actor", event.actor}});
        }
        return {{"kind", tokenRow(kSignalKinds, signal.kind).token},
            {"name", nameOf(kSignalKinds, signal.kind, language)}, {"question", questionOf(signal, language)},
            {"figures", std::move(figures)}, {"evidence", std::move(evidence)}};
    }

    Result<HttpResponse> signals(RouteCall& call)
    {
        CampaignCall campaign(call);
        const auto named = NamedSheet::find(call, campaign);
        if (!named)
            return fail(named.error());
        const std::vector<ScanEvent> events = campaign.store.storedEvents(named->sheet.id);
        const FrozenBook book = campaign.store.countingBook(named->sheet.id);
        Json out = Json::array();
        for (const CountSignal& signal : countSignals(book.lines, events))
            out.push_back(signalJson(signal, events, call.language));
        return jsonResponse({{"signals", std::move(out)}});
    }

    const Route kRoutes[] = {
        {"GET", "/tasks/{task}/sheets/{unit}/signals", Admission::Permitted, Permission::SuperviseCount,
            Reach::OwnUnit, "What in the events of a sheet does not look walked: questions, never verdicts.",
            signals, {}, BodyKind::None, {}, 0, Lane::Long},
    };

} // namespace signal_routes

std::span<const Route> signalRoutes() { return signal_routes::kRoutes; }

} // namespace guanwu
