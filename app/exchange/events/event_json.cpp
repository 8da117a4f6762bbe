#include "app/exchange/events/event_json.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <bitset>
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

    /// nullopt for null. The text is the parser's.
    Result<std::optional<std::string_view>> optionalText(
        std::string_view field, const Element& value, std::size_t maxBytes)
    {
        if (value.is_null())
            return std::optional<std::string_view>();
        std::string_view text;
        if (value.get(text) != simdjson::SUCCESS)
            return fail(typeError(field));
        if (!isValidText(text))
            return fail(ErrorCode::InvalidArgument, "event.text", std::string(field));
        if (text.size() > maxBytes)
            return fail(ErrorCode::InvalidArgument, "event.too_long", std::string(field));
        return std::optional(text);
    }

    /// The fields of the contract, the required ones first: their names stand in kFieldNames.
    enum class Field : std::size_t {
        EventId,
        InstallId,
        Seq,
        At,
        Actor,
        Unit,
        Kind,
        Entry,
        Code,
        Place,
        User,
        Condition,
        Reason,
        Name,
        ClassCode,
        Quantity,
        Photos,
        Corrects,
    };
    constexpr std::array<std::string_view, 18> kFieldNames {"event_id", "install_id", "seq", "at", "actor",
        "unit", "kind", "entry", "code", "place", "user", "condition", "reason", "name", "class_code",
        "quantity", "photos", "corrects"};
    constexpr std::size_t kRequiredFields = static_cast<std::size_t>(Field::Entry) + 1;

    /// Takes the fields in the order in which they stand in the object, each at most once: of two values,
    /// programs differ in which they believe.
    class EventBuilder {
    public:
        explicit EventBuilder(ScanEvent& event)
            : m_event(event)
        {
        }
        /// `guess`: the field that stood in this place the last time; becomes that of this time.
        Result<void> take(std::string_view name, const Element& value, std::uint8_t& guess)
        {
            const std::size_t field = kFieldNames[guess] == name ? guess : positionOf(name);
            if (field == kFieldNames.size())
                return fail(ErrorCode::InvalidArgument, "event.unknown_field", std::string(name));
            if (m_seen.test(field))
                return fail(ErrorCode::InvalidArgument, "event.field_twice", std::string(name));
            m_seen.set(field);
            guess = static_cast<std::uint8_t>(field);
            return takeValue(static_cast<Field>(field), name, value);
        }

        Result<void> finish()
        {
            for (std::size_t field = 0; field < kRequiredFields; ++field)
                if (!m_seen.test(field))
                    return fail(ErrorCode::InvalidArgument, "event.missing", std::string(kFieldNames[field]));
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
            return {};
        }

    private:
        /// Names that are as long and end alike are compared; of most fields that is the right one only.
        static std::size_t positionOf(std::string_view name)
        {
            std::size_t field = 0;
            while (field < kFieldNames.size()
                && !(kFieldNames[field].size() == name.size() && !name.empty()
                    && kFieldNames[field].back() == name.back() && kFieldNames[field] == name))
                ++field;
            return field;
        }
        Result<void> takeValue(Field field, std::string_view name, const Element& value)
        {
            switch (field) {
            case Field::EventId:
                return required(name, value, 36, m_event.eventId);
            case Field::InstallId:
                return required(name, value, 64, m_event.installId);
            case Field::Seq:
                return integer(name, value, 0, INT64_MAX, m_event.seq);
            case Field::At:
                return instant(value);
            case Field::Actor:
                return required(name, value, 64, m_event.actor);
            case Field::Unit:
                return required(name, value, 32, m_event.unit);
            case Field::Kind:
                return token(name, value, kEventKinds, m_event.kind);
            case Field::Entry:
                return token(name, value, kEntryModes, m_event.entry);
            case Field::Code:
                return optional(name, value, 200, m_event.code);
            case Field::Place:
                return optional(name, value, 64, m_event.place);
            case Field::User:
                return optional(name, value, 100, m_event.user);
            case Field::Condition:
                return condition(value);
            case Field::Reason:
                return plain(name, value, 1500, m_event.reason);
            case Field::Name:
                return plain(name, value, 600, m_event.name);
            case Field::ClassCode:
                return plain(name, value, 16, m_event.classCode);
            case Field::Quantity:
                return value.is_null() ? Result<void> {}
                                       : integer(name, value, 0, kMaxQuantity, m_event.quantity);
            case Field::Photos:
                return photos(value);
            case Field::Corrects:
                return plain(name, value, 36, m_event.corrects);
            }
            return {};
        }

        Result<void> optional(std::string_view field, const Element& value, std::size_t maxBytes,
            std::optional<std::string>& out)
        {
            auto text = optionalText(field, value, maxBytes);
            if (!text)
                return fail(text.error());
            // An empty text states nothing: the store has no other way to keep it.
            if (*text && !(*text)->empty())
                out.emplace(**text);
            return {};
        }
        Result<void> plain(
            std::string_view field, const Element& value, std::size_t maxBytes, std::string& out)
        {
            auto text = optionalText(field, value, maxBytes);
            if (!text)
                return fail(text.error());
            out = text->value_or(std::string_view());
            return {};
        }
        Result<void> required(
            std::string_view field, const Element& value, std::size_t maxBytes, std::string& out)
        {
            if (auto taken = plain(field, value, maxBytes, out); !taken)
                return taken;
            if (out.empty())
                return fail(ErrorCode::InvalidArgument, "event.missing", std::string(field));
            // MariaDB compares keys without the blanks behind them, SQLite and the handheld with them.
            if (isBlank(out.front()) || isBlank(out.back()))
                return fail(ErrorCode::InvalidArgument, "event.text", std::string(field));
            return {};
        }
        Result<void> integer(std::string_view field, const Element& value, std::int64_t least,
            std::int64_t most, std::int64_t& out)
        {
            if (value.get(out) != simdjson::SUCCESS || out < least || out > most)
                return fail(typeError(field));
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
            return {};
        }
        template <class Enum, std::size_t N>
        Result<void> token(
            std::string_view field, const Element& value, const TokenTable<Enum, N>& table, Enum& out)
        {
            std::string_view text;
            if (value.get(text) != simdjson::SUCCESS)
                return fail(typeError(field));
            // The names that people read are no tokens.
            const auto row = std::find_if(
                table.begin(), table.end(), [&](const auto& one) { return one.token == text; });
            if (row == table.end())
                return fail(
                    ErrorCode::InvalidArgument, "event.token", std::string(field) + "=" + std::string(text));
            out = row->value;
            return {};
        }
        Result<void> condition(const Element& value)
        {
            if (value.is_null())
                return {};
            Condition parsed {};
            if (auto taken = token("condition", value, kConditions, parsed); !taken)
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
                m_event.photos.emplace_back(**text);
            }
            return {};
        }

        ScanEvent& m_event;
        std::bitset<kFieldNames.size()> m_seen;
    };

    /// An object field by field, with nothing to take apart when memory ends on the way: nlohmann::json would
    /// end the program with it.
    class ObjectText {
    public:
        void add(std::string_view name, std::int64_t number)
        {
            begin(name);
            m_text += std::to_string(number);
        }
        void add(std::string_view name, std::string_view text)
        {
            begin(name);
            quote(text);
        }
        void add(std::string_view name, const std::vector<std::string>& texts)
        {
            begin(name);
            m_text += '[';
            for (const std::string& text : texts) {
                if (&text != &texts.front())
                    m_text += ',';
                quote(text);
            }
            m_text += ']';
        }
        void addOrNull(std::string_view name, const std::optional<std::string_view>& text)
        {
            begin(name);
            if (text)
                quote(*text);
            else
                m_text += "null";
        }
        /// No text is null, as SqlValue::textOrNull() has it.
        void addTextOrNull(std::string_view name, std::string_view text)
        {
            addOrNull(name, text.empty() ? std::nullopt : std::optional(text));
        }
        [[nodiscard]] std::string done() && { return std::move(m_text) + '}'; }

    private:
        void begin(std::string_view name)
        {
            m_text += m_text.empty() ? '{' : ',';
            quote(name);
            m_text += ':';
        }
        void quote(std::string_view text)
        {
            m_text += '"';
            for (const char c : text)
                if (c == '"' || c == '\\')
                    (m_text += '\\') += c;
                else if (static_cast<unsigned char>(c) >= 0x20)
                    m_text += c;
                else
                    control(c);
            m_text += '"';
        }
        void control(char c)
        {
            constexpr std::string_view kNamed = "\b\t\n\f\r";
            constexpr std::string_view kNames = "btnfr";
            m_text += '\\';
            if (const auto named = kNamed.find(c); named != std::string_view::npos) {
                m_text += kNames[named];
                return;
            }
            (m_text += c < 0x10 ? "u000" : "u001") += "0123456789abcdef"[c & 0xF];
        }

        std::string m_text;
    };

} // namespace

