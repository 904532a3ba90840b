// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/ledger/grouped_header_view.h"

#include "gui/ledger/ledger_table_model.h"
#include "gui/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace yipi::gui {

namespace {

/// A small triangle at the right end of a sorted column; before it the place among several such columns.
void paintArrow(QPainter *painter, const QRect &rect, bool up, int place) {
    const QPointF centre(rect.right() - 8, rect.center().y() + 1);
    if (place > 0) {
        painter->setPen(theme().ac);
        painter->drawText(QRect(rect.right() - 23, rect.top(), 9, rect.height()), Qt::AlignCenter,
                          QString::number(place));
    }
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
    return {QHeaderView::sizeHint().width(), kGroupHeight + kTitleHeight + m_roomBelow};
}

void GroupedHeaderView::setRoomBelow(int height) {
    m_roomBelow = height;
    updateGeometry();
    viewport()->update();
}

void GroupedHeaderView::setCoveredWidth(int width) {
    if (width == m_coveredWidth)
        return;
    m_coveredWidth = width;
    viewport()->update();
}

void GroupedHeaderView::mousePressEvent(QMouseEvent *event) {
    m_pressedWith = event->modifiers();
    QHeaderView::mousePressEvent(event);
}

QString GroupedHeaderView::groupOf(int section) const {
    return model()->headerData(section, Qt::Horizontal, LedgerTableModel::GroupRole).toString();
}

int GroupedHeaderView::sameGroup(int section, int by) const {
    for (int place = visualIndex(section) + by; place >= 0 && place < count(); place += by)
        if (const int next = logicalIndex(place); !isSectionHidden(next))
            return groupOf(next) == groupOf(section) ? next : -1;
    return -1;
}

QRect GroupedHeaderView::groupRect(int section, const QRect &rect) const {
    int first = section, last = section;
    for (int next = section; next >= 0; next = sameGroup(next, -1))
        first = next;
    for (int next = section; next >= 0; next = sameGroup(next, 1))
        last = next;
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
    const QRect visible = group.intersected(viewport()->rect().adjusted(m_coveredWidth, 0, 0, 0));
    painter->setPen(colors.t2);
    painter->drawText(visible, Qt::AlignCenter, groupOf(logicalIndex));

    const QRect titleRect(rect.left(), rect.top() + kGroupHeight, rect.width(), kTitleHeight);
    const int sorted = model()->headerData(logicalIndex, Qt::Horizontal, LedgerTableModel::SortRole).toInt();
    const int place =
        model()->headerData(logicalIndex, Qt::Horizontal, LedgerTableModel::SortPlaceRole).toInt();
    const QRect textRect = titleRect.adjusted(6, 0, place ? -24 : sorted ? -15 : -6, 0);
    const auto align =
        model()->headerData(logicalIndex, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>();
    const QString text = model()->headerData(logicalIndex, Qt::Horizontal, Qt::DisplayRole).toString();
    painter->setPen(sorted ? colors.ac : colors.t1);
    const bool isNarrow = titleRect.width() < 34;
    painter->drawText(
        isNarrow ? titleRect : textRect, int(isNarrow ? Qt::AlignCenter : align | Qt::AlignVCenter),
        isNarrow ? text : painter->fontMetrics().elidedText(text, Qt::ElideRight, textRect.width()));
    if (sorted)
        paintArrow(painter, titleRect, sorted == 1, place);

    painter->setPen(colors.l1);
    painter->drawLine(rect.left(), rect.top() + kGroupHeight - 1, rect.right(),
                      rect.top() + kGroupHeight - 1);
    painter->drawLine(rect.right(), titleRect.top(), rect.right(), rect.bottom());
    if (rect.right() >= group.right())
        painter->drawLine(rect.right(), rect.top(), rect.right(), rect.bottom());
    if (m_roomBelow > 0)
        painter->drawLine(titleRect.bottomLeft(), titleRect.bottomRight());
    painter->setPen(colors.l2);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->restore();
}

} // namespace yipi::gui
