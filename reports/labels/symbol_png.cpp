#include "reports/labels/grey_png.h"
#include "reports/labels/labels.h"
#include "reports/writers/replacing_file.h"

#include <cairomm/context.h>

namespace guanwu {

namespace {

    constexpr int kPixelsPerModule = 8;
    constexpr int kQuietModules = 4;
    constexpr int kDotsPerMm = 8; // a module of 1 mm, should somebody print it

} // namespace

Result<void> writeSymbolPng(const LabelSymbol& symbol, const std::filesystem::path& path)
{
    if (symbol.empty() || symbol.front().size() != symbol.size())
        return fail(ErrorCode::InvalidArgument, "label.symbol");
    const int side = (static_cast<int>(symbol.size()) + 2 * kQuietModules) * kPixelsPerModule;
    const auto surface = Cairo::ImageSurface::create(Cairo::ImageSurface::Format::RGB24, side, side);
    const auto context = Cairo::Context::create(surface);
    context->set_source_rgb(1, 1, 1);
    context->paint();
    context->set_source_rgb(0, 0, 0);
    for (std::size_t y = 0; y < symbol.size(); ++y)
        for (std::size_t x = 0; x < symbol[y].size(); ++x)
            if (symbol[y][x])
                context->rectangle((static_cast<double>(x) + kQuietModules) * kPixelsPerModule,
                    (static_cast<double>(y) + kQuietModules) * kPixelsPerModule, kPixelsPerModule,
                    kPixelsPerModule);
    context->fill();
    surface->flush();
    auto file = ReplacingFile::create(path);
    if (!file)
        return fail(file.error());
    file->write(greyPng(*surface, kDotsPerMm));
    file->commit();
    return {};
}

} // namespace guanwu
