#include "app/server/routes/routes.h"

#include "app/exchange/events/account_actors.h"
#include "app/exchange/events/event_batch.h"
#include "app/server/api_error.h"
#include "app/server/ingest_queue.h"
#include "app/server/server_context.h"
#include "app/text/explain.h"
#include "schema/access/soci_account_store.h"
#include "schema/audit/audit_trail.h"
#include "schema/connection/session.h"
#include "schema/connection/sha256.h"
#include "schema/inventory/soci_inventory_store.h"

#include <algorithm>
#include <array>

namespace guanwu {

namespace event_routes {

    using Json = nlohmann::ordered_json;

    constexpr std::uint64_t kFileBytes = 32 << 20;
    constexpr std::size_t kErrorsTold = 1'000;

    /// What became of the lines of one request, batch by batch.
    class Told {
    public:
        explicit Told(Language language)
            : m_language(language)
        {
        }
        void add(const EventBatch& batch, std::span<const AppendOutcome> appended)
        {
            const auto outcomes = batch.outcomes(appended);
            m_outcomes.insert(m_outcomes.end(), outcomes.begin(), outcomes.end());
            for (const LineOutcome outcome : outcomes)
                ++m_counts[static_cast<std::size_t>(outcome)];
            for (const RejectedEvent& rejected : batch.rejected())
                if (m_errors.size() < kErrorsTold)
                    m_errors.push_back({{"line", m_lines + rejected.line}, {"code", rejected.error.subject},
                        {"message", explain(rejected.error, m_language)}});
            m_lines += static_cast<std::int64_t>(outcomes.size());
        }
        /// `perLine`: name the outcome of every line, as a handheld needs it.
        [[nodiscard]] HttpResponse response(bool perLine) const
        {
            Json out = Json::object();
            for (const auto& row : kLineOutcomes)
                out[std::string(row.token)] = m_counts[static_cast<std::size_t>(row.value)];
            out["errors"] = m_errors;
            HttpResponse response = jsonResponse(out);
            if (perLine)
                response.body.insert(response.body.rfind(kErrorsKey), outcomesText());
            return response;
        }

    private:
        static constexpr std::string_view kErrorsKey = "\"errors\":";

        /// Put together by hand: as values of a JSON object, hundreds of tokens cost as much as reading the
        /// events.
        [[nodiscard]] std::string outcomesText() const
        {
            std::string text = "\"outcomes\":[";
            for (const LineOutcome outcome : m_outcomes)
                text.append(text.back() == '[' ? "\"" : ",\"")
                    .append(tokenRow(kLineOutcomes, outcome).token)
                    .append("\"");
            return text += "],";
        }

        Language m_language;
        std::array<std::int64_t, kLineOutcomes.size()> m_counts {};
        std::vector<LineOutcome> m_outcomes;
        Json m_errors = Json::array();
        std::int64_t m_lines = 0;
    };

    /// Who sends his own scans need not be looked up: the sheets are those he may count.
    ActorCheck ownOr(const RouteCall& call, ActorCheck others)
    {
        return [own = call.caller.account.login, others = std::move(others)](
                   const std::string& actor, const CountSheet& sheet) -> Result<void> {
            return actor == own ? Result<void>() : others(actor, sheet);
        };
    }

    /// Errors: inventory.no_task.
    Result<SheetsByUnit> sheetsOf(RouteCall& call)
    {
        auto sheets = SociInventoryStore(call.session, call.scope()).sheets(call.pathValue("task"));
        return sheets ? Result<SheetsByUnit>(byUnit(std::move(*sheets))) : fail(sheets.error());
    }

    /// What the lines of a request are read with: the sheets that the caller may count on, and the accounts
    /// that may have scanned.
    struct Reading {
        SociAccountStore accounts;
        SheetsByUnit sheets;
        EventReader reader;

        Reading(RouteCall& call, SheetsByUnit theSheets)
            : accounts(call.session)
            , sheets(std::move(theSheets))
            , reader(sheets, ownOr(call, accountActors(accounts)), call.server.now())
        {
        }
        /// Of an event that was read, so that there is a sheet that it belongs to.
        [[nodiscard]] TaskId task() const { return sheets.begin()->second.task; }
    };

    Result<void> takeBatch(RouteCall& call, const Answer& answer)
    {
        auto sheets = sheetsOf(call);
        if (!sheets)
            return fail(sheets.error());
        Reading reading(call, std::move(*sheets));
        // The events refer to it until they are in the store.
        const auto content = std::make_shared<const std::string>(std::move(call.content));
        auto read = EventBatch::read(*content, reading.reader);
        if (!read)
            return fail(read.error());
        const auto batch = std::make_shared<EventBatch>(std::move(*read));
        auto events = batch->takeEvents();
        const auto done
            = [content, batch, answer, language = call.language](const std::vector<AppendOutcome>* appended) {
                  if (!appended)
                      return answer(errorResponse({ErrorCode::Conflict, "server.store", {}}, language));
                  Told told(language);
                  told.add(*batch, *appended);
                  answer(told.response(true));
              };
        if (events.empty()) {
            const std::vector<AppendOutcome> none;
            done(&none);
            return {};
        }
        AuditAct act = call.session.audit().acts().front();
        act.after = sha256Hex(*content);
        if (!call.server.ingest.submit(reading.task(), std::move(events), std::move(act), done))
            return fail(ErrorCode::Conflict, "server.busy");
        return {};
    }

    /// The first lines of `text`, as many as a batch takes.
    std::string_view firstBatch(std::string_view text)
    {
        std::size_t end = 0;
        for (std::size_t lines = 0; lines < EventBatch::kMaxEvents && end < text.size(); ++lines) {
            const auto next = std::min(text.find('\n', end), text.size() - 1) + 1;
            if (next > EventBatch::kMaxBytes && end > 0)
                break;
            end = next;
        }
        return text.substr(0, end);
    }

    /// The event file of a unit without a network: batch after batch, each committed before the next is read.
    /// A file that is cut off can be sent again whole.
    Result<HttpResponse> takeFile(RouteCall& call)
    {
        auto sheets = sheetsOf(call);
        if (!sheets)
            return fail(sheets.error());
        SociInventoryStore store(call.session, call.scope());
        Reading reading(call, std::move(*sheets));
        Told told(call.language);
        for (std::string_view rest = call.content; !rest.empty();) {
            const std::string_view lines = firstBatch(rest);
            rest.remove_prefix(lines.size());
            if (lines == "\n")
                continue;
            const auto batch = EventBatch::read(lines, reading.reader);
            if (!batch)
                return fail(batch.error());
            told.add(*batch,
                batch->events().empty() ? std::vector<AppendOutcome>()
                                        : store.append(reading.task(), batch->events()));
        }
        return told.response(false);
    }

    const Route kRoutes[] = {
        {"POST", "/tasks/{task}/events", Admission::Permitted, Permission::Count, Reach::OwnRows,
            "Takes a batch of scan events; answered when they are on the disk.",
            {AuditAction::SendEvents, takeBatch}, {}, BodyKind::Lines},
        {"POST", "/tasks/{task}/event-files", Admission::Permitted, Permission::Count, Reach::OwnRows,
            "Takes the event file of a unit without a network.", {AuditAction::SendEventFile, takeFile}, {},
            BodyKind::Lines, {}, kFileBytes, Lane::Long},
    };

} // namespace event_routes

std::span<const Route> eventRoutes() { return event_routes::kRoutes; }

} // namespace guanwu
