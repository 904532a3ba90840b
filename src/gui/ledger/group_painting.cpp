// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/group_painting.h"

#include "gui/ledger/frozen_columns.h"
#include "gui/ledger/ledger_view.h"
#include "gui/theme.h"

#include <QHeaderView>
#include <QPainter>

namespace yipi::gui {

namespace {

constexpr int kTitlePadding = 6, kIndent = 16, kSign = 12;

/// Where the title stands: from the left to the first column with a sum.
QRect titleRect(const QTableView &half, const LedgerTableModel &model, const QRect &cell) {
    const QHeaderView &header = *half.horizontalHeader();
    int left = -1, right = 0;
    for (int place = 0; place < header.count(); ++place) {
        const int column = header.logicalIndex(place);
        if (header.isSectionHidden(column))
            continue;
        if (model.hasSums(column))
            break;
        if (left < 0)
            left = header.sectionViewportPosition(column);
        right = header.sectionViewportPosition(column) + header.sectionSize(column);
    }
    return {left, cell.top(), right - left, cell.height()};
}

void paintSign(QPainter *painter, const QPointF &centre, bool isExpanded) {
    const QPolygonF down{centre + QPointF(-4, -2), centre + QPointF(4, -2), centre + QPointF(0, 3)};
    const QPolygonF right{centre + QPointF(-2, -4), centre + QPointF(-2, 4), centre + QPointF(3, 0)};
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme().t2);
    painter->drawPolygon(isExpanded ? down : right);
    painter->setRenderHint(QPainter::Antialiasing, false);
}

void paintTitle(QPainter *painter, QRect place, const QModelIndex &index) {
    place.setLeft(place.left() + kTitlePadding + kIndent * index.data(LedgerTableModel::GroupLevelRole).toInt());
    paintSign(painter, QPointF(place.left() + 5, place.center().y() + 0.5),
              index.data(LedgerTableModel::GroupExpandedRole).toBool());
    place.adjust(kSign + kTitlePadding, 0, -kTitlePadding, -1);
    painter->setPen(theme().t1);
    painter->drawText(
        place, int(Qt::AlignLeft | Qt::AlignVCenter),
        painter->fontMetrics().elidedText(index.data(LedgerTableModel::GroupTitleRole).toString(),
                                          Qt::ElideRight, place.width()));
}

} // namespace

void paintGroupCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) {
    const Theme &t = theme();
    const auto *half = qobject_cast<const QTableView *>(option.widget);
    const auto *model = qobject_cast<const LedgerTableModel *>(index.model());
    if (!half || !model)
        return;
    const bool isOuter = index.data(LedgerTableModel::GroupLevelRole).toInt() == 0;
    painter->fillRect(option.rect, option.state & QStyle::State_Selected ? t.sel : isOuter ? t.hdr : t.sunk);
    QFont strong = painter->font();
    strong.setBold(isOuter);
    painter->setFont(strong);
    painter->setClipRect(option.rect);
    const auto *scrolling = qobject_cast<const LedgerView *>(half);
    if (model->hasSums(index.column())) {
        const QRect text = option.rect.adjusted(kTitlePadding, 0, -kTitlePadding, -1);
        painter->setPen(t.t1);
        painter->drawText(
            text, int(Qt::AlignRight | Qt::AlignVCenter),
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideLeft, text.width()));
        painter->setPen(t.l1);
        painter->drawLine(option.rect.topRight(), option.rect.bottomRight());
    } else if (!scrolling || scrolling->frozenColumns()->totalWidth() == 0) { // else the other half says it
        if (const QRect title = titleRect(*half, *model, option.rect); title.intersects(option.rect))
            paintTitle(painter, title, index);
    }
    painter->setPen(isOuter ? t.l2 : t.l1);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->setClipping(false);
}

} // namespace yipi::gui
