#include "core/inventory/recount.h"

namespace guanwu {

std::int64_t Recount::mostWrongSoFar() const
{
    return mostWrong(sheetLines, size, wrong + size - answered, confidence);
}

std::int64_t Recount::mostWrongAtBest() const { return mostWrong(sheetLines, size, wrong, confidence); }

Result<void> checkDraw(const RecountDraw& draw)
{
    const auto [confidence, share] = draw.goal;
    if (confidence < 50'00 || confidence > 99'90 || share < 1'00 || share > 50'00)
        return fail(ErrorCode::InvalidArgument, "recount.goal");
    if (draw.size && (*draw.size < 1 || *draw.size > kMostRecounted))
        return fail(ErrorCode::InvalidArgument, "recount.size", std::to_string(kMostRecounted));
    return {};
}

Result<void> checkRecountable(const CountSheet& sheet)
{
    if (sheet.state < SheetState::UnitChecked || sheet.state > SheetState::BureauChecked)
        return fail(
            ErrorCode::RuleViolated, "recount.state", std::string(tokenRow(kSheetStates, sheet.state).token));
    return {};
}

} // namespace guanwu
