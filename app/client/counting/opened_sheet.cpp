#include "app/client/counting/opened_sheet.h"

#include "app/exchange/events/event_json.h"
#include "app/system_clock.h"

#include <unordered_set>

namespace guanwu {

namespace {

    constexpr std::size_t kRecent = 100;

    std::vector<ScanEvent> recentOf(Handheld& handheld)
    {
        const auto entries = handheld.outbox().ofSheet(handheld.held().id);
        std::vector<ScanEvent> out;
        std::unordered_set<std::string> undone;
        EventDecoder decoder;
        for (auto entry = entries.rbegin(); entry != entries.rend() && out.size() < kRecent; ++entry) {
            auto event = decoder.decode(entry->body);
            if (!event)
                continue; // purged
            if (event->kind == EventKind::Undo)
                undone.insert(event->corrects);
            else if (!undone.contains(event->eventId))
                out.push_back(std::move(*event));
        }
        std::reverse(out.begin(), out.end());
        return out;
    }

} // namespace

Result<std::shared_ptr<OpenedSheet>> openSheet(
    const std::filesystem::path& store, const std::string& task, const std::string& unit)
{
    auto out = std::make_shared<OpenedSheet>();
    auto handheld = Handheld::open(store, systemNow);
    if (!handheld)
        return fail(handheld.error());
    if (auto chosen = (*handheld)->choose(task, unit); !chosen)
        return fail(chosen.error());
    out->handheld = std::move(*handheld);
    out->recent = recentOf(*out->handheld);
    return out;
}

} // namespace guanwu
