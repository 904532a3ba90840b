// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/ledger/view_store.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QMenu;
class QTabBar;
class QToolButton;

namespace yipi::gui {

/// The views as tabs: 全部, then those that were saved. A view that no longer looks as saved has a dot, and
/// buttons to save it. Names are typed beside the tabs; Enter takes them, Esc doesn't.
class ViewTabs : public QFrame {
    Q_OBJECT

public:
    /// `all`: the view 全部, which can't be changed.
    ViewTabs(const Workspace &workspace, const GridView &all, QWidget *parent = nullptr);

    /// How the grid looks now.
    void setState(const GridView &state);
    const GridView &current() const;
    bool isModified() const { return !m_state.looksLike(current()); }
    void choose(int index);
    void save();
    void startSaveAs();
    void startRename();
    void remove();
    /// Keeps the view in the ledger, or takes it out of it.
    void share(bool shared);
    void fillMenu(QMenu &menu);

Q_SIGNALS:
    void chosen(const yipi::gui::GridView &view);
    void failed(const yipi::Error &error);

private:
    enum class Naming { None, New, Rename };

    GridView *saved(); ///< null for 全部
    void startNaming(Naming naming, const QString &name);
    void takeName();
    void store();
    void fill(int current);
    void showState();
    void tabMoved(int from, int to);
    bool eventFilter(QObject *object, QEvent *event) override;

    ViewStore m_store;
    GridView m_all;
    std::vector<GridView> m_views;
    GridView m_state;
    Naming m_naming = Naming::None;
    QTabBar *m_tabs;
    QLineEdit *m_name;
    QLabel *m_note;
    QToolButton *m_save;
    QToolButton *m_saveAs;
};

} // namespace yipi::gui
