// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/options_delegate.h"

#include <QComboBox>

namespace yipi::gui {

QWidget *OptionsDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                       const QModelIndex &index) const {
    auto *combo = new QComboBox(parent);
    combo->setAccessibleName(m_accessibleName);
    combo->addItems(index.data(m_optionsRole).toStringList());
    // Choosing is enough; leaving the cell is not needed.
    connect(combo, &QComboBox::activated, this, [this, combo] {
        auto *self = const_cast<OptionsDelegate *>(this);
        Q_EMIT self->commitData(combo);
        Q_EMIT self->closeEditor(combo);
    });
    return combo;
}

void OptionsDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const {
    qobject_cast<QComboBox *>(editor)->setCurrentIndex(index.data(Qt::EditRole).toInt());
}

void OptionsDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                   const QModelIndex &index) const {
    model->setData(index, qobject_cast<QComboBox *>(editor)->currentIndex());
}

} // namespace yipi::gui
