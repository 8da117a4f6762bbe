#include "app/handheld/api_json.h"

#include "core/base/text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    using Json = nlohmann::json;

    /// Reads the text as an object and hands it to `take`. Whatever does not fit makes nullopt of all of it:
    /// a missing field, another type, an unknown token.
    template <class Take> auto read(std::string_view text, Take take) -> std::optional<decltype(take(Json()))>
    {
        const Json json = Json::parse(text.begin(), text.end(), nullptr, false);
        if (!json.is_object())
            return std::nullopt;
        try {
            return take(json);
        } catch (const Json::exception&) {
            return std::nullopt;
        }
    }

    std::string textOr(const Json& object, const char* field, const std::string& otherwise)
    {
        const auto found = object.find(field);
        return found == object.end() || found->is_null() ? otherwise : found->get<std::string>();
    }

    std::string textOrEmpty(const Json& object, const char* field) { return textOr(object, field, {}); }

    /// As a type error of the library, so that read() has one way out.
    template <class Enum, std::size_t N>
    Enum tokenAt(const TokenTable<Enum, N>& table, const Json& object, const char* field)
    {
        const auto& text = object.at(field).get_ref<const std::string&>();
        for (const auto& row : table)
            if (row.token == text)
                return row.value;
        throw Json::other_error::create(500, "unknown token", nullptr);
    }

    BookLine lineOf(const Json& object)
    {
        BookLine line;
        line.assetNo = object.at("asset_no").get<std::string>();
        line.legacyNo = textOrEmpty(object, "legacy_no");
        line.name = object.at("name").get<std::string>();
        line.classCode = textOrEmpty(object, "class_code");
        line.model = textOrEmpty(object, "model");
        line.unitOfMeasure = textOrEmpty(object, "unit_of_measure");
        line.quantity = object.at("quantity").get<std::int64_t>();
        line.department = textOrEmpty(object, "department");
        line.user = textOrEmpty(object, "user");
        line.userName = textOrEmpty(object, "user_name");
        line.place = textOrEmpty(object, "place");
        line.placeName = textOrEmpty(object, "place_name");
        line.useState = tokenAt(kUseStates, object, "use_state");
        return line;
    }

    OutboxState outcomeOf(const Json& outcome)
    {
        const auto& text = outcome.get_ref<const std::string&>();
        if (text == "stored" || text == "duplicate")
            return OutboxState::Stored;
        if (text == "quarantined")
            return OutboxState::Quarantined;
        if (text == "rejected")
            return OutboxState::Rejected;
        throw Json::other_error::create(500, "unknown outcome", nullptr);
    }

    bool isToken(const std::string& text)
    {
        return !text.empty() && text.size() <= 64
            && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.") == std::string::npos;
    }

} // namespace

std::optional<std::string> deviceIn(std::string_view json)
{
    return read(json, [](const Json& answer) {
        const Json& device = answer.at("device");
        return device.is_number_integer() ? std::to_string(device.get<std::int64_t>())
                                          : device.get<std::string>();
    });
}

std::optional<HandheldLogin> loginIn(std::string_view json)
{
    return read(json, [](const Json& answer) {
        const Json& account = answer.at("account");
        return HandheldLogin {account.at("login").get<std::string>(), account.at("name").get<std::string>(),
            textOrEmpty(account, "unit"), answer.at("token").get<std::string>(), textOrEmpty(account, "role"),
            answer.value("must_change_password", false)};
    });
}

std::optional<std::string> taskNameIn(std::string_view json)
{
    return read(json, [](const Json& answer) { return answer.at("name").get<std::string>(); });
}

std::optional<std::vector<HeldSheet>> sheetsIn(std::string_view json, std::string& next)
{
    return read(json, [&next](const Json& answer) {
        std::vector<HeldSheet> out;
        for (const Json& each : answer.at("sheets")) {
            HeldSheet& sheet = out.emplace_back();
            sheet.unit = each.at("unit").get<std::string>();
            sheet.unitName = textOr(each, "name", sheet.unit);
            sheet.state = tokenAt(kSheetStates, each, "state");
        }
        next = textOrEmpty(answer, "next");
        return out;
    });
}

