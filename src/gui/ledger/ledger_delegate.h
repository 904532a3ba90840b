// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ledger_service.h"

#include <QStyledItemDelegate>

namespace yipi::gui {

class GridZoom;

/// Paints the cells of the ledger with their grid lines (frozen and scrolling half must match) and makes the
/// editor that fits the field. What was typed goes to the model as text; only the ledger decides what it
/// means.
class LedgerDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    LedgerDelegate(const services::LedgerService &ledger, const GridZoom &zoom, QObject *parent = nullptr);

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
    /// The editor was left by Ctrl+Enter: its text is for all selected cells, and not written here.
    void spreadRequested(const QString &text);
    void editorOpened(QWidget *editor, const QModelIndex &index) const;

private:
    /// What can be chosen for the field; empty = free text.
    QStringList choices(const FieldInfo &field) const;

    const services::LedgerService &m_ledger;
    const GridZoom &m_zoom;
};

} // namespace yipi::gui
