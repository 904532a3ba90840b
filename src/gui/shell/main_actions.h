// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QMenuBar>

namespace yipi::gui {

/// The window's own actions and their place in the menu bar; what they do is connected by MainWindow.
class MainActions : public QObject {
    Q_OBJECT

public:
    explicit MainActions(QMenuBar *bar);

    QAction *create, *open, *demo, *backup, *restore, *verify, *quit;
    QAction *undo, *redo, *history, *search;
    QAction *navigation, *previousMonth, *nextMonth, *back, *forward, *refresh;
    QAction *import, *exportLedger, *exportByZone, *fillTemplate, *fillForms;
    QAction *bulletin;
    QAction *about;
    QList<QAction *> pages; ///< Ctrl+1 …, in the order of the navigation

    /// Those that need an open ledger; `writable` decides about import.
    void setLedgerOpen(bool isOpen, bool isWritable);
    /// The current page's actions at the end of the menu 编辑.
    void setPageActions(const QList<QAction *> &actions);
    void setUndo(const QString &undoTitle, const QString &redoTitle, bool canUndo, bool canRedo);

private:
    QAction *add(QMenu *menu, const QString &text, const QKeySequence &keys = {},
                 const QString &iconName = {});

    QMenu *m_edit;
    QList<QAction *> m_pageActions;
};

} // namespace yipi::gui
