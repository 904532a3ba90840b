// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/application/session.h"
#include "gui/widgets/background_task.h"

namespace yipi::gui {

class StripMessage;

/// What the menus 文件 and 工具 do with whole ledgers: file pickers, the services, and the answer in the
/// strip. Long work runs in the background on a ledger of its own.
class LedgerCommands : public QObject {
    Q_OBJECT

public:
    LedgerCommands(Session &session, StripMessage &strip, QWidget *window);

    void create();
    void open();
    /// Loads in the background and shows the ledger before its file is fully checked; `then` follows.
    void openFile(const QString &location, std::function<void()> then = {});
    /// Makes the demonstration ledger in the data folder on first use, then opens it.
    void openDemo();
    void backup();
    void restore();
    void verify();
    /// Runs `work` behind `title`, its answer in the strip; `then` follows on the GUI thread when it
    /// succeeded. Refused in the strip while another work is running.
    void run(const QString &title, BackgroundTask::Work work, std::function<void()> then = {});
    bool isBusy() const { return m_task.isRunning(); }

private:
    bool refuseWhileBusy();

    Session &m_session;
    StripMessage &m_strip;
    QWidget *m_window;
    BackgroundTask m_task;
};

} // namespace yipi::gui
