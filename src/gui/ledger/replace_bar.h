// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/ledger/cell_search.h"
#include "services/block_edit.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace yipi::gui {

class LedgerView;

/// 查找和替换: lists each cell as old → new with a box to leave it out, then replaces them in one step. Enter
/// looks, Esc stops looking, then closes.
class ReplaceBar : public QFrame {
    Q_OBJECT

public:
    explicit ReplaceBar(LedgerView &view, QWidget *parent = nullptr);

    void open();
    /// Forgets what was found, after it was replaced.
    void clearFound();
    CellSearch *search() { return m_search; }

Q_SIGNALS:
    void replaceRequested(const std::vector<services::TypedCell> &cells);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void buildRow();
    void look();
    void showFound(bool isWhole);
    void showCount();
    void replace();
    void close();
    void leaveOrStop();
    bool isTicked(int at) const;

    LedgerView &m_view;
    CellSearch *m_search;
    QLineEdit *m_find;
    QLineEdit *m_with;
    QComboBox *m_columns;
    QCheckBox *m_wholeCell;
    QPushButton *m_look;
    QPushButton *m_replace;
    QLabel *m_state;
    QListWidget *m_list;
};

} // namespace yipi::gui
