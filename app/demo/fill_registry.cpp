#include "app/demo/fill_registry.h"

#include "app/demo/space_paperwork.h"
#include "app/demo/title_paperwork.h"
#include "app/exchange/import_job.h"
#include "schema/connection/session.h"

namespace guanwu {

bool isEmptyRegistry(Session& session)
{
    return !session.bulk().stream("SELECT id FROM unit LIMIT 1", {})->next();
}

Result<CityFiles> fillRegistry(Session& session, const CityOptions& options,
    const std::filesystem::path& folder, const FillProgress& progress)
{
    if (!isEmptyRegistry(session))
        return fail(ErrorCode::Conflict, "demo.not_empty");
    const auto files = writeCity(options, folder,
        [&](std::int64_t done, std::int64_t total) { progress(ImportKind::Assets, done, total * 2); });
    if (!files)
        return files;
    for (const CityFile& file : *files) {
        ImportRequest request;
        request.kind = file.kind;
        request.file = file.path;
        request.today = options.baseDate;
        std::string firstProblem;
        const auto outcome = importFile(
            session, request,
            [&](const ImportProblem& problem) {
                if (firstProblem.empty() && problem.severity == Severity::Error)
                    firstProblem = file.path.filename().string() + ':' + std::to_string(problem.row) + ' '
                        + problem.error.subject;
            },
            [&](ImportStage, std::int64_t done, std::int64_t total) { progress(file.kind, done, total); });
        if (!outcome)
            return fail(outcome.error());
        if (outcome->errors > 0)
            return fail(ErrorCode::RuleViolated, "demo.refused", firstProblem);
    }
    addSpacePaperwork(session, options);
    addTitlePaperwork(session, options);
    return files;
}

} // namespace guanwu
