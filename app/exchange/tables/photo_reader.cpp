#include "app/exchange/tables/photo_reader.h"

#include "app/exchange/tables/reader_child.h"

namespace guanwu {

Result<std::string> readPhoto(
    std::string_view bytes, const std::filesystem::path& readerProgram, std::chrono::milliseconds limit)
{
    auto answer = askReader("photo", bytes, readerProgram, limit);
    if (!answer)
        return fail(answer.error());
    return answer->isTaken ? Result<std::string>(std::move(answer->bytes))
                           : fail(ErrorCode::InvalidArgument, "attachment.type");
}

} // namespace guanwu
