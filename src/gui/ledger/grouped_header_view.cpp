// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/grouped_header_view.h"

#include "gui/ledger/ledger_table_model.h"
#include "gui/theme.h"

#include <QPainter>

namespace yipi::gui {

namespace {

/// A small triangle at the right end of a sorted column.
void paintArrow(QPainter *painter, const QRect &rect, bool up) {
    const QPointF centre(rect.right() - 8, rect.center().y() + 1);
    const double rise = up ? -2.5 : 2.5;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme().ac);
    painter->drawPolygon(
        QPolygonF{centre + QPointF(-4, -rise), centre + QPointF(4, -rise), centre + QPointF(0, rise)});
    painter->setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

GroupedHeaderView::GroupedHeaderView(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent) {
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(28);
}

QSize GroupedHeaderView::sizeHint() const {
    return {QHeaderView::sizeHint().width(), kGroupHeight + kTitleHeight};
}

QString GroupedHeaderView::groupOf(int section) const {
    return model()->headerData(section, Qt::Horizontal, LedgerTableModel::GroupRole).toString();
}

QRect GroupedHeaderView::groupRect(int section, const QRect &rect) const {
    const QString group = groupOf(section);
    int first = section, last = section;
    while (first > 0 && !isSectionHidden(first - 1) && groupOf(first - 1) == group)
        --first;
    while (last + 1 < count() && !isSectionHidden(last + 1) && groupOf(last + 1) == group)
        ++last;
    const int left = sectionViewportPosition(first);
    const int right = sectionViewportPosition(last) + sectionSize(last);
    return {left, rect.top(), right - left, kGroupHeight};
}

void GroupedHeaderView::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const {
    const Theme &colors = theme();
    painter->save();
    painter->setClipRect(rect);
    painter->fillRect(rect, colors.hdr);

    const QRect group = groupRect(logicalIndex, rect);
    // Centred in what is visible of the group, so that a wide group keeps its name while it scrolls.
    const QRect visible = group.intersected(viewport()->rect());
    painter->setPen(colors.t2);
    painter->drawText(visible, Qt::AlignCenter, groupOf(logicalIndex));

    const QRect titleRect(rect.left(), rect.top() + kGroupHeight, rect.width(), rect.height() - kGroupHeight);
    const int sorted = model()->headerData(logicalIndex, Qt::Horizontal, LedgerTableModel::SortRole).toInt();
    const QRect textRect = titleRect.adjusted(6, 0, sorted ? -15 : -6, 0);
    const auto align =
        model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>();
    const QString text = model()->headerData(logicalIndex, Qt::Horizontal, Qt::DisplayRole).toString();
    painter->setPen(sorted ? colors.ac : colors.t1);
    const bool isNarrow = titleRect.width() < 34;
    painter->drawText(
        isNarrow ? titleRect : textRect, int(isNarrow ? Qt::AlignCenter : align | Qt::AlignVCenter),
        isNarrow ? text : painter->fontMetrics().elidedText(text, Qt::ElideRight, textRect.width()));
    if (sorted)
        paintArrow(painter, titleRect, sorted == 1);

    painter->setPen(colors.l1);
    painter->drawLine(rect.left(), rect.top() + kGroupHeight - 1, rect.right(),
                      rect.top() + kGroupHeight - 1);
    painter->drawLine(rect.right(), titleRect.top(), rect.right(), rect.bottom());
    if (rect.right() >= group.right())
        painter->drawLine(rect.right(), rect.top(), rect.right(), rect.bottom());
    painter->setPen(colors.l2);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->restore();
}

} // namespace yipi::gui
