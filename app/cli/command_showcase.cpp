#include "app/cli/commands.h"
#include "app/cli/progress.h"
#include "app/showcase/demo_accounts.h"
#include "app/showcase/showcase.h"
#include "core/values/decimal.h"
#include "reports/model/cell.h"

#include <CLI/CLI.hpp>
#include <iostream>

namespace guanwu {

namespace {

    class SummaryPrinter {
    public:
        explicit SummaryPrinter(const CliContext& context)
            : m_context(context)
        {
        }
        void print(const ShowcaseResult& result) const
        {
            const SheetCounters& counters = result.counters;
            const ResultCounter book = counters.book();
            std::cout << '\n'
                      << m_context.say({"清查结果（演示城市，单位与数据均为虚构）",
                             "Result of the count (an invented city)"})
                      << '\n';
            line({"单位", "units"}) << result.units << '\n';
            line({"账面卡片", "lines of the books"}) << book.lines << money(book.original);
            if (result.countedNow) {
                line({"扫码记录", "scan events"}) << result.events << '\n';
                line({"标签绘制→拍照→识读", "labels drawn, photographed, read"})
                    << result.circle.labels << " → " << result.circle.pictures
                    << m_context.say({" 张照片 → ", " pictures → "}) << result.circle.tagsRead.size() << '\n';
            }
            line({"账实相符率", "match rate"}) << formatHundredths(counters.matchRate()) << " %\n";
            for (const auto& row : kLineResults) {
                const ResultCounter& counter = counters.of(row.value);
                if (counter.lines == 0 || row.value == LineResult::Match)
                    continue;
                std::ostream& out = line({row.nameZh, row.nameEn}) << counter.lines;
                row.value == LineResult::Surplus ? out << '\n' : out << money(counter.original);
            }
            line({"闲置资产（账面）", "idle in the books"})
                << result.bookIdle.lines << money(result.bookIdle.original);
            std::cout << '\n' << m_context.say({"报表", "Reports"}) << '\n';
            for (const auto& file : result.files)
                std::cout << "  " << file.string() << '\n';
            printAccounts(result);
        }

    private:
        void printAccounts(const ShowcaseResult& result) const
        {
            std::cout << '\n'
                      << m_context.say({"演示账号（仅本演示库），密码均为 ",
                             "Demo accounts (of this demo registry only), password of all: "})
                      << kDemoPassword << '\n';
            for (const Account& account : result.accounts)
                if (account.role)
                    std::cout << "  " << account.login << "  "
                              << nameOf(kRoles, *account.role, m_context.language) << '\n';
            std::cout << m_context.say({"启动服务：", "Serve it: "})
                      << "guanwu --db sqlite:" << result.registry.string()
                      << " serve --listen 127.0.0.1:8443\n"
                      << m_context.say({"打开客户端（含一项进行中的清查）：",
                             "Open the client (a second campaign is under way in it): "})
                      << "guanwu-app --demo " << result.registry.parent_path().string() << '\n';
        }
        std::ostream& line(Text label) const
        {
            return std::cout << "  " << m_context.say(label) << m_context.say({"：", ": "});
        }
        [[nodiscard]] std::string money(Money amount) const
        {
            return std::string(m_context.say({"，原值 ", ", original value "}))
                + printedText(amount, MoneyUnit::WanYuan)
                + std::string(m_context.say({" 万元", " × 10,000 yuan"})) + '\n';
        }

        const CliContext& m_context;
    };

} // namespace

void addShowcaseCommand(CLI::App& app, CliContext& context)
{
    const auto options = std::make_shared<ShowcaseOptions>();
    CLI::App* command = app.add_subcommand("showcase",
        context.help({"在虚构的城市上演示全过程：建库、清查、报表",
            "the whole job on an invented city: registry, campaign, reports"}));
    command
        ->add_option("--folder", options->folder,
            context.help({"台账库、图片、扫码记录与报表所在的文件夹",
                "where registry, pictures, events and reports go"}))
        ->required();
    command->add_option("--units", options->city.units, context.help({"单位数", "units"}));
    command->add_option("--assets", options->city.assets, context.help({"卡片数", "asset cards"}));
    command->add_option("--seed", options->city.seed,
        context.help({"随机种子：相同则城市相同", "the same seed makes the same city"}));
    command->add_option("--photographed", options->photographed,
        context.help({"绘制、拍照并识读的标签数", "labels to draw, photograph and read"}));
    command->callback([&context, options] {
        context.run = [&context, options] {
            options->readerProgram = context.readerProgram;
            Progress bar({});
            Text shown {};
            const auto result = runShowcase(*options, [&](Text step, std::int64_t done, std::int64_t total) {
                if (step.en != shown.en)
                    bar.stage(std::string(context.say(step)));
                shown = step;
                bar.update(done, total);
            });
            if (!result)
                return context.refuse(result.error());
            bar.stage({});
            SummaryPrinter(context).print(*result);
            return ExitCode::Done;
        };
    });
}

} // namespace guanwu
