#pragma once

#include "core/base/error.h"

#include <string>

namespace guanwu::test {

/// "" when it was done, else what refused it and which thing of it.
template <class T> std::string refusal(const Result<T>& result)
{
    return result ? "" : result.error().subject + " " + result.error().detail;
}

/// "" when it was done, else what refused it.
template <class T> std::string refusalCode(const Result<T>& result)
{
    return result ? "" : result.error().subject;
}

} // namespace guanwu::test
