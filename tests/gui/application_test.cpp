// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_window.h"

#include "gui/application/chinese_texts.h"
#include "gui/application/command_line.h"
#include "gui/application/screenshot.h"
#include "gui/widgets/background_task.h"

#include <QImage>
#include <QThread>

namespace yipi::gui {
namespace {

TEST(ChineseTexts, DatesOfDialogsAreChineseWhateverTheSystemSpeaks) {
    const QLocale before;
    QLocale::setDefault(QLocale::c());
    speakChinese(*QCoreApplication::instance());
    EXPECT_EQ(QLocale().toString(QDate(2024, 7, 5), QLocale::LongFormat),
              QStringLiteral("2024年7月5日星期五"));
    QLocale::setDefault(before);
}

TEST(CommandLineTest, ReadsALedgerOrAScreenshot) {
    const auto ledger = parseCommandLine({QStringLiteral("a.yipi")});
    ASSERT_TRUE(ledger);
    EXPECT_EQ(ledger->ledger, QStringLiteral("a.yipi"));
    EXPECT_FALSE(ledger->screenshot);
    const auto shot =
        parseCommandLine({QStringLiteral("--screenshot"), QStringLiteral("overview"), QStringLiteral("o.png"),
                          QStringLiteral("--size"), QStringLiteral("1366x768"), QStringLiteral("--as-of"),
                          QStringLiteral("2024-06"), QStringLiteral("--rules"), QStringLiteral("on-time")});
    ASSERT_TRUE(shot) << shot.error().text().toStdString();
    EXPECT_EQ(shot->screenshot->page, QStringLiteral("overview"));
    EXPECT_EQ(shot->screenshot->file, QStringLiteral("o.png"));
    EXPECT_EQ(shot->screenshot->size, QSize(1366, 768));
    EXPECT_EQ(shot->screenshot->asOf, Month(2024, 6));
    EXPECT_EQ(shot->screenshot->rulesId, QStringLiteral("on-time"));
}

TEST(CommandLineTest, RefusesWhatItCantRead) {
    const QList<QStringList> wrong{
        {QStringLiteral("--no-such-option")},
        {QStringLiteral("--screenshot"), QStringLiteral("overview")},
        {QStringLiteral("--screenshot"), QStringLiteral("nowhere"), QStringLiteral("o.png")},
        {QStringLiteral("--screenshot"), QStringLiteral("start"), QStringLiteral("o.png"),
         QStringLiteral("--size"), QStringLiteral("big")},
        {QStringLiteral("--screenshot"), QStringLiteral("start"), QStringLiteral("o.png"),
         QStringLiteral("--as-of"), QStringLiteral("2024-13")},
        {QStringLiteral("a.yipi"), QStringLiteral("b.yipi")}};
    for (const QStringList &arguments : wrong) {
        const auto line = parseCommandLine(arguments);
        ASSERT_FALSE(line) << arguments.join(u' ').toStdString();
        EXPECT_EQ(line.error().code, ErrorCode::Usage);
    }
}

TEST(ScreenshotTest, DrawsPagesInTheSizeAskedFor) {
    QTemporaryDir folder;
    for (const char *page : {"start", "overview", "explanation"}) {
        ScreenshotOrder order;
        order.page = QLatin1String(page);
        order.file = folder.filePath(order.page + QStringLiteral(".png"));
        order.size = {1280, 760};
        const auto taken = takeScreenshot(order, order.page == u"start" ? QString() : demoOriginal());
        ASSERT_TRUE(taken) << taken.error().text().toStdString();
        EXPECT_EQ(QImage(order.file).size(), order.size) << page;
    }
}

TEST(ScreenshotTest, SaysWhyItCouldNot) {
    ScreenshotOrder order;
    order.page = QStringLiteral("overview");
    order.file = QStringLiteral("/nowhere/at/all/o.png");
    EXPECT_FALSE(takeScreenshot(order, demoOriginal()));
    order.file = QStringLiteral("o.png");
    EXPECT_FALSE(takeScreenshot(order, QStringLiteral("/nowhere/ledger.yipi")));
    order.rulesId = QStringLiteral("no-such-rules");
    EXPECT_FALSE(takeScreenshot(order, demoOriginal()));
}

TEST(BackgroundTaskTest, TurnsExceptionsIntoErrorsAndTellsCancel) {
    BackgroundTask task;
    std::optional<Result<QString>> result;
    const auto keep = [&](const Result<QString> &r) { result = r; };
    task.start([](const ProgressReport &) -> Result<QString> { throw std::runtime_error("boom"); }, keep);
    ASSERT_TRUE(QTest::qWaitFor([&] { return result.has_value(); }));
    ASSERT_FALSE(*result);
    EXPECT_EQ(result->error().code, ErrorCode::Internal);
    result.reset();
    task.start(
        [](const ProgressReport &progress) -> Result<QString> {
            while (progress(500))
                QThread::yieldCurrentThread();
            return fail(ErrorCode::Cancelled, QStringLiteral("已取消"));
        },
        keep);
    task.cancel();
    ASSERT_TRUE(QTest::qWaitFor([&] { return result.has_value(); }));
    EXPECT_EQ(result->error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace yipi::gui
