#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace guanwu::test {

using Json = nlohmann::ordered_json;

/// A sighting with every field of the contract, in its order, and a value in each that may have one.
inline Json aWholeEvent()
{
    return Json::parse(R"({"event_id":"01932c5e-7b1a-7c3e-9f00-3a5b9c1d2e4f",
        "install_id":"5f0e00112233445566778899aabbccdd","seq":17,"at":"2026-10-08T09:31:22.120+08:00",
        "actor":"clerk01","unit":"U017","kind":"seen","code":"TY2022000001K","place":"A-305","user":"P001",
        "condition":"in_use","entry":"manual","reason":"标签缺失","name":"台式计算机","class_code":"A02010105",
        "quantity":2,"photos":["aa","bb"],"corrects":null})");
}

/// The same with one field replaced.
inline Json with(const std::string& field, const Json& value)
{
    Json event = aWholeEvent();
    event[field] = value;
    return event;
}

inline Json without(const std::string& field)
{
    Json event = aWholeEvent();
    event.erase(field);
    return event;
}

} // namespace guanwu::test
