#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guanwu {

/// Takes the numbers of an SVG off a text: separated by blanks and commas, or by nothing where they cannot be
/// mistaken.
class SvgNumbers {
public:
    explicit SvgNumbers(std::string_view text)
        : m_text(text)
    {
    }
    /// nullopt at the end, or where no number stands or none that a plan can have.
    [[nodiscard]] std::optional<double> next();
    /// 0 or 1, which an arc may write without a gap behind.
    [[nodiscard]] std::optional<bool> nextFlag();
    /// The letter that stands here, taken; 0 = none.
    [[nodiscard]] char nextLetter();
    [[nodiscard]] bool isAtEnd();

private:
    void skip();

    std::string_view m_text;
};

/// Pixels of 1/96 inch; a percentage of `whole`. nullopt when it is no length.
[[nodiscard]] std::optional<double> svgLength(std::string_view text, double whole = 0);
/// How light a colour is, 0 to 1; nullopt for none. What is not known, such as a gradient, is `unknown`.
[[nodiscard]] std::optional<double> svgLightness(std::string_view text, double unknown);
/// a b c d e f of a list of transforms; nullopt when it is none.
struct SvgMatrix {
    double a = 1;
    double b = 0;
    double c = 0;
    double d = 1;
    double e = 0;
    double f = 0;
};
[[nodiscard]] std::optional<SvgMatrix> svgTransform(std::string_view text);

using SvgDeclarations = std::vector<std::pair<std::string, std::string>>;
/// "fill:red;stroke:none".
[[nodiscard]] SvgDeclarations svgDeclarations(std::string_view text);
/// The rules of a style sheet that are of a class or of an element alone: ".wall" or "path". Others are left
/// out.
[[nodiscard]] std::unordered_map<std::string, SvgDeclarations> svgRules(std::string_view text);

} // namespace guanwu
