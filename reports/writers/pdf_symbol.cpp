#include "reports/writers/pdf_symbol.h"

namespace guanwu {

void drawSymbol(const Cairo::RefPtr<Cairo::Context>& context, const DocumentSymbol& symbol, double left,
    double top, double side)
{
    const double module = side / static_cast<double>(symbol.modules.size());
    for (std::size_t row = 0; row < symbol.modules.size(); ++row)
        for (std::size_t column = 0; column < symbol.modules[row].size(); ++column)
            if (symbol.modules[row][column])
                context->rectangle(left + static_cast<double>(column) * module,
                    top + static_cast<double>(row) * module, module, module);
    context->fill();
}

} // namespace guanwu
