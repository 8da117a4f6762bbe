#include "reports/writers/name_breaks.h"

#include <algorithm>

namespace guanwu {

std::vector<std::size_t> nameBreaks(std::u32string_view text)
{
    constexpr std::u32string_view kEnds = U"市县区委局办院会关部队厅校馆层楼";
    constexpr std::u32string_view kGoesOn = U"公员议计门场长级"; // 办公、委员、会议、会计、部门、市场、局长、市级
    constexpr std::size_t kFarthest = 3; // characters from the middle
    const std::size_t middle = (text.size() + 1) / 2;
    std::vector<std::size_t> out;
    for (std::size_t step = 0; step <= 2 * kFarthest; ++step) {
        const std::size_t away = (step + 1) / 2;
        const std::size_t at = step % 2 == 0 ? middle + away : middle - std::min(away, middle);
        if (at > 0 && at < text.size() && kEnds.find(text[at - 1]) != kEnds.npos
            && kGoesOn.find(text[at]) == kGoesOn.npos)
            out.push_back(at);
    }
    return out;
}

} // namespace guanwu
