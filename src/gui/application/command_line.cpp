// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/application/command_line.h"

#include <QCommandLineParser>
#include <QRegularExpression>

namespace yipi::gui {
namespace {

const QStringList kPages{
    QStringLiteral("overview"), QStringLiteral("ledger"),      QStringLiteral("assessment"),
    QStringLiteral("reports"),  QStringLiteral("import"),      QStringLiteral("rules"),
    QStringLiteral("history"),  QStringLiteral("records"),     QStringLiteral("explanation"),
    QStringLiteral("search"),   QStringLiteral("start"),       QStringLiteral("project")};

Failure usage(const QString &message) {
    return fail(ErrorCode::Usage, message, QStringLiteral("用 yipi --help 查看用法"));
}

} // namespace

Result<CommandLine> parseCommandLine(const QStringList &arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("一批　三个一批项目调度台账"));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  QStringLiteral("显示本说明"));
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")},
                                     QStringLiteral("显示版本"));
    const QCommandLineOption screenshot(
        QStringLiteral("screenshot"),
        QStringLiteral("不需要显示器，把页面画成 PNG：--screenshot 页面 文件.png；页面为 ") +
            kPages.join(u' '),
        QStringLiteral("页面"));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("图片大小，如 1600x1000"),
                                  QStringLiteral("宽x高"));
    const QCommandLineOption asOf(QStringLiteral("as-of"), QStringLiteral("截至月份，如 2024-07"),
                                  QStringLiteral("月份"));
    const QCommandLineOption rules(QStringLiteral("rules"), QStringLiteral("口径，如 lvliang-2024"),
                                   QStringLiteral("口径"));
    const QCommandLineOption ledger(QStringLiteral("ledger"), QStringLiteral("台账文件"),
                                    QStringLiteral("文件"));
    parser.addOptions({help, version, screenshot, size, asOf, rules, ledger});
    parser.addPositionalArgument(QStringLiteral("LEDGER"), QStringLiteral("要打开的台账"),
                                 QStringLiteral("[LEDGER]"));
    if (!parser.parse(QStringList{QStringLiteral("yipi")} + arguments))
        return usage(parser.errorText());

    CommandLine line;
    if (parser.isSet(help)) {
        line.answer = parser.helpText();
        return line;
    }
    if (parser.isSet(version)) {
        line.answer = QStringLiteral("yipi " YIPI_VERSION "\n");
        return line;
    }
    QStringList rest = parser.positionalArguments();
    if (parser.isSet(screenshot)) {
        ScreenshotOrder order;
        order.page = parser.value(screenshot);
        if (!kPages.contains(order.page))
            return usage(QStringLiteral("没有页面“%1”，可用：%2").arg(order.page, kPages.join(u' ')));
        if (rest.isEmpty())
            return usage(QStringLiteral("没有给出图片文件"));
        order.file = rest.takeFirst();
        if (parser.isSet(size)) {
            static const QRegularExpression pattern(QStringLiteral("^(\\d{3,4})x(\\d{3,4})$"));
            const auto match = pattern.match(parser.value(size));
            if (!match.hasMatch())
                return usage(QStringLiteral("图片大小“%1”应写成 1600x1000").arg(parser.value(size)));
            order.size = {match.captured(1).toInt(), match.captured(2).toInt()};
        }
        if (parser.isSet(asOf)) {
            order.asOf = Month::parse(parser.value(asOf));
            if (!order.asOf)
                return usage(QStringLiteral("月份“%1”应写成 2024-07").arg(parser.value(asOf)));
        }
        order.rulesId = parser.value(rules);
        line.screenshot = order;
    }
    line.ledger = parser.value(ledger);
    if (line.ledger.isEmpty() && !rest.isEmpty())
        line.ledger = rest.takeFirst();
    if (!rest.isEmpty())
        return usage(QStringLiteral("多余的参数“%1”").arg(rest.first()));
    return line;
}

} // namespace yipi::gui
