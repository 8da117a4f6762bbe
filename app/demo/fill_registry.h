#pragma once

#include "app/demo/city.h"

namespace guanwu {

class Session;

/// Told while the registry is filled: which kind, and how far.
using FillProgress = std::function<void(ImportKind kind, std::int64_t done, std::int64_t total)>;

/// Writes an invented city into `folder` and imports it, the way a real city would be. The registry has to be
/// empty. Errors: demo.not_empty, those of writeCity() and importFile(), demo.refused (the importer found
/// something wrong).
[[nodiscard]] Result<CityFiles> fillRegistry(Session& session, const CityOptions& options,
    const std::filesystem::path& folder, const FillProgress& progress);

/// Whether no unit has been registered yet.
[[nodiscard]] bool isEmptyRegistry(Session& session);

} // namespace guanwu
