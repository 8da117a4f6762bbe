#include "app/reader/sheet_command.h"

#include "app/reader/ods_content.h"
#include "app/reader/process_limits.h"
#include "app/reader/xlsx_sheet.h"

#include <exception>
#include <new>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace guanwu {

namespace {

    /// No file is packed worse than what its content may have.
    constexpr std::uint64_t kMaxFile = InflateBudget::kBytes;
    constexpr std::string_view kZip("PK\x03\x04", 4);
    constexpr std::string_view kCompoundFile("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);

    /// The name of the stream that holds an encrypted workbook, as a compound file spells it
    /// (MS-OFFCRYPTO 2.3.4.4).
    constexpr std::string_view kEncryptedPackage("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);

    Result<void> readSheet(std::string_view bytes, RowSink& sink)
    {
        if (bytes.starts_with(kCompoundFile)) {
            const bool isProtected = bytes.find(kEncryptedPackage) != std::string_view::npos;
            return fail(ErrorCode::InvalidArgument, isProtected ? "table.protected" : "table.old_xls");
        }
        if (!bytes.starts_with(kZip))
            return fail(ErrorCode::InvalidArgument, "table.not_spreadsheet");
        const auto archive = ZipArchive::open(bytes);
        if (!archive)
            return fail(archive.error());
        InflateBudget budget;
        return archive->find("content.xml") ? readOds(*archive, budget, sink)
                                            : readXlsx(*archive, budget, sink);
    }

    /// The file as memory; the process ends with the mapping.
    Result<std::string_view> mapInput()
    {
        struct stat status { };
        if (::fstat(STDIN_FILENO, &status) != 0 || !S_ISREG(status.st_mode))
            return fail(ErrorCode::InvalidArgument, "table.damaged", "input");
        const auto size = static_cast<std::uint64_t>(status.st_size);
        if (size == 0)
            return fail(ErrorCode::InvalidArgument, "table.empty");
        if (size > kMaxFile)
            return fail(ErrorCode::InvalidArgument, "table.too_large", std::to_string(size));
        void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
        if (mapped == MAP_FAILED)
            throw std::bad_alloc();
        return std::string_view(static_cast<const char*>(mapped), size);
    }

} // namespace

int runSheetReader()
{
    limitProcess();
    RowSink sink(STDOUT_FILENO);
    std::optional<Error> error;
    try {
        const auto bytes = mapInput();
        const auto read = bytes ? readSheet(*bytes, sink) : fail(bytes.error());
        if (!read)
            error = read.error();
    } catch (const std::bad_alloc&) {
        error = Error {ErrorCode::InvalidArgument, "table.memory", {}};
    }
    error ? sink.finish(*error) : sink.finish();
    return 0;
}

} // namespace guanwu
