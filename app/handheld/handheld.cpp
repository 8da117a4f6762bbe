#include "app/handheld/handheld.h"

#include "app/exchange/events/event_json.h"
#include "app/handheld/event_id.h"
#include "core/cards/clean_photo.h"
#include "reports/writers/replacing_file.h"
#include "schema/connection/sha256.h"
#include "schema/connection/storage_error.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr std::size_t kMaxPhoto = 10U << 20;

    std::optional<std::string> optionalOf(const std::string& text)
    {
        return text.empty() ? std::optional<std::string>() : text;
    }

} // namespace

std::filesystem::path photoFolder(const std::filesystem::path& store) { return store.string() + ".photos"; }
std::filesystem::path keyFile(const std::filesystem::path& store) { return store.string() + ".key"; }

Handheld::Handheld(std::unique_ptr<HandheldStore> store, std::function<Instant()> now)
    : m_store(std::move(store))
    , m_outbox(*m_store, encodeEvent)
    , m_now(std::move(now))
{
}

Result<std::unique_ptr<Handheld>> Handheld::open(
    const std::filesystem::path& store, std::function<Instant()> now)
{
    auto opened = HandheldStore::open(store);
    if (!opened)
        return fail(opened.error());
    return std::unique_ptr<Handheld>(new Handheld(std::move(*opened), std::move(now)));
}

Result<void> Handheld::choose(const std::string& task, const std::string& unit)
{
    const std::vector<HeldSheet> all = m_store->sheets();
    std::vector<HeldSheet> fitting;
    std::copy_if(all.begin(), all.end(), std::back_inserter(fitting), [&](const HeldSheet& sheet) {
        return !sheet.purged && (task.empty() || sheet.task == task) && (unit.empty() || sheet.unit == unit);
    });
    if (const auto login = m_store->login(); fitting.size() > 1 && login && unit.empty())
        std::erase_if(fitting, [&](const HeldSheet& sheet) { return sheet.unit != login->unit; });
    if (fitting.empty())
        return fail(ErrorCode::NotFound, "handheld.no_sheet", task + (unit.empty() ? "" : " " + unit));
    if (fitting.size() > 1)
        return fail(ErrorCode::InvalidArgument, "handheld.which_sheet");
    if (!fitting.front().bookComplete)
        return fail(ErrorCode::RuleViolated, "handheld.book_incomplete", fitting.front().task);

    m_held = fitting.front();
    m_sheet = std::make_unique<LiveSheet>(m_store->book(m_held.id));
    m_lastArrival = 0;
    for (const OutboxEntry& entry : m_outbox.ofSheet(m_held.id))
        addBody(entry.body);
    refresh();

    m_neighbours.clear();
    for (const HeldSheet& sheet : all) {
        if (sheet.id == m_held.id)
            continue;
        Neighbour& neighbour = m_neighbours.emplace_back();
        neighbour.sheet = sheet;
        for (const BookLine& line : m_store->book(sheet.id)) {
            neighbour.numbers.add(line.assetNo, line.legacyNo, neighbour.assetNos.size());
            neighbour.assetNos.push_back(line.assetNo);
        }
    }
    return {};
}

void Handheld::addBody(const std::string& body)
{
    if (body.empty())
        return; // purged with its sheet
    EventDecoder decoder;
    auto event = decoder.decode(body);
    if (!event)
        throw CorruptData("a kept event cannot be read: " + event.error().subject);
    m_sheet->add(std::move(*event));
}

void Handheld::refresh()
{
    if (!m_sheet)
        return;
    for (const ArrivedEvent& event : m_store->others(m_held.id, m_lastArrival)) {
        addBody(event.body);
        m_lastArrival = event.arrival;
    }
}

std::optional<CardElsewhere> Handheld::cardElsewhere(const std::string& code) const
{
    for (const Neighbour& neighbour : m_neighbours)
        if (const auto line = neighbour.numbers.lineOf(code))
            return CardElsewhere {
                neighbour.assetNos[*line], neighbour.sheet.unit, neighbour.sheet.task == m_held.task};
    for (const std::string& form : codeForms(code))
        if (const auto number = AssetNo::parse(form); number && m_store->isIssued(*number))
            return CardElsewhere {form, {}, false};
    return std::nullopt;
}

