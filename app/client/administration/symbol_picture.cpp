#include "app/client/administration/symbol_picture.h"

#include "scanner/tag_symbol.h"

#include <QPainter>
#include <algorithm>

namespace guanwu {

SymbolPicture::SymbolPicture(QQuickItem* parent)
    : QQuickPaintedItem(parent)
{
    setImplicitSize(320, 320);
}

void SymbolPicture::setEnrolment(const QString& text)
{
    if (text == m_enrolment)
        return;
    m_enrolment = text;
    update();
    Q_EMIT changed();
}

void SymbolPicture::paint(QPainter* painter)
{
    if (m_enrolment.isEmpty())
        return;
    const SymbolModules modules = enrolmentSymbol(m_enrolment.toStdString());
    const int side = static_cast<int>(modules.size()) + 2 * kQuietModules;
    // Whole pixels a module: a blurred edge is what cameras misread.
    const int module = std::max(1, static_cast<int>(std::min(width(), height())) / side);
    const int left = (static_cast<int>(width()) - module * side) / 2;
    const int top = (static_cast<int>(height()) - module * side) / 2;
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->fillRect(left, top, module * side, module * side, Qt::white);
    for (std::size_t y = 0; y < modules.size(); ++y)
        for (std::size_t x = 0; x < modules[y].size(); ++x)
            if (modules[y][x])
                painter->fillRect(left + (static_cast<int>(x) + kQuietModules) * module,
                    top + (static_cast<int>(y) + kQuietModules) * module, module, module, Qt::black);
}

} // namespace guanwu

#include "moc_symbol_picture.cpp"
