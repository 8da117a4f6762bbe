#include "app/demo/random.h"

namespace guanwu {

std::vector<std::int64_t> scattered(
    Random& random, std::size_t count, std::int64_t mean, std::int64_t spread, std::int64_t last)
{
    std::vector<std::int64_t> out(count, mean);
    if (count == 0)
        return out;
    out.back() = last;
    for (std::size_t i = 0; i + 2 < count; i += 2) {
        const std::int64_t distance = random.between(-spread, spread);
        out[i] += distance;
        out[i + 1] -= distance;
    }
    return out;
}

} // namespace guanwu
