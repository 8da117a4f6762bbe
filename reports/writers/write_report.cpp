#include "reports/writers/write_report.h"

#include "reports/writers/csv_report.h"
#include "reports/writers/pdf_report.h"
#include "reports/writers/replacing_file.h"
#include "reports/writers/xlsx_report.h"

#include <algorithm>
#include <array>

namespace guanwu {

namespace {

    using MakeWriter = std::unique_ptr<ReportWriter> (*)(const Report&, ReplacingFile&);

    struct Format {
        std::string_view extension;
        MakeWriter make;
    };

    constexpr std::array<Format, 3> kFormats {{
        {".csv", [](const Report& report, ReplacingFile& file) { return makeCsvReport(report, file); }},
        {".xlsx",
            [](const Report& report, ReplacingFile& file) {
                return makeXlsxReport(report, file.temporary());
            }},
        {".pdf", [](const Report& report, ReplacingFile& file) { return makePdfReport(report, file); }},
    }};

    std::string lowerCaseExtension(const std::filesystem::path& path)
    {
        std::string extension = path.extension().string();
        for (char& c : extension)
            if (c >= 'A' && c <= 'Z')
                c = static_cast<char>(c - 'A' + 'a');
        return extension;
    }

} // namespace

Result<WrittenReport> writeReport(const Report& report, RowSource& rows, const std::filesystem::path& target)
{
    const std::string extension = lowerCaseExtension(target);
    const auto format = std::find_if(kFormats.begin(), kFormats.end(),
        [&](const Format& candidate) { return candidate.extension == extension; });
    if (format == kFormats.end())
        return fail(ErrorCode::InvalidArgument, "report.format", target.string());

    auto file = ReplacingFile::create(target);
    if (!file)
        return fail(file.error());
    auto written = streamRows(report, rows, *format->make(report, *file));
    file->commit();
    return written;
}

ReportOutput toFile(const std::filesystem::path& target)
{
    return [target](const Report& report, RowSource& rows) { return writeReport(report, rows, target); };
}

bool printsHead(const std::filesystem::path& target) { return lowerCaseExtension(target) != ".csv"; }

} // namespace guanwu
