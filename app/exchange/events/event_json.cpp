#include "app/exchange/events/event_json.h"

#include "core/base/text.h"

#include <nlohmann/json.hpp>
#include <simdjson.h>

namespace guanwu {

namespace {

    constexpr std::int64_t kMaxQuantity = 1'000'000'000;
    constexpr std::size_t kMaxPhotos = 20;

    using Element = simdjson::dom::element;

    bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

    Error typeError(std::string_view field)
    {
        return Error {ErrorCode::InvalidArgument, "event.type", std::string(field)};
    }

    Result<std::optional<std::string>> optionalText(
        std::string_view field, const Element& value, std::size_t maxBytes)
    {
        if (value.is_null())
            return std::optional<std::string>();
        std::string_view text;
        if (value.get(text) != simdjson::SUCCESS)
            return fail(typeError(field));
        if (!isValidText(text))
            return fail(ErrorCode::InvalidArgument, "event.text", std::string(field));
        if (text.size() > maxBytes)
            return fail(ErrorCode::InvalidArgument, "event.too_long", std::string(field));
        return std::optional<std::string>(text);
    }

    /// Fields as they are met in the object; which of them were there is remembered, to find the missing
    /// ones.
    class EventBuilder {
    public:
        Result<void> take(std::string_view field, const Element& value)
        {
            if (field == "event_id")
                return required(field, value, 36, m_event.eventId, kEventId);
            if (field == "install_id")
                return required(field, value, 64, m_event.installId, kInstallId);
            if (field == "seq")
                return integer(field, value, 0, INT64_MAX, m_event.seq, kSeq);
            if (field == "at")
                return instant(value);
            if (field == "actor")
                return required(field, value, 64, m_event.actor, kActor);
            if (field == "unit")
                return required(field, value, 32, m_event.unit, kUnit);
            if (field == "kind")
                return token(field, value, kEventKinds, m_event.kind, kKind);
            if (field == "entry")
                return token(field, value, kEntryModes, m_event.entry, kEntry);
            if (field == "code")
                return optional(field, value, 200, m_event.code);
            if (field == "place")
                return optional(field, value, 64, m_event.place);
            if (field == "user")
                return optional(field, value, 100, m_event.user);
            if (field == "condition")
                return condition(value);
            if (field == "reason")
                return plain(field, value, 1500, m_event.reason);
            if (field == "name")
                return plain(field, value, 600, m_event.name);
            if (field == "class_code")
                return plain(field, value, 16, m_event.classCode);
            if (field == "corrects")
                return plain(field, value, 36, m_event.corrects);
            if (field == "quantity")
                return value.is_null() ? Result<void> {}
                                       : integer(field, value, 0, kMaxQuantity, m_event.quantity, 0);
            if (field == "photos")
                return photos(value);
            return fail(ErrorCode::InvalidArgument, "event.unknown_field", std::string(field));
        }

        Result<ScanEvent> finish()
        {
            static constexpr std::pair<unsigned, const char*> kRequired[]
                = {{kEventId, "event_id"}, {kInstallId, "install_id"}, {kSeq, "seq"}, {kAt, "at"},
                    {kActor, "actor"}, {kUnit, "unit"}, {kKind, "kind"}, {kEntry, "entry"}};
            for (const auto& [bit, name] : kRequired)
                if (!(m_seen & bit))
                    return fail(ErrorCode::InvalidArgument, "event.missing", name);
            const auto rule
                = [](const char* field) { return fail(ErrorCode::InvalidArgument, "event.rule", field); };
            if (m_event.kind == EventKind::Seen && (!m_event.code || m_event.code->empty()))
                return rule("code");
            if (m_event.kind == EventKind::Surplus && m_event.name.empty())
                return rule("name");
            if (m_event.kind == EventKind::Undo && m_event.corrects.empty())
                return rule("corrects");
            if (m_event.entry == EntryMode::Manual && m_event.reason.empty())
                return rule("reason");
            return std::move(m_event);
        }

    private:
        enum Field : unsigned {
            kEventId = 1,
            kInstallId = 2,
            kSeq = 4,
            kAt = 8,
            kActor = 16,
            kUnit = 32,
            kKind = 64,
            kEntry = 128
        };

