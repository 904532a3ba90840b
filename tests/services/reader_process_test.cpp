// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever happens to the program that reads a file, the caller gets a message and goes on.
#include "services/import_service.h"
#include "services/locations.h"
#include "services/reader_process.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <sys/wait.h>

namespace yipi::services {
namespace {

using std::chrono::milliseconds;

const QString kFailing = QStringLiteral(YIPI_FAILING_READER);
const QString kWorkbook = QStringLiteral(YIPI_SOURCE_DIR "/tests/data/jinzhong.xlsx");

/// The message names the file, holds `words` and says what to do.
void expectSays(const Result<exchange::Workbook> &result, const QString &file, const char *words,
                ErrorCode code = ErrorCode::FileUnreadable) {
    SCOPED_TRACE(file.toStdString());
    ASSERT_FALSE(result);
    const Error &error = result.error();
    EXPECT_EQ(key(error.code), key(code));
    EXPECT_TRUE(error.text().contains(file)) << error.text().toStdString();
    EXPECT_TRUE(error.message.contains(QString::fromUtf8(words))) << error.message.toStdString();
    EXPECT_FALSE(error.advice.isEmpty());
}

void expectFailure(const char *how, const char *words, milliseconds patience = std::chrono::seconds(30)) {
    const QString path = QDir::temp().filePath(QString::fromUtf8(how));
    expectSays(readInProcess(kFailing, path, {}, patience), path, words);
}

int openFiles() {
    return int(QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files | QDir::System).size());
}

} // namespace

TEST(ReaderProcess, GivesWhatReadingInPlaceGives) {
    std::vector<int> told;
    const auto apart = ImportService::read(kWorkbook, [&](int permille) {
        told.push_back(permille);
        return true;
    });
    const auto inPlace = exchange::readWorkbook(kWorkbook);
    ASSERT_TRUE(apart) << apart.error().text().toStdString();
    ASSERT_TRUE(inPlace);
    EXPECT_EQ(apart->file, kWorkbook);
    EXPECT_EQ(*apart, *inPlace);
    EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
    EXPECT_GE(told.size(), 5u);
}

TEST(ReaderProcess, HandsOnTheReasonOfARefusal) {
    QTemporaryDir folder;
    const QString missing = folder.filePath(QStringLiteral("-没有.xlsx"));
    expectSays(ImportService::read(missing), missing, "找不到文件", ErrorCode::FileMissing);
    expectSays(ImportService::read(folder.path()), folder.path(), "文件夹");
}

TEST(ReaderProcess, SurvivesEveryEndOfTheReader) {
    expectFailure("crash.xlsx", "信号 11");
    expectFailure("killed.xlsx", "信号 9");
    expectFailure("uncaught.xlsx", "信号 6");
    expectFailure("memory.xlsx", "内存");
    expectFailure("spin.xlsx", "用时太长"); // of the processor
    expectFailure("sleep.xlsx", "用时太长", milliseconds(200));
    expectFailure("closed.xlsx", "没有给出完整的结果");
    expectFailure("write.xlsx", "信号 25");
    expectFailure("garbage.xlsx", "没有给出完整的结果");
    expectFailure("flood.xlsx", "没有给出完整的结果");
    expectFailure("cut.xlsx", "没有给出完整的结果");
    expectFailure("version.xlsx", "没有给出完整的结果");
    expectFailure("silent.xlsx", "没有给出完整的结果");
}

TEST(ReaderProcess, StopsWhenAsked) {
    QElapsedTimer clock;
    clock.start();
    const auto asleep =
        readInProcess(kFailing, QStringLiteral("sleep.xlsx"), [&](int) { return clock.elapsed() < 150; });
    ASSERT_FALSE(asleep);
    EXPECT_EQ(key(asleep.error().code), QStringLiteral("cancelled"));
    const auto reading = ImportService::read(kWorkbook, [](int) { return false; });
    ASSERT_FALSE(reading);
    EXPECT_EQ(key(reading.error().code), QStringLiteral("cancelled"));
}

TEST(ReaderProcess, NeverReadsInPlaceInstead) {
    const QString none = QStringLiteral("/nowhere/yipi-reader");
    expectSays(readInProcess(none, kWorkbook), none, "无法启动", ErrorCode::Io);
    qputenv("YIPI_READER", QFile::encodeName(kWorkbook)); // not a program
    expectSays(ImportService::read(kWorkbook), QStringLiteral("jinzhong.xlsx"), "无法启动", ErrorCode::Io);
    qunsetenv("YIPI_READER");
    EXPECT_EQ(QFileInfo(readerProgram()).fileName(), QStringLiteral("yipi-reader"));
}

TEST(ReaderProcess, LeavesNothingBehind) {
    const auto readOnce = [] {
        (void)readInProcess(kFailing, QStringLiteral("garbage.xlsx"));
        (void)ImportService::read(kWorkbook);
    };
    readOnce();
    const int before = openFiles();
    for (int i = 0; i < 5; ++i)
        readOnce();
    EXPECT_EQ(openFiles(), before);
    EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1) << "a child was not reaped";
}

} // namespace yipi::services
