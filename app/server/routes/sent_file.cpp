#include "app/server/routes/sent_file.h"

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <system_error>

namespace guanwu {

std::string_view tableEnding(std::string_view bytes)
{
    // The reader of spreadsheets tells one kind from the other by what is in it.
    if (bytes.starts_with("PK"))
        return ".xlsx";
    return bytes.starts_with("\xd0\xcf\x11\xe0") ? ".xls" : ".csv";
}

SentFile::SentFile(std::string_view bytes)
    : m_path(m_folder / ("table" + std::string(tableEnding(bytes))))
{
    std::ofstream file(m_path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file)
        throw std::system_error(ENOSPC, std::generic_category(), "keeping what was sent");
}

} // namespace guanwu
