#include "app/reader/svg_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>

namespace guanwu {

namespace {

    constexpr double kFarthest = 1e7; ///< coordinates beyond it are of no plan

    bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

    std::string_view trimmed(std::string_view text)
    {
        while (!text.empty() && isSpace(text.front()))
            text.remove_prefix(1);
        while (!text.empty() && isSpace(text.back()))
            text.remove_suffix(1);
        return text;
    }

    struct NamedLightness {
        std::string_view name;
        double lightness;
    };
    constexpr std::array<NamedLightness, 20> kNamed {
        {{"black", 0}, {"white", 1}, {"red", 0.3}, {"green", 0.29}, {"blue", 0.11}, {"gray", 0.5},
            {"grey", 0.5}, {"silver", 0.75}, {"lightgray", 0.83}, {"lightgrey", 0.83}, {"darkgray", 0.66},
            {"darkgrey", 0.66}, {"dimgray", 0.41}, {"yellow", 0.89}, {"orange", 0.68}, {"cyan", 0.7},
            {"magenta", 0.41}, {"navy", 0.05}, {"maroon", 0.15}, {"whitesmoke", 0.96}}};

    double lightnessOf(double red, double green, double blue)
    {
        return std::clamp((0.299 * red + 0.587 * green + 0.114 * blue) / 255, 0.0, 1.0);
    }

    std::optional<double> hexLightness(std::string_view digits)
    {
        std::array<double, 3> parts {};
        const std::size_t each = digits.size() < 6 ? 1 : 2;
        if (digits.size() != 3 && digits.size() != 4 && digits.size() != 6 && digits.size() != 8)
            return std::nullopt;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            unsigned value = 0;
            const char* begin = digits.data() + i * each;
            const auto [end, error] = std::from_chars(begin, begin + each, value, 16);
            if (error != std::errc() || end != begin + each)
                return std::nullopt;
            parts[i] = each == 1 ? value * 17 : value;
        }
        return lightnessOf(parts[0], parts[1], parts[2]);
    }

    SvgMatrix product(const SvgMatrix& m, const SvgMatrix& n)
    {
        return {m.a * n.a + m.c * n.b, m.b * n.a + m.d * n.b, m.a * n.c + m.c * n.d, m.b * n.c + m.d * n.d,
            m.a * n.e + m.c * n.f + m.e, m.b * n.e + m.d * n.f + m.f};
    }

    std::optional<SvgMatrix> oneTransform(std::string_view name, const std::vector<double>& v)
    {
        const auto radians = [](double degrees) { return degrees * std::numbers::pi / 180; };
        if (name == "matrix" && v.size() == 6)
            return SvgMatrix {v[0], v[1], v[2], v[3], v[4], v[5]};
        if (name == "translate" && (v.size() == 1 || v.size() == 2))
            return SvgMatrix {1, 0, 0, 1, v[0], v.size() == 2 ? v[1] : 0};
        if (name == "scale" && (v.size() == 1 || v.size() == 2))
            return SvgMatrix {v[0], 0, 0, v.size() == 2 ? v[1] : v[0], 0, 0};
        if (name == "rotate" && (v.size() == 1 || v.size() == 3)) {
            const double cosine = std::cos(radians(v[0]));
            const double sine = std::sin(radians(v[0]));
            const SvgMatrix turn {cosine, sine, -sine, cosine, 0, 0};
            if (v.size() == 1)
                return turn;
            return product(product({1, 0, 0, 1, v[1], v[2]}, turn), {1, 0, 0, 1, -v[1], -v[2]});
        }
        if (name == "skewX" && v.size() == 1)
            return SvgMatrix {1, 0, std::tan(radians(v[0])), 1, 0, 0};
        if (name == "skewY" && v.size() == 1)
            return SvgMatrix {1, std::tan(radians(v[0])), 0, 1, 0, 0};
        return std::nullopt;
    }

} // namespace

void SvgNumbers::skip()
{
    while (!m_text.empty() && (isSpace(m_text.front()) || m_text.front() == ','))
        m_text.remove_prefix(1);
}

bool SvgNumbers::isAtEnd()
{
    skip();
    return m_text.empty();
}

std::optional<double> SvgNumbers::next()
{
    skip();
    std::string_view from = m_text;
    if (!from.empty() && from.front() == '+')
        from.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(from.data(), from.data() + from.size(), value);
    if (error != std::errc() || !std::isfinite(value) || std::abs(value) > kFarthest)
        return std::nullopt;
    m_text = from.substr(static_cast<std::size_t>(end - from.data()));
    return value;
}

