#include "core/registry/new_problems.h"

#include <algorithm>

namespace guanwu {

std::vector<Error> newProblems(const AssetCard& before, const AssetCard& after, const CardContext& context)
{
    const std::vector<Error> old = problemsOf(before, context);
    std::vector<Error> out;
    for (Error& error : problemsOf(after, context))
        if (std::find(old.begin(), old.end(), error) == old.end())
            out.push_back(std::move(error));
    return out;
}

} // namespace guanwu
