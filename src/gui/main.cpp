// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/application/chinese_texts.h"
#include "gui/application/command_line.h"
#include "gui/application/guarded_application.h"
#include "gui/application/screenshot.h"
#include "gui/shell/ledger_commands.h"
#include "gui/shell/main_window.h"
#include "gui/theme.h"
#include "services/locations.h"
#include "services/logging.h"

#include <spdlog/spdlog.h>

#include <QFileInfo>

#include <cstdio>

using namespace yipi;

namespace {

constexpr int kUsageExit = 2;

void say(FILE *stream, const QString &text) {
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream);
}

int run(int argc, char **argv) {
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const auto line = gui::parseCommandLine(arguments);
    if (!line) {
        say(stderr, line.error().text() + u'\n');
        return kUsageExit;
    }
    if (!line->answer.isEmpty()) {
        say(stdout, line->answer);
        return 0;
    }
    if (line->screenshot)
        qputenv("QT_QPA_PLATFORM", "offscreen"); // needs no display and must not flash on one

    QCoreApplication::setApplicationName(QStringLiteral("yipi"));
    QCoreApplication::setApplicationVersion(QStringLiteral(YIPI_VERSION));
    QCoreApplication::setAttribute(Qt::AA_DontCreateNativeWidgetSiblings);
    gui::GuardedApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("一批"));
    gui::speakChinese(application);
    gui::applyTheme(application);

    if (line->screenshot) {
        const auto taken = gui::takeScreenshot(*line->screenshot, line->ledger);
        if (!taken)
            say(stderr, taken.error().text() + u'\n');
        return taken ? 0 : 1;
    }
    services::startLogging();
    gui::Settings settings;
    gui::MainWindow window(settings);
    window.show();
    const QString ledger = line->ledger.isEmpty() ? services::defaultLedger() : line->ledger;
    if (!line->ledger.isEmpty() || QFileInfo::exists(ledger))
        window.commands().openFile(ledger);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception &e) {
        spdlog::critical("uncaught exception: {}", e.what());
        say(stderr, QStringLiteral("程序内部出错：%1\n").arg(QString::fromUtf8(e.what())));
        return 1;
    }
}
