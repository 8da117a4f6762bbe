#include "app/exchange/events/event_json.h"
#include "tests/unit/events/event_lines.h"

#include <catch2/catch.hpp>
#include <random>

using namespace guanwu;
using namespace guanwu::test;
using namespace std::chrono_literals;

namespace {

Result<ScanEvent> decoded(const std::string& line)
{
    EventDecoder decoder;
    return decoder.decode(line);
}

Result<ScanEvent> decoded(const Json& event) { return decoded(event.dump()); }

/// The error of a line that must not be taken, as "token detail".
std::string errorOf(const std::string& line)
{
    const auto event = decoded(line);
    if (event)
        return "taken";
    return event.error().detail.empty() ? event.error().subject
                                        : event.error().subject + " " + event.error().detail;
}

std::string errorOf(const Json& event) { return errorOf(event.dump()); }

/// The line with the text of one field's value replaced by bytes that need be no JSON.
std::string withRaw(const std::string& field, const std::string& bytes)
{
    std::string line = with(field, "@@").dump();
    return line.replace(line.find("\"@@\""), 4, bytes);
}

} // namespace

TEST_CASE("every field of the contract is read into its place", "[event]")
{
    const ScanEvent event = decoded(aWholeEvent()).value();
    CHECK(event.eventId == "01932c5e-7b1a-7c3e-9f00-3a5b9c1d2e4f");
    CHECK(event.installId == "5f0e00112233445566778899aabbccdd");
    CHECK(event.seq == 17);
    CHECK(event.at == std::chrono::sys_days(2026y / 10 / 8) + 1h + 31min + 22s + 120ms);
    CHECK(event.actor == "clerk01");
    CHECK(event.unit == "U017");
    CHECK(event.kind == EventKind::Seen);
    CHECK(event.code == "TY2022000001K");
    CHECK(event.place == "A-305");
    CHECK(event.user == "P001");
    CHECK(event.condition == Condition::InUse);
    CHECK(event.entry == EntryMode::Manual);
    CHECK(event.reason == "标签缺失");
    CHECK(event.name == "台式计算机");
    CHECK(event.classCode == "A02010105");
    CHECK(event.quantity == 2);
    CHECK(event.photos == std::vector<std::string> {"aa", "bb"});
    CHECK(event.corrects.empty());
}

TEST_CASE("a field that may be empty may be null or left out, and both say nothing", "[event]")
{
    Json event = aWholeEvent();
    event["entry"] = "camera";
    Json nulls = event;
    for (const char* field :
        {"place", "user", "condition", "reason", "name", "class_code", "quantity", "photos", "corrects"}) {
        nulls[field] = nullptr;
        event.erase(field);
    }
    const ScanEvent read = decoded(event).value();
    CHECK_FALSE(read.place);
    CHECK_FALSE(read.user);
    CHECK_FALSE(read.condition);
    CHECK(read.quantity == 1);
    CHECK(read.photos.empty());
    CHECK(decoded(nulls).value() == read);
}

TEST_CASE("an empty text states nothing, as the store would have it", "[event]")
{
    const auto field = GENERATE(as<std::string>(), "place", "user");
    CHECK(decoded(with(field, "")).value() == decoded(with(field, nullptr)).value());
}

TEST_CASE("the fields may come in any order", "[event]")
{
    const Json event = aWholeEvent();
    Json reversed = Json::object();
    std::vector<std::string> fields;
    for (const auto& [field, value] : event.items())
        fields.insert(fields.begin(), field);
    for (const std::string& field : fields)
        reversed[field] = event[field];
    CHECK(decoded(reversed).value() == decoded(event).value());
}

TEST_CASE("lines of one text are read where they stand, whatever the order of the fields in the line before",
    "[event]")
{
    const std::string plain = aWholeEvent().dump();
    const Json whole = aWholeEvent();
    Json turned = Json::object();
    for (auto field = whole.rbegin(); field != whole.rend(); ++field)
        turned[field.key()] = field.value();
    const std::string reversed = turned.dump();
    const std::string text = plain + "\n" + reversed + "\n" + plain + "\n{\"codes\":1}\n" + plain
        + "\n{\"code\":\"A\n" + reversed;
    EventDecoder decoder;
    const ScanEvent expected = decoder.decode(plain).value();
    std::string_view rest = text;
    std::vector<std::string> told;
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        ScanEvent event;
        const auto read = decoder.decode(rest.substr(0, end), rest.size() - end, event);
        told.push_back(read ? (event == expected ? "same" : "other") : read.error().subject);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    CHECK(told
        == std::vector<std::string> {
            "same", "same", "same", "event.unknown_field", "same", "event.json", "same"});
}

