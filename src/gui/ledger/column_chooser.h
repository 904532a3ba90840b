// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QTreeWidget;
class QTreeWidgetItem;

namespace yipi::gui {

class ColumnArrangement;
class LedgerColumns;

/// A popup with all columns under their groups: checked ones are shown, at once. A line narrows the list;
/// Space checks, Enter and Esc close.
class ColumnChooser : public QFrame {
    Q_OBJECT

public:
    ColumnChooser(const LedgerColumns &columns, ColumnArrangement &arrangement, QWidget *parent);

    void openBelow(const QWidget *button);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void fill(const LedgerColumns &columns);
    void narrow(const QString &text);

    ColumnArrangement &m_arrangement;
    QTreeWidget *m_tree;
};

} // namespace yipi::gui
