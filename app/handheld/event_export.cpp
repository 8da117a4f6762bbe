#include "app/handheld/event_export.h"

#include "reports/writers/replacing_file.h"
#include "schema/handheld/handheld_store.h"

#include <set>

namespace guanwu {

Result<std::int64_t> exportEvents(
    HandheldStore& store, const std::string& task, const std::filesystem::path& file)
{
    std::set<std::string> tasks;
    for (const HeldSheet& sheet : store.sheets())
        if (task.empty() || sheet.task == task)
            tasks.insert(sheet.task);
    if (tasks.empty())
        return fail(ErrorCode::NotFound, "handheld.no_sheet", task);
    if (tasks.size() > 1) // a file is for one task
        return fail(ErrorCode::InvalidArgument, "handheld.which_sheet");

    auto out = ReplacingFile::create(file);
    if (!out)
        return fail(out.error());
    std::int64_t count = 0;
    Outbox(store, nullptr).forEach(*tasks.begin(), [&](const OutboxEntry& entry) {
        out->write(entry.body);
        out->write("\n");
        ++count;
    });
    out->commit();
    return count;
}

} // namespace guanwu