TEST_CASE("every token of kind, condition and entry is read", "[event]")
{
    for (const auto& row : kEventKinds) {
        Json event = with("kind", row.token);
        event["corrects"] = "01932c5e-7b1a-7c3e-9f00-3a5b9c1d2e40";
        CHECK(decoded(event).value().kind == row.value);
    }
    for (const auto& row : kConditions)
        CHECK(decoded(with("condition", row.token)).value().condition == row.value);
    for (const auto& row : kEntryModes)
        CHECK(decoded(with("entry", row.token)).value().entry == row.value);
}

TEST_CASE("a line that misses a required field names it", "[event]")
{
    const auto field = GENERATE(
        as<std::string>(), "event_id", "install_id", "seq", "at", "actor", "unit", "kind", "entry");
    CHECK(errorOf(without(field)) == "event.missing " + field);
}

TEST_CASE("a required text that is null or empty is missing", "[event]")
{
    const auto field = GENERATE(as<std::string>(), "event_id", "install_id", "actor", "unit");
    CHECK(errorOf(with(field, nullptr)) == "event.missing " + field);
    CHECK(errorOf(with(field, "")) == "event.missing " + field);
}

TEST_CASE("an unknown field refuses the line, in whatever case it is written", "[event]")
{
    CHECK(errorOf(with("colour", "red")) == "event.unknown_field colour");
    CHECK(errorOf(with("Code", nullptr)) == "event.unknown_field Code");
    CHECK(errorOf(with("", 1)) == "event.unknown_field");
}

TEST_CASE("a field that stands twice refuses the line, for of two values programs believe different ones",
    "[event]")
{
    const Json whole = aWholeEvent();
    for (const auto& [field, value] : whole.items()) {
        const std::string line = whole.dump();
        const std::string twice = "{" + Json(field).dump() + ":" + value.dump() + "," + line.substr(1);
        CHECK(errorOf(twice) == "event.field_twice " + field);
    }
    const std::string escaped = whole.dump().substr(1);
    CHECK(errorOf("{\"se\\u0071\":18," + escaped) == "event.field_twice seq");
}

TEST_CASE("a value of another type names its field", "[event]")
{
    const Json whole = aWholeEvent();
    for (const auto& [field, value] : whole.items())
        for (const Json& other :
            {Json(true), Json::object(), Json(1.5), Json(Json::array({Json::array()}))}) {
            CAPTURE(field, other.dump());
            CHECK(errorOf(with(field, other)) == "event.type " + field);
        }
    for (const char* field : {"seq", "quantity"})
        CHECK(errorOf(with(field, "1")) == std::string("event.type ") + field);
    for (const char* field : {"seq", "at", "kind", "entry"})
        CHECK(errorOf(with(field, nullptr)) == std::string("event.type ") + field);
}

TEST_CASE("a number beyond its range names its field", "[event]")
{
    const auto [field, number] = GENERATE(table<std::string, std::string>({
        {"seq", "-1"},
        {"seq", "9223372036854775808"},
        {"seq", "18446744073709551615"},
        {"seq", "1e3"},
        {"quantity", "-1"},
        {"quantity", "1000000001"},
        {"quantity", "-9223372036854775808"},
        {"quantity", "1.0"},
    }));
    CAPTURE(number);
    CHECK(errorOf(withRaw(field, number)) == "event.type " + field);
}

