#pragma once

#include "reports/writers/csv_writer.h"
#include "reports/writers/replacing_file.h"

#include <memory>

namespace guanwu {

/// A CSV file that appears under its name when it is complete.
class CsvFile {
public:
    /// Errors: those of ReplacingFile::create().
    [[nodiscard]] static Result<std::unique_ptr<CsvFile>> create(const std::filesystem::path& path)
    {
        auto file = ReplacingFile::create(path);
        if (!file)
            return fail(file.error());
        return std::unique_ptr<CsvFile>(new CsvFile(std::move(*file)));
    }
    [[nodiscard]] CsvWriter& csv() { return m_csv; }
    /// Throws std::system_error when the disk is full or fails; the file is then as it was.
    void commit()
    {
        m_csv.flush();
        m_file.commit();
    }

private:
    explicit CsvFile(ReplacingFile file)
        : m_file(std::move(file))
        , m_csv([this](std::string_view bytes) { m_file.write(bytes); })
    {
    }
    ReplacingFile m_file;
    CsvWriter m_csv;
};

} // namespace guanwu
