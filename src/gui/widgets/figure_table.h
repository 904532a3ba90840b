// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QTableView>

namespace yipi::gui {

/// What a model tells FigureDelegate beside the text.
enum FigureRole {
    LinkRole = Qt::UserRole + 100, ///< bool: a figure that opens, dotted underline
    BarRole,                       ///< double 0–1: a bar left of the text; absent = none
    BarColorRole,                  ///< QColor
    LightsRole,                    ///< QList<int>: counts of red, yellow, green
    LightRole,                     ///< int: one indicators::Light before the text
    StrongRole,                    ///< bool: bold
    SubTextRole,                   ///< QString: a smaller second line
};

/// Paints cells in the style of the design: grid line below, figure with dotted underline, bar, lights.
class FigureDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

/// A read-only table whose cells answer to click and Enter; Ctrl+C copies the current cell.
class FigureTable : public QTableView {
    Q_OBJECT

public:
    FigureTable(int rowHeight, QWidget *parent = nullptr);

Q_SIGNALS:
    void cellTriggered(const QModelIndex &index); ///< click or Enter
    void rowOpened(const QModelIndex &index);     ///< double click

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
};

} // namespace yipi::gui