struct EventDecoder::Parser {
    simdjson::dom::parser json;
    std::array<std::uint8_t, kFieldNames.size()> order {}; ///< of the fields in the last line
};

EventDecoder::EventDecoder()
    : m_parser(std::make_unique<Parser>())
{
}

EventDecoder::~EventDecoder() = default;

Result<ScanEvent> EventDecoder::decode(std::string_view line)
{
    ScanEvent event;
    const auto done = decode(line, 0, event);
    return done ? Result<ScanEvent>(std::move(event)) : fail(done.error());
}

Result<void> EventDecoder::decode(std::string_view line, std::size_t behind, ScanEvent& event)
{
    Element document;
    simdjson::dom::object object;
    const bool isCopied = behind < simdjson::SIMDJSON_PADDING;
    if (m_parser->json.parse(line.data(), line.size(), isCopied).get(document) != simdjson::SUCCESS
        || document.get(object) != simdjson::SUCCESS)
        return fail(ErrorCode::InvalidArgument, "event.json");
    EventBuilder builder(event);
    std::size_t place = 0;
    for (const auto& [field, value] : object)
        if (auto taken = builder.take(field, value, m_parser->order[place++ % m_parser->order.size()]);
            !taken)
            return taken;
    return builder.finish();
}

std::string encodeEvent(const ScanEvent& event)
{
    const auto condition = event.condition
        ? std::optional<std::string_view>(tokenRow(kConditions, *event.condition).token)
        : std::nullopt;
    ObjectText out;
    out.add("event_id", event.eventId);
    out.add("install_id", event.installId);
    out.add("seq", event.seq);
    out.add("at", formatInstant(event.at));
    out.add("actor", event.actor);
    out.add("unit", event.unit);
    out.add("kind", tokenRow(kEventKinds, event.kind).token);
    out.addOrNull("code", event.code);
    out.addOrNull("place", event.place);
    out.addOrNull("user", event.user);
    out.addOrNull("condition", condition);
    out.add("entry", tokenRow(kEntryModes, event.entry).token);
    out.addTextOrNull("reason", event.reason);
    out.addTextOrNull("name", event.name);
    out.addTextOrNull("class_code", event.classCode);
    out.add("quantity", event.quantity);
    out.add("photos", event.photos);
    out.addTextOrNull("corrects", event.corrects);
    return std::move(out).done();
}

} // namespace guanwu
