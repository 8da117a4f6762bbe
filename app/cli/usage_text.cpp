#include "app/cli/usage_text.h"

#include <CLI/CLI.hpp>

namespace guanwu {

namespace {

    constexpr std::string_view kLanguageOption = "--lang";

    /// Characters of three bytes and more take two columns of a terminal; setw() counts bytes.
    std::size_t columnsOfText(std::string_view text)
    {
        std::size_t columns = 0;
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            columns += byte < 0x80 ? 1 : byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0;
        }
        return columns;
    }

    std::string replaced(std::string text, std::string_view old, std::string_view by)
    {
        if (const auto at = text.find(old); at != std::string::npos)
            text.replace(at, old.size(), by);
        return text;
    }

    /// Keeps two blanks between an option and its explanation, which CLI11's own does not.
    class HelpFormatter : public CLI::Formatter {
    public:
        std::string make_option_opts(const CLI::Option* option) const override
        {
            return replaced(CLI::Formatter::make_option_opts(option), ":INT in ", " ");
        }
        std::string make_option(const CLI::Option* option, bool isPositional) const override
        {
            std::string out = "  " + make_option_name(option, isPositional) + make_option_opts(option);
            std::size_t columns = columnsOfText(out);
            if (columns + 2 > column_width_) {
                out += '\n';
                columns = 0;
            }
            return out.append(column_width_ - columns, ' ') + make_option_desc(option) + '\n';
        }
    };

    class ChineseFormatter final : public HelpFormatter {
    public:
        ChineseFormatter()
        {
            for (const auto& [english, chinese] : {std::pair {"Usage", "用法"}, {"OPTIONS", "选项"},
                     {"Positionals", "参数"}, {"SUBCOMMAND", "命令"}, {"SUBCOMMANDS", "命令"},
                     {"REQUIRED", "必填"}, {"Env", "环境变量"}})
                label(english, chinese);
        }
    };

    void useFormatter(CLI::App& app, const std::shared_ptr<HelpFormatter>& formatter)
    {
        app.formatter(formatter);
        for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; }))
            useFormatter(*command, formatter);
    }

    /// Gives what CLI11 itself says the Chinese words, here and in every command below.
    void speakChinese(CLI::App& app)
    {
        app.get_help_ptr()->description("显示本说明");
        for (CLI::Option* option : app.get_options()) {
            option->group("选项");
            if (option->get_type_name().starts_with("TEXT"))
                option->type_name("文字");
            else if (option->get_type_name().starts_with("INT"))
                option->type_name("整数");
        }
        for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; })) {
            command->group("命令");
            speakChinese(*command);
        }
    }

    std::string behindColon(const std::string& message)
    {
        const auto colon = message.rfind(": ");
        return colon == std::string::npos ? message : message.substr(colon + 2);
    }

    std::string behindLastBlank(const std::string& message)
    {
        return message.substr(message.rfind(' ') + 1);
    }

    std::string inChinese(const CLI::ParseError& error)
    {
        const std::string message = error.what();
        if (dynamic_cast<const CLI::RequiredError*>(&error))
            return message.starts_with("A subcommand")
                ? "请指明命令"
                : "缺少必填项 " + replaced(message, " is required", {});
        if (dynamic_cast<const CLI::ExtrasError*>(&error))
            return "不认识的参数 " + behindColon(message);
        if (dynamic_cast<const CLI::ArgumentMismatch*>(&error))
            return "缺少取值或取值过多 " + message.substr(0, message.find(':'));
        if (dynamic_cast<const CLI::FileError*>(&error))
            return "读不了配置文件 " + message.substr(0, message.find(" was not readable"));
        if (dynamic_cast<const CLI::ConfigError*>(&error))
            return "配置文件中有不认识的项 " + behindLastBlank(message);
        if (dynamic_cast<const CLI::ConversionError*>(&error))
            return "取值的格式不对 " + behindColon(message);
        return "取值不对 " + replaced(message, " not in ", " 不在其中 ");
    }

} // namespace

Language languageOf(int argc, const char* const* argv)
{
    std::string_view named;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == kLanguageOption && i + 1 < argc)
            named = argv[i + 1];
        else if (argument.starts_with(kLanguageOption) && argument.substr(kLanguageOption.size(), 1) == "=")
            named = argument.substr(kLanguageOption.size() + 1);
    }
    return parseToken(kLanguages, named, "cli.language").value_or(Language::ZhCn);
}

void shapeHelp(CLI::App& app, Language language)
{
    if (language != Language::ZhCn)
        return useFormatter(app, std::make_shared<HelpFormatter>());
    useFormatter(app, std::make_shared<ChineseFormatter>());
    speakChinese(app);
}

std::string wrongUseText(const CLI::ParseError& error, Language language)
{
    if (language == Language::ZhCn)
        return inChinese(error) + "；加 --help 查看用法";
    // CLI11 says that "INI was not able to parse" it.
    const std::string message = dynamic_cast<const CLI::ConfigError*>(&error)
        ? "unknown entry in the configuration file: " + behindLastBlank(error.what())
        : error.what();
    return message + "; --help tells more";
}

} // namespace guanwu
