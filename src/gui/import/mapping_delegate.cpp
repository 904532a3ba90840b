// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/import/mapping_delegate.h"

#include "gui/import/mapping_model.h"
#include "gui/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QPainter>

#include <algorithm>

namespace yipi::gui {

void MappingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const {
    if (index.column() == MappingModel::Field)
        paintField(painter, option, index);
    else if (index.column() == MappingModel::Confidence && index.data(MappingModel::ConfidenceRole).isValid())
        paintConfidence(painter, option, index);
    else
        QStyledItemDelegate::paint(painter, option, index);
}

void MappingDelegate::paintField(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const {
    const Theme &t = theme();
    const bool isMapped = !index.data(MappingModel::FieldKeyRole).toString().isEmpty();
    const bool isCertain = index.data(MappingModel::IsCertainRole).toBool();
    const QRect box = option.rect.adjusted(0, 2, -6, -3);
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, t.sel);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(isCertain ? t.l2 : t.yellowFill);
    painter->setBrush(isMapped ? t.surf : t.hdr);
    painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter->setPen(isMapped ? t.t1 : t.t3);
    const QRect text = box.adjusted(8, 0, -22, 0);
    painter->drawText(
        text, Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    icon(QStringLiteral("down")).paint(painter, QRect(box.right() - 18, box.center().y() - 6, 12, 12));
    painter->restore();
}

void MappingDelegate::paintConfidence(QPainter *painter, const QStyleOptionViewItem &option,
                                      const QModelIndex &index) const {
    const Theme &t = theme();
    const double share = std::clamp(index.data(MappingModel::ConfidenceRole).toDouble(), 0.0, 1.0);
    const bool isCertain = index.data(MappingModel::IsCertainRole).toBool();
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, t.sel);
    const QRect bar(option.rect.left() + 6, option.rect.center().y() - 3, 40, 6);
    painter->fillRect(bar, t.l1);
    painter->fillRect(bar.left(), bar.top(), qRound(bar.width() * share), bar.height(),
                      isCertain ? t.greenFill : t.yellowFill);
    painter->setPen(isCertain ? t.t2 : t.amb);
    painter->drawText(option.rect.adjusted(52, 0, 0, 0), Qt::AlignVCenter, index.data().toString());
    painter->restore();
}

QWidget *MappingDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                       const QModelIndex &) const {
    auto *combo = new QComboBox(parent);
    combo->setAccessibleName(tr("台账字段"));
    for (const MappingTarget &target : m_model.targets())
        combo->addItem(target.title, target.field);
    combo->setMaxVisibleItems(16);
    combo->view()->setMinimumWidth(200);
    // Choosing is enough; leaving the cell is not needed.
    connect(combo, &QComboBox::activated, this, [this, combo] {
        auto *self = const_cast<MappingDelegate *>(this);
        Q_EMIT self->commitData(combo);
        Q_EMIT self->closeEditor(combo);
    });
    return combo;
}

void MappingDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const {
    auto *combo = qobject_cast<QComboBox *>(editor);
    combo->setCurrentIndex(std::max(0, combo->findData(index.data(MappingModel::FieldKeyRole))));
}

void MappingDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                   const QModelIndex &index) const {
    model->setData(index, qobject_cast<QComboBox *>(editor)->currentData());
}

} // namespace yipi::gui
