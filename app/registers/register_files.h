#pragma once

#include "app/exchange/problems.h"
#include "app/exchange/tables/table_reader.h"
#include "core/registers/register_service.h"

#include <filesystem>

namespace guanwu {

/// What one file may bring: its rows are one transaction (design decision 12).
inline constexpr std::size_t kMostRegisterRows = 5'000;

struct RegisterImport {
    RegisterKind kind = RegisterKind::Gifts;
    std::string type; ///< empty = the main one
    std::filesystem::path file;
    std::string reason;
    TableOptions table;
    WriteMode mode = WriteMode::Store;
};

struct RegisterImported {
    std::int64_t rows = 0;
    std::int64_t refused = 0; ///< then nothing was stored
};

/// Enters the rows of a CSV, XLSX or ODS file: all of them in their first state, or none. Errors:
/// register.type, register.too_many_rows, those of openTable() and of HeadingFinder; what is wrong with rows
/// goes to `listener`.
[[nodiscard]] Result<RegisterImported> importRegister(
    RegisterService& service, const RegisterImport& request, const ProblemSink::Listener& listener);

/// Writes number, state and every field of the entries as CSV or XLSX, under the headings that the import
/// takes. Restricted fields are as the service shows them. Errors: register.type, export.format, those of
/// writeReport().
[[nodiscard]] Result<std::int64_t> exportRegister(RegisterService& service, RegisterKind kind,
    const RegisterFilter& filter, const std::filesystem::path& file);

} // namespace guanwu
