#include "core/base/text_length.h"

#include "core/base/text.h"

namespace guanwu {

Result<void> checkLengths(std::initializer_list<BoundedText> texts)
{
    for (const BoundedText& one : texts)
        if (characterCount(one.text) > one.most)
            return fail(ErrorCode::InvalidArgument, "text.too_long", std::to_string(one.most));
    return {};
}

} // namespace guanwu
