#include "core/inventory/line_numbers.h"

#include "core/base/text.h"
#include "core/values/asset_tag.h"

namespace guanwu {

void LineNumbers::add(const std::string& assetNo, const std::string& legacyNo, std::size_t line)
{
    m_byNumber.insert_or_assign(assetNo, Bearer {line, {}});
    if (legacyNo.empty())
        return;
    const auto [known, fresh] = m_byNumber.try_emplace(legacyNo, Bearer {line, assetNo});
    if (!fresh && assetNo < known->second.legacyOf)
        known->second = {line, assetNo};
}

std::optional<std::size_t> LineNumbers::lineOf(const std::string& code) const
{
    if (const auto found = m_byNumber.find(code); found != m_byNumber.end())
        return found->second.line;
    for (const std::string& form : codeForms(code))
        if (const auto found = m_byNumber.find(form); found != m_byNumber.end())
            return found->second.line;
    return std::nullopt;
}

std::vector<std::string> codeForms(const std::string& code)
{
    std::vector<std::string> forms {code};
    const std::string tidy = upper(normalized(code));
    if (tidy != code)
        forms.push_back(tidy);
    if (const auto tag = AssetTag::parse(tidy))
        forms.push_back(tag->assetNo().text());
    return forms;
}

} // namespace guanwu
