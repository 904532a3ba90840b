// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/error.h"
#include "domain/progress.h"

#include <QFutureWatcher>
#include <QObject>

#include <atomic>

namespace yipi::gui {

/// Long work off the GUI thread with progress and cancel. The work must not touch the open ledger (it lives
/// on the GUI thread); it may open its own. It answers with a sentence for the user.
class BackgroundTask : public QObject {
    Q_OBJECT

public:
    using Work = std::function<Result<QString>(const ProgressReport &)>;

    explicit BackgroundTask(QObject *parent = nullptr);
    /// Waits for the work after asking it to stop.
    ~BackgroundTask() override;

    /// Ignored while another work is running. `done` is called on the GUI thread.
    void start(Work work, std::function<void(const Result<QString> &)> done);
    void cancel() { m_cancelled = true; }
    /// Until `done` is called: a work that is through but not told yet would be lost to the next one.
    bool isRunning() const { return bool(m_done); }

Q_SIGNALS:
    void progressed(int permille);

private:
    QFutureWatcher<Result<QString>> m_watcher;
    std::function<void(const Result<QString> &)> m_done;
    std::atomic_bool m_cancelled = false;
};

} // namespace yipi::gui
