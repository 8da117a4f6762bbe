#include "app/server/openapi.h"

#include "app/server/router.h"

#include <algorithm>

namespace guanwu {

namespace {

    using Json = nlohmann::ordered_json;

    std::string_view typeOf(FieldKind kind)
    {
        switch (kind) {
        case FieldKind::Text:
            return "string";
        case FieldKind::Integer:
            return "integer";
        case FieldKind::Boolean:
            return "boolean";
        case FieldKind::Object:
            return "object";
        case FieldKind::List:
            return "array";
        }
        return "string";
    }

    Json schemaOf(const RouteField& field)
    {
        Json schema {{"type", typeOf(field.kind)}};
        if (field.kind == FieldKind::List)
            schema["items"] = Json::object();
        if (!field.about.empty())
            schema["description"] = field.about;
        return schema;
    }

    Json parameters(const Route& route)
    {
        Json out = Json::array();
        const std::string_view path = route.path;
        for (auto open = path.find('{'); open != std::string_view::npos; open = path.find('{', open + 1))
            out.push_back({{"name", path.substr(open + 1, path.find('}', open) - open - 1)}, {"in", "path"},
                {"required", true}, {"schema", {{"type", "string"}}}});
        for (const RouteField& field : route.query)
            out.push_back({{"name", field.name}, {"in", "query"},
                {"required", field.need == FieldNeed::Required}, {"schema", schemaOf(field)}});
        return out;
    }

    Json requestBody(const Route& route)
    {
        if (route.bodyKind == BodyKind::Lines)
            return {{"required", true},
                {"content", {{"application/x-ndjson", {{"schema", {{"type", "string"}}}}}}}};
        if (route.bodyKind == BodyKind::File)
            return {{"required", true},
                {"content", {{"*/*", {{"schema", {{"type", "string"}, {"format", "binary"}}}}}}}};
        Json schema {{"type", "object"}, {"additionalProperties", false}, {"properties", Json::object()}};
        Json required = Json::array();
        for (const RouteField& field : route.body) {
            schema["properties"][std::string(field.name)] = schemaOf(field);
            if (field.need == FieldNeed::Required)
                required.push_back(field.name);
        }
        if (!required.empty())
            schema["required"] = required;
        return {{"required", true}, {"content", {{"application/json", {{"schema", schema}}}}}};
    }

    Json operation(const Route& route)
    {
        Json out {{"summary", route.about}};
        if (Json all = parameters(route); !all.empty())
            out["parameters"] = std::move(all);
        if (route.bodyKind != BodyKind::None)
            out["requestBody"] = requestBody(route);
        out["responses"] = {
            {"default", {{"$ref", "#/components/responses/Refusal"}}}, {"2XX", {{"description", "Done."}}}};
        if (route.admission == Admission::Everybody)
            out["security"] = Json::array();
        return out;
    }

    Json components()
    {
        const Json text {{"type", "string"}};
        const Json error {{"type", "object"}, {"required", {"code", "message"}},
            {"properties",
                {{"code", text}, {"message", text}, {"detail", text}, {"field", text},
                    {"index", {{"type", "integer"}}}}}};
        return {{"securitySchemes", {{"token", {{"type", "http"}, {"scheme", "bearer"}}}}},
            {"responses",
                {{"Refusal",
                    {{"description", "Refused: nothing was changed."},
                        {"content",
                            {{"application/json",
                                {{"schema",
                                    {{"type", "object"}, {"required", {"error"}},
                                        {"properties", {{"error", error}}}}}}}}}}}}}};
    }

} // namespace

Json openApiDocument(std::span<const Route> routes)
{
    Json paths = Json::object();
    for (const Route& route : routes) {
        std::string method(route.method);
        std::transform(method.begin(), method.end(), method.begin(),
            [](char c) { return static_cast<char>(c - 'A' + 'a'); });
        paths[fullPath(route)][method] = operation(route);
    }
    return {{"openapi", "3.0.3"}, {"info", {{"title", "Guanwu 管物"}, {"version", "1"}}},
        {"security", Json::array({{{"token", Json::array()}}})}, {"paths", paths},
        {"components", components()}};
}

} // namespace guanwu
