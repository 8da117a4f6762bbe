#include "app/reporting/report_words.h"

#include "core/values/calendar.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <sstream>

namespace guanwu {

namespace {

    constexpr std::string_view kWords[] = {"unit", "subordinates", "task", "as_of", "month", "from", "year",
        "asset", "document", "findings", "preparer", "money"};

    template <class Value, class Parse>
    Result<void> take(const ReportWords& words, std::string_view name, Value& into, Parse parse)
    {
        const std::string text = words(name);
        if (text.empty())
            return {};
        const auto value = parse(text);
        if (!value)
            return fail(value.error());
        into = *value;
        return {};
    }

    Result<MoneyUnit> moneyOf(const std::string& text)
    {
        if (text != "yuan" && text != "wan")
            return fail(ErrorCode::InvalidArgument, "request.type", "money");
        return text == "wan" ? MoneyUnit::WanYuan : MoneyUnit::Yuan;
    }

} // namespace

Result<int> parseReportYear(const std::string& text)
{
    int year = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    if (error != std::errc() || end != text.data() + text.size() || year < 1900 || year > 2999)
        return fail(ErrorCode::InvalidArgument, "request.type", "year");
    return year;
}

Result<ReportRequest> requestOfWords(const std::string& report, const ReportWords& words, Day today)
{
    ReportRequest out;
    out.name = report;
    std::istringstream units(words("unit"));
    for (std::string unit; std::getline(units, unit, ',');)
        out.units.push_back(unit);
    out.task = words("task");
    out.document = words("document");
    out.asset = words("asset");
    out.preparer = words("preparer");
    out.withSubordinates = words("subordinates") == "true";
    out.onlyFindings = words("findings") == "true";
    out.asOf = today;
    const auto day = [](const std::string& text) { return parseDate(text); };
    const auto month = [](const std::string& text) { return parseMonth(text); };
    for (const auto& taken : {take(words, "as_of", out.asOf, day), take(words, "month", out.month, month),
             take(words, "from", out.from, month), take(words, "year", out.year, parseReportYear),
             take(words, "money", out.moneyUnit, moneyOf)})
        if (!taken)
            return fail(taken.error());
    return out;
}

nlohmann::ordered_json parametersOf(const ReportRequest& request)
{
    auto out = nlohmann::ordered_json::object();
    const auto put = [&](const char* name, const std::string& text) {
        if (!text.empty())
            out[name] = text;
    };
    std::string units;
    for (const std::string& unit : request.units)
        units += (units.empty() ? "" : ",") + unit;
    put("unit", units);
    put("subordinates", request.withSubordinates ? "true" : "");
    put("task", request.task);
    put("month", request.month ? formatMonth(*request.month) : std::string());
    put("from", request.from ? formatMonth(*request.from) : std::string());
    put("year", request.year ? std::to_string(*request.year) : std::string());
    put("asset", request.asset);
    put("document", request.document);
    put("findings", request.onlyFindings ? "true" : "");
    put("preparer", request.preparer);
    if (request.moneyUnit)
        put("money", *request.moneyUnit == MoneyUnit::WanYuan ? "wan" : "yuan");
    return out;
}

Result<ReportWords> wordsOf(const nlohmann::json& parameters)
{
    std::map<std::string, std::string, std::less<>> words;
    if (!parameters.is_object() && !parameters.is_null())
        return fail(ErrorCode::InvalidArgument, "request.type", "parameters");
    for (const auto& [name, value] : parameters.items()) {
        const bool isKnown = std::find(std::begin(kWords), std::end(kWords), name) != std::end(kWords);
        if (!isKnown || !(value.is_string() || value.is_number_integer() || value.is_boolean()))
            return fail(ErrorCode::InvalidArgument, "request.type", name);
        words[name] = value.is_string() ? value.get<std::string>() : value.dump();
    }
    return [words](std::string_view name) {
        const auto found = words.find(name);
        return found != words.end() ? found->second : std::string();
    };
}

} // namespace guanwu
