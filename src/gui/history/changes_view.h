// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/history/set_list_model.h"

class QLabel;
class QPushButton;
class QTableView;

namespace yipi::gui {

class Panel;
class RestoreBar;
class SetDetailModel;
class SetFilterBar;
class StripMessage;

/// 修改记录: all change sets, what the selected one did, and the ways back: undo down to it, redo, or one
/// field restored.
class ChangesView : public QWidget {
    Q_OBJECT

public:
    ChangesView(const Workspace &workspace, StripMessage &strip, QWidget *parent = nullptr);

    /// Reads the list anew; the selected set stays selected.
    void refresh();

private:
    QWidget *makeList();
    QWidget *makeDetail();
    void showSet();
    void showDetails();
    void showField();
    void undoToHere();
    void redo();
    void restore(const QString &reason);
    qint64 selectedSet() const; ///< 0 = none

    Workspace m_workspace;
    StripMessage &m_strip;
    SetFilterBar *m_filter;
    SetListModel *m_sets;
    SetDetailModel *m_details;
    QTableView *m_setView;
    QTableView *m_detailView;
    QLabel *m_plan; ///< what “undo down to here” would do
    QPushButton *m_undo;
    QPushButton *m_redo;
    Panel *m_detailPanel = nullptr;
    RestoreBar *m_restore;
    bool m_isUndoing = false;
};

} // namespace yipi::gui
