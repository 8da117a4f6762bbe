#include "core/documents/premises_effect.h"

#include "core/base/text.h"

namespace guanwu {

std::string useCertificateNo(std::string_view documentNo)
{
    const auto dash = documentNo.find('-');
    return std::string(kUseCertificateLetters)
        + std::string(dash == std::string_view::npos ? documentNo : documentNo.substr(dash));
}

std::vector<std::string> codeList(std::string_view text)
{
    std::vector<std::string> out;
    const std::string tidy = normalized(text); // full-width semicolons become plain ones
    std::string_view rest = tidy;
    while (!rest.empty()) {
        const auto end = rest.find(';');
        if (const auto part = trimmed(rest.substr(0, end)); !part.empty())
            out.emplace_back(part);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return out;
}

} // namespace guanwu
