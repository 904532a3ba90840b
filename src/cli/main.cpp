// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command_line.h"
#include "services/logging.h"

#include <QGuiApplication>

#include <spdlog/spdlog.h>

#include <QHash>
#include <QRegularExpression>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <iostream>

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

/// The exit code of what was printed: a result that did not arrive whole is none.
int delivered(int exitCode) {
    std::cout.flush(); // CLI11 writes its help there
    if (std::cout.good() && std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return exitCode;
    print(stderr, "错误：结果没有写全，标准输出写不进去（" + std::string(std::strerror(errno)) +
                      "）。请检查磁盘空间或输出的去向。");
    return 1;
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
    return delivered(exitCode(error.code));
}

/// CLI11 speaks English; its labels and groups are set once for all commands.
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
    formatter->label("Env", "环境变量");
    formatter->label("Excludes", "不能同时用");
    formatter->label("INT", "整数");
    formatter->label("UINT", "整数");
    formatter->label("Needs", "需要");
    formatter->column_width(34);
    app.formatter(formatter);
    app.option_defaults()->group("选项");
    app.set_help_flag("-h,--help", "显示帮助");
}

/// What is wrong with the arguments, said by CLI11 in English.
QString inChinese(const CLI::ParseError &error, const CLI::App &app) {
    const QString english = q(error.what());
    const QString name = q(error.get_name());
    const QString last = english.section(QStringLiteral(": "), 1);
    // CLI11 gives extra arguments the name of the command that they follow.
    if (error.get_exit_code() == int(CLI::ExitCodes::ExtrasError)) {
        if (last.startsWith(u'-'))
            return QStringLiteral("没有选项 %1").arg(last.section(u' ', 0, 0));
        return app.get_subcommands().empty() ? QStringLiteral("没有命令“%1”").arg(last.section(u' ', 0, 0))
                                             : QStringLiteral("多余的参数“%1”").arg(last);
    }
    if (name == u"RequiredError") {
        const auto unknown = app.remaining(true);
        if (english.startsWith(QStringLiteral("A subcommand")) && !unknown.empty())
            return QStringLiteral("没有命令“%1”").arg(q(unknown.front()));
        if (english.startsWith(QStringLiteral("A subcommand")))
            return app.get_subcommands().empty()
                       ? QStringLiteral("没有写命令")
                       : QStringLiteral("%1 后面要写命令").arg(q(app.get_subcommands().front()->get_name()));
        return QStringLiteral("缺少 %1").arg(english.section(QStringLiteral(" is required"), 0, 0));
    }
    if (name == u"ArgumentMismatch") // "--zone: 1 required TEXT missing"
        return QStringLiteral("%1 后面缺少值，或值太多").arg(english.section(u':', 0, 0));
    if (name == u"ConversionError") { // "Could not convert: --seed = x"
        static const QRegularExpression kPair(QStringLiteral("^Could not convert: (\\S+) = (.*)$"));
        if (const auto m = kPair.match(english); m.hasMatch())
            return QStringLiteral("%1 的值“%2”不对").arg(m.captured(1), m.captured(2));
    }
    return QStringLiteral("参数不对（%1）").arg(english);
}

int usageError(const CLI::ParseError &error, const CLI::App &app, const Globals &globals) {
    if (error.get_exit_code() == 0) // --help, --version
        return delivered(app.exit(error));
    Error usage;
    usage.code = ErrorCode::Usage;
    usage.message = QStringLiteral("命令写法不对：") + inChinese(error, app);
    const auto chosen = app.get_subcommands();
    usage.advice = QStringLiteral("用 yipi-cli %1--help 查看用法。")
                       .arg(chosen.empty() ? QString() : q(chosen.front()->get_name()) + u' ');
    return report(usage, globals);
}

/// Commands of later versions, whatever follows them; null when another one is asked for.
std::optional<Error> notInThisVersion(int argc, char **argv, Globals &globals) {
    static const QHash<QString, QString> kLater{{QStringLiteral("problems"), QStringLiteral("问题清单")},
                                                {QStringLiteral("month"), QStringLiteral("月度调度")},
                                                {QStringLiteral("package"), QStringLiteral("报送包")},
                                                {QStringLiteral("check"), QStringLiteral("通报自查")},
                                                {QStringLiteral("user"), QStringLiteral("账户")}};
    QString command;
    for (int i = 1; i < argc; ++i) {
        const QString word = QString::fromLocal8Bit(argv[i]);
        if (word == u"--json")
            globals.json = true;
        else if (command.isEmpty() && (word == u"--ledger" || word == u"--user"))
            ++i;
        else if (command.isEmpty() && !word.startsWith(u'-'))
            command = word;
    }
    const auto later = kLater.constFind(command);
    if (later == kLater.constEnd())
        return std::nullopt;
    Error error;
    error.code = ErrorCode::Unsupported;
    error.message = QStringLiteral("这一版没有 %1（%2）").arg(command, *later);
    error.advice = QStringLiteral("用 yipi-cli --help 查看这一版有的命令。");
    return error;
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
    app.add_flag("--quiet", globals.quiet, "标准错误上不输出说明和提示；结果照常输出");
    app.require_subcommand(1);
    app.fallthrough();

    Registry registry{app, globals, {}};
    addLedgerCommands(registry);
    addImportCommands(registry);
    addExportCommands(registry);
    addListCommand(registry);
    addShowCommand(registry);
    addHistoryCommand(registry);
    addSetCommand(registry);
    addFieldCommands(registry);
    addFigureCommands(registry);
    addCohortCommands(registry);
    addRankingCommands(registry);
    addOverdueCommands(registry);
    addRuleCommands(registry);
    addAssessmentCommands(registry);
    addReportCommands(registry);
    if (const auto missing = notInThisVersion(argc, argv, globals))
        return report(*missing, globals);
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
    else
        print(stdout, s(output->text));
    if (!globals.quiet)
        for (const QString &note : output->notes)
            print(stderr, s(note));
    return delivered(output->exitCode);
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
