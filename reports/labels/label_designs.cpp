#include "reports/labels/labels.h"

#include "core/reference/embedded.h"
#include "core/reference/reference_table.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace guanwu {

namespace {

    template <class Number> Number numberOf(std::string_view text)
    {
        Number out {};
        if (std::from_chars(text.data(), text.data() + text.size(), out).ec != std::errc())
            throw std::logic_error("label_designs: " + std::string(text));
        return out;
    }

    std::vector<LabelDesign> readDesigns()
    {
        const ReferenceTable table(embeddedTable("label_designs"));
        std::vector<LabelDesign> out;
        for (std::size_t row = 0; row < table.size(); ++row) {
            const auto text = [&](std::string_view column) { return table.cell(row, column); };
            const auto mm = [&](std::string_view column) { return numberOf<double>(text(column)); };
            out.push_back(
                {std::string(text("token")), std::string(text("name_zh")), std::string(text("name_en")),
                    mm("page_width_mm"), mm("page_height_mm"), numberOf<int>(text("columns")),
                    numberOf<int>(text("rows")), mm("label_width_mm"), mm("label_height_mm"), mm("margin_mm"),
                    parseToken(kLabelCodes, text("symbol"), "label.layout").value(), mm("symbol_mm"),
                    text("heading") == "across"});
        }
        return out;
    }

    const LabelDesign* named(std::string_view token)
    {
        const auto found = std::find_if(labelDesigns().begin(), labelDesigns().end(),
            [&](const LabelDesign& design) { return design.token == token; });
        return found == labelDesigns().end() ? nullptr : &*found;
    }

} // namespace

const std::vector<LabelDesign>& labelDesigns()
{
    static const std::vector<LabelDesign> designs = readDesigns();
    return designs;
}

Result<LabelDesign> findLabelDesign(std::string_view token)
{
    const LabelDesign* design = named(token);
    return design ? Result<LabelDesign>(*design)
                  : fail(ErrorCode::InvalidArgument, "label.layout", std::string(token));
}

const LabelDesign& labelDesign(std::string_view token)
{
    if (const LabelDesign* design = named(token))
        return *design;
    throw std::logic_error("no label design " + std::string(token));
}

} // namespace guanwu
