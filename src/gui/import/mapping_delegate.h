// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace yipi::gui {

class MappingModel;

/// Draws the field as a box that opens and the confidence as a bar; the editor lists all fields.
class MappingDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    MappingDelegate(const MappingModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

private:
    void paintField(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintConfidence(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const;

    const MappingModel &m_model;
};

} // namespace yipi::gui
