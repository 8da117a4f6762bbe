#pragma once

#include "reports/model/report_document.h"

#include <cairomm/context.h>

namespace guanwu {

/// Fills the dark modules of a square symbol whose left upper corner and side are given, in points.
void drawSymbol(const Cairo::RefPtr<Cairo::Context>& context, const DocumentSymbol& symbol, double left,
    double top, double side);

} // namespace guanwu
