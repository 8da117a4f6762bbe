#include "app/server/request_body.h"

#include "app/packing/gzip.h"
#include "core/base/text.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace guanwu {

namespace {

    using Body = nlohmann::json;

    constexpr int kMaxDepth = 16;

    const RouteField* fieldOf(std::span<const RouteField> fields, std::string_view name)
    {
        const auto found = std::find_if(
            fields.begin(), fields.end(), [&](const RouteField& field) { return field.name == name; });
        return found == fields.end() ? nullptr : &*found;
    }

    Error wrong(std::string_view rule, std::string detail)
    {
        return {ErrorCode::InvalidArgument, std::string(rule), std::move(detail)};
    }

    Error wrongField(std::string_view rule, std::string_view field)
    {
        return inField(wrong(rule, std::string(field)), field);
    }

    bool isOfKind(const Body& value, FieldKind kind)
    {
        switch (kind) {
        case FieldKind::Text:
            return value.is_string();
        case FieldKind::Integer:
            return value.is_number_integer();
        case FieldKind::Boolean:
            return value.is_boolean();
        case FieldKind::Object:
            return value.is_object();
        case FieldKind::List:
            return value.is_array();
        }
        return false;
    }

    /// Stops at what nlohmann would take: depth without end, a field given twice, text that must not come in.
    class Watch {
    public:
        [[nodiscard]] bool operator()(int depth, Body::parse_event_t event, const Body& value)
        {
            if (m_error)
                return false;
            switch (event) {
            case Body::parse_event_t::object_start:
                m_names.emplace_back();
                [[fallthrough]];
            case Body::parse_event_t::array_start:
                if (depth >= kMaxDepth)
                    m_error = wrong("request.deep", std::to_string(kMaxDepth));
                break;
            case Body::parse_event_t::object_end:
                m_names.pop_back();
                break;
            case Body::parse_event_t::key:
                if (!isValidText(value.get_ref<const std::string&>()))
                    m_error = wrong("request.text", {});
                else if (!m_names.back().insert(value.get<std::string>()).second)
                    m_error = wrongField("request.twice", value.get<std::string>());
                break;
            case Body::parse_event_t::value:
                if (value.is_string() && !isValidText(value.get_ref<const std::string&>()))
                    m_error = wrong("request.text", {});
                break;
            default:
                break;
            }
            return !m_error;
        }
        [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

    private:
        std::vector<std::set<std::string>> m_names;
        std::optional<Error> m_error;
    };

} // namespace

Result<std::string> unpackedBody(const HttpRequest& request, std::uint64_t limit)
{
    const std::string_view encoding = request.headers["Content-Encoding"];
    if (encoding.empty() || encoding == "identity") {
        if (request.body.size() > limit)
            return fail(wrong("request.too_large", std::to_string(limit)));
        return request.body;
    }
    if (encoding != "gzip")
        return fail(wrong("request.encoding", std::string(encoding)));
    return gunzip(request.body, limit);
}

Result<Body> parseBody(std::string_view text, std::span<const RouteField> fields)
{
    Watch watch;
    // By reference: the parser copies what it is given.
    Body body = Body::parse(
        text,
        [&](int depth, Body::parse_event_t event, const Body& value) { return watch(depth, event, value); },
        false);
    if (watch.error())
        return fail(*watch.error());
    if (!body.is_object())
        return fail(wrong("request.json", {}));
    for (auto item = body.begin(); item != body.end();) {
        const RouteField* field = fieldOf(fields, item.key());
        if (!field)
            return fail(wrongField("request.unknown_field", item.key()));
        if (item->is_null() && field->need == FieldNeed::Optional) {
            item = body.erase(item);
            continue;
        }
        if (!isOfKind(*item, field->kind))
            return fail(wrongField("request.type", item.key()));
        ++item;
    }
    for (const RouteField& field : fields)
        if (field.need == FieldNeed::Required && !body.contains(field.name))
            return fail(wrongField("request.missing_field", field.name));
    return body;
}

Result<std::string> percentDecoded(std::string_view text, bool plusIsBlank)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plusIsBlank) {
            out += ' ';
        } else if (text[i] != '%') {
            out += text[i];
        } else {
            unsigned byte = 0;
            const char* digits = text.data() + i + 1;
            if (i + 2 >= text.size() || std::from_chars(digits, digits + 2, byte, 16).ptr != digits + 2)
                return fail(wrong("request.target", {}));
            out += static_cast<char>(byte);
            i += 2;
        }
    }
    if (!isValidText(out))
        return fail(wrong("request.text", {}));
    return out;
}

Result<std::map<std::string, std::string, std::less<>>> parseQuery(
    std::string_view query, std::span<const RouteField> fields)
{
    std::map<std::string, std::string, std::less<>> out;
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
        const auto equals = std::min(pair.find('='), pair.size());
        const auto name = percentDecoded(pair.substr(0, equals), true);
        const auto value = percentDecoded(pair.substr(std::min(pair.size(), equals + 1)), true);
        if (!name || !value)
            return fail(name ? value.error() : name.error());
        const RouteField* field = fieldOf(fields, *name);
        if (!field)
            return fail(wrongField("request.unknown_field", *name));
        const bool isNumber = !value->empty() && value->size() <= 18
            && value->find_first_not_of("0123456789") == std::string::npos;
        if (field->kind == FieldKind::Integer && !isNumber)
            return fail(wrongField("request.type", *name));
        if (!out.emplace(*name, *value).second)
            return fail(wrongField("request.twice", *name));
    }
    for (const RouteField& field : fields)
        if (field.need == FieldNeed::Required && !out.contains(field.name))
            return fail(wrongField("request.missing_field", field.name));
    return out;
}

} // namespace guanwu