        Result<void> optional(std::string_view field, const Element& value, std::size_t maxBytes,
            std::optional<std::string>& out)
        {
            auto text = optionalText(field, value, maxBytes);
            if (!text)
                return fail(text.error());
            out = std::move(*text);
            // An empty text states nothing: the store has no other way to keep it.
            if (out && out->empty())
                out.reset();
            return {};
        }
        Result<void> plain(
            std::string_view field, const Element& value, std::size_t maxBytes, std::string& out)
        {
            auto text = optionalText(field, value, maxBytes);
            if (!text)
                return fail(text.error());
            out = text->value_or("");
            return {};
        }
        Result<void> required(std::string_view field, const Element& value, std::size_t maxBytes,
            std::string& out, unsigned bit)
        {
            if (auto taken = plain(field, value, maxBytes, out); !taken)
                return taken;
            if (out.empty())
                return fail(ErrorCode::InvalidArgument, "event.missing", std::string(field));
            // MariaDB compares keys without the blanks behind them, SQLite and the handheld with them.
            if (isBlank(out.front()) || isBlank(out.back()))
                return fail(ErrorCode::InvalidArgument, "event.text", std::string(field));
            m_seen |= bit;
            return {};
        }
        Result<void> integer(std::string_view field, const Element& value, std::int64_t least,
            std::int64_t most, std::int64_t& out, unsigned bit)
        {
            if (value.get(out) != simdjson::SUCCESS || out < least || out > most)
                return fail(typeError(field));
            m_seen |= bit;
            return {};
        }
        Result<void> instant(const Element& value)
        {
            std::string_view text;
            if (value.get(text) != simdjson::SUCCESS)
                return fail(typeError("at"));
            const auto at = parseInstant(text);
            if (!at)
                return fail(at.error());
            m_event.at = *at;
            m_seen |= kAt;
            return {};
        }
        template <class Enum, std::size_t N>
        Result<void> token(std::string_view field, const Element& value, const TokenTable<Enum, N>& table,
            Enum& out, unsigned bit)
        {
            std::string_view text;
            if (value.get(text) != simdjson::SUCCESS)
                return fail(typeError(field));
            const auto parsed = parseToken(table, text, "event.token");
            // The names that people read are no tokens.
            if (!parsed || tokenRow(table, *parsed).token != text)
                return fail(
                    ErrorCode::InvalidArgument, "event.token", std::string(field) + "=" + std::string(text));
            out = *parsed;
            m_seen |= bit;
            return {};
        }
        Result<void> condition(const Element& value)
        {
            if (value.is_null())
                return {};
            Condition parsed {};
            if (auto taken = token("condition", value, kConditions, parsed, 0); !taken)
                return taken;
            m_event.condition = parsed;
            return {};
        }
        Result<void> photos(const Element& value)
        {
            if (value.is_null())
                return {};
            simdjson::dom::array list;
            if (value.get(list) != simdjson::SUCCESS)
                return fail(typeError("photos"));
            for (const Element photo : list) {
                auto text = optionalText("photos", photo, 64);
                if (!text)
                    return fail(text.error());
                if (!*text || (*text)->empty() || (*text)->find(';') != std::string::npos
                    || m_event.photos.size() == kMaxPhotos)
                    return fail(typeError("photos"));
                m_event.photos.push_back(std::move(**text));
            }
            return {};
        }

        ScanEvent m_event;
        unsigned m_seen = 0;
    };

    nlohmann::json textOrNull(const std::string& text)
    {
        return text.empty() ? nlohmann::json() : nlohmann::json(text);
    }

    nlohmann::json optionalToJson(const std::optional<std::string>& text)
    {
        return text ? nlohmann::json(*text) : nlohmann::json();
    }

} // namespace

struct EventDecoder::Parser {
    simdjson::dom::parser json;
};

EventDecoder::EventDecoder()
    : m_parser(std::make_unique<Parser>())
{
}

EventDecoder::~EventDecoder() = default;

Result<ScanEvent> EventDecoder::decode(std::string_view line)
{
    Element document;
    simdjson::dom::object object;
    if (m_parser->json.parse(line.data(), line.size()).get(document) != simdjson::SUCCESS
        || document.get(object) != simdjson::SUCCESS)
        return fail(ErrorCode::InvalidArgument, "event.json");
    EventBuilder builder;
    for (const auto& [field, value] : object)
        if (auto taken = builder.take(field, value); !taken)
            return fail(taken.error());
    return builder.finish();
}

std::string encodeEvent(const ScanEvent& event)
{
    nlohmann::ordered_json out;
    out["event_id"] = event.eventId;
    out["install_id"] = event.installId;
    out["seq"] = event.seq;
    out["at"] = formatInstant(event.at);
    out["actor"] = event.actor;
    out["unit"] = event.unit;
    out["kind"] = tokenRow(kEventKinds, event.kind).token;
    out["code"] = optionalToJson(event.code);
    out["place"] = optionalToJson(event.place);
    out["user"] = optionalToJson(event.user);
    out["condition"]
        = event.condition ? nlohmann::json(tokenRow(kConditions, *event.condition).token) : nlohmann::json();
    out["entry"] = tokenRow(kEntryModes, event.entry).token;
    out["reason"] = textOrNull(event.reason);
    out["name"] = textOrNull(event.name);
    out["class_code"] = textOrNull(event.classCode);
    out["quantity"] = event.quantity;
    out["photos"] = event.photos;
    out["corrects"] = textOrNull(event.corrects);
    return out.dump();
}

} // namespace guanwu
