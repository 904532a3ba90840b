// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"
#include "services/logging.h"

#include <QGuiApplication>

#include <spdlog/spdlog.h>

#include <csignal>
#include <cstdio>

namespace {

using namespace yipi;
using namespace yipi::cli;

void print(std::FILE *stream, const std::string &text) {
    if (text.empty())
        return;
    std::fputs(text.c_str(), stream);
    if (text.back() != '\n')
        std::fputc('\n', stream);
}

int report(const Error &error, const Globals &globals) {
    if (globals.json)
        print(stdout, toJson(error).dump(2));
    print(stderr, "错误：" + s(error.text()));
    constexpr qsizetype kShown = 200;
    for (qsizetype i = 0; i < std::min(error.details.size(), kShown); ++i)
        print(stderr, "  " + s(error.details[i].text()));
    if (error.details.size() > kShown)
        print(stderr,
              s(QStringLiteral("  …… 共 %1 处，以上为前 %2 处").arg(error.details.size()).arg(kShown)));
    return exitCode(error.code);
}

/// CLI11 speaks English; its labels are set once for all commands.
void speakChinese(CLI::App &app) {
    auto formatter = std::make_shared<CLI::Formatter>();
    formatter->label("Usage", "用法");
    formatter->label("OPTIONS", "选项");
    formatter->label("SUBCOMMAND", "命令");
    formatter->label("SUBCOMMANDS", "命令");
    formatter->label("Subcommands", "命令");
    formatter->label("Options", "选项");
    formatter->label("Positionals", "参数");
    formatter->label("REQUIRED", "必填");
    formatter->label("TEXT", "文字");
    formatter->label("INT", "整数");
    formatter->label("UINT", "整数");
    formatter->label("Needs", "需要");
    formatter->column_width(34);
    app.formatter(formatter);
    app.set_help_flag("-h,--help", "显示帮助");
}

int usageError(const CLI::ParseError &error, const CLI::App &app, const Globals &globals) {
    if (error.get_exit_code() == 0)
        return app.exit(error); // --help, --version
    Error usage;
    usage.code = ErrorCode::Usage;
    usage.message = QStringLiteral("命令写法不对：") + q(error.what());
    usage.advice = QStringLiteral("用 yipi-cli --help 查看用法。");
    return report(usage, globals);
}

int run(int argc, char **argv) {
    // Fonts and PDF pages need a GUI application, never a display.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    services::startLogging();
    QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("yipi-cli"));

    CLI::App app("一批：“三个一批”项目调度台账的命令行", "yipi-cli");
    speakChinese(app);
    Globals globals;
    globals.user = s(qEnvironmentVariable("USER", QStringLiteral("命令行")));
    app.set_version_flag("--version", std::string("yipi-cli ") + YIPI_VERSION, "显示版本");
    app.add_option("--ledger", globals.ledger, "台账文件（缺省：$YIPI_LEDGER，否则上次打开的台账）");
    app.add_option("--user", globals.user, "记入变更日志的用户名");
    app.add_flag("--json", globals.json, "标准输出只有一个 JSON 文档");
    app.add_flag("--quiet", globals.quiet, "不输出给人看的说明");
    app.require_subcommand(1);
    app.fallthrough();

    Registry registry{app, globals, {}};
    addLedgerCommands(registry);
    addImportCommands(registry);
    addProjectCommands(registry);
    addFigureCommands(registry);
    addRuleCommands(registry);
    addReportCommands(registry);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return usageError(error, app, globals);
    }

    auto output = registry.chosen();
    if (!output)
        return report(output.error(), globals);
    if (globals.json)
        print(stdout, output->json.dump(2));
    else if (!globals.quiet || output->exitCode != 0)
        print(stdout, s(output->text));
    return output->exitCode;
}

} // namespace

int main(int argc, char **argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception &error) {
        spdlog::critical("uncaught: {}", error.what());
        print(stderr, std::string("内部错误：") + error.what());
        return 1;
    }
}