std::optional<bool> SvgNumbers::nextFlag()
{
    skip();
    if (m_text.empty() || (m_text.front() != '0' && m_text.front() != '1'))
        return std::nullopt;
    const bool out = m_text.front() == '1';
    m_text.remove_prefix(1);
    return out;
}

char SvgNumbers::nextLetter()
{
    skip();
    if (m_text.empty())
        return 0;
    const char c = m_text.front();
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')))
        return 0;
    m_text.remove_prefix(1);
    return c;
}

std::optional<double> svgLength(std::string_view text, double whole)
{
    text = trimmed(text);
    SvgNumbers numbers(text);
    const auto value = numbers.next();
    if (!value)
        return std::nullopt;
    if (text.ends_with("%"))
        return *value * whole / 100;
    constexpr double kInch = 96;
    if (text.ends_with("mm"))
        return *value * kInch / 25.4;
    if (text.ends_with("cm"))
        return *value * kInch / 2.54;
    if (text.ends_with("in"))
        return *value * kInch;
    if (text.ends_with("pt"))
        return *value * kInch / 72;
    if (text.ends_with("pc"))
        return *value * kInch / 6;
    if (text.ends_with("em"))
        return *value * 16;
    return value;
}

std::optional<double> svgLightness(std::string_view text, double unknown)
{
    text = trimmed(text);
    if (text == "none" || text == "transparent")
        return std::nullopt;
    if (text.starts_with("#"))
        return hexLightness(text.substr(1)).value_or(unknown);
    if (text.starts_with("rgb")) {
        SvgNumbers numbers(text.substr(std::min(text.size(), text.find('(') + 1)));
        std::array<double, 3> parts {};
        for (double& part : parts) {
            const auto value = numbers.next();
            if (!value)
                return unknown;
            part = text.find('%') == std::string_view::npos ? *value : *value * 2.55;
        }
        return lightnessOf(parts[0], parts[1], parts[2]);
    }
    const auto* named = std::find_if(
        kNamed.begin(), kNamed.end(), [&](const NamedLightness& one) { return one.name == text; });
    return named == kNamed.end() ? unknown : named->lightness;
}

std::optional<SvgMatrix> svgTransform(std::string_view text)
{
    SvgMatrix out;
    text = trimmed(text);
    while (!text.empty()) {
        const auto open = text.find('(');
        const auto close = text.find(')');
        if (open == std::string_view::npos || close == std::string_view::npos || close < open)
            return std::nullopt;
        std::vector<double> values;
        SvgNumbers numbers(text.substr(open + 1, close - open - 1));
        while (!numbers.isAtEnd()) {
            const auto value = numbers.next();
            if (!value || values.size() == 6)
                return std::nullopt;
            values.push_back(*value);
        }
        const auto one = oneTransform(trimmed(text.substr(0, open)), values);
        if (!one)
            return std::nullopt;
        out = product(out, *one);
        text.remove_prefix(close + 1);
        while (!text.empty() && (isSpace(text.front()) || text.front() == ','))
            text.remove_prefix(1);
    }
    return out;
}

SvgDeclarations svgDeclarations(std::string_view text)
{
    SvgDeclarations out;
    while (!text.empty()) {
        const auto end = std::min(text.size(), text.find(';'));
        const std::string_view one = text.substr(0, end);
        if (const auto colon = one.find(':'); colon != std::string_view::npos) {
            std::string_view value = trimmed(one.substr(colon + 1));
            if (value.ends_with("!important"))
                value = trimmed(value.substr(0, value.size() - 10));
            out.emplace_back(trimmed(one.substr(0, colon)), value);
        }
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return out;
}

std::unordered_map<std::string, SvgDeclarations> svgRules(std::string_view text)
{
    std::unordered_map<std::string, SvgDeclarations> out;
    for (;;) {
        const auto open = text.find('{');
        const auto close = text.find('}', open == std::string_view::npos ? 0 : open);
        if (open == std::string_view::npos || close == std::string_view::npos)
            return out;
        std::string_view names = text.substr(0, open);
        for (auto at = names.find("*/"); at != std::string_view::npos;
             at = names.find("*/")) // comments before it
            names.remove_prefix(at + 2);
        const SvgDeclarations rule = svgDeclarations(text.substr(open + 1, close - open - 1));
        while (!names.empty()) {
            const auto comma = std::min(names.size(), names.find(','));
            const std::string_view name = trimmed(names.substr(0, comma));
            if (!name.empty() && name.find_first_of(" >+~:[#*@") == std::string_view::npos
                && name.find('.', 1) == std::string_view::npos)
                for (const auto& declaration : rule)
                    out[std::string(name)].push_back(declaration);
            names.remove_prefix(std::min(names.size(), comma + 1));
        }
        text.remove_prefix(close + 1);
    }
}

} // namespace guanwu
