// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/background_task.h"

#include <QtConcurrent>

namespace yipi::gui {

BackgroundTask::BackgroundTask(QObject *parent)
    : QObject(parent) {
    connect(&m_watcher, &QFutureWatcherBase::finished, this,
            [this] { std::exchange(m_done, {})(m_watcher.result()); });
}

BackgroundTask::~BackgroundTask() {
    cancel();
    m_watcher.waitForFinished();
}

void BackgroundTask::start(Work work, std::function<void(const Result<QString> &)> done) {
    if (isRunning())
        return;
    m_cancelled = false;
    m_done = std::move(done);
    m_watcher.setFuture(QtConcurrent::run([this, work = std::move(work)]() -> Result<QString> {
        const ProgressReport report = [this](int permille) {
            Q_EMIT progressed(permille); // queued: the receiver lives on the GUI thread
            return !m_cancelled;
        };
        try {
            return work(report);
        } catch (const std::exception &e) {
            return fail(ErrorCode::Internal, tr("程序内部错误：%1").arg(QString::fromUtf8(e.what())));
        }
    }));
}

} // namespace yipi::gui
