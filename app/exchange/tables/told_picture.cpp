#include "app/exchange/tables/told_picture.h"

#include "app/exchange/tables/reader_child.h"
#include "core/cards/attachment.h"
#include "core/premises/floor_plan.h"

#include <algorithm>
#include <charconv>

namespace guanwu {

namespace {

    constexpr std::chrono::seconds kLongestOpening {20};

    std::optional<ToldPicture> asked(std::string_view verb, std::string_view bytes, std::size_t bytesAPixel,
        int longestSide, const std::filesystem::path& readerProgram)
    {
        if (bytes.empty() || bytes.size() > kMostAttachmentBytes)
            return std::nullopt;
        const auto answer = askReader(verb, bytes, readerProgram, kLongestOpening);
        return answer && answer->isTaken ? toldPicture(answer->bytes, bytesAPixel, longestSide)
                                         : std::nullopt;
    }

} // namespace

std::optional<ToldPicture> toldPicture(std::string_view told, std::size_t bytesAPixel, int longestSide)
{
    ToldPicture out;
    const char* const end = told.data() + std::min<std::size_t>(told.size(), 24);
    const auto [space, first] = std::from_chars(told.data(), end, out.width);
    if (first != std::errc() || space == end || *space != ' ')
        return std::nullopt;
    const auto [line, second] = std::from_chars(space + 1, end, out.height);
    if (second != std::errc() || line == end || *line != '\n')
        return std::nullopt;
    if (out.width < 1 || out.height < 1 || out.width > longestSide || out.height > longestSide)
        return std::nullopt;
    const std::string_view pixels = told.substr(static_cast<std::size_t>(line + 1 - told.data()));
    if (pixels.size()
        != static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * bytesAPixel)
        return std::nullopt;
    out.pixels.assign(pixels.begin(), pixels.end());
    return out;
}

std::optional<ToldPicture> openPicture(std::string_view bytes, const std::filesystem::path& readerProgram)
{
    return asked("picture", bytes, 3, kShownLongestSide, readerProgram);
}

std::optional<ToldPicture> openDrawing(std::string_view bytes, const std::filesystem::path& readerProgram)
{
    return asked("plan", bytes, 1, kPlanLongestSide, readerProgram);
}

} // namespace guanwu
