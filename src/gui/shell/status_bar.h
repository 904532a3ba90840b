// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace yipi::gui {

/// Saved when, how much can be undone, the page's hint ··· 演示数据, rule set, as-of day, today.
class StatusBar : public QStatusBar {
    Q_OBJECT

public:
    explicit StatusBar(QWidget *parent = nullptr);

    /// Null: nothing is open.
    void setWorkspace(const Workspace *workspace);
    void setScope(const services::FigureScope &scope);
    void setHint(const QString &text);
    void noteSaved();   ///< a change was written just now
    void refreshUndo(); ///< depth and title of what Ctrl+Z takes back

Q_SIGNALS:
    void historyRequested(); ///< the number of steps was clicked

private:
    const Workspace *m_workspace = nullptr;
    QLabel *m_saved;
    QToolButton *m_undo;
    QLabel *m_hint;
    QLabel *m_demo;
    QLabel *m_rules;
    QLabel *m_asOf;
    QLabel *m_today;
};

} // namespace yipi::gui
