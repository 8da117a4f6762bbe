#include "app/cli/commands.h"
#include "app/cli/progress.h"
#include "app/demo/fill_registry.h"
#include "schema/connection/session.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace guanwu {

namespace {

    /// A folder of its own that goes with the object.
    class ScratchFolder {
    public:
        ScratchFolder()
        {
            std::string pattern = (std::filesystem::temp_directory_path() / "guanwu-demo-XXXXXX").string();
            if (!mkdtemp(pattern.data()))
                throw std::system_error(errno, std::generic_category(), pattern);
            m_path = pattern;
        }
        ScratchFolder(const ScratchFolder&) = delete;
        ScratchFolder& operator=(const ScratchFolder&) = delete;
        ~ScratchFolder()
        {
            std::error_code ignored;
            std::filesystem::remove_all(m_path, ignored);
        }
        [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

    private:
        std::filesystem::path m_path;
    };

    ExitCode fill(const CliContext& context, const CityOptions& city, bool dryRun)
    {
        auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        if (dryRun)
            return isEmptyRegistry(**session) ? ExitCode::Done
                                              : context.refuse({ErrorCode::Conflict, "demo.not_empty", {}});
        const ScratchFolder folder;
        Progress bar({});
        std::optional<ImportKind> shown;
        const auto files = fillRegistry(
            **session, city, folder.path(), [&](ImportKind kind, std::int64_t done, std::int64_t total) {
                if (shown != kind)
                    bar.stage(std::string(nameOf(kImportKinds, kind, context.language)));
                shown = kind;
                bar.update(done, total);
            });
        if (!files)
            return context.refuse(files.error());
        nlohmann::ordered_json json;
        for (const CityFile& file : *files) {
            json[std::string(tokenRow(kImportKinds, file.kind).token)] = file.rows;
            if (!context.json)
                std::cout << nameOf(kImportKinds, file.kind, context.language) << '\t' << file.rows << '\n';
        }
        if (context.json)
            std::cout << json.dump() << '\n';
        return ExitCode::Done;
    }

} // namespace

void addDemoCommand(CLI::App& app, CliContext& context)
{
    const auto city = std::make_shared<CityOptions>();
    const auto dryRun = std::make_shared<bool>(false);
    CLI::App* command = app.add_subcommand("demo",
        context.help({"在空台账库中填入一个虚构的城市", "fill an empty registry with an invented city"}));
    command->add_option("--units", city->units, context.help({"单位数", "units"}));
    command->add_option("--assets", city->assets, context.help({"卡片数", "asset cards"}));
    command->add_option("--seed", city->seed,
        context.help({"随机种子：相同则城市相同", "the same seed makes the same city"}));
    command->add_flag("--dry-run", *dryRun,
        context.help({"只检查台账库是否为空", "only say whether the registry is empty"}));
    command->callback([&context, city, dryRun] {
        context.run = [&context, city, dryRun] { return fill(context, *city, *dryRun); };
    });
}

} // namespace guanwu