TEST_CASE("the largest numbers are taken whole", "[event]")
{
    CHECK(decoded(withRaw("seq", "9223372036854775807")).value().seq == INT64_MAX);
    CHECK(decoded(withRaw("quantity", "1000000000")).value().quantity == 1'000'000'000);
    CHECK(decoded(withRaw("quantity", "0")).value().quantity == 0);
}

TEST_CASE("a number that no program can hold is refused", "[event]")
{
    const auto number = GENERATE(as<std::string>(), "1e400", "123456789012345678901234567890", "0x10", "01",
        "NaN", "Infinity", "+1", "--1", "1.", ".5");
    CAPTURE(number);
    CHECK(errorOf(withRaw("seq", number)) == "event.json");
}

TEST_CASE("a value that is no token of the contract is refused, the name people read included", "[event]")
{
    const auto [field, value] = GENERATE(table<std::string, std::string>({
        {"kind", "gone"},
        {"kind", "Seen"},
        {"kind", ""},
        {"kind", "见到"},
        {"condition", "broken"},
        {"condition", "在用"},
        {"entry", "scanner"},
        {"entry", "手工"},
    }));
    CAPTURE(value);
    CHECK(errorOf(with(field, value)) == "event.token " + field + "=" + value);
}

TEST_CASE("a text that is longer than its field names it", "[event]")
{
    const auto [field, most] = GENERATE(table<std::string, std::size_t>({
        {"event_id", 36},
        {"install_id", 64},
        {"actor", 64},
        {"unit", 32},
        {"code", 200},
        {"place", 64},
        {"user", 100},
        {"reason", 1500},
        {"name", 600},
        {"class_code", 16},
        {"corrects", 36},
    }));
    CAPTURE(field);
    CHECK(decoded(with(field, std::string(most, 'x'))));
    CHECK(errorOf(with(field, std::string(most + 1, 'x'))) == "event.too_long " + field);
}

TEST_CASE("X16: NUL, control characters and unpaired marks of direction do not enter by any field", "[event]")
{
    const auto field = GENERATE(as<std::string>(), "event_id", "install_id", "actor", "unit", "code", "place",
        "user", "reason", "name", "class_code", "corrects");
    const auto bad
        = GENERATE(as<std::string>(), "\\u0000", "a\\u0000b", "\\u0007", "\\u007f", "\\u202e", "\\u2066");
    CAPTURE(field, bad);
    CHECK(errorOf(withRaw(field, '"' + bad + '"')) == "event.text " + field);
}

TEST_CASE("blanks at the ends of an identity are refused: to MariaDB they are the same as none", "[event]")
{
    const auto field = GENERATE(as<std::string>(), "event_id", "install_id", "actor", "unit");
    const auto blank = GENERATE(as<std::string>(), " x", "x ", "x\t", "\nx");
    CHECK(errorOf(with(field, blank)) == "event.text " + field);
}

TEST_CASE("X16: bytes that are no UTF-8 refuse the line", "[event]")
{
    const auto bad = GENERATE(as<std::string>(), "\"\xFF\"", "\"\xC0\xAF\"", "\"\xE4\xB8\"",
        "\"\xED\xA0\x80\"", "\"\xF5\x80\x80\x80\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"a\nb\"");
    CHECK(errorOf(withRaw("name", bad)) == "event.json");
}

TEST_CASE("a character beyond the first plane is taken whole", "[event]")
{
    CHECK(decoded(withRaw("name", "\"\\ud840\\udc0b\"")).value().name == "𠀋");
}

TEST_CASE("a line is one JSON object and nothing else", "[event]")
{
    const std::string whole = aWholeEvent().dump();
    const std::string deep = std::string(5000, '[') + std::string(5000, ']');
    const auto line = GENERATE_COPY(as<std::string>(), "", " ", "{", "[]", "null", "17", "\"text\"",
        "nonsense", whole + whole, whole + ",", "[" + whole + "]", whole.substr(0, whole.size() - 1),
        "\xEF\xBB\xBF " + whole, "{'event_id':1}", "// note\n" + whole, std::string("\0", 1),
        whole + std::string("\0", 1), deep);
    CAPTURE(line.substr(0, 80));
    CHECK(errorOf(line) == "event.json");
}

TEST_CASE("an empty object misses its first field", "[event]")
{
    CHECK(errorOf(std::string("{}")) == "event.missing event_id");
}

TEST_CASE("blanks between the fields mean nothing", "[event]")
{
    CHECK(decoded(" \t" + aWholeEvent().dump(1, '\t') + " \r").value() == decoded(aWholeEvent()).value());
}

TEST_CASE("each kind of event names the field it cannot do without", "[event]")
{
    for (const Json& nothing : {Json(nullptr), Json("")}) {
        CHECK(errorOf(with("code", nothing)) == "event.rule code");
        Json surplus = with("kind", "surplus");
        surplus["name"] = nothing;
        CHECK(errorOf(surplus) == "event.rule name");
        Json undo = with("kind", "undo");
        undo["corrects"] = nothing;
        CHECK(errorOf(undo) == "event.rule corrects");
        CHECK(errorOf(with("reason", nothing)) == "event.rule reason");
    }
    Json room = without("code");
    room["kind"] = "room_closed";
    CHECK(decoded(room));
}

TEST_CASE("photos are at most twenty content hashes", "[event]")
{
    CHECK(decoded(with("photos", Json(std::vector<std::string>(20, "aa")))).value().photos.size() == 20);
    for (const Json& bad : {Json("aa"), Json::array({1}), Json::array({nullptr}), Json::array({"a;b"}),
             Json::array({""}), Json(std::vector<std::string>(21, "aa"))}) {
        CAPTURE(bad.dump());
        CHECK(errorOf(with("photos", bad)) == "event.type photos");
    }
    CHECK(errorOf(with("photos", Json::array({std::string(65, 'a')}))) == "event.too_long photos");
}

TEST_CASE("an event is written as the contract has it: one line, every field, in its order", "[event]")
{
    CHECK(encodeEvent(decoded(aWholeEvent()).value()) == aWholeEvent().dump());
    Json note = aWholeEvent();
    note["kind"] = "note";
    note["entry"] = "wedge";
    for (const char* field :
        {"code", "place", "user", "condition", "reason", "name", "class_code", "corrects"})
        note[field] = nullptr;
    note["photos"] = Json::array();
    CHECK(encodeEvent(decoded(note).value()) == note.dump());
}

TEST_CASE("a text in an event is escaped as every writer of JSON does it", "[event]")
{
    ScanEvent event = decoded(aWholeEvent()).value();
    for (char c = 1; c > 0; ++c) {
        event.reason = std::string("a") + c + "汉";
        CAPTURE(int {c});
        CHECK(Json::parse(encodeEvent(event)).at("reason") == event.reason);
        CHECK_THAT(encodeEvent(event), Catch::Contains(Json(event.reason).dump()));
        if (c == 127)
            break;
    }
    event.photos = {"0f1e", "1f2e"};
    CHECK(Json::parse(encodeEvent(event)).at("photos") == Json(event.photos));
}

TEST_CASE("one decoder reads many lines, and a bad one leaves nothing behind", "[event]")
{
    EventDecoder decoder;
    const std::string whole = aWholeEvent().dump();
    const ScanEvent first = decoder.decode(whole).value();
    CHECK_FALSE(decoder.decode(whole.substr(0, 90)));
    CHECK_FALSE(decoder.decode(with("colour", 1).dump()));
    CHECK(decoder.decode(whole).value() == first);
}

TEST_CASE("every event is read back from how it is written", "[event][random]")
{
    const std::vector<std::string> texts {
        "A-305", "标签缺失", "a\"b\\c/d", "tab\tline\nend", "𠀋é", "\u202Aab\u202C", "{}[],:", "0"};
    for (unsigned i = 0; i < 3000; ++i) {
        const unsigned seed = Catch::rngSeed() + i;
        INFO("seed of the event: " << seed);
        std::mt19937 random(seed);
        const auto text = [&] { return texts[random() % texts.size()]; };
        const auto maybe = [&] { return random() % 2 ? std::optional(text()) : std::nullopt; };
        ScanEvent event;
        event.eventId = "e" + std::to_string(random());
        event.installId = "i" + std::to_string(random() % 3);
        event.seq = static_cast<std::int64_t>(random());
        event.at = Instant(std::chrono::milliseconds(static_cast<std::int64_t>(random()) * 1000 + i % 1000));
        event.actor = "clerk01";
        event.unit = "U017";
        event.kind = kEventKinds[random() % kEventKinds.size()].value;
        event.code = event.kind == EventKind::Seen ? text() : maybe();
        event.place = maybe();
        event.user = maybe();
        if (random() % 2)
            event.condition = kConditions[random() % kConditions.size()].value;
        event.entry = kEntryModes[random() % kEntryModes.size()].value;
        event.reason = event.entry == EntryMode::Manual ? text() : maybe().value_or("");
        event.name = event.kind == EventKind::Surplus ? text() : maybe().value_or("");
        event.classCode = "A02010105";
        event.quantity = static_cast<std::int64_t>(random() % 1'000'000'000);
        event.photos.assign(random() % 4, "0f1e");
        event.corrects = event.kind == EventKind::Undo ? "e1" : "";
        const std::string line = encodeEvent(event);
        CAPTURE(line);
        REQUIRE(line.find('\n') == std::string::npos);
        const auto read = decoded(line);
        REQUIRE(read);
        REQUIRE(*read == event);
        REQUIRE(encodeEvent(*read) == line);
    }
}

TEST_CASE("no prefix of a good line and no single damaged byte brings the reader down", "[event][random]")
{
    std::mt19937 random(Catch::rngSeed());
    const std::string whole = aWholeEvent().dump();
    EventDecoder decoder;
    for (std::size_t size = 0; size < whole.size(); ++size)
        CHECK_FALSE(decoder.decode(whole.substr(0, size)));
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(random() % 256);
        CAPTURE(at, damaged);
        if (const auto event = decoder.decode(damaged))
            CHECK(decoder.decode(encodeEvent(*event)).value() == *event);
    }
}
