// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/reader_process.h"

#include "exchange/workbook_stream.h"
#include "reader/exit_codes.h"
#include "services/child_process.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <spdlog/spdlog.h>

#include <csignal>
#include <sys/wait.h>

namespace yipi::services {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kBetweenQuestions(100); ///< how long a cancelled reading may go on
constexpr milliseconds kForLeaving(2000);      ///< from the end of the output to that of the program

/// Why listening ended before an answer was understood.
enum class Stopped { ByContent, AtEnd, Cancelled, OutOfPatience };

/// Bytes of the program's answer until it ends, the user cancels or the time is over.
class Listener {
public:
    Listener(ChildProcess &child, const ProgressReport &progress, milliseconds patience)
        : m_child(child)
        , m_progress(progress)
        , m_patience(patience) {
        m_clock.start();
    }
    std::ptrdiff_t read(char *bytes, std::size_t size) {
        while (true) {
            const milliseconds left = m_patience - milliseconds(m_clock.elapsed());
            if (left.count() <= 0)
                return stop(Stopped::OutOfPatience);
            if (const auto got = m_child.read(bytes, size, std::min(left, kBetweenQuestions)))
                return *got > 0 ? *got : stop(Stopped::AtEnd);
            if (m_progress && !m_progress(m_permille))
                return stop(Stopped::Cancelled);
        }
    }
    bool told(int permille) {
        m_permille = std::max(m_permille, permille);
        return !m_progress || m_progress(m_permille);
    }
    Stopped stopped() const { return m_stopped; }

private:
    std::ptrdiff_t stop(Stopped why) {
        m_stopped = why;
        return 0;
    }

    ChildProcess &m_child;
    const ProgressReport &m_progress;
    milliseconds m_patience;
    QElapsedTimer m_clock;
    int m_permille = 0;
    Stopped m_stopped = Stopped::ByContent;
};

Failure tooLong() {
    return fail(ErrorCode::FileUnreadable, QStringLiteral("读取用时太长，已停止；台账没有改变。"),
                QStringLiteral("请删除多余的工作表和空行后另存为 .xlsx，或拆成几个文件再导入。"));
}

Failure tooMuchMemory() {
    return fail(ErrorCode::FileUnreadable, QStringLiteral("读取所需内存超过上限，已停止；台账没有改变。"),
                QStringLiteral("请删除多余的工作表或拆成几个文件再导入。"));
}

/// `status`: that of waitpid, if the program ended by itself.
Failure noAnswer(std::optional<int> status) {
    if (status && WIFSIGNALED(*status) && WTERMSIG(*status) == SIGXCPU)
        return tooLong();
    if (status && WIFEXITED(*status) && WEXITSTATUS(*status) == reader::kOutOfMemory)
        return tooMuchMemory();
    const QString message =
        status && WIFSIGNALED(*status)
            ? QStringLiteral("读取程序意外退出（信号 %1）；台账没有改变。").arg(WTERMSIG(*status))
            : QStringLiteral("读取程序没有给出完整的结果；台账没有改变。");
    return fail(ErrorCode::FileUnreadable, message,
                QStringLiteral("文件可能已损坏：请用 WPS 或 Excel 打开后，另存为 .xlsx 再导入。"));
}

Failure noProgram(const QString &reader) {
    return fail(ErrorCode::Io, QStringLiteral("读取电子表格的程序 %1 不存在或无法启动。").arg(reader),
                QStringLiteral("请重新安装本程序；文件本身没有问题，台账没有改变。"));
}

Result<exchange::Workbook> read(const QString &reader, const QString &path, const ProgressReport &progress,
                                milliseconds patience) {
    // A name that begins with "-" or has no folder must not be taken for anything but a file.
    const QString file = QFileInfo(path).absoluteFilePath();
    auto child = ChildProcess::start({QFile::encodeName(reader), QFile::encodeName(file)});
    if (!child)
        return noProgram(reader);
    Listener listener(*child, progress, patience);
    auto answer =
        exchange::readAnswer([&](char *bytes, std::size_t size) { return listener.read(bytes, size); },
                             [&](int permille) { return listener.told(permille); });
    if (listener.stopped() == Stopped::Cancelled)
        return fail(ErrorCode::Cancelled, QStringLiteral("已取消读取。"));
    if (listener.stopped() == Stopped::OutOfPatience) {
        spdlog::warn("yipi-reader was stopped after {} ms", patience.count());
        return tooLong();
    }
    if (answer)
        return std::move(*answer);
    const auto status =
        listener.stopped() == Stopped::AtEnd ? child->finish(kForLeaving) : std::optional<int>();
    spdlog::warn("yipi-reader gave no answer, status {:#x}", status.value_or(-1));
    // 127: the C library found out only in the child that there is no such program.
    if (status && WIFEXITED(*status) &&
        (WEXITSTATUS(*status) == 127 || WEXITSTATUS(*status) == reader::kNotConfined))
        return noProgram(reader);
    return noAnswer(status);
}

} // namespace

Result<exchange::Workbook> readInProcess(const QString &reader, const QString &path,
                                         const ProgressReport &progress, milliseconds patience) {
    auto result = read(reader, path, progress, patience);
    if (result)
        result->file = path;
    else
        result.error().place.file = path;
    return result;
}

} // namespace yipi::services