std::optional<BookPage> bookPageIn(std::string_view json)
{
    return read(json, [](const Json& answer) {
        BookPage page;
        for (const Json& line : answer.at("lines"))
            page.lines.push_back(lineOf(line));
        static_cast<void>(answer.at("next")); // an answer that was cut must not pass for the last page
        page.next = textOrEmpty(answer, "next");
        return page;
    });
}

std::optional<NumberPage> numberPageIn(std::string_view json)
{
    return read(json, [](const Json& answer) {
        NumberPage page;
        for (const Json& told : answer.at("runs")) {
            const NumberRun run {told.at(0).get<std::string>(), told.at(1).get<std::int64_t>(),
                told.at(2).get<std::int64_t>()};
            if (isSound(run))
                page.runs.push_back(run);
        }
        static_cast<void>(answer.at("next"));
        page.next = textOrEmpty(answer, "next");
        return page;
    });
}

std::optional<OthersPage> othersPageIn(std::string_view json)
{
    return read(json, [](const Json& answer) {
        OthersPage page;
        for (const Json& event : answer.at("events"))
            page.events.push_back({0, event.at("event_id").get<std::string>(), event.dump()});
        page.next = textOrEmpty(answer, "next");
        page.more = answer.at("more").get<bool>();
        return page;
    });
}

std::optional<ServerHolding> serverHoldingIn(std::string_view json)
{
    return read(json, [](const Json& answer) {
        ServerHolding state;
        for (const Json& range : answer.at("ranges"))
            state.ranges.push_back({range.at(0).get<std::int64_t>(), range.at(1).get<std::int64_t>()});
        state.quarantined = answer.at("quarantined").get<std::vector<std::int64_t>>();
        state.proof.count = answer.at("count").get<std::int64_t>();
        state.proof.digest = answer.at("digest").get<std::string>();
        if (const auto anchor = answer.find("anchor"); anchor != answer.end() && anchor->is_string())
            state.anchor = anchor->get<std::string>();
        return state;
    });
}

std::optional<BatchAnswer> batchAnswerIn(std::string_view json, std::size_t events)
{
    return read(json, [events](const Json& answer) {
        BatchAnswer out;
        for (const Json& outcome : answer.at("outcomes")) {
            out.outcomes.push_back({outcomeOf(outcome), {}});
            out.duplicates += outcome == "duplicate" ? 1 : 0;
        }
        if (out.outcomes.size() != events)
            throw Json::other_error::create(500, "other number of outcomes", nullptr);
        for (const Json& error : answer.at("errors")) {
            const auto line = error.at("line").get<std::size_t>();
            if (line >= 1 && line <= events)
                out.outcomes[line - 1].reason = error.at("code").get<std::string>();
        }
        return out;
    });
}

std::optional<std::string> photoHashIn(std::string_view json)
{
    return read(json, [](const Json& answer) { return answer.at("hash").get<std::string>(); });
}

std::optional<Error> refusalIn(std::string_view json)
{
    auto refusal = read(json, [](const Json& answer) {
        const Json& error = answer.at("error");
        return Error {
            ErrorCode::RuleViolated, error.at("code").get<std::string>(), textOrEmpty(error, "detail")};
    });
    // It goes to a screen: nothing but what our own server would say.
    if (!refusal || !isToken(refusal->subject) || !isValidText(refusal->detail))
        return std::nullopt;
    return refusal;
}

std::string enrolmentJson(const std::string& code, const std::string& name, const std::string& publicKey)
{
    return Json {{"code", code}, {"name", name}, {"public_key", publicKey}}.dump();
}

std::string logInJson(const std::string& login, const std::string& password, const std::string& device)
{
    return Json {{"login", login}, {"password", password}, {"device", device}}.dump();
}

std::string changePasswordJson(const std::string& old, const std::string& fresh)
{
    return Json {{"old", old}, {"new", fresh}}.dump();
}

} // namespace guanwu