Result<ScanEvent> Handheld::begin(EventKind kind)
{
    const auto login = m_store->login();
    if (!login)
        return fail(ErrorCode::Forbidden, "handheld.not_logged_in");
    if (!m_sheet)
        return fail(ErrorCode::NotFound, "handheld.no_sheet");
    ScanEvent event;
    event.kind = kind;
    event.at = m_now() + m_store->install().clockBehind;
    event.eventId = newEventId(event.at);
    event.actor = login->login;
    event.unit = m_held.unit;
    return event;
}

Result<ScanEvent> Handheld::save(ScanEvent event)
{
    // What the server would send back is refused before it is kept: afterwards nothing can be changed. What
    // is kept is the event as the server will read it, so that both digest the same.
    event.installId = m_store->install().installId;
    EventDecoder decoder;
    auto asSent = decoder.decode(encodeEvent(event));
    if (!asSent)
        return fail(asSent.error());
    return m_outbox.append(m_held.id, std::move(*asSent));
}

Result<ScanEvent> Handheld::saveAndAdd(ScanEvent event)
{
    auto saved = save(std::move(event));
    if (saved)
        m_sheet->add(*saved);
    return saved;
}

Result<Scanned> Handheld::scan(const Sighting& sighting)
{
    auto event = begin(EventKind::Seen);
    if (!event)
        return fail(event.error());
    event->code = sighting.code;
    event->place = sighting.place;
    event->user = sighting.user;
    event->condition = sighting.condition;
    event->entry = sighting.entry;
    event->reason = sighting.reason;
    event->quantity = sighting.quantity;
    event->photos = sighting.photos;
    auto saved = save(std::move(*event));
    if (!saved)
        return fail(saved.error());
    const Verdict verdict
        = m_sheet->scan(*saved, [this](const std::string& code) { return cardElsewhere(code); });
    return Scanned {std::move(*saved), verdict};
}

Result<ScanEvent> Handheld::surplus(const SurplusSighting& sighting)
{
    auto event = begin(EventKind::Surplus);
    if (!event)
        return event;
    event->name = sighting.name;
    event->classCode = sighting.classCode;
    event->code = optionalOf(sighting.code);
    event->place = sighting.place;
    event->reason = sighting.reason;
    event->entry = sighting.entry;
    event->quantity = sighting.quantity;
    event->photos = sighting.photos;
    return saveAndAdd(std::move(*event));
}

Result<ScanEvent> Handheld::note(
    const std::string& text, const std::string& code, std::optional<std::string> place)
{
    auto event = begin(EventKind::Note);
    if (!event)
        return event;
    event->code = optionalOf(code);
    event->place = std::move(place);
    event->reason = text;
    return saveAndAdd(std::move(*event));
}

Result<ScanEvent> Handheld::closeRoom(const std::string& place)
{
    auto event = begin(EventKind::RoomClosed);
    if (!event)
        return event;
    event->place = optionalOf(place);
    return saveAndAdd(std::move(*event));
}

Result<ScanEvent> Handheld::undo()
{
    auto event = begin(EventKind::Undo);
    if (!event)
        return event;
    event->corrects = m_outbox.lastUndoable(m_held.id);
    if (event->corrects.empty())
        return fail(ErrorCode::NotFound, "handheld.nothing_to_undo");
    return saveAndAdd(std::move(*event));
}

Result<ScanEvent> Handheld::undo(const std::string& eventId)
{
    auto event = begin(EventKind::Undo);
    if (!event)
        return event;
    if (!m_outbox.isUndoable(m_held.id, eventId))
        return fail(ErrorCode::NotFound, "handheld.nothing_to_undo", eventId);
    event->corrects = eventId;
    return saveAndAdd(std::move(*event));
}

Result<std::string> Handheld::keepPhoto(const std::string& bytes)
{
    // As the server will keep it: the event names it by its digest.
    const auto clean = cleanPhoto(bytes);
    if (!clean || bytes.size() > kMaxPhoto)
        return fail(ErrorCode::InvalidArgument, "handheld.photo");
    const std::string hash = sha256Hex(*clean);
    const auto folder = photoFolder(m_store->file());
    std::filesystem::create_directory(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    if (std::filesystem::exists(folder / hash))
        return hash;
    auto file = ReplacingFile::create(folder / hash);
    if (!file)
        return fail(file.error());
    file->write(*clean);
    file->commit();
    return hash;
}

} // namespace guanwu
