// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/page.h"
#include "services/recycle_bin.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QStandardItemModel;
class QTableView;

namespace yipi::gui {

class Panel;
class StripMessage;

/// 回收站: what was deleted and still is, by the step that deleted it; restores a whole step or single
/// records of it with all that belonged to them. Nothing is ever purged.
class RecycleBinView : public QWidget {
    Q_OBJECT

public:
    RecycleBinView(const Workspace &workspace, StripMessage &strip, QWidget *parent = nullptr);

    /// Reads the list anew; the selected step stays selected.
    void refresh();

private:
    void addPage(qint64 before);
    void showSet();
    void restoreSet();
    void restoreRecord();
    void answer(const Result<AppliedChangeSet> &restored);
    const services::DeletedSet *selectedSet() const;

    Workspace m_workspace;
    StripMessage &m_strip;
    QStandardItemModel *m_setModel;
    QStandardItemModel *m_itemModel;
    QTableView *m_setView;
    QTableView *m_itemView;
    QLineEdit *m_reason;
    QPushButton *m_more; ///< older steps
    QPushButton *m_restoreSet;
    QPushButton *m_restoreRecord;
    Panel *m_setPanel;
    Panel *m_itemPanel;
    std::vector<services::DeletedSet> m_sets;
    std::vector<services::DeletedItem> m_items;
};

} // namespace yipi::gui
