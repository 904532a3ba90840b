// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/records/record_table_model.h"
#include "gui/widgets/figure_table.h"

namespace yipi::gui {

/// Cells of the table of records, with the editor that fits the field; a refused text has a red frame.
class RecordDelegate : public FigureDelegate {
    Q_OBJECT

public:
    using FigureDelegate::FigureDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    bool eventFilter(QObject *editor, QEvent *event) override;

Q_SIGNALS:
    /// The editor was left by Enter (1 row down), Shift+Enter, Tab (1 column right) or Shift+Tab.
    void moveRequested(int rows, int columns);
};

} // namespace yipi::gui
