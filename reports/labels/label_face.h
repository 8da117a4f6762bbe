#pragma once

#include "reports/labels/labels.h"

namespace guanwu {

/// What both kinds of label come to: a symbol and texts in falling importance.
struct LabelFace {
    LabelSymbol symbol;
    std::string heading; ///< whose it is
    std::string code; ///< what is typed when the symbol cannot be read
    std::string title;
    std::vector<std::string> rows; ///< "caption：value"
};

/// Errors: label.symbol, label.text.
[[nodiscard]] Result<LabelFace> faceOf(const TagLabel& label);
[[nodiscard]] Result<LabelFace> faceOf(const RoomLabel& label);
[[nodiscard]] Result<LabelFace> faceOf(const EnrolmentLabel& label);

} // namespace guanwu
